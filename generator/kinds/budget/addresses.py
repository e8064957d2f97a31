"""The address of each line on its page: its key or its label, with its parent's where it stands twice; stable over periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.kinds.budget.tables import label
from generator.kinds.budget.words import plain
from generator.records.record import Record
from generator.vietnamese import slug

_LONGEST = 48


def ids(tables: Sequence[tuple[str, Sequence[Record]]]) -> dict[tuple[str, int], str]:
    """Return the id of each line by (side, row), unique over all tables given."""
    own = {(side, record.row): record.key or _short(record) for side, records in tables for record in records}
    often = Counter(own.values())
    found: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for side, records in tables:
        for record in records:
            name = own[side, record.row]
            if often[name] > 1 and not record.key:
                name = f"{found[side, record.parent] if record.parent is not None else side or 'muc'}-{name}"
            found[side, record.row] = _unused(name, taken)
            taken.add(found[side, record.row])
    return found


def _unused(name: str, taken: set[str]) -> str:
    count, free = 1, name
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free


def _short(record: Record) -> str:
    text = slug(plain(label(record))) or slug(record.marker or "") or "dong"
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("-")[0] or text[:_LONGEST]
