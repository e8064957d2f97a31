"""Which tasks of the plan are proved by what the site itself made public in a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.catalogue.plan import Task, tasks
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.periods import Period

Standing: TypeAlias = Literal["done", "earlier", "nothing", "outside"]


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a task: a disclosure's title, the day it was posted, and its page."""

    title: str
    day: str
    page: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """A task with how it stands: made public in the period, only before it, not at all, or nothing that this site could show."""

    task: Task
    standing: Standing
    proofs: tuple[Proof, ...] = ()


def tracked(site: Site, period: Period) -> tuple[Tracked, ...]:
    """Return every task of the plan with its standing in a period."""
    return tuple(_tracked(task, site, period) for task in tasks())


def _tracked(task: Task, site: Site, period: Period) -> Tracked:
    if not task.forms:
        return Tracked(task, "outside")
    found = [one for name in task.forms for one in site.of(name) if one.state != "replaced" and one.posted_from]
    inside = [one for one in found if one.posted_from and period.first <= one.posted_from <= min(period.last, site.day)]
    if inside:
        return Tracked(task, "done", _proofs(inside, site))
    before = sorted((one for one in found if one.posted_from and one.posted_from < period.first), key=lambda one: str(one.posted_from))
    return Tracked(task, "earlier", _proofs(before[-1:], site)) if before else Tracked(task, "nothing")


def _proofs(found: Iterable[Disclosure], site: Site) -> tuple[Proof, ...]:
    newest = sorted(found, key=lambda one: (str(one.posted_from), one.id), reverse=True)
    return tuple(Proof(one.title, str(one.posted_from), addresses.page(one, site.catalogue)) for one in newest)
