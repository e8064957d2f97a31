"""Whether a disclosure came in time, what must still come, and what was made public in a quarter: as pages and prints may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

BOARD, WEB = "board", "web"
Judged: TypeAlias = Literal["on-time", "late", "unknown"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a disclosure came in time: `due` by the count of days, `last` the working day from whose morrow on it is late."""

    state: Judged = "unknown"
    due: date | None = None
    last: date | None = None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Coming:
    """What must be public next by law: its name, until when, and whether that day rests on the latest day the law gives the event."""

    name: str
    last: date
    expected: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the quarterly list: what was made public, in which ways and places, from when until when, and the page."""

    title: str
    channels: tuple[str, ...]
    places: tuple[str, ...]
    posted_from: date
    posted_until: date | None
    page: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Quarter:
    """What was made public in a quarter of a year."""

    year: int
    number: int
    first: date
    last: date
    lines: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of the plan of a year: what, by when, for how long, in which ways; `after` tells the days where no day is known yet."""

    name: str
    last: date | None
    expected: bool
    rule: str
    days: int
    working: bool
    channels: tuple[str, ...]
    places: tuple[str, ...]
    source: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Timing:
    """All of it for one commune and day; `verdicts` by disclosure id holds only those that may be told in public.

    `list_source` and `plan_source` are the rules that ask for the quarterly list and the plan.
    """

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    coming: tuple[Coming, ...] = ()
    quarters: tuple[Quarter, ...] = ()
    plan_year: int = 0
    plan: tuple[Planned, ...] = ()
    list_source: str = ""
    plan_source: str = ""
