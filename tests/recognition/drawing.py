"""Sheets drawn as text: one line a row, cells apart by "|", numbers as numbers, merged ranges by address."""

from __future__ import annotations

import re

from generator.cells import Range, Value, position
from generator.workbook.sheets import RawSheet

_WHOLE = re.compile(r"-?\d+")
_PART = re.compile(r"-?\d+\.\d+")


def drawn(text: str, *merged: str, name: str = "Biểu") -> RawSheet:
    """Return the sheet that a text draws; a quote before a number keeps it a text."""
    rows = tuple(tuple(_cell(cell.strip()) for cell in line.split("|")) for line in text.strip("\n").split("\n"))
    return RawSheet(name, rows, tuple(ranged(place) for place in merged))


def ranged(place: str) -> Range:
    """Return the range of an address such as "A6:B7"."""
    first, _, last = place.partition(":")
    return Range(*position(first), *position(last or first))


def _cell(text: str) -> Value:
    if _WHOLE.fullmatch(text):
        return int(text)
    if _PART.fullmatch(text):
        return float(text)
    return text.removeprefix("'").replace("\\n", "\n") or None
