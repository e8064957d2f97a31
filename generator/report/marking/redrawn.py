"""Draw a workbook that can't be changed in place (.xls, .xlsb, .ods, .csv) anew as .xlsx: its values, merged ranges and widths."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from generator import workbook
from generator.cells import Value, address, typed
from generator.vietnamese import fold
from generator.workbook.sheets import RawSheet

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_000
_NARROWEST, _WIDEST, _ROWS_LOOKED_AT = 6, 48, 400
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same workbook gives the same bytes
_FORMATS = {datetime: "dd/mm/yyyy hh:mm", date: "dd/mm/yyyy", time: "hh:mm", timedelta: "[h]:mm"}


def redrawn(path: Path, one_sheet: str) -> tuple[bytes, Mapping[str | None, str]]:
    """Return an .xlsx of a workbook's values, and its sheets' new names by the old ones (None, a .csv's, becomes `one_sheet`)."""
    return drawn(workbook.read(path), one_sheet)


def drawn(raw: tuple[RawSheet, ...], one_sheet: str) -> tuple[bytes, Mapping[str | None, str]]:
    """Return an .xlsx of sheets, and their new names."""
    names: dict[str | None, str] = {}
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _DAY})
        formats = {kind: book.add_format({"num_format": shape}) for kind, shape in _FORMATS.items()}
        merged = book.add_format({"valign": "vcenter", "align": "center", "text_wrap": True})
        for one in raw:
            names[one.name] = _name(one.name or one_sheet, set(names.values()))
            _draw(book.add_worksheet(names[one.name]), one, formats, merged)
    return whole.getvalue(), names


def _draw(sheet: Any, raw: RawSheet, formats: Mapping[type, Any], merged: Any) -> None:
    for area in raw.merged:
        if area.top != area.bottom or area.left != area.right:
            sheet.merge_range(area.top - 1, area.left - 1, area.bottom - 1, area.right - 1, "", merged)
    anchors = {(area.top, area.left) for area in raw.merged}
    inner = {(row, column) for area in raw.merged if (area.bottom - area.top + 1) * (area.right - area.left + 1) < 10_000
             for row in range(area.top, area.bottom + 1) for column in range(area.left, area.right + 1)} - anchors
    for row, cells in enumerate(raw.rows, 1):
        for column, value in enumerate(cells, 1):
            if value is not None and (row, column) not in inner:
                _write(sheet, (row - 1, column - 1), value, merged if (row, column) in anchors else formats.get(type(value)))
    for column in range(1, max(map(len, raw.rows), default=0) + 1):
        sheet.set_column(column - 1, column - 1, _width(raw, column), None, {"hidden": column in raw.hidden_columns})
    for row in raw.hidden_rows:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    if raw.visibility == "hidden":
        sheet.hide()
    elif raw.visibility == "very hidden":
        sheet.very_hidden()


def _write(sheet: Any, place: tuple[int, int], value: Value, shape: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(*place, value, shape)
    elif isinstance(value, (int, float)):
        sheet.write_number(*place, value, shape)
    elif isinstance(value, str):
        sheet.write_string(*place, value[:_LONGEST_TEXT], shape)
    else:
        sheet.write_datetime(*place, value, shape)


def _width(raw: RawSheet, column: int) -> int:
    """Return a width that shows most of a column, titles across the sheet left out; no reader tells the officer's own."""
    across = {area.top for area in raw.merged if area.left <= column <= area.right and area.left != area.right}
    lengths = sorted(len(typed(row[column - 1])) for number, row in enumerate(raw.rows[:_ROWS_LOOKED_AT], 1)
                     if len(row) >= column and number not in across and sum(cell is not None for cell in row) > 2)
    longest = lengths[int(len(lengths) * 0.95)] if lengths else 0
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _name(name: str, taken: set[str]) -> str:
    """Return a name that Excel takes for a sheet."""
    sound = _NOT_IN_NAMES.sub(" ", name).strip("' ")[:_LONGEST_NAME] or address(1, len(taken) + 1)
    folded = {fold(other) for other in taken}
    tries = (f"{sound[:_LONGEST_NAME - 5]} ({number})" if number > 1 else sound for number in range(1, len(taken) + 2))
    return next(one for one in tries if fold(one) not in folded)
