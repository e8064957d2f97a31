"""What a commune must do next: publish, take down, answer, remember; each with its day, its rule and how sure the rule is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from generator.catalogue import Catalogue
from generator.catalogue.duties import Milestone
from generator.catalogue.law import Certainty, Deadline
from generator.disclosed import Disclosure
from generator.posting.coming import coming_down, title_of
from generator.posting.occasions import occasions
from generator.posting.owing import Books, Owed, owed
from generator.posting.requests import Duty, all_requests, duties
from generator.posting.store import Store

Sort: TypeAlias = Literal["publish", "take-down", "request", "remind"]
Standing: TypeAlias = Literal["late", "incomplete", "asking", "next", "waiting"]
_GRAVE: tuple[Standing, ...] = ("late", "incomplete", "asking", "next", "waiting")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: `day` is the day to be reminded of, `last` the last day on which it is in time, None where nobody can say.

    `id` stays the same from day to day. `expected` marks a day counted from the latest day the law gives the event, `days` are
    those it is late. `missing` names the tables of it that are not public, `after` the event whose day the officer should tell.
    """

    id: str
    sort: Sort
    standing: Standing
    name: str
    day: date | None = None
    last: date | None = None
    days: int = 0
    expected: bool = False
    missing: tuple[str, ...] = ()
    explained: bool = True
    after: str = ""
    words: str = ""
    source: str = ""
    certain: Certainty = "certain"
    note: str = ""


def due(books: Books, board: Iterable[Disclosure], store: Store, language: str = "vi") -> tuple[Item, ...]:
    """Return all that is to be done as it stands on the books' day: what is late first, then by day."""
    found = [*(_publish(one, books, language) for one in all_owed(books) if one.state(books.day) != "done"),
             *_names(board, store, books), *_requests(store, books, language), *_milestones(books, language)]
    return tuple(sorted(found, key=lambda one: (_GRAVE.index(one.standing) if one.standing == "late" else 1, one.last or date.max, one.id)))


def all_owed(books: Books) -> tuple[Owed, ...]:
    """Return what is owed period by period, and what is owed since an event that was told."""
    return (*owed(books), *occasions(books))


def _publish(one: Owed, books: Books, language: str) -> Item:
    obligation, catalogue, day = one.obligation, books.catalogue, books.day
    standing = one.state(day)
    assert standing != "done"  # noqa: S101 - what is done is no item
    wanted = [event for event in catalogue.known_events if event.id == one.rule.after and event.kind == obligation.kind
              and event.stage in ("", obligation.stage) and event.form in ("", *obligation.forms)]
    untold = one.expected or one.due is None
    return Item(
        one.id, "publish", standing, one.name(language),
        one.due.day if one.due else None, one.due.last if one.due else None,
        (day - one.due.last).days if one.due and standing == "late" else 0, one.expected,
        tuple(catalogue.form(form).name.to(language) for form in one.missing) if one.begun else (), one.explained,
        wanted[0].name.to(language) if wanted and untold else "",
        f"{wanted[0].words[0]} {one.period.year}" if wanted and wanted[0].words and untold else "",
        _source(one.rule, catalogue, language), one.rule.certain, one.rule.note)


def _names(board: Iterable[Disclosure], store: Store, books: Books) -> Iterator[Item]:
    """Yield what names persons and must come down: what is on show by its last day, and names still kept after theirs."""
    for one in coming_down(board, store, books.day):
        yield Item(f"names/{one.id}/v{one.version}", "take-down", "next" if one.days >= 0 else "late", one.title, one.until, one.until,
                   max(0, -one.days))


def _requests(store: Store, books: Books, language: str) -> Iterator[Item]:
    for duty in duties(all_requests(books.entries), books.catalogue):
        entry = store.latest.get(duty.request.id)
        yield _request(duty, title_of(store, entry) if entry else duty.request.id, books, language)


def _request(duty: Duty, title: str, books: Books, language: str) -> Item:
    late = (books.day - duty.by).days
    item = Item(f"request/{duty.request.number}/{duty.rule.id}", "request", "next", title, duty.by, duty.by,
                words=duty.rule.id, source=_source(duty.rule, books.catalogue, language), certain=duty.rule.certain, note=duty.rule.note)
    return replace(item, standing="late", days=late) if late > 0 else item


def _milestones(books: Books, language: str) -> Iterator[Item]:
    """Yield the next day of each milestone of the year."""
    told: set[str] = set()
    for one in books.catalogue.milestones:
        coming = _next(one, books)
        if coming and one.id not in told:
            told.add(one.id)
            day, year = coming
            yield Item(f"{one.id}/{day.isoformat()}", "remind", "next", one.name.to(language).format(year=year), day, day,
                       source=_source(one, books.catalogue, language), certain=one.certain, note=one.note)


def _next(one: Milestone, books: Books) -> tuple[date, int] | None:
    years = range(books.day.year, books.day.year + 2)
    found = [(each.of(year), year) for year in years for each in one.days]
    ahead = [(day, year) for day, year in found if day >= books.day and one.since <= day <= one.until
             and (day - books.day).days <= books.catalogue.reach.ahead]
    return min(ahead, default=None)


def _source(rule: Deadline | Milestone, catalogue: Catalogue, language: str) -> str:
    return f"{rule.article}, {catalogue.statute(rule.statute).name.to(language)}"
