"""What the law asks of every commune in a year, whoever it is: the days that are known beforehand, and what may come up at any time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.commune import Commune
from generator.posting.owing import Books, every


@dataclass(frozen=True, slots=True)
class Dated:
    """Something to be done by a day; `expected` rests on the latest day the law gives the event that begins the count."""

    day: date
    name: str
    expected: bool = False
    certain: bool = True


def yearly(catalogue: Catalogue, year: int) -> tuple[Dated, ...]:
    """Return the days of a year, the soonest first."""
    return tuple(sorted((*_owed(catalogue, year), *_milestones(catalogue, year)), key=lambda one: (one.day, one.name)))


def _owed(catalogue: Catalogue, year: int) -> Iterator[Dated]:
    anybody = Books(Commune(name="-"), catalogue, (), (), (), date(year, 1, 1))
    for one in every(anybody, range(year - 2, year + 3)):
        if one.due and one.due.last.year == year:
            yield Dated(one.due.last, one.name("vi"), one.expected, one.rule.certain == one.obligation.certain == "certain")


def _milestones(catalogue: Catalogue, year: int) -> Iterator[Dated]:
    for one in catalogue.milestones:
        for each in one.days:
            day = each.of(year)
            if one.since <= day <= one.until:
                yield Dated(day, one.name.vi.format(year=year), certain=one.certain == "certain")
