"""Percentages: read as the number that is printed (71.2 for "71,2 %"), written with a comma."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal

from generator.cells import Unreadable, Value, is_blank

_EXAMPLE = "71,2"
_DASHES = frozenset("-–—−")
_TEXT = re.compile(r"(?P<sign>[-−–]?)\s*(?P<whole>\d+|\d{1,3}(?:\.\d{3})+(?=,))(?:(?P<point>[.,])(?P<fraction>\d+))?\s*%?")
_GROUP, _BEYOND = 3, 10**9


def read_percent(value: Value) -> float | None:
    """Return the number as printed, 71.2 for "71,2%"; None for blank and "-"; Unreadable otherwise."""
    if is_blank(value) or (isinstance(value, str) and value.strip() in _DASHES):
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value) and abs(value) < _BEYOND:
        return float(value)
    match = _TEXT.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None or not match[0].replace("−", "-").replace("–", "-").isascii():
        raise Unreadable("percent-unreadable", example=_EXAMPLE)
    if match["point"] == "." and len(match["fraction"]) == _GROUP:
        raise Unreadable("percent-unreadable", example=_EXAMPLE)
    number = float(f"{match['whole'].replace('.', '')}.{match['fraction'] or 0}")
    if number >= _BEYOND:
        raise Unreadable("percent-unreadable", example=_EXAMPLE)
    return -number if match["sign"] else number


def write_percent(number: float) -> str:
    """Return the percentage with one digit after the comma, more where it would vanish, none where it is whole: "71,2", "100", "0,04".

    Thousands are not grouped: "1.346" could be read in two ways.
    """
    exact = Decimal(repr(float(number)))
    for places in range(1, 8):
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if rounded or not exact:
            break
    whole, _, fraction = f"{abs(rounded):f}".partition(".")
    fraction = fraction.rstrip("0")
    return ("-" if rounded < 0 else "") + whole + ("," + fraction if fraction else "")
