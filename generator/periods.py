"""Periods a disclosure covers: a year, 03/06/09/12 months of it, a quarter (before 2026), a month, a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from generator.cells import Unreadable

Kind: TypeAlias = Literal["year", "months", "quarter", "month", "day"]

_FORM = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?:(?P<months>03|06|09|12)m|q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?))?")


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
