"""What a single row shows: its filled cells, and whether they are numbers, outline marks, or a ruler (A, B, 1, 2=3+4)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from generator.cells import Value, is_blank
from generator.workbook.sheets import RawSheet

_LETTER = re.compile(r"\(?([A-Za-zĐđ])\)?")
_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")
_FORMULA = re.compile(r"[\d\s=+\-–*/x:×().,;…%A-Za-z]+")
_MARKER = re.compile(r"\(?(?:[IVXLivxl]{1,6}|[A-Za-zĐđ]|\d{1,4})(?:\.\d{1,3})*[.)]?|[-+*•–]")
_DIGITS = re.compile(r"[-(]?\d[\d.,]*\)?")
_FAULT = re.compile(r"#[A-Z0-9/]+[!?]?")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def cells(sheet: RawSheet, row: int) -> list[tuple[int, Value]]:
    """Return the filled cells of a row as (column, value)."""
    if not 0 < row <= len(sheet.rows):
        return []
    return [(column, value) for column, value in enumerate(sheet.rows[row - 1], 1) if value is not None and not is_blank(value)]


def is_ruler(filled: Iterable[tuple[int, Value]]) -> bool:
    """Return whether a row only names its columns: A, B, 1, 2, 3=1+2; cells in error are left aside."""
    numbers: list[int] = []
    letters = ""
    for _, value in filled:
        text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
        if (number := _NUMBER.fullmatch(text)) and _FORMULA.fullmatch(text):
            numbers.append(int(number[1]))
        elif (letter := _LETTER.fullmatch(text)) and not numbers:
            letters += letter[1].upper()
        elif not _FAULT.fullmatch(text):
            return False
    if any(one >= other for one, other in pairwise(numbers)):
        return False
    return letters.startswith("AB") or (letters == "A" and numbers[:1] == [1]) or (not letters and numbers[:3] == [1, 2, 3])


def is_number(value: Value) -> bool:
    """Return whether a cell holds a number (a year in a head aside), a day or a truth value."""
    return not isinstance(value, str) and value is not None and not (isinstance(value, (int, float)) and _FIRST_YEAR <= value <= _LAST_YEAR)


def is_amount(value: Value) -> bool:
    """Return whether a cell holds a number, typed as one or as text."""
    return is_number(value) or (isinstance(value, str) and bool(_DIGITS.fullmatch(value.strip())))


def is_marker(value: Value) -> bool:
    """Return whether a cell holds an outline mark: A, IV, 3, 1.2, (2), -."""
    return is_number(value) or (isinstance(value, str) and bool(_MARKER.fullmatch(value.strip())))
