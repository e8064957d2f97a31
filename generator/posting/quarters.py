"""What was made public, quarter by quarter, from the history of postings alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator import periods
from generator.catalogue import Catalogue
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.timing import BOARD, WEB, Listed, Quarter
from generator.posting.history import Entry
from generator.posting.store import Store, recall

_MONTHS = 3


def quarters(store: Store, catalogue: Catalogue, shown: frozenset[str], day: date) -> tuple[Quarter, ...]:
    """Return the quarters in which something was first posted until the day, the latest first; `shown` are the ids that have a page."""
    groups: dict[tuple[int, int], list[Listed]] = {}
    for entry in _first_of_versions(store.entries):
        begun = entry.posted_from or entry.day
        if begun <= day:
            groups.setdefault((begun.year, (begun.month - 1) // _MONTHS + 1), []).append(_line(entry, store, catalogue, shown))
    return tuple(_quarter(year, number, groups[year, number]) for year, number in sorted(groups, reverse=True))


def _first_of_versions(entries: Sequence[Entry]) -> list[Entry]:
    back = {number for entry in entries if entry.action == "retracted" for number in entry.numbers}
    first: dict[tuple[str, int], Entry] = {}
    for entry in entries:
        if entry.action == "post" and entry.number not in back:
            first.setdefault((entry.id, entry.version), entry)
    return list(first.values())


def _line(entry: Entry, store: Store, catalogue: Catalogue, shown: frozenset[str]) -> Listed:
    kept = recall(store, entry)
    known = isinstance(kept, Disclosure)
    title = kept.title if isinstance(kept, Disclosure) else entry.id
    page = addresses.page(kept, catalogue) if isinstance(kept, Disclosure) and entry.id in shown else ""
    ways = (*((BOARD,) if entry.places else ()), *((WEB,) if known and page else ()))
    return Listed(title, ways, entry.places, entry.posted_from or entry.day, entry.posted_until, page, entry.version)


def _quarter(year: int, number: int, lines: list[Listed]) -> Quarter:
    period = periods.Period(year, "quarter", number)
    return Quarter(year, number, period.first, period.last,
                   tuple(sorted(lines, key=lambda line: (line.posted_from, line.page, line.title, line.version))))
