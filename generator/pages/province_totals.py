"""Sums over the communes of a province, of what they published alike and nothing else: same table, stage, period and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator import periods
from generator.catalogue import Catalogue
from generator.disclosed import Json

Manifest: TypeAlias = Mapping[str, Json]
SHARED = 2  # a sum of one commune is no sum
_SIDES = ("revenue", "spending")
_CLASSES = ("poor", "near-poor")


@dataclass(frozen=True, slots=True)
class Alike:
    """What makes figures of several communes one thing: the form, the stage, the period, and the line of the row set."""

    form: str
    side: str
    stage: str
    period: str
    line: str

    @property
    def last(self) -> date:
        """Return the last day of the period."""
        return periods.read(self.period).last


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over communes, in đồng, None where not every one of them gave it; `each` holds plan and done by commune.

    `per_head` is the main figure by inhabitant, over the `counted` communes that tell how many live there.
    """

    alike: Alike
    plan: int | None
    done: int | None
    each: Mapping[str, tuple[int | None, int | None]]
    per_head: int | None
    counted: int

    @property
    def main(self) -> int:
        """Return what was done, or what was planned where nothing is done yet."""
        return self.done if self.done is not None else self.plan or 0


@dataclass(frozen=True, slots=True)
class Poor:
    """Poor and near-poor households of a year over the communes that published their recognised lists."""

    period: str
    communes: int
    households: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Missing:
    """Communes by name that lack the same tables of a period: the forms they lack."""

    forms: tuple[str, ...]
    communes: tuple[str, ...]


def totals(manifests: Sequence[Manifest]) -> tuple[Total, ...]:
    """Return the sums of revenue and of spending of every period that at least two communes share, the newest first, revenue first."""
    found: dict[Alike, dict[str, tuple[int | None, int | None]]] = {}
    for manifest in manifests:
        for alike, figures in _figures(manifest):
            found.setdefault(alike, {})[str(manifest["commune"]["id"])] = figures
    people = {str(each["commune"]["id"]): each["commune"].get("population") for each in manifests}
    sums = [_total(alike, each, people) for alike, each in found.items() if len(each) >= SHARED]
    return tuple(sorted(sums, key=lambda one: (-one.alike.last.toordinal(), one.alike.stage, _SIDES.index(one.alike.side))))


def newest(sums: Sequence[Total]) -> tuple[Total, ...]:
    """Return the sums of the newest period of budgets carried out; of the newest of any stage where none is."""
    carried = [one for one in sums if one.done is not None] or list(sums)
    return tuple(one for one in carried if (one.alike.stage, one.alike.period) == (carried[0].alike.stage, carried[0].alike.period))


def poor(manifests: Sequence[Manifest]) -> Poor | None:
    """Return the households of the newest year whose recognised lists at least two communes published; None where there is none."""
    found: dict[str, list[Mapping[str, int]]] = {}
    for manifest in manifests:
        for one in _current(manifest):
            classes = (one.get("summary") or {}).get("classes")
            if classes and one["stage"] == "recognised" and one["period"]:
                found.setdefault(str(one["period"]), []).append(classes)
    shared = [period for period, each in found.items() if len(each) >= SHARED]
    if not shared:
        return None
    period = max(shared, key=lambda text: periods.read(text).last)
    each = found[period]
    return Poor(period, len(each), {name: sum(classes.get(name, 0) for classes in each) for name in _CLASSES})


def missing(manifests: Sequence[Manifest], alike: Alike, catalogue: Catalogue) -> tuple[Missing, ...]:
    """Return which communes have not all the tables of a period that the law asks of every commune; nothing where it asks none."""
    wanted = asked(alike, catalogue)
    lacking: dict[tuple[str, ...], list[str]] = {}
    for manifest in manifests:
        there = {one["form"] for one in _current(manifest) if (one["stage"], one["period"]) == (alike.stage, alike.period)}
        lacks = tuple(form for form in wanted if form not in there)
        if lacks:
            lacking.setdefault(lacks, []).append(str(manifest["commune"]["name"]))
    return tuple(Missing(forms, tuple(names)) for forms, names in sorted(lacking.items(), key=lambda one: (-len(one[0]), one[0])))


def asked(alike: Alike, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the forms that the law asks of every commune for a stage and a period; none where the catalogue has no such duty."""
    year = periods.read(alike.period).year
    return next((one.forms for one in catalogue.obligations
                 if (one.stage, one.period.format(year=year)) == (alike.stage, alike.period) and one.kind == "budget"
                 and one.since <= alike.last <= one.until), ())


def _figures(manifest: Manifest) -> Iterator[tuple[Alike, tuple[int | None, int | None]]]:
    for one in _current(manifest):
        summary = one.get("summary") or {}
        if one["kind"] == "budget" and summary.get("side") in _SIDES and one["form"] == f"budget-{summary['side']}" and one["period"]:
            plan, done = summary.get("plan"), summary.get("done")
            if not one["subject"] and summary.get("line") and (plan is not None or done is not None):
                yield Alike(one["form"], summary["side"], one["stage"] or "", one["period"], summary["line"]), (plan, done)


def _current(manifest: Manifest) -> Iterator[Mapping[str, Json]]:
    return (one for one in manifest["disclosures"] if one["state"] != "replaced")


def _total(alike: Alike, each: Mapping[str, tuple[int | None, int | None]], people: Mapping[str, int | None]) -> Total:
    plan, done = (_sum([figures[place] for figures in each.values()]) for place in (0, 1))
    place = 1 if done is not None else 0
    known = {own: (figures[place], people[own]) for own, figures in each.items() if people.get(own) and figures[place] is not None}
    heads = sum(count or 0 for _, count in known.values())
    per_head = round(sum(amount or 0 for amount, _ in known.values()) / heads) if heads else None
    return Total(alike, plan, done, each, per_head, len(known))


def _sum(amounts: Sequence[int | None]) -> int | None:
    given = [amount for amount in amounts if amount is not None]
    return sum(given) if len(given) == len(amounts) else None
