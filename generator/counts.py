"""Counts: whole numbers from 0 up, such as the members of a household or a year."""

from __future__ import annotations

import re

from generator.cells import Unreadable, Value, is_blank

_EXAMPLE = "4"
_COUNT = re.compile(r"\d+|\d{1,3}(?:[. ]\d{3})+")
_DASHES = frozenset("-–—−")
_BEYOND, _LONGEST = 10**9, 20


def read_count(value: Value) -> int | None:
    """Return a whole number, 0 or more; None for blank and "-"; Unreadable otherwise."""
    if is_blank(value) or value in _DASHES:
        return None
    if isinstance(value, str):
        text = " ".join(value.split())
        if not text.isascii() or not _COUNT.fullmatch(text):
            raise Unreadable("count-unreadable", example=_EXAMPLE)
        value = int(re.sub(r"\D", "", text[:_LONGEST]))
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < _BEYOND and value == value // 1:
        return int(value)
    raise Unreadable("count-unreadable", example=_EXAMPLE)
