"""The CSV: UTF-8 with BOM for Excel, commas, CRLF, and no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from generator.downloads.grid import DASH, Cell, Grid

_FORMULA = ("=", "+", "@", "\t", "\r", "\n")
_LOOKALIKES = ("＝", "＋", "＠", "－")


def write_comma(table: Grid, target: Path) -> None:
    """Write a table as CSV: amounts as plain digits, days in ISO, percentages with a point."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(map(safe, table.heads))
        writer.writerows([_written(cell) for cell in row] for row in table.rows)


def safe(text: str) -> str:
    """Return a text no spreadsheet takes for a formula: a hyphen at its head becomes a dash "–", before other such signs stands "'"."""
    if text.lstrip(" \u00a0").startswith("-"):
        head = text.index("-")
        return f"{text[:head]}–{text[head + 1:]}"
    return f"'{text}" if text.lstrip(" \u00a0").startswith((*_FORMULA, *_LOOKALIKES)) else text


def written_dash() -> str:
    """Return what a dash in the officer's sheet is in the CSV."""
    return safe(DASH)


def _written(cell: Cell) -> str | int | float:
    if isinstance(cell, str):
        return safe(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else cell
