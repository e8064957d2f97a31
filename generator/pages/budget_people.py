"""What a table's total comes to for each person and each household of the commune."""

from __future__ import annotations

from dataclasses import dataclass

from generator import money
from generator.disclosed import Disclosure
from generator.kinds.budget.per_head import counts_hold, per_head
from generator.pages import budget_names as named
from generator.pages import budget_words as said
from generator.pages.frame import Maker
from generator.pages.words import sentence


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure and what it is."""

    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class People:
    """The total shared among people: title, tiles, how it was worked out."""

    title: str
    tiles: tuple[Tile, ...]
    how: str


def people(maker: Maker, disclosure: Disclosure) -> People | None:
    """Return what the total comes to for each, or None where the counts are not known or not of the time."""
    commune, words = maker.site.commune, named.own(maker)
    total = said.figure(disclosure.summary.get("total"))
    key = f"people.{disclosure.summary.get('side')}_{'plan' if said.is_plan(disclosure) else 'done'}"
    amount = total.main(disclosure) if total else None
    if amount is None or not words.has(key) or not counts_hold(commune, disclosure, maker.site.day):
        return None
    counted = [(name, per_head(amount, count)) for name, count in (("person", commune.population), ("household", commune.households))]
    tiles, counts = [], []
    for name, found in counted:
        if found:
            tiles.append(Tile(words.plain("people.amount", amount=money.write(found.each)), words.get(f"people.{name}")))
            counts.append(words.plain(f"people.{name}_count", count=money.write(found.count)))
    if not tiles:
        return None
    how = words.plain("people.how", amount=money.write(amount), counts=words.get("people.and").join(counts), kind=maker.kind())
    return People(sentence(words.plain(key, kind=maker.kind())), tuple(tiles), how)
