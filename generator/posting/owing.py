"""What a commune owes by law, period by period: which tables of it are public, since when, and by when it is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from generator import periods
from generator.catalogue import Catalogue
from generator.catalogue.duties import Obligation
from generator.catalogue.law import Deadline
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.periods import Period
from generator.posting import events, workdays
from generator.posting.deadlines import Due, count, firsts, named
from generator.posting.events import Happened
from generator.posting.history import Entry
from generator.posting.windows import stated

State: TypeAlias = Literal["late", "incomplete", "asking", "next", "waiting", "done"]


@dataclass(frozen=True, slots=True)
class Public:
    """Something that went public: what it is, and its first day."""

    form: str
    stage: str
    period: str
    day: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Books:
    """All that tells what a commune owes on a day: its settings, the law, its history, what is read today, and the events told."""

    commune: Commune
    catalogue: Catalogue
    entries: tuple[Entry, ...]
    found: tuple[Disclosure, ...]
    happened: tuple[Happened, ...]
    day: date

    @property
    def calendar(self) -> workdays.WorkCalendar:
        """Return the working days."""
        return workdays.calendar(self.catalogue.work_days, self.catalogue.work_years)

    @property
    def begun(self) -> date:
        """Return the commune's first day: the one after its predecessors' last."""
        return max((one.until + timedelta(days=1) for one in self.commune.predecessor), default=date.min)


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed for one period: `due` counts from the event, or from the latest day the law gives it where `expected`.

    `missing` are the forms that are not public; `explained` is False where the explanation text is still asked for.
    """

    obligation: Obligation
    period: Period
    rule: Deadline
    due: Due | None
    expected: bool
    missing: tuple[str, ...]
    explained: bool

    def state(self, day: date) -> State:
        """Return how it stands on a day: "asking" is overdue by the latest day of an event whose own day nobody told, or by our reading.

        Only a rule of whose rhythm the law itself speaks is called late.
        """
        if not self.missing:
            return "done" if self.explained else "incomplete"
        if self.due is None:
            return "waiting"
        if day <= self.due.last:
            return "next"
        return "asking" if self.expected or (self.obligation.rolling and self.obligation.certain != "certain") else "late"

    @property
    def id(self) -> str:
        """Return the id that it keeps from day to day."""
        return f"{self.obligation.id}/{self.period}"

    def name(self, language: str) -> str:
        """Return what is owed, with its year or period put in."""
        return self.obligation.name.to(language).format(year=self.period.year, period=periods.name(self.period, language))

    @property
    def begun(self) -> bool:
        """Return whether a part of it is public, but not the whole."""
        return 0 < len(self.missing) < len(self.obligation.forms)


def owed(books: Books) -> tuple[Owed, ...]:
    """Return everything the commune owes within reach of the day, done or not, the soonest first."""
    found = every(books, range(books.day.year - 2, books.day.year + 3))
    over = {(one.obligation.id, str(one.period)) for one in found if not one.missing}
    newest = _newest(found, books.day)
    left = [one for one in found if (one.obligation.before, str(one.period)) not in over and within(one, books)]
    return tuple(one for one in left if not one.obligation.rolling or one.period.first >= newest[one.obligation.forms])


def _newest(found: Iterable[Owed], day: date) -> dict[tuple[str, ...], date]:
    """Return, for the forms of rolling obligations, when their newest period begins that is public or already past its last day."""
    newest: dict[tuple[str, ...], date] = {}
    for one in found:
        reached = not one.missing or (one.due is not None and one.due.last < day)
        begun = one.period.first if reached else date.min
        newest[one.obligation.forms] = max(newest.get(one.obligation.forms, date.min), begun)
    return newest


def every(books: Books, years: Iterable[int]) -> tuple[Owed, ...]:
    """Return what the commune owes for the periods of some years, done or not, the soonest first."""
    public = tuple(published(books))
    found = [one for year in years for one in _of_year(year, books, public)]
    return tuple(sorted(found, key=lambda one: (one.due.last if one.due else one.period.last, one.obligation.id)))


def published(books: Books) -> Iterator[Public]:
    """Yield what was first posted until the day, by the history, or by the officer's own statement where the history has nothing."""
    first = firsts(books.entries)
    seen: dict[str, Entry] = {}
    for entry in books.entries:
        if entry.action == "post" and entry.id in first:
            seen.setdefault(entry.id, entry)
    for name, entry in seen.items():
        if first[name].posted_from <= books.day:
            subject = name.rpartition("/")[2].removeprefix("-")
            yield Public(entry.form, entry.stage or "", entry.period or "", first[name].posted_from, subject)
    for one in books.found:
        begun, _ = stated(one, books.commune)
        if one.id not in first and begun and begun <= books.day:
            yield Public(one.form, one.stage or "", one.period or "", begun, one.subject or "")


def _of_year(year: int, books: Books, public: Sequence[Public]) -> Iterator[Owed]:
    told: set[str] = set()
    for obligation in books.catalogue.duties:
        period = periods.read(obligation.period.format(year=year))
        rule = named(books.catalogue, obligation.deadline, period, period.last)
        if rule and obligation.since <= period.last <= obligation.until and obligation.id not in told:
            told.add(obligation.id)
            yield _owed(obligation, period, rule, books, public)


def _owed(obligation: Obligation, period: Period, rule: Deadline, books: Books, public: Sequence[Public]) -> Owed:
    names = {str(period), *(name.format(year=period.year, month=f"{period.first.month:02}") for name in obligation.also)}
    there = {one.form for one in public if _fits(one, obligation, names, period.year)}
    start = _start(obligation, period, rule, books)
    expected = start is None and obligation.expected is not None
    begins = obligation.expected.of(period.year) if start is None and obligation.expected else start
    return Owed(obligation, period, rule, count(rule, begins, books.calendar) if begins else None, expected,
                tuple(form for form in obligation.forms if form not in there),
                not obligation.explained or _is_explained(obligation, names, books))


def _fits(one: Public, obligation: Obligation, names: set[str], year: int) -> bool:
    if one.form not in obligation.forms or one.stage != obligation.stage:
        return False
    if obligation.published:
        return obligation.published.of(year) <= one.day < obligation.published.of(year + 1)
    return one.period in names


def _start(obligation: Obligation, period: Period, rule: Deadline, books: Books) -> date | None:
    """Return the day of the event that starts the count: the period's own end, what the officer wrote, or what a workbook cites."""
    if events.of_calendar(rule.after, books.catalogue.events):
        return events.day_of(rule.after, period, books.catalogue.events)
    own = [one for one in books.happened if (one.event.id, one.event.kind) == (rule.after, obligation.kind)
           and one.event.stage in ("", obligation.stage) and one.event.form in ("", *obligation.forms)]
    if obligation.published:
        first, last = obligation.published.of(period.year), obligation.published.of(period.year + 1)
        return min((one.day for one in own if first <= one.day < last), default=None)
    told = next((one.day for one in own if one.about == str(period.year)), None)
    cited = (events.start(rule.after, one, (), books.catalogue.known_events) for one in books.found
             if (one.form in obligation.forms and (one.stage or "") == obligation.stage and one.period == str(period)))
    return told or min(filter(None, cited), default=None)


def _is_explained(obligation: Obligation, names: set[str], books: Books) -> bool:
    """Return whether the explanation text is there: beside the figures, or stated by the officer beside the posting's days."""
    by_hand = any(one.explained and one.form in obligation.forms and one.stage in ("", obligation.stage) and one.period in names
                  for one in books.commune.posted)
    return by_hand or any(one.explanation for one in _same(obligation, names, books.found))


def _same(obligation: Obligation, names: set[str], found: Iterable[Disclosure]) -> Iterator[Disclosure]:
    yield from (one for one in found if one.form in obligation.forms and (one.stage or "") == obligation.stage and one.period in names)


def within(one: Owed, books: Books) -> bool:
    """Return whether something owed is near enough to the day to be told of, and not from before the commune's first day."""
    reach, day = books.catalogue.reach, one.due.last if one.due else one.period.last
    if day < books.begun:
        return False
    return books.day - timedelta(days=reach.back) <= day <= books.day + timedelta(days=reach.ahead)
