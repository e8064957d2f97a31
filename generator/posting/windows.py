"""From which day until which day a disclosure is on show: stated by the officer, recorded when posted, or counted by the law."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.commune import Commune, Posted
from generator.disclosed import Disclosure
from generator.posting import workdays

STATED = ("posted_from", "posted_until")


class Window(NamedTuple):
    """The first and the last day on show, both included; no last day where no rule sets one."""

    posted_from: date
    posted_until: date | None

    def holds(self, day: date) -> bool:
        """Return whether a day lies in the window; without a last day, every day from the first on does."""
        return self.posted_from <= day and (self.posted_until is None or day <= self.posted_until)


def window(disclosure: Disclosure, commune: Commune, catalogue: Catalogue, day: date, recorded: Window | None = None) -> Window:
    """Return a disclosure's window: the officer's stated days, else the recorded ones, else from `day` as long as its rule says.

    `posted_until` is the last day on show, the first day not counted: 30 days from 2026-07-08 end on 2026-08-07.
    """
    first, last = stated(disclosure, commune)
    if recorded and first in (None, recorded.posted_from):
        return Window(recorded.posted_from, _not_before(last, recorded.posted_from) or recorded.posted_until)
    begins = first or day
    return Window(begins, _not_before(last, begins) or counted(disclosure, catalogue, begins))


def counted(disclosure: Disclosure, catalogue: Catalogue, begins: date) -> date | None:
    """Return the last day on show by the form's posting rule, or None where the catalogue has none for that day."""
    postings = catalogue.form(disclosure.form).postings
    name = postings.get(disclosure.stage or "") or postings.get("")
    rule = catalogue.posting(name, begins) if name else None
    if rule is None:
        return None
    return workdays.calendar(catalogue.work_days, catalogue.work_years).after(begins, rule.days, working=rule.working)


def stated(disclosure: Disclosure, commune: Commune) -> tuple[date | None, date | None]:
    """Return the days the officer stated, None for each that isn't.

    An entry of commune.toml that names the period or the subject comes first, then the workbook's own line, then wider entries.
    """
    entry = _entry(disclosure, commune)
    first, last = (_day(disclosure.facts.get(key)) for key in STATED)
    if entry and (first is None or entry.period or entry.subject):
        return entry.posted_from, entry.posted_until
    return first, last


def reversed_days(disclosure: Disclosure, commune: Commune) -> bool:
    """Return whether the officer stated a last day before the first, which is then not followed."""
    first, last = stated(disclosure, commune)
    return bool(first and last and last < first)


def _entry(disclosure: Disclosure, commune: Commune) -> Posted | None:
    matching = [entry for entry in commune.posted if entry.form == disclosure.form and _matches(entry, disclosure)]
    return max(matching, key=_detail, default=None)


def _matches(entry: Posted, disclosure: Disclosure) -> bool:
    pairs = ((entry.stage, disclosure.stage), (entry.period, disclosure.period), (entry.subject, disclosure.subject))
    return all(wanted in ("", found or "") for wanted, found in pairs)


def _detail(entry: Posted) -> int:
    return sum(map(bool, (entry.stage, entry.period, entry.subject)))


def _day(fact: object) -> date | None:
    try:
        return date.fromisoformat(fact) if isinstance(fact, str) else None
    except ValueError:
        return None


def _not_before(last: date | None, first: date) -> date | None:
    return last if last and last >= first else None
