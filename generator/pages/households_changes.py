"""What changed since the list before: how many households joined, left and moved, why, and in which hamlets; never who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import money
from generator.disclosed import Disclosure, Json
from generator.pages.frame import Maker
from generator.pages.households_counts import HIDDEN, veiled
from generator.pages.small_tables import CountRow, Counts
from generator.pages.words import beginning

KEYS = ("new", "back", "left", "moved")
_LOOKS = {"new": "in", "back": "in", "left": "out", "moved": "turn", "kept": "same", "unsure": "doubt"}


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change between two lists, and how many households it befell."""

    name: str
    count: str
    look: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the list before; `by_hamlet` has each hamlet's counts in the order of `KEYS`, None for one not told."""

    note: str
    counts: tuple[Change, ...]
    moves: tuple[str, ...]
    reasons: tuple[Counts, ...]
    hamlets: Counts | None
    by_hamlet: Mapping[str, tuple[int | None, ...]]
    against: str


def changes(maker: Maker, disclosure: Disclosure, *, named: bool) -> Changes | None:
    """Return what changed, or None where there is no list before; counts by hamlet are veiled unless the list is `named`."""
    words, found = maker.words, disclosure.summary.get("changes")
    if not found:
        return None
    counts = tuple(
        Change(words.get(f"households.{key}"), money.write(found[key]), look)
        for key, look in _LOOKS.items()
        if found.get(key) is not None and (found[key] or key in {"new", "left"})
    )
    small = 0 if named else int(maker.site.catalogue.form(disclosure.form).options.get("small_cell", 0))
    told = _by_hamlet(found, small)
    against = words.period(found.get("against"))
    return Changes(words.plain("households.changes_note", against=against), counts, _moves(maker, disclosure, found),
                   _reasons(maker, disclosure, found), _table(maker, told), told, against)


def _by_hamlet(found: Json, small: int) -> dict[str, tuple[int | None, ...]]:
    rows = found.get("hamlets") or ()
    columns = veiled([[int(row.get(key) or 0) for row in rows] for key in KEYS], small)
    return {str(row["name"]): tuple(column[place] for column in columns) for place, row in enumerate(rows)}


def _table(maker: Maker, told: Mapping[str, tuple[int | None, ...]]) -> Counts | None:
    if not told:
        return None
    words = maker.words
    order = {one.name: place for place, one in enumerate(maker.site.commune.hamlet)}
    names = sorted(told, key=lambda name: order.get(name, len(order)))
    written = {name: tuple(HIDDEN if one is None else money.write(one) for one in told[name]) for name in names}
    lines = tuple(CountRow(name or words.get("households.no_hamlet"), counts) for name, counts in written.items())
    heads = (words.get("households.hamlet"), *(words.get(f"households.{key}") for key in KEYS))
    veil = words.get("households.veiled") if any(None in counts for counts in told.values()) else ""
    return Counts(words.get("households.changes_hamlets"), heads, lines, veil)


def _moves(maker: Maker, disclosure: Disclosure, found: Json) -> tuple[str, ...]:
    names = {one["key"]: one["name"] for one in disclosure.summary.get("classes") or ()}
    return tuple(
        maker.words.plain("households.move", before=_class_name(maker, names, one["from"]), after=_class_name(maker, names, one["to"]),
                          count=money.write(one["households"]))
        for one in found.get("moves") or ()
    )


def _class_name(maker: Maker, names: Mapping[str, str], key: str) -> str:
    return beginning(names.get(key) or maker.site.catalogue.choice("household-class", key).name.to(maker.site.language))


def _reasons(maker: Maker, disclosure: Disclosure, found: Json) -> tuple[Counts, ...]:
    """Return why households joined and why they left, as the lists say it: the commune's counts alone, crossed with nothing."""
    options, words, tables = maker.site.catalogue.form(disclosure.form).options, maker.words, []
    for group, title in (("joined", "reasons_joined"), ("left", "reasons_left")):
        counts: dict[str, int] = (found.get("reasons") or {}).get(group) or {}
        known = str(options.get(f"{group}_reasons", "")).split()
        said = sorted((key for key in counts if key in known), key=lambda key: (-counts[key], known.index(key)))
        names = {key: maker.site.catalogue.choice("household-note", key).name.to(words.language) for key in said}
        rows = [CountRow(name, (money.write(counts[key]),)) for key, name in names.items()]
        unsaid = sum(number for key, number in counts.items() if key not in known)
        rows += [CountRow(words.get("households.reason_unsaid"), (money.write(unsaid),))] if unsaid else []
        if rows:
            heads = (words.get("households.reason"), words.get("households.households"))
            tables.append(Counts(words.get(f"households.{title}"), heads, tuple(rows)))
    return tuple(tables)
