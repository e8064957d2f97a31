"""Amounts of money: read as whole đồng, or refused where they can be read in two ways; written as Vietnamese write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from typing import Any

from generator import wording
from generator.cells import Unreadable, Value, is_blank
from generator.counts import read_count
from generator.days import read_day
from generator.percents import read_percent, write_percent
from generator.units import name_scale, read_unit
from generator.vietnamese import nfc

__all__ = ["group", "is_dash", "read", "read_count", "read_day", "read_percent", "read_unit", "short", "step", "write", "write_percent"]

_DASHES = frozenset("-–—−_")
_BLANKS = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_BODY = re.compile(r"[0-9][0-9.,' ]*")
_GROUPED = re.compile(r"(?!0\d)\d{1,3}(?P<by>[.,' ])\d{3}(?:(?P=by)\d{3})*")
_MIXED = re.compile(r"(?P<whole>(?!0\d)\d{1,3}(?:(?P<by>[.,' ])\d{3})(?:(?P=by)\d{3})*)(?P<point>[.,])(?P<fraction>\d+)")
_POINT = re.compile(r"(?P<whole>\d+)(?P<point>[.,])(?P<fraction>\d+)")
_EXAMPLE = "1.200.000"
_GROUP, _FEW = 3, 1000
_BEYOND = 10**18  # a hundred times what the whole country makes in a year


def read(value: Value, unit: int = 1) -> int | None:
    """Return whole đồng of a cell typed in a unit; None for blank and "-"; Unreadable for what is no amount or can be read in two ways."""
    if is_blank(value) or is_dash(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise Unreadable("amount-unreadable", example=_EXAMPLE)
    amount = _read_text(value, unit) if isinstance(value, str) else _read_number(value, unit)
    if abs(amount) >= _BEYOND:
        raise Unreadable("amount-unreadable", example=_EXAMPLE)
    return amount


def is_dash(value: Value) -> bool:
    """Return whether the cell holds only a dash, which stands for "none"."""
    return isinstance(value, str) and 0 < len(text := value.strip()) <= _GROUP and set(text) <= _DASHES


def write(amount: int) -> str:
    """Return the amount with its thousands grouped by dots: "1.234.567"."""
    return f"{amount:,}".replace(",", ".")


def group(number: Decimal) -> str:
    """Return a number with its thousands grouped by dots, its fraction after a comma, no zeros at its end."""
    whole, _, fraction = f"{number:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def short(amount: int, language: str = "vi") -> str:
    """Return the amount in few words: "8,42 tỷ", "3,1 triệu", "950 nghìn", "500 đồng"; rounded, but never to 0.

    Figures are written as in Việt Nam in any language, so that a page and the print beside it show the same signs.
    """
    larger: dict[str, Any] = {}
    for entry in _short(language):
        number = (Decimal(abs(amount)) / entry["per"]).quantize(Decimal(1).scaleb(-entry["places"]), ROUND_HALF_UP)
        if larger and number == _FEW:
            entry, number = larger, Decimal(1)  # noqa: PLW2901 - 999.96 triệu rounds to 1 tỷ
        if number >= 1 and (abs(amount) >= entry["per"] or entry is larger):
            break
        larger = entry
    return str(entry["text"]).format(number=("-" if amount < 0 else "") + group(number))


def step(amounts: Iterable[int | None], unit: int = 1) -> int:
    """Return the worth in đồng of the last digit in which a table of a unit gives its amounts; at most the unit itself."""
    last = unit
    for amount in amounts:
        while amount and last > 1 and amount % last:
            last //= 10
    return last


def _read_number(value: float, unit: int) -> int:
    try:
        exact = Decimal(repr(value)) * unit
        amount = int(exact.to_integral_value(ROUND_HALF_UP))
    except (InvalidOperation, ValueError, OverflowError):
        raise Unreadable("amount-unreadable", example=_EXAMPLE) from None
    if unit == 1 and exact != amount and abs(exact) < _FEW and -_exponent(exact) <= _GROUP:
        raise _ambiguous(exact, exact.scaleb(_GROUP), unit)
    return amount


def _read_text(text: str, unit: int) -> int:
    body, negative = _sign(_BLANKS.sub(" ", nfc(text)).strip().removeprefix("'"))
    match = _BODY.match(body)
    if match is None:
        raise Unreadable("amount-unreadable", example=_EXAMPLE)
    digits, suffix = match[0].rstrip(" "), body[match.end():].strip()
    if suffix:
        unit = _unit_of(digits, suffix, unit)
    number = _number(digits, unit)
    amount = int((number * unit).to_integral_value(ROUND_HALF_UP))
    return -amount if negative else amount


def _sign(text: str) -> tuple[str, bool]:
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), True
    if text[:1] in _DASHES and text[:1] != "_":
        return text[1:].strip(), True
    return text, False


def _unit_of(digits: str, suffix: str, unit: int) -> int:
    """Return the unit that holds where a word such as "đồng" or "triệu" follows the number."""
    scale = name_scale(suffix)
    if scale is None:
        raise Unreadable("amount-unreadable", example=_EXAMPLE)
    if unit not in (1, scale):
        number = _number(digits, max(unit, scale))
        raise _ambiguous(number * scale, number * unit, 1)
    return scale


def _number(digits: str, unit: int) -> Decimal:
    """Return the number that the digits and separators mean; Unreadable where that is not certain."""
    if digits.isdecimal():
        return Decimal(digits)
    if grouped := _GROUPED.fullmatch(digits):
        return _read_groups(digits, grouped["by"], unit)
    if mixed := _MIXED.fullmatch(digits):
        return _read_mixed(mixed, unit)
    if (point := _POINT.fullmatch(digits)) is None:
        raise Unreadable("amount-unreadable", example=_EXAMPLE)
    whole, fraction = point["whole"], point["fraction"]
    number = Decimal(f"{whole}.{fraction}")
    certain = len(whole) > _GROUP and (len(fraction) != _GROUP or (point["point"] == "," and unit > 1))
    if certain or (point["point"] == "," and (unit > 1 or not int(fraction))):
        return number
    raise _ambiguous(number, Decimal(whole + fraction), unit)


def _read_groups(digits: str, by: str, unit: int) -> Decimal:
    number = Decimal(re.sub(r"\D", "", digits))
    if digits.count(by) > 1 or by in " '" or (digits[0] != "0" and (by == "." or unit == 1)):
        return number
    decimal = Decimal(digits.replace(",", "."))
    if digits[0] == "0" and by == "," and unit > 1:
        return decimal
    raise _ambiguous(decimal, number, unit)


def _read_mixed(match: re.Match[str], unit: int) -> Decimal:
    if match["by"] == match["point"]:
        raise Unreadable("amount-unreadable", example=_EXAMPLE)
    whole = re.sub(r"\D", "", match["whole"])
    number = Decimal(f"{whole}.{match['fraction']}")
    if len(match["fraction"]) == _GROUP and (unit == 1 or match["point"] == "."):
        raise _ambiguous(number, Decimal(whole + match["fraction"]), unit)
    return number


def _ambiguous(first: Decimal, second: Decimal, unit: int) -> Unreadable:
    return Unreadable("amount-ambiguous", first=group(first), second=group(second), example=_EXAMPLE if unit == 1 else "1.250,5")


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


@cache
def _short(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = wording.whole("money", language)["short"]
    return found
