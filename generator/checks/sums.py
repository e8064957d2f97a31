"""Whether amounts add up, and whether what is missing is only rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A total that differs from its parts: all in đồng; `rounding` says that half a step per addend explains it."""

    total: int
    added: int
    rounding: bool

    @property
    def difference(self) -> int:
        """Return by how much the total stands above its parts."""
        return self.total - self.added


def gap(total: int, parts: Sequence[int], step: int) -> Gap | None:
    """Return how a total differs from the sum of its parts, None where it does not; `step` is the worth of the last digit given."""
    added = sum(parts)
    if total == added:
        return None
    return Gap(total, added, 2 * abs(total - added) <= step * len(parts))


def drop(before: int, after: int, step: int) -> int:
    """Return by how much an amount fell, 0 where it did not or where rounding to a step explains it."""
    return before - after if before - after > step else 0
