"""Draw an empty workbook with XlsxWriter: locked heads, open cells with their lists to choose from, the same bytes each time."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

import xlsxwriter

from generator.cells import address
from generator.templates.guide import Said
from generator.templates.spots import Plan, Spot

_FACE = "Times New Roman"
_FILL, _WORKED = "#FFF9DB", "#EEEEEE"
_DAY, _TEXT = "dd/mm/yyyy", "@"
_NUMBERS = {"money": "#,##0", "count": "#,##0", "percent": "#,##0.0", "day": _DAY, "fact-day": _DAY, "code": _TEXT, "text": _TEXT}
_CENTRED = frozenset({"agency", "title", "under", "period", "head", "marker"})
_BOXED = frozenset({"head", "marker", "label", "money", "count", "percent", "day", "code", "text"})
_RIGHT = frozenset({"money", "count", "percent", "unit"})
_SIZES = {"title": 14, "period": 13}
_LINE, _LETTER, _GUIDE = 18, 1.05, 84  # a line's height in points, a letter's width beside a digit's, the width of the instructions
_ALLOWED = {"format_cells": True, "format_columns": True, "format_rows": True, "sort": True, "autofilter": True, "insert_rows": True,
            "delete_rows": True}
_NOTHING_GUESSED = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
_Lists: TypeAlias = Mapping[tuple[str, ...], str]


def draw(plan: Plan, said: Sequence[Said], words: Mapping[str, Any], day: date) -> bytes:
    """Return the workbook: the sheet to fill in, then the instructions with the lists at their end; it bears its year's first day."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True} | dict.fromkeys(_NOTHING_GUESSED, False))
    book.set_properties({"author": words["author"], "created": datetime(day.year, 1, 1)})  # noqa: DTZ001 - workbooks keep times without a zone
    page, guide = book.add_worksheet(words["sheet"]), book.add_worksheet(words["guide"])
    lists = _guide(book, guide, said, _offered(plan), words)
    _set_up(page, plan)
    looks = _Looks(book)
    for spot in plan.spots:
        _put(page, spot, looks)
    for spots in _alike([spot for spot in plan.spots if spot.open and (spot.choices or spot.hint)]):
        _offer(page, spots, lists, words)
    decimals = book.add_format({"num_format": "#,##0.0##"})
    for left in {spot.place.left for spot in plan.spots if spot.look == "money"}:
        cell = address(plan.first, left)
        page.conditional_format(f"{cell}:{address(plan.last, left)}", {
            "type": "formula", "criteria": f"=AND(ISNUMBER({cell}),{cell}<>INT({cell}))", "format": decimals})
    page.protect("", _ALLOWED)
    guide.protect("", _ALLOWED)
    book.close()
    return content.getvalue()


class _Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book, self._made = book, {}  # type: Any, dict[tuple[str, bool, bool, bool], Any]

    def of(self, spot: Spot) -> Any:
        key = (spot.look, spot.bold, spot.open, bool(spot.formula))
        if key not in self._made:
            self._made[key] = self._book.add_format(_format(*key))
        return self._made[key]


def _format(look: str, bold: bool, opened: bool, worked: bool) -> dict[str, Any]:  # noqa: FBT001 - the parts of a look
    centred, number = look in _CENTRED, _NUMBERS.get(look)
    shape: dict[str, Any] = {
        "font_name": _FACE, "font_size": _SIZES.get(look, 12), "bold": bold or look in {"title", "head", "period"}, "valign": "vcenter",
        "italic": look in {"under", "unit"}, "align": "center" if centred else "right" if look in _RIGHT else "left",
        "text_wrap": look not in _RIGHT, "locked": not opened, "border": 1 if look in _BOXED else 0,
    }
    if number:
        shape["num_format"] = number
    if opened or worked:
        shape["bg_color"] = _FILL if opened else _WORKED
    return shape


def _put(page: Any, spot: Spot, looks: _Looks) -> None:
    place, shape = spot.place, looks.of(spot)
    if place.right > place.left or place.bottom > place.top:
        page.merge_range(place.top - 1, place.left - 1, place.bottom - 1, place.right - 1, spot.text, shape)
    elif spot.formula:
        page.write_formula(place.top - 1, place.left - 1, spot.formula, shape, spot.stored)
    elif spot.text:
        page.write_string(place.top - 1, place.left - 1, spot.text, shape)
    else:
        page.write_blank(place.top - 1, place.left - 1, None, shape)


def _set_up(page: Any, plan: Plan) -> None:
    for number, width in enumerate(plan.widths):
        page.set_column(number, number, width)
    page.set_default_row(_LINE)
    for row, lines in _lines(plan).items():
        page.set_row(row - 1, _LINE * lines)
    frozen = plan.head.bottom + (plan.first == plan.head.bottom + 1 and _has_total(plan))
    page.freeze_panes(frozen, 0)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(plan.head.top - 1, plan.head.bottom - 1)
    if plan.landscape:
        page.set_landscape()


def _lines(plan: Plan) -> Mapping[int, int]:
    """Return how many lines of text the rows need that need more than one."""
    found: dict[int, int] = {}
    for spot in plan.spots:
        place = spot.place
        lines = _needed(spot.text, sum(plan.widths[place.left - 1:place.right]))
        each = math.ceil(lines / (place.bottom - place.top + 1))
        found |= {row: max(each, found.get(row, 1)) for row in range(place.top, place.bottom + 1) if each > 1}
    return found


def _needed(text: str, width: float) -> int:
    return max(1, math.ceil(len(text) * _LETTER / width))


def _has_total(plan: Plan) -> bool:
    return any(spot.formula and spot.bold and spot.place.top == plan.first for spot in plan.spots)


def _alike(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Return the cells that offer the same, column by column, so that each list is kept once for all its rows."""
    groups: dict[tuple[int, tuple[str, ...], str], list[Spot]] = {}
    for spot in spots:
        groups.setdefault((spot.place.left, spot.choices, spot.hint), []).append(spot)
    return list(groups.values())


def _offer(page: Any, spots: Sequence[Spot], lists: _Lists, words: Mapping[str, Any]) -> None:
    first, last = spots[0].place, spots[-1].place
    where = (first.top - 1, first.left - 1, last.top - 1, first.left - 1)
    hint = words.get(spots[0].hint, "")
    if spots[0].choices:
        offered: dict[str, Any] = {"validate": "list", "source": lists[spots[0].choices], "error_type": "warning"}
        page.data_validation(*where, offered | {"error_message": words["wrong"]} | ({"input_message": hint} if hint else {}))
    else:
        page.data_validation(*where, {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1), "error_type": "warning",
                                      "error_message": words["wrong_day"]})


def _offered(plan: Plan) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(spot.choices for spot in plan.spots if spot.choices))


def _guide(book: Any, page: Any, said: Sequence[Said], lists: Sequence[tuple[str, ...]], words: Mapping[str, Any]) -> _Lists:
    """Write the instructions and the lists below them; return where each list stands, as a validation names it."""
    shapes = {"title": {"bold": True, "font_size": 15}, "head": {"bold": True, "font_size": 13, "top": 1}, "line": {}}
    formats = {look: book.add_format({"font_name": _FACE, "font_size": 12, "text_wrap": True, "valign": "top"} | shape)
               for look, shape in shapes.items()}
    page.set_column(0, 0, _GUIDE)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    row = 0
    for one in said:
        page.set_row(row, _LINE * _needed(one.text, _GUIDE))
        page.write_string(row, 0, one.text, formats[one.look])
        row += 1
    found: dict[tuple[str, ...], str] = {}
    if lists:
        page.write_string(row + 1, 0, words["guide_lines"]["lists"], formats["head"])
        row += 2
    for entries in lists:
        for step, entry in enumerate(entries):
            page.write_string(row + step, 0, entry, formats["line"])
        found[entries] = f"='{words['guide']}'!$A${row + 1}:$A${row + len(entries)}"
        row += len(entries) + 1
    return found
