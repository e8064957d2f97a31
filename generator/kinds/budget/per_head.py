"""What a total comes to for each person and each household, where the commune says how many there are and they are of that time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import periods
from generator.commune import Commune
from generator.disclosed import Disclosure


@dataclass(frozen=True, slots=True)
class PerHead:
    """A total shared by a count: whole đồng for each, half a đồng rounded up."""

    amount: int
    count: int
    each: int


def per_head(total: int | None, count: int | None) -> PerHead | None:
    """Return a total shared by a count, or None where either is not known or nothing."""
    if total is None or total <= 0 or not count or count <= 0:
        return None
    each = (2 * total + count) // (2 * count)
    return PerHead(total, count, each) if each else None


def counts_hold(commune: Commune, disclosure: Disclosure, day: date) -> bool:
    """Return whether the commune's counts of today may stand for a period: this year or the last, and of the commune as it now is."""
    if not disclosure.period:
        return False
    period = periods.read(disclosure.period)
    return period.year >= day.year - 1 and all(one.until < period.first for one in commune.predecessor)
