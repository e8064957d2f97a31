"""The same household in two lists: by its code or its head's citizen number, in memory only; a namesake is never proof."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from generator.records.record import Record
from generator.vietnamese import words

# The classes of households named as having left the list, and the note that says the same.
_LEFT_FOR: Final = {"left-poverty": "left", "left-near-poverty": "near-left"}
LEFT: Final = frozenset(_LEFT_FOR)
_WHAT: Final = ("new", "left", "back", "moved", "unsure", "kept")
_SHOWN: Final = ("hamlet", "household_class", "note")
_PROOFS: Final = ("household_code", "citizen_number")


@dataclass(frozen=True, slots=True)
class Listed:
    """A household as it stands in a list: what proves it, what it is called, its class, hamlet and note."""

    proofs: frozenset[str]
    called: str
    hamlet: str
    household_class: str
    note: str = ""

    @property
    def on(self) -> bool:
        """Return whether the household is on the list, and not named there as having left it."""
        return self.household_class not in LEFT

    @property
    def reason(self) -> str:
        """Return why the household joined or left as far as the list says, a key of the notes; "" for unsaid."""
        return self.note or _LEFT_FOR.get(self.household_class, "")


Pair: TypeAlias = tuple[Listed, Listed]
Keys: TypeAlias = Callable[[Listed], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Matched:
    """Two lists held side by side: sure pairs (before, now), pairs of namesakes, and what stands in one list alone."""

    sure: tuple[Pair, ...]
    unsure: tuple[Pair, ...]
    only_before: tuple[Listed, ...]
    only_now: tuple[Listed, ...]


@dataclass
class _Counts:
    total: Counter[str] = field(default_factory=Counter)
    hamlets: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, household: Listed) -> None:
        self.total[what] += 1
        self.hamlets[household.hamlet][what] += 1


def proofs(record: Record) -> frozenset[str]:
    """Return what proves a household's identity: its code, its head's citizen number; never to be shown."""
    found = ((key, words(str(record.private.get(key) or "")).replace(" ", "").lstrip("0")) for key in _PROOFS)
    return frozenset(f"{key}:{text}" for key, text in found if text)


def called(record: Record) -> str:
    """Return the head's name and hamlet as compared."""
    return f"{words(str(record.values.get('head_name') or ''))}|{words(str(record.values.get('hamlet') or ''))}"


def listed(records: Iterable[Record]) -> tuple[Listed, ...]:
    """Return the households of records."""
    return tuple(Listed(proofs(record), called(record), *(str(record.values.get(key) or "") for key in _SHOWN)) for record in records)


def match(before: Sequence[Listed], now: Sequence[Listed]) -> Matched:
    """Return two lists matched: first what is proved, then namesakes of the same hamlet; each household once."""
    sure, before, now = _pairs(before, now, lambda household: household.proofs)
    unsure, before, now = _pairs(before, now, lambda household: frozenset({household.called}))
    return Matched(sure, unsure, before, now)


def changes(before: Sequence[Listed], now: Sequence[Listed], older: Sequence[Listed] = ()) -> dict[str, Any]:
    """Return how many households are new, left, came back, moved between classes, stayed, or can't be told, by hamlet too.

    `older` are the households of lists before the last one: who stood there, and is here again, came back.
    """
    there, here = tuple(one for one in before if one.on), tuple(one for one in now if one.on)
    matched = match(there, here)
    counts = _Counts()
    for was, is_now in matched.sure:
        if was.household_class == is_now.household_class:
            counts.add("kept", is_now)
        else:
            counts.add("moved", is_now)
            counts.moves[was.household_class, is_now.household_class] += 1
    for _, is_now in matched.unsure:
        counts.add("unsure", is_now)
    for was in matched.only_before:
        counts.add("left", was)
    _reasons(matched.only_before, [one for one in now if not one.on], counts)
    _arrivals(matched.only_now, [*older, *(one for one in before if not one.on)], counts)
    return _told(counts)


def _arrivals(arrived: Sequence[Listed], earlier: Sequence[Listed], counts: _Counts) -> None:
    """Count those not in the last list: back where an earlier list proves it, unsure where it has only their name."""
    again = match(earlier, arrived)
    for _, household in again.sure:
        counts.add("back", household)
        counts.joined[household.reason] += 1
    for _, household in again.unsure:
        counts.add("unsure", household)
    for household in again.only_now:
        counts.add("new", household)
        counts.joined[household.reason] += 1


def _reasons(left: Sequence[Listed], named: Sequence[Listed], counts: _Counts) -> None:
    """Count why households left: as the new list says of those it proves to be named there as having left."""
    found = match(left, named)
    counts.gone.update(household.reason for _, household in found.sure)
    unsaid = len(left) - len(found.sure)
    if unsaid:
        counts.gone[""] += unsaid


def _pairs(before: Sequence[Listed], now: Sequence[Listed], keys: Keys) -> tuple[tuple[Pair, ...], tuple[Listed, ...], tuple[Listed, ...]]:
    """Return the pairs that share a key, each household in one at most, and the rest of either list."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, household in enumerate(before):
        for key in keys(household):
            places[key].append(place)
    taken: set[int] = set()
    pairs: list[Pair] = []
    rest: list[Listed] = []
    for household in now:
        free = [place for key in sorted(keys(household)) for place in places.get(key, ()) if place not in taken]
        if free:
            taken.add(free[0])
            pairs.append((before[free[0]], household))
        else:
            rest.append(household)
    return tuple(pairs), tuple(one for place, one in enumerate(before) if place not in taken), tuple(rest)


def _told(counts: _Counts) -> dict[str, Any]:
    shown: Mapping[str, Counter[str]] = counts.hamlets
    return {
        **{what: counts.total[what] for what in _WHAT},
        "hamlets": [{"name": name, **{what: found[what] for what in _WHAT}} for name, found in shown.items()],
        "reasons": {"joined": dict(sorted(counts.joined.items())), "left": dict(sorted(counts.gone.items()))},
        "moves": [{"from": before, "to": now, "households": n} for (before, now), n in sorted(counts.moves.items())],
    }
