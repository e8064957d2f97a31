"""What must be done and by when, as data: swapped working days, events that days count from, what every commune owes."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from generator.catalogue.forms import Text
from generator.catalogue.law import Certainty


class WorkDay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day on which offices work, or do not, otherwise than the public holidays say; `instead` is the day it was swapped with."""

    day: date
    works: bool
    source: str
    instead: date | None = None
    certain: Certainty = "certain"
    note: str = ""


class WorkYear(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A year whose days off were held against their announcement; what is not "certain" is not settled yet."""

    year: int
    source: str
    certain: Certainty = "certain"
    note: str = ""


class Event(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event that a deadline counts from: how officers write it, and which workbook fact may tell its day ("" for none)."""

    id: str
    kind: str
    name: Text
    stage: str = ""
    words: tuple[str, ...] = ()
    fact: str = ""


class MonthDay(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day of a year; `years` after the year it is asked for."""

    month: int
    day: int
    years: int = 0

    def of(self, year: int) -> date:
        """Return the day for a year."""
        return date(year + self.years, self.month, self.day)


class Obligation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every commune must publish of each year: the forms that make it whole, and the deadline that holds.

    `explained` asks for the explanation text beside the figures. `also` are periods that serve as well. `before` is the
    obligation after which it is no longer asked for. `expected` is the last day
    on which the event that starts the count should have happened. With `published` it is known by when it went public (from that
    day of the year on, for twelve months) and not by the name of its period.
    """

    id: str
    kind: str
    stage: str
    period: str
    forms: tuple[str, ...]
    deadline: str
    name: Text
    statute: str
    article: str
    since: date
    until: date = date.max
    explained: bool = False
    also: tuple[str, ...] = ()
    before: str = ""
    expected: MonthDay | None = None
    published: MonthDay | None = None
    certain: Certainty = "certain"
    note: str = ""


class Milestone(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days of every year on which something else must be done; told before they come, never called late."""

    id: str
    name: Text
    days: tuple[MonthDay, ...]
    statute: str
    article: str
    since: date
    until: date = date.max
    certain: Certainty = "certain"
    note: str = ""


class Reach(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far lists look: so many days back and ahead for the officer, so many ahead and so many lines for residents.

    `remind` is how many days before a day a calendar reminds; from the month `plan_from` on the plan is that of the coming year.
    """

    back: int = 0
    ahead: int = 0
    public: int = 0
    shown: int = 0
    remind: int = 0
    plan_from: int = 1
