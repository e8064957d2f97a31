"""The address of each line on its page: its key, or its label under its parent's; the same from period to period."""

from __future__ import annotations

from collections.abc import Sequence

from generator.kinds.budget.tables import label
from generator.records.record import Record
from generator.vietnamese import slug

_LONGEST = 48


def ids(tables: Sequence[tuple[str, Sequence[Record]]]) -> dict[tuple[str, int], str]:
    """Return the id of each line by (side, row), unique over all tables given."""
    found: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    keyed = {record.key for _, records in tables for record in records if record.key}
    for side, records in tables:
        for record in records:
            name = record.key or _named(record, found.get((side, record.parent or 0), ""), side)
            base, count = name, 1
            while name in taken or (name in keyed and name != record.key):
                count += 1
                name = f"{base}-{count}"
            taken.add(name)
            found[side, record.row] = name
    return found


def _named(record: Record, above: str, side: str) -> str:
    own = slug(label(record)) or slug(record.marker or "") or "dong"
    short = own if len(own) <= _LONGEST else own[:_LONGEST].rpartition("-")[0] or own[:_LONGEST]
    if above:
        return f"{above[-_LONGEST:].strip('-')}-{short}"
    return f"{side}-{short}" if side else short
