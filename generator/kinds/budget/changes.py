"""What changed, line by line, against the same period of the year before: one table, or the quarters that make it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.disclosed import Disclosure, PublicRecord
from generator.kinds.budget.over_time import lines


@dataclass(frozen=True, slots=True)
class Change:
    """A line now and a year before, in đồng, with the officer's note on it."""

    identity: str
    record: PublicRecord
    now: int
    then: int
    note: str

    @property
    def difference(self) -> int:
        """Return by how much it stands above the year before."""
        return self.now - self.then


def changes(disclosure: Disclosure, before: Sequence[Disclosure]) -> tuple[Change, ...]:
    """Return the lines of a table that lie at the end of its tree and are known a year before, the largest difference first."""
    own, then = lines(disclosure), [lines(one) for one in before]
    above = {record.parent for record in disclosure.records if not record.within}
    found = [
        change
        for name, record in own.items()
        if before and not record.within and record.id not in above and record.style != "total" and (change := _change(name, record, then))
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.difference)))


def _change(name: str, record: PublicRecord, then: Sequence[Mapping[str, PublicRecord]]) -> Change | None:
    amounts = [_done(found[name]) if name in found else None for found in then]
    now, known = _done(record), [amount for amount in amounts if amount is not None]
    if now is None or len(known) < len(amounts) or not (now or any(known)):
        return None
    return Change(name, record, now, sum(known), str(record.values.get("note") or "").strip())


def _done(record: PublicRecord) -> int | None:
    value = record.values.get("done")
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return 0 if "done" in record.dashes else None
