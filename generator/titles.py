"""Find the words of a title that tell its period: years, months of a year, quarters, months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.vietnamese import fold, nfc

Kind: TypeAlias = Literal["year", "months", "quarter", "month"]

_YEAR = r"((?:19|20)\d\d)"
# What looks like a year and is none: numbers and days of decisions, days, terms, plans of several years.
_NO_YEARS = tuple(re.compile(pattern) for pattern in (
    r"\d*/?(?:19|20)\d\d\s*/\s*(?:[a-z][a-z0-9]*)(?:\s*-\s*[a-z0-9]+)*",
    r"\b(?:so|luat)\s*:?\s*\d+\s*/(?:19|20)\d\d",
    r"\b(?:ngay|date)?\s*\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:19|20)\d\d",
    r"\bngay\s*[\d.…]*\s*(?:thang|/)\s*[\d.…]*\s*(?:nam|/)\s*(?:19|20)\d\d",
    (r"\b(?:giai doan|nhiem ky|chuan ngheo|thoi ky|khoa)\s*(?:tu\s*)?(?:nam\s*)?(?:19|20)\d\d"
    r"(?:\s*(?:-|–|den|—)\s*(?:nam\s*)?(?:19|20)\d\d)?"),
))
_MONTHS = re.compile(r"\b(0?[1-9]|1[012]|ba|sau|chin|muoi hai)(?:\s*thang\b(?!\s*\d)|(?<=\d)\s?t\b)(?P<late>\s*cuoi nam)?")
_MONTH = re.compile(rf"\b(?:thang|t)\s*(0?[1-9]|1[012])\b(?:\s*(?:/|-|\.|,?\s*nam)\s*{_YEAR})?")
_QUARTER = re.compile(r"\bqu[ýyíi]\s*(iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4}
_WORDS = {"ba": 3, "sau": 6, "chin": 9, "muoi hai": 12}
_STATED = re.compile(rf"(?:\bnam|\bfy|\bnam (?:tai chinh|ngan sach|hoc))\s*:?\s*{_YEAR}\b")
_BARE = re.compile(rf"(?<![\d.,/]){_YEAR}(?![\d]|[.,/]\d)")
_ENDINGS = frozenset({3, 6, 9, 12})


@dataclass(frozen=True, slots=True)
class Told:
    """What a title tells of its period; `kind` is None where it tells none that a commune publishes for."""

    kind: Kind | None
    number: int = 0
    year: int | None = None


def told(text: str) -> Told:
    """Return the kind, number and year of the period that a title tells."""
    plain = " ".join(nfc(text).lower().split())
    folded = fold(text)
    for pattern in _NO_YEARS:
        folded = pattern.sub(" ", folded)
    year = _year(folded)
    if quarter := _QUARTER.search(plain):
        return Told("quarter", _QUARTERS.get(quarter[1]) or int(quarter[1]), year)
    if months := _MONTHS.search(folded):
        number = _WORDS.get(months[1]) or int(months[1])
        return Told("months" if number in _ENDINGS and not months["late"] else None, number, year)
    if month := _MONTH.search(folded):
        return Told("month", int(month[1]), int(month[2]) if month[2] else year)
    return Told("year" if year else None, 0, year)


def _year(folded: str) -> int | None:
    match = _STATED.search(folded)
    if match:
        return int(match[1])
    bare = dict.fromkeys(_BARE.findall(folded) or re.findall(rf"/\s*{_YEAR}\b", folded))
    return int(next(iter(bare))) if len(bare) == 1 else None
