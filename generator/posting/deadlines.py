"""Whether something came in time: the rule in force for its period, the day it counts from, and the first day of its posting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator import periods
from generator.catalogue import Catalogue
from generator.catalogue.law import Deadline
from generator.disclosed import Disclosure
from generator.disclosure.timing import Verdict
from generator.periods import Period
from generator.posting.history import Entry
from generator.posting.workdays import WorkCalendar

_MONTHS = 12


class Due(NamedTuple):
    """By when: `day` as the law counts it, which the officer is reminded of; `last` moved to a working day, after which it is late."""

    day: date
    last: date


class First(NamedTuple):
    """When something was first public: from which day the record says, and on which day it was recorded."""

    posted_from: date
    recorded: date


def rule_for(catalogue: Catalogue, form: str, stage: str | None, period: Period | None, day: date) -> Deadline | None:
    """Return the deadline of a form's stage for a period, of the days it is in force; None where there is none.

    What covers no period goes by `day`.
    """
    deadlines = catalogue.form(form).deadlines
    return named(catalogue, deadlines.get(stage or "") or deadlines.get("", ""), period, day)


def named(catalogue: Catalogue, name: str, period: Period | None, day: date) -> Deadline | None:
    """Return the deadline of a name for a period, or the one that holds instead where the period is a whole year."""
    on = period.last if period else day
    rule = catalogue.deadline(name, on) if name else None
    if rule and rule.whole_year and period and _whole_year(period):
        return catalogue.deadline(rule.whole_year, on)
    return rule


def count(rule: Deadline, start: date, calendar: WorkCalendar) -> Due:
    """Return by when something must be public; a day off moves the day of lateness to the next working day, not the reminder.

    What must be public before an event is never moved nearer to it.
    """
    if rule.before:
        day = calendar.before(start, rule.days, working=rule.working)
        return Due(day, day)
    day = calendar.after(start, rule.days, working=rule.working)
    return Due(day, calendar.next_working(day))


def judge(rule: Deadline, start: date | None, published: date | None, calendar: WorkCalendar) -> Verdict:
    """Return whether what was published on a day was in time; unknown without the event's day or without a posting."""
    if start is None:
        return Verdict()
    due = count(rule, start, calendar)
    if published is None:
        return Verdict("unknown", due.day, due.last)
    late = (published - due.last).days
    return Verdict("late", due.day, due.last, late) if late > 0 else Verdict("on-time", due.day, due.last)


def judge_in_public(rule: Deadline, start: date | None, first: First | None, calendar: WorkCalendar) -> Verdict:
    """Return a verdict that a page may tell: of a certain rule, a known event, settled days off, and a posting recorded without doubt.

    Where a posting was recorded later than it says it began, the verdict stands only if both days give the same one.
    """
    if rule.certain != "certain" or start is None or first is None:
        return Verdict()
    said, proved = (judge(rule, start, day, calendar) for day in first)
    settled = said.last is not None and calendar.is_settled(start, said.last)
    return said if settled and (said.state, said.days_late) == (proved.state, proved.days_late) else Verdict()


def firsts(entries: Iterable[Entry]) -> dict[str, First]:
    """Return, by disclosure id, when it was first posted, postings that were taken back aside."""
    every = tuple(entries)
    back = {number for entry in every if entry.action == "retracted" for number in entry.numbers}
    found: dict[str, First] = {}
    for entry in every:
        if entry.action == "post" and entry.number not in back:
            found.setdefault(entry.id, First(entry.posted_from or entry.day, entry.day))
    return found


def period_of(disclosure: Disclosure) -> Period | None:
    """Return the period a disclosure covers, or None."""
    return periods.read(disclosure.period) if disclosure.period else None


def _whole_year(period: Period) -> bool:
    return period.kind == "year" or (period.kind == "months" and period.number == _MONTHS)
