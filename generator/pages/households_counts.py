"""Households counted by hamlet and class; a count so small that it points at someone is not told."""

from __future__ import annotations

from collections.abc import Sequence

from generator import money
from generator.disclosure.counted import Counted
from generator.pages.frame import Maker
from generator.pages.small_tables import CountRow, Counts

HIDDEN = "*"


def by_class(maker: Maker, found: Counted | None) -> Counts | None:
    """Return the counts by hamlet; small ones are not crossed with classes, whose totals then stand below."""
    words = maker.words
    if found is None:
        return None
    members = (words.get("households.members"),) if found.members else ()
    heads = (words.get("households.hamlet"), *found.classes, words.get("households.households"), *members)
    lines = [CountRow(name or words.plain("households.all", kind=maker.kind()),
                      (*map(money.write, own), money.write(households), *([_number(count)] if found.members else ())), total=not name)
             for name, households, count, own in found.rows]
    apart = [] if found.classes else [CountRow(name, (money.write(number), *("" for _ in members))) for name, number in found.by_class]
    return Counts(words.get("households.counts"), heads, (lines[-1], *apart, *lines[:-1]))


def veiled(columns: Sequence[Sequence[int]], small: int) -> tuple[tuple[int | None, ...], ...]:
    """Return columns of counts without those from 1 up to under `small`.

    Where one alone would be left out of a column, the least of the others goes too, since the column's total is known.
    """
    return tuple(_veiled(column, small) for column in columns)


def _veiled(column: Sequence[int], small: int) -> tuple[int | None, ...]:
    hidden = {place for place, count in enumerate(column) if 0 < count < small}
    if len(hidden) == 1 and len(column) > 1:
        hidden.add(min((place for place in range(len(column)) if place not in hidden), key=lambda place: (column[place], place)))
    return tuple(None if place in hidden else count for place, count in enumerate(column))


def _number(count: int | None) -> str:
    return "" if count is None else money.write(count)
