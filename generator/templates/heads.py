"""The head of an empty table: heads of one or two levels, those that share an upper head merged under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.templates.designs import Place
from generator.templates.spots import Spot, at

_SPLIT = " > "


def depth(places: tuple[Place, ...]) -> int:
    """Return how many rows the head takes."""
    return max(place.head.count(_SPLIT) for place in places) + 1


def head(places: tuple[Place, ...], row: int) -> Iterator[Spot]:
    """Yield the head's cells from a row on."""
    bottom = row + depth(places) - 1
    column = 1
    for upper, group in groupby(places, key=lambda place: place.head.partition(_SPLIT)[0] if _SPLIT in place.head else place):
        under = tuple(group)
        if isinstance(upper, Place):
            yield Spot(at(row, column, bottom=bottom), "head", upper.head)
        else:
            yield Spot(at(row, column, column + len(under) - 1), "head", upper)
            yield from (Spot(at(row + 1, number, bottom=bottom), "head", one.head.partition(_SPLIT)[2])
                        for number, one in enumerate(under, column))
        column += len(under)
