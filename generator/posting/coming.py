"""By which day names must be down: from the web, from the board, and out of the store."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.posting.store import Store, names_file


class ComingDown(NamedTuple):
    """A posted list whose names are kept: its id and version, the last day they may be seen, and how many days that is away."""

    id: str
    version: int
    until: date
    days: int


def coming_down(store: Store, day: date) -> tuple[ComingDown, ...]:
    """Return the lists that name persons and have a last day, the soonest first; where the last day is past, `days` is below nought."""
    found = [ComingDown(entry.id, entry.version, entry.posted_until, (entry.posted_until - day).days)
             for entry in store.latest.values() if entry.posted_until and names_file(store.folder, entry).is_file()]
    return tuple(sorted(found, key=lambda one: (one.until, one.id)))
