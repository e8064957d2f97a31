"""The week's bulletins: each is read on several days in a row, and the days are filled alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.announcements.bulletin import Bulletin, bulletins
from generator.catalogue.announcing import reading
from generator.disclosure.site import Site

FOLDER = "loa-truyen-thanh"
PAGE, TEXT, PRINT = f"{FOLDER}/index.html", f"{FOLDER}.txt", f"{FOLDER}.pdf"
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Read:
    """A bulletin with its days of the week."""

    bulletin: Bulletin
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A week, from Monday on, with its bulletins in the order in which they are read."""

    first: date
    read: tuple[Read, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days of the week."""
        return tuple(self.first + timedelta(days=number) for number in range(_DAYS))

    @property
    def runs(self) -> tuple[tuple[tuple[date, ...], tuple[Bulletin, ...]], ...]:
        """Return the days, those side by side on which the same is read put together, each with what is read on it."""
        found: list[tuple[tuple[date, ...], tuple[Bulletin, ...]]] = []
        for day in self.days:
            if found and found[-1][1] == self.on(day):
                found[-1] = ((*found[-1][0], day), found[-1][1])
            else:
                found.append(((day,), self.on(day)))
        return tuple(found)

    def on(self, day: date) -> tuple[Bulletin, ...]:
        """Return what is read on a day."""
        return tuple(one.bulletin for one in self.read if day in one.days)


def week(site: Site) -> Week:
    """Return the week that the site's day lies in."""
    first = site.day - timedelta(days=site.day.weekday())
    return planned(bulletins(site), first)


def planned(found: Sequence[Bulletin], first: date) -> Week:
    """Return bulletins with their days: each begins on the day that makes the fullest of its days least full, the earliest of those.

    A bulletin is read within the days on which its thing hangs; what hangs for fewer days of the week is read on all of them.
    """
    load = dict.fromkeys((first + timedelta(days=number) for number in range(_DAYS)), 0)
    read = []
    for one in found:
        open_days = [day for day in load if (one.begins or day) <= day <= (one.ends or day)]
        count = min(reading().days, len(open_days))
        runs = [open_days[start : start + count] for start in range(len(open_days) - count + 1)]
        days = min(runs, key=lambda run: (max((load[day] for day in run), default=0), run))
        for day in days:
            load[day] += one.seconds
        read.append(Read(one, tuple(days)))
    return Week(first, tuple(sorted(read, key=lambda one: one.days or (first,))))
