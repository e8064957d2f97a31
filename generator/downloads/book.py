"""The XLSX: the title and what it is above, then a table with a head, widths and number formats; texts are written as texts."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from generator.downloads.grid import Cell, Grid

_FORMATS = {"money": "#,##0", "count": "#,##0", "year": "0", "percent": "#,##0.0", "day": "dd/mm/yyyy", "text": "@"}
_WIDEST, _NARROWEST = 60, 8


def write_book(table: Grid, target: Path) -> None:
    """Write a table as XLSX with a fixed day of making, so that the same table gives the same bytes."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": table.title, "author": table.author, "created": datetime.combine(table.day, time())})
    sheet = book.add_worksheet(table.sheet)
    formats = {kind: book.add_format({"num_format": shape, "valign": "top", "text_wrap": kind == "text"})
               for kind, shape in _FORMATS.items()}
    sheet.write_string(0, 0, table.title, book.add_format({"bold": True, "font_size": 14}))
    for number, note in enumerate(table.notes, start=1):
        sheet.write_string(number, 0, note)
    top = len(table.notes) + 2
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "bottom": 1})
    sheet.add_table(top, 0, top + len(table.rows), len(table.heads) - 1, {
        "autofilter": False, "style": "Table Style Light 1", "banded_rows": False,
        "columns": [{"header": text, "header_format": head} for text in table.heads]})
    for number, (kind, text) in enumerate(zip(table.kinds, table.heads, strict=True)):
        cells = [row[number] for row in table.rows]
        sheet.set_column(number, number, _width(kind, text, cells))
        for row, cell in enumerate(cells, start=top + 1):
            _write(sheet, (row, number), cell, formats["text" if isinstance(cell, str) else kind])
    sheet.freeze_panes(top + 1, 0)
    book.close()
    target.write_bytes(made.getvalue())


def _write(sheet: Any, place: tuple[int, int], cell: Cell, shape: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(*place, cell, shape)
    elif isinstance(cell, date):
        sheet.write_datetime(*place, datetime.combine(cell, time()), shape)
    else:
        sheet.write_number(*place, cell, shape)


def _width(kind: str, head: str, cells: list[Cell]) -> int:
    texts = (f"{cell:,}" if kind == "money" and isinstance(cell, int) else str(cell) for cell in cells if cell is not None)
    longest = max(map(len, texts), default=0)
    return min(max(longest + 2, max(map(len, head.split()), default=0) + 3, _NARROWEST), _WIDEST)
