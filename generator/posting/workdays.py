"""Count days and working days: Monday to Friday, without Vietnam's public holidays, with the days that were swapped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from generator.catalogue.duties import WorkDay, WorkYear

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days offices work: the days worked or given off by decision, and the years whose days off are settled."""

    worked: frozenset[date] = frozenset()
    off: frozenset[date] = frozenset()
    settled: frozenset[int] = frozenset()

    def after(self, day: date, days: int, *, working: bool) -> date:
        """Return the day so many days, or working days, after a day that is not counted itself."""
        if not working:
            return day + timedelta(days=days)
        for _ in range(days):
            day = self.next_working(day + timedelta(days=1))
        return day

    def before(self, day: date, days: int, *, working: bool) -> date:
        """Return the day so many days, or working days, before a day that is not counted itself."""
        if not working:
            return day - timedelta(days=days)
        for _ in range(days):
            day -= timedelta(days=1)
            while not self.is_working(day):
                day -= timedelta(days=1)
        return day

    def next_working(self, day: date) -> date:
        """Return a day itself if it is a working day, otherwise the next one."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def is_working(self, day: date) -> bool:
        """Return whether offices work on a day."""
        if day in self.worked or day in self.off:
            return day in self.worked
        return day.weekday() < _SATURDAY and day not in _holidays(day.year)

    def is_settled(self, first: date, last: date) -> bool:
        """Return whether the days off of every year between two days are settled."""
        return all(year in self.settled for year in range(first.year, last.year + 1))


def calendar(days: Iterable[WorkDay] = (), years: Iterable[WorkYear] = ()) -> WorkCalendar:
    """Return the working days that the catalogue's swapped days and years make; an earlier entry of a day or year comes first."""
    first = {one.day: one.works for one in reversed(tuple(days))}
    known = {one.year: one.certain for one in reversed(tuple(years))}
    return WorkCalendar(
        frozenset(day for day, works in first.items() if works), frozenset(day for day, works in first.items() if not works),
        frozenset(year for year, certain in known.items() if certain == "certain"))


@cache
def _holidays(year: int) -> frozenset[date]:
    from holidays.countries.vietnam import Vietnam  # noqa: PLC0415 - a quarter of a second, needed by few builds

    return frozenset(Vietnam(years=year))  # type: ignore[no-untyped-call]
