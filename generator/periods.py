"""Periods a disclosure covers: a year, 03/06/09/12 months of it, a quarter (before 2026), a month, a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeAlias

from generator import wording
from generator.cells import Unreadable
from generator.titles import told
from generator.vietnamese import fold

Kind: TypeAlias = Literal["year", "months", "quarter", "month", "day"]

_FORM = re.compile(
    r"(?P<year>(?:19|20)\d\d)"
    r"(?:-(?:(?P<months>03|06|09|12)m|q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?))?")
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period; `number` counts months (3, 6, 9, 12), the quarter, or the month, and is 0 for a whole year."""

    year: int
    kind: Kind = "year"
    number: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Return the id: "2026", "2026-09m", "2025-q3", "2026-11" or "2026-11-23"."""
        return {
            "year": f"{self.year}",
            "months": f"{self.year}-{self.number:02}m",
            "quarter": f"{self.year}-q{self.number}",
            "month": f"{self.year}-{self.number:02}",
            "day": f"{self.year}-{self.number:02}-{self.day:02}",
        }[self.kind]

    @property
    def first(self) -> date:
        """Return the period's first day."""
        month = {"quarter": 3 * self.number - 2, "month": self.number, "day": self.number}.get(self.kind, 1)
        return date(self.year, month, self.day or 1)

    @property
    def last(self) -> date:
        """Return the period's last day."""
        if self.kind == "day":
            return self.first
        month = {"year": 12, "quarter": 3 * self.number}.get(self.kind, self.number)
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def year_before(self) -> Period:
        """Return the same period a year before."""
        return Period(self.year - 1, self.kind, self.number, self.day)


def read(text: str) -> Period:
    """Return the period of an id; Unreadable("period-unreadable") for anything else."""
    match = _FORM.fullmatch(text.strip().lower())
    if match is None:
        raise Unreadable("period-unreadable", typed=text)
    year = int(match["year"])
    if match["months"]:
        return Period(year, "months", int(match["months"]))
    if match["quarter"]:
        return Period(year, "quarter", int(match["quarter"]))
    if match["day"]:
        try:
            found = date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            raise Unreadable("period-unreadable", typed=text) from None
        return Period(year, "day", found.month, found.day)
    return Period(year, "month", int(match["month"])) if match["month"] else Period(year)


def from_text(text: str, default_year: int | None = None) -> Period | None:
    """Return the period a title tells ("9 THÁNG ĐẦU NĂM 2026"), or None; `default_year` serves where it names no year.

    Years in the numbers and days of decisions don't count; a share of a year that is no period of ours (5 months) is None.
    """
    found = told(text)
    year = found.year or default_year
    if year is None or found.kind is None or (found.kind == "year" and found.year is None):
        return None
    return Period(year, found.kind, found.number)


def name(period: Period, language: str = "vi") -> str:
    """Return what the period is called: "9 tháng đầu năm 2026"."""
    key = "whole_year" if period.kind == "months" and period.number == _YEAR_MONTHS else period.kind
    roman = ("", "I", "II", "III", "IV")[period.number] if period.kind == "quarter" else ""
    return _texts(language)[key].format(year=period.year, number=period.number, day=period.day, roman=roman)


def beside(said: str | None, named: str) -> str:
    """Return a period's name as it follows words on the same thing; "" where they already end with it: "Quỹ năm 2026", "năm 2026"."""
    return "" if fold(said or "").endswith(fold(named)) else named


def slug(period: Period) -> str:
    """Return the period's part of an address below its year: "09-thang", "ca-nam", "quy-3", "thang-11", "23-11"; "" for a year."""
    if period.kind == "months":
        return "ca-nam" if period.number == _YEAR_MONTHS else f"{period.number:02}-thang"
    return {"year": "", "quarter": f"quy-{period.number}", "month": f"thang-{period.number:02}",
            "day": f"{period.day:02}-{period.number:02}"}[period.kind]


@cache
def _texts(language: str) -> dict[str, str]:
    return wording.whole("periods", language)
