"""Draw lots that fall the same way for the same seed on every machine and Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A stream of lots; uses only `random()`, whose sequence Python promises to keep."""

    def __init__(self, seed: str) -> None:
        """Begin the stream a seed names."""
        self._random = Random(seed)

    def number(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def share(self, low: float, high: float) -> float:
        """Return a number between low and high."""
        return low + self._random.random() * (high - low)

    def one(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.number(0, len(items) - 1)]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Return so many different items, in the order they lie."""
        chosen = set(self.order(range(len(items)))[:count])
        return [item for place, item in enumerate(items) if place in chosen]

    def order(self, items: Sequence[T]) -> list[T]:
        """Return the items in another order."""
        return [item for _, item in sorted(((self._random.random(), place), item) for place, item in enumerate(items))]

    def chance(self, likelihood: float) -> bool:
        """Return yes as often as the likelihood says."""
        return self._random.random() < likelihood
