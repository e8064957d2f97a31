"""Draw sheets with openpyxl as an officer's workbook looks, and save them as the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.maker.sheet import Head, Row, Sheet, Typed

FACE = "Times New Roman"
STAMP = (2026, 1, 1, 0, 0, 0)
_THIN = Border(*(Side(style="thin"),) * 4)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center")
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def save(sheets: Sequence[Sheet], path: Path) -> None:
    """Write the sheets as one workbook, its times fixed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Cán bộ tài chính - kế toán"
    book.properties.created = datetime(*STAMP)  # noqa: DTZ001 - workbooks keep times without a zone
    for sheet in sheets:
        _draw(book.create_sheet(sheet.name), sheet)
    raw = io.BytesIO()
    book.save(raw)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(steady(raw.getvalue()))


def steady(workbook: bytes) -> bytes:
    """Return an .xlsx with the times in its zip and its properties fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-01T00:00:00Z", data)
            member = zipfile.ZipInfo(name, STAMP)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(member, data)
    return out.getvalue()


def _draw(page: Worksheet, sheet: Sheet) -> None:
    leaves = tuple(leaf for head in sheet.heads for leaf in head.leaves)
    last = sheet.left + len(leaves) - 1
    for place, leaf in enumerate(leaves, sheet.left):
        page.column_dimensions[get_column_letter(place)].width = leaf.width
    row = _letterhead(page, sheet, last) + sheet.gap
    for line in sheet.titles:
        aside = line.startswith("(")
        row = _line(page, row, (sheet.left, last), line, (Font(FACE, 13, bold=not aside, italic=aside), _CENTRE))
    for line in sheet.facts:
        row = _line(page, row, (sheet.left, last), line, (Font(FACE, 12), _LEFT))
    if sheet.unit:
        row = _line(page, row, (max(sheet.left, last - 1), last), sheet.unit, (Font(FACE, 12, italic=sheet.unit_italic), _RIGHT))
    row = max(row, sheet.head_rows)
    row = _head(page, row, sheet)
    if sheet.ruler:
        row = _cells(page, row, sheet.left, Row(sheet.ruler, "ruler"), ())
    for line_of in sheet.rows:
        row = _cells(page, row, sheet.left, line_of, sheet.formats)
    _foot(page, row, sheet, last)
    page.page_setup.orientation = "landscape" if sheet.landscape else "portrait"
    page.page_setup.paperSize = 9


def _line(page: Worksheet, row: int, across: tuple[int, int], text: str, look: tuple[Font, Alignment]) -> int:
    cell = page.cell(row, across[0], text)
    cell.font, cell.alignment = look
    if across[1] > across[0]:
        page.merge_cells(start_row=row, start_column=across[0], end_row=row, end_column=across[1])
    return row + 1


def _letterhead(page: Worksheet, sheet: Sheet, last: int) -> int:
    half = sheet.left + max(1, (last - sheet.left + 1) // 2) - 1
    row = 1
    right = [text for text, there in ((sheet.code, sheet.code), *((line, sheet.motto) for line in _MOTTO)) if there]
    for place in range(max(len(sheet.agency), len(right))):
        if place < len(sheet.agency):
            _line(page, row, (sheet.left, half), sheet.agency[place], (Font(FACE, 12, bold=place == len(sheet.agency) - 1), _CENTRE))
        if place < len(right) and last > half:
            _line(page, row, (half + 1, last), right[place], (Font(FACE, 12, bold=True), _CENTRE))
        row += 1
    return row


def _head(page: Worksheet, row: int, sheet: Sheet) -> int:
    depth = max(head.depth for head in sheet.heads)
    _heads(page, row, sheet.left, sheet.heads, depth)
    return row + depth


def _heads(page: Worksheet, row: int, column: int, heads: tuple[Head, ...], depth: int) -> None:
    for head in heads:
        wide = len(head.leaves)
        cell = page.cell(row, column, head.text)
        cell.font, cell.alignment = Font(FACE, 12, bold=True), _CENTRE
        down = row if head.under else row + depth - 1
        if wide > 1 or down > row:
            page.merge_cells(start_row=row, start_column=column, end_row=down, end_column=column + wide - 1)
        for line in page.iter_rows(row, down, column, column + wide - 1):
            for covered in line:
                covered.border = _THIN
        if head.under:
            _heads(page, row + 1, column, head.under, depth - 1)
        column += wide


def _cells(page: Worksheet, row: int, left: int, line: Row, formats: tuple[str, ...]) -> int:
    for place, value in enumerate(line.cells):
        cell = page.cell(row, left + place, value)
        cell.font = _font(bold=line.style in {"total", "group", "heading"}, italic=line.style == "ruler")
        cell.border = _THIN
        cell.alignment = _CENTRE if line.style == "ruler" or place == 0 else _RIGHT if _is_number(value) else _LEFT
        if line.style != "ruler" and _is_number(value):
            cell.number_format = formats[place] if place < len(formats) and formats[place] else "#,##0"
        elif isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
    return row + 1


@cache
def _font(*, bold: bool, italic: bool) -> Font:
    return Font(FACE, 12, bold=bold, italic=italic)


def _is_number(value: Typed) -> bool:
    return isinstance(value, (int, float))


def _foot(page: Worksheet, row: int, sheet: Sheet, last: int) -> None:
    for note in sheet.notes:
        row = _line(page, row, (sheet.left, last), note, (Font(FACE, 11, italic=True), _LEFT))
    half = sheet.left + max(1, (last - sheet.left + 1) // 2) - 1
    sides = ((sheet.left, half), (min(half + 1, last), last))[-len(sheet.signatures) :] if sheet.signatures else ()
    row += 1
    if sheet.place_and_day:
        row = _line(page, row, sides[-1] if sides else (sheet.left, last), sheet.place_and_day, (Font(FACE, 12, italic=True), _CENTRE))
    for across, lines in zip(sides, sheet.signatures, strict=True):
        for down, text in enumerate(lines):
            _line(page, row + down, across, text, (Font(FACE, 12, bold=not text.startswith("(")), _CENTRE))
