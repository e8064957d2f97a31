"""By which day names must be down: from the web, from the board, and out of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.disclosed import Disclosure
from generator.posting.history import Entry
from generator.posting.store import Store, names_file, posted_versions, recall


class ComingDown(NamedTuple):
    """A list whose names are on show or kept: its id and version, what it is called, the last day they may be seen.

    `days` is how many days that is away, below nought where the day is past.
    """

    id: str
    version: int
    title: str
    until: date
    days: int


def coming_down(board: Iterable[Disclosure], store: Store, day: date) -> tuple[ComingDown, ...]:
    """Return the lists that name persons and have a last day, the soonest first: what hangs now, and whatever the store still keeps.

    An earlier version whose names are kept until the next posting is told only once its own last day is past.
    """
    hanging = tuple(_hanging(board, day))
    there = {(one.id, one.version) for one in hanging}
    kept = (one for one in _kept(store, {one.id for one in hanging}, day) if (one.id, one.version) not in there)
    return tuple(sorted((*hanging, *kept), key=lambda one: (one.until, one.id, one.version)))


def _hanging(board: Iterable[Disclosure], day: date) -> Iterator[ComingDown]:
    for one in board:
        if one.names and one.posted_until and one.posted_until >= day:
            yield ComingDown(one.id, one.version, one.title, one.posted_until, (one.posted_until - day).days)


def _kept(store: Store, hanging: set[str], day: date) -> Iterator[ComingDown]:
    for (name, version), entry in posted_versions(store.entries).items():
        until = entry.posted_until
        newest = store.latest.get(name) == entry and name not in hanging
        if until and (until < day or newest) and names_file(store.folder, entry).is_file():
            yield ComingDown(name, version, title_of(store, entry), until, (until - day).days)


def title_of(store: Store, entry: Entry) -> str:
    """Return what a posted version is called, its id where its file is lost."""
    kept = recall(store, entry)
    return kept.title if isinstance(kept, Disclosure) else entry.id
