"""Count days and working days: Monday to Friday, without Vietnam's public holidays and days off in lieu."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


def after(day: date, days: int, *, working: bool) -> date:
    """Return the day so many days, or working days, after a day that is not counted itself."""
    if not working:
        return day + timedelta(days=days)
    for _ in range(days):
        day = next_working(day + timedelta(days=1))
    return day


def next_working(day: date) -> date:
    """Return a day itself if it is a working day, otherwise the next one."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def is_working(day: date) -> bool:
    """Return whether offices work on a day."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    from holidays.countries.vietnam import Vietnam  # noqa: PLC0415 - a quarter of a second, needed by few builds

    return frozenset(Vietnam(years=year))  # type: ignore[no-untyped-call]
