"""The events that days are counted from: what officers wrote in commune.toml, what a workbook says, and a period's own end."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import periods
from generator.catalogue.duties import Event
from generator.cells import Unreadable
from generator.commune import Commune
from generator.days import read_day
from generator.disclosed import Disclosure
from generator.findings import Finding, finding
from generator.periods import Period
from generator.vietnamese import fold, nfc, slug

PERIOD_ENDED = "period-ended"
_YEAR = re.compile(r"(?:nam )?((?:19|20)\d\d)")
_DAY = re.compile(r"(?:ngay )?(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{1,2} thang \d{1,2} nam \d{4})")


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that happened on a day; `about` is the year, or the slug of the purpose, that it is about, `named` that as it was typed."""

    event: Event
    about: str
    day: date
    named: str = ""


def read(commune: Commune, events: Sequence[Event], file: str) -> tuple[tuple[Happened, ...], tuple[Finding, ...]]:
    """Return the events that commune.toml tells, and a finding for each that is not known or does not say what it is about."""
    found: list[Happened] = []
    troubles: list[Finding] = []
    for typed, day in commune.events.items():
        event, named = _recognised(typed, events)
        rest = fold(named)
        about = _about(event, rest) if event else ""
        if event is None:
            troubles.append(finding("event-unknown", file, typed=typed, near=_near(typed, events)))
        elif not about:
            troubles.append(finding("event-about-nothing", file, typed=typed, example=f"{event.words[0]} {day.year}"))
        else:
            found.append(Happened(event, about, day, named))
    return tuple(found), tuple(troubles)


def start(after: str, disclosure: Disclosure, happened: Sequence[Happened], events: Sequence[Event]) -> date | None:
    """Return the day of the event that a disclosure's deadline counts from; None where nobody said it."""
    if of_calendar(after, events):
        return day_of(after, periods.read(disclosure.period), events) if disclosure.period else None
    wanted = {str(periods.read(disclosure.period).year) if disclosure.period else "", disclosure.subject or ""} - {""}
    told = next((one.day for one in happened if _is(one.event, after, disclosure) and one.about in wanted), None)
    return told or _in_workbook(after, disclosure, events)


def of_calendar(after: str, events: Sequence[Event]) -> bool:
    """Return whether an event is a day of the period itself, which nobody need tell."""
    return any(one.id == after and one.period_day for one in events)


def day_of(after: str, period: Period, events: Sequence[Event]) -> date:
    """Return the period's first or last day, whichever an event of the calendar is."""
    first = any(one.id == after and one.period_day == "first" for one in events)
    return period.first if first else period.last


def day_in(text: str) -> date | None:
    """Return the first day that a text names, "Nghị quyết số 28/NQ-HĐND ngày 19/12/2025", or None."""
    match = _DAY.search(fold(text))
    try:
        return read_day(match[1]) if match else None
    except Unreadable:
        return None


def _in_workbook(after: str, disclosure: Disclosure, events: Sequence[Event]) -> date | None:
    facts: Mapping[str, object] = disclosure.facts
    told = (facts.get(event.fact) for event in events if event.fact and _is(event, after, disclosure))
    return next((day for text in told if isinstance(text, str) and (day := day_in(text))), None)


def _is(event: Event, after: str, disclosure: Disclosure) -> bool:
    return (event.id == after and event.kind == disclosure.kind and event.stage in ("", disclosure.stage or "")
            and event.form in ("", disclosure.form))


def _recognised(typed: str, events: Sequence[Event]) -> tuple[Event | None, str]:
    """Return the event whose words an entry begins with, the longest first, and what follows them as it was typed."""
    known = [(fold(word), event) for event in events for word in event.words]
    text = " ".join(nfc(typed).split())
    folded = fold(text)
    for word, event in sorted(known, key=lambda one: -len(one[0])):
        if folded.startswith(word) and not folded[len(word):len(word) + 1].isalnum():
            end = max((place for place in range(len(text) + 1) if fold(text[:place]) == word), default=len(text))
            return event, text[end:].strip(" :,-")
    return None, ""


def _about(event: Event, rest: str) -> str:
    year = _YEAR.fullmatch(rest)
    if year:
        return year[1]
    return slug(rest) if not event.stage else ""


def _near(typed: str, events: Sequence[Event]) -> str:
    words = {fold(word): word for event in events for word in event.words}
    bare = re.sub(r"\s*(?:nam )?\d{4}$", "", fold(typed))
    close = difflib.get_close_matches(bare, list(words), n=1, cutoff=0)
    return words[close[0]] if close else next(iter(words.values()), "")
