"""One year of the budget from draft to settlement: the steps that the law asks for, what each said, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from generator import money, periods
from generator.catalogue.duties import Obligation
from generator.disclosed import Disclosure
from generator.pages.budget_overview import both_sides
from generator.pages.disclosures import stage_and_period
from generator.pages.frame import Maker
from generator.pages.small_tables import CountRow, Counts
from generator.pages.words import sentence

_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    amounts: tuple[int, int] | None
    ended: bool


def chain(maker: Maker, number: int, found: Sequence[Disclosure]) -> Counts | None:
    """Return a year's steps with what came in and what was spent, from the first that is on show; None where there are not two."""
    steps = list(dropwhile(lambda one: one.amounts is None, _steps(maker, number, found)))
    amounts = [amount for step in steps if step.amounts for amount in step.amounts]
    if len(amounts) < 2 * _LEAST:
        return None
    rows = tuple(_row(maker, step) for step in steps)
    heads = tuple(maker.words.get(key) for key in ("lists.chain_step", "lists.chain_in", "lists.chain_out"))
    return Counts(maker.words.plain("lists.chain", year=number), heads, rows)


def _row(maker: Maker, step: _Step) -> CountRow:
    if step.amounts:
        return CountRow(step.name, tuple(money.short(amount, maker.site.language) for amount in step.amounts))
    return CountRow(maker.words.plain("lists.chain_none" if step.ended else "lists.chain_later", step=step.name), ("–", "–"))


def _steps(maker: Maker, number: int, found: Sequence[Disclosure]) -> Iterator[_Step]:
    """Yield the steps of a year in the catalogue's order, each by the law of its own period."""
    own = [one for one in found if one.kind == "budget" and not one.predecessor]
    for asked in maker.site.catalogue.duties:
        period = periods.read(asked.period.format(year=number)) if asked.kind == "budget" and asked.stage else None
        if period and asked.since <= period.last <= asked.until:
            there = [one for one in own if (one.stage, one.period) in _meant(asked, number)]
            stage = maker.site.catalogue.stage(asked.kind, asked.stage)
            named = stage.name.to(maker.site.language) if stage and stage.slug else maker.words.period(str(period))
            yield _Step(sentence(stage_and_period(maker, there[0]) if there else named), _amounts(there), period.last < maker.site.day)


def _meant(asked: Obligation, number: int) -> set[tuple[str, str]]:
    return {(asked.stage, period.format(year=number)) for period in (asked.period, *asked.also)}


def _amounts(found: Sequence[Disclosure]) -> tuple[int, int] | None:
    both = both_sides(found)
    came, went = (both.revenue.main(both.source), both.spending.main(both.source)) if both else (None, None)
    return (came, went) if came is not None and went is not None else None
