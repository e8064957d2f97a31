"""Each hamlet's own part of a household list's page, at an address that can be sent: its counts, its changes, where its list hangs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import money
from generator.disclosed import Disclosure
from generator.disclosure.counted import Counted
from generator.pages.frame import Maker
from generator.pages.households_changes import KEYS, Changes
from generator.pages.households_list import HamletList
from generator.pages.words import beginning, bound, sentence
from generator.vietnamese import slug, sort_key

_SAID = {"new": "hamlet_new", "back": "hamlet_back", "left": "hamlet_left", "moved": "hamlet_moved"}


@dataclass(frozen=True, slots=True)
class HamletPart:
    """A hamlet: its address on the page, its name, count and more in sentences, and its households where they may be named."""

    id: str
    hamlet: str
    name: str
    count: str
    lines: tuple[str, ...]
    list: HamletList | None


def hamlet_ids(names: Iterable[str]) -> dict[str, str]:
    """Return each hamlet's address on the page, "thon-buon-ea-may"; a second of the same letters gets a number."""
    taken: Counter[str] = Counter()
    found = {}
    for name in names:
        base = f"thon-{slug(name) or 'khac'}"
        taken[base] += 1
        found[name] = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return found


def hamlet_parts(
    maker: Maker, disclosure: Disclosure, found: Counted | None, since: Changes | None, lists: tuple[HamletList, ...]
) -> tuple[HamletPart, ...]:
    """Return the hamlets the list or its changes know, in the commune's own order."""
    rows = {row[0]: row for row in (found.rows[:-1] if found else ())}
    named = {one.hamlet: one for one in lists}
    order = {one.name: place for place, one in enumerate(maker.site.commune.hamlet)}
    names = sorted({*rows, *named, *(since.by_hamlet if since else ())}, key=lambda name: (order.get(name, len(order)), sort_key(name)))
    parts = []
    for name, ident in hamlet_ids(names).items():
        count, sentence = _counted(maker, found, rows.get(name))
        lines = (sentence, _changed(maker, name, since), "" if name in named else _hangs(maker, disclosure, name))
        shown = name or maker.words.get("households.no_hamlet")
        parts.append(HamletPart(ident, name, shown, count, tuple(bound(line) for line in lines if line), named.get(name)))
    return tuple(parts)


def _counted(maker: Maker, found: Counted | None, row: tuple[str, int, int | None, tuple[int, ...]] | None) -> tuple[str, str]:
    words = maker.words
    if found is None or row is None:
        return words.get("households.hamlet_none"), ""
    _, households, members, by_class = row
    parts = [words.plain("households.hamlet_class", count=money.write(count), name=beginning(name.removeprefix("Hộ ").strip()))
             for name, count in zip(found.classes, by_class, strict=True) if count]
    parts += [words.plain("households.hamlet_members", count=money.write(members))] if found.members and members else []
    count = words.plain("households.count", count=money.write(households)) if households else words.get("households.hamlet_none")
    return count, (sentence(words.plain("households.hamlet_has", parts=", ".join(parts))) if parts and households else "")


def _changed(maker: Maker, name: str, since: Changes | None) -> str:
    """Return what changed in a hamlet as a sentence; what is too small to tell is said to be so."""
    words = maker.words
    if since is None:
        return ""
    counts: Mapping[str, int | None] = dict(zip(KEYS, since.by_hamlet.get(name, (0,) * len(KEYS)), strict=True))
    said = [words.plain(f"households.{_SAID[key]}", count=money.write(count)) for key, count in counts.items() if count]
    if None in counts.values():
        said.append(words.get("households.hamlet_veiled"))
    if not said:
        return words.plain("households.hamlet_same", against=since.against)
    return words.plain("households.hamlet_changed", against=since.against, parts=", ".join(said))


def _hangs(maker: Maker, disclosure: Disclosure, name: str) -> str:
    """Return where the hamlet's list with names hangs now; "" once it no longer does, or where nobody said."""
    last = disclosure.posted_until
    places = [one.name for one in maker.site.commune.place if one.hamlet == name]
    if not name or not places or (last is not None and last < maker.site.day):
        return ""
    return maker.words.plain("households.hamlet_hangs", places="; ".join(places))
