"""Draw small workbooks in a test as they are seen: cells between bars, a line for each row."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import xlsxwriter

_NUMBER = re.compile(r"#(-?\d+(?:\.\d+)?)")


def workbook(folder: Path, text: str, *, name: str = "ban-ve.xlsx", sheet: str = "Trang 1") -> Path:
    """Write a true .xlsx of a drawn table, a line for each row, "STT | Họ và tên": text as typed, "#12.5" a number, "" a blank."""
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001 - a fixed day: the same drawing is the same bytes
        page = book.add_worksheet(sheet)
        for row, line in enumerate(text.strip("\n").split("\n")):
            for column, cell in enumerate(part.strip() for part in line.split("|")):
                if number := _NUMBER.fullmatch(cell):
                    page.write_number(row, column, float(number[1]))
                elif cell:
                    page.write_string(row, column, cell)
    return path
