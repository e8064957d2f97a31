"""What must be done and by when, as data: swapped working days, events that days count from, what every commune owes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.catalogue.forms import Form, Text
from generator.catalogue.law import Certainty, Deadline


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
    """An event that a deadline counts from: how officers write it, and which workbook fact may tell its day ("" for none).

    `period_day` marks an event of the calendar: the period's own first or last day.
    One that is `each` form's own is written with the form's name behind its words, and stands for one event of each `form`.
    """

    id: str
    kind: str
    name: Text
    stage: str = ""
    words: tuple[str, ...] = ()
    fact: str = ""
    period_day: Literal["first", "last", ""] = ""
    each: bool = False
    form: str = ""


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
    obligation after which it is no longer asked for. Of a `rolling` one only the newest period is asked for. `expected` is the last day
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
    rolling: bool = False
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


def own_obligations(forms: Iterable[Form]) -> Iterator[Obligation]:
    """Yield what the forms' own duties make, one for each of their periods."""
    for form in forms:
        for duty in form.duty:
            for period in duty.periods:
                name = "-".join(filter(None, (form.id, duty.stage, period.removeprefix("{year}").strip("-"))))
                yield Obligation(
                    id=name, kind=form.kind, stage=duty.stage, period=period, forms=(form.id,), name=duty.name, statute=duty.statute,
                    deadline=form.deadlines.get(duty.stage) or form.deadlines.get("", ""), article=duty.article, since=duty.since,
                    until=duty.until, also=duty.also, certain=duty.certain, note=duty.note, rolling=True)


def own_events(events: Iterable[Event], forms: Iterable[Form], deadlines: Iterable[Deadline]) -> Iterator[Event]:
    """Yield the events, those that are each form's own once for every form of their kind that has a deadline after them."""
    known = tuple(forms)
    after = {(rule.id, rule.after) for rule in deadlines}
    for event in events:
        if not event.each:
            yield event
        for form in known if event.each else ():
            if form.kind == event.kind and any((name, event.id) in after for name in form.deadlines.values()):
                yield replace(event, each=False, form=form.id, words=tuple(f"{word} {_small(form.name.vi)}" for word in event.words))


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
