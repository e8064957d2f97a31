"""Days: read in the order day, month, year; a day that doesn't exist is refused."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from generator.cells import Unreadable, Value, is_blank
from generator.vietnamese import fold

_EXAMPLE = "15/03/2026"
_DASHES = frozenset("-–—−")
# A year of two digits is refused: 85 in a birth day and 26 in a paper's are not of one century.
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?")
_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_EXCEL_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)


def read_day(value: Value) -> date | None:
    """Return the day of "15/03/2026", of an Excel or an ISO date; None for blank and "-"; Unreadable for no day or an impossible one."""
    if is_blank(value) or (isinstance(value, str) and value.strip() in _DASHES):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _read_text(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value == value // 1 and int(value) in _SERIALS:
        return _EXCEL_ZERO + timedelta(days=int(value))
    raise Unreadable("day-unreadable", example=_EXAMPLE)


def write_day(day: date) -> str:
    """Return the day as Vietnamese write it, "15/03/2026"."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _read_text(text: str) -> date:
    folded = fold(text).removeprefix("'")
    match = _YEAR_FIRST.fullmatch(folded)
    if match:
        return _day(int(match[3]), int(match[2]), match[1])
    match = _DAY_FIRST.fullmatch(folded.removeprefix("ngay ")) or _WORDS.fullmatch(folded)
    if match is None:
        raise Unreadable("day-unreadable", example=_EXAMPLE)
    return _day(int(match[1]), int(match[2]), match[3])


def _day(day: int, month: int, year: str) -> date:
    try:
        return date(int(year), month, day)
    except ValueError:
        raise Unreadable("day-impossible", example=_EXAMPLE) from None
