"""One line of a budget over periods: what each table on show says of it, found by its key or by the same words in the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import periods
from generator.disclosed import Disclosure, PublicRecord
from generator.kinds.budget.arrange import PLANNED
from generator.kinds.budget.words import plain
from generator.vietnamese import slug

_STAGES = ("draft", "decided", "execution", "settlement")


@dataclass(frozen=True, slots=True)
class Moment:
    """What one table says of a line: the amounts in đồng, its share of the plan in percent, and the officer's note on it."""

    disclosure: Disclosure
    record: PublicRecord
    plan: int | None
    done: int | None
    share: float | None
    note: str

    @property
    def planned(self) -> bool:
        """Return whether the table is a plan, in which nothing is done yet."""
        return self.disclosure.stage in PLANNED

    @property
    def main(self) -> int | None:
        """Return the figure the table is about: what was done, or what is planned."""
        return self.plan if self.planned else self.done


def over_time(shown: Iterable[Disclosure]) -> dict[str, tuple[Moment, ...]]:
    """Return each line's moments, the earliest first, by the line's identity; `shown` are the tables of one form and subject."""
    found: dict[str, list[Moment]] = {}
    for disclosure in sorted(shown, key=_order):
        for name, record in lines(disclosure).items():
            moment = _moment(disclosure, record)
            if moment.main is not None:
                found.setdefault(name, []).append(moment)
    return {name: tuple(moments) for name, moments in found.items()}


def lines(disclosure: Disclosure) -> dict[str, PublicRecord]:
    """Return a table's lines by an identity that holds over periods; a line that can't be told from another has none.

    A line the catalogue knows is its key, whether its table has one side or two; another is its own words below its parent's
    identity, or below its side where it has no parent.
    """
    named = identities(disclosure.records)
    often = Counter(named.values())
    return {named[record.id]: record for record in disclosure.records if record.id in named and often[named[record.id]] == 1}


def identities(records: Sequence[PublicRecord]) -> Mapping[str, str]:
    """Return the identity of each line by its id on the page."""
    found: dict[str, str] = {}
    for record in records:
        if record.key:
            found[record.id] = record.key
        elif words := slug(plain(str(record.values.get("label") or ""))):
            found[record.id] = "-".join(part for part in (found.get(record.parent) or record.side, words) if part)
    return found


def side_of(disclosure: Disclosure, record: PublicRecord) -> str:
    """Return the side a line is on: its own, its table's, or that of the total it lies under; "" where nothing tells."""
    told = str(disclosure.summary.get("side") or "")
    if record.side or told != "balance":
        return record.side or told
    above = {one.id: one.parent for one in disclosure.records}
    name, seen = record.id, set[str]()
    while above.get(name) and name not in seen:
        seen.add(name)
        name = above[name]
    totals = {str(dict(disclosure.summary.get(side) or {}).get("id")): side for side in ("revenue", "spending")}
    return totals.get(name, "")


def _moment(disclosure: Disclosure, record: PublicRecord) -> Moment:
    planned = disclosure.stage in PLANNED
    plan, done = (None if key == "done" and planned else _amount(record, key) for key in ("plan", "done"))
    stated = record.values.get("share")
    share = float(stated) if isinstance(stated, int | float) and not planned else None
    return Moment(disclosure, record, plan, done, share, str(record.values.get("note") or "").strip())


def _amount(record: PublicRecord, key: str) -> int | None:
    """Return an amount; a dash is none at all, a blank is not known."""
    value = record.values.get(key)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return 0 if key in record.dashes else None


def _order(disclosure: Disclosure) -> tuple[int, int, str, str]:
    period = periods.read(disclosure.period) if disclosure.period else None
    come = _STAGES.index(disclosure.stage) if disclosure.stage in _STAGES else len(_STAGES)
    return (period.year if period else 0, come, period.last.isoformat() if period else "", disclosure.id)
