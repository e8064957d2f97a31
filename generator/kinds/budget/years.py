"""A line year by year: its plan, how far it had come after each part of the year, and where the law's rows changed between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import periods
from generator.catalogue.forms import Form
from generator.kinds.budget.over_time import Moment
from generator.periods import Period

_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Step:
    """How much was done from January to the end of a month; `added` says that it is a sum of quarters, `settled` that it is final."""

    months: int
    amount: int
    moment: Moment
    added: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a line: the plan last told, and its steps; `rows` names the law's row set, which years must share to be joined."""

    year: int
    rows: str
    plan: int | None
    steps: tuple[Step, ...]


def years(moments: Sequence[Moment], form: Form) -> tuple[Year, ...]:
    """Return the years of a line, the earliest first; `moments` stand in the order of time."""
    dated = [moment for moment in moments if moment.disclosure.period]
    return tuple(
        Year(number, row_set(form, number), _plan(own), tuple(_steps(own, form)))
        for number, own in ((number, list(group)) for number, group in groupby(dated, key=lambda moment: _period(moment).year))
    )


def row_set(form: Form, year: int) -> str:
    """Return the name of the row set that a form's tables of a year go by, "" where the catalogue has none."""
    first = Period(year).first
    return next((use.set for use in form.rows if use.since <= first <= use.until), "")


def broken(form: Form, one: int, other: int) -> bool:
    """Return whether the rows changed between two years, so that their totals are not made of the same things."""
    return row_set(form, one) != row_set(form, other)


def _plan(moments: Sequence[Moment]) -> int | None:
    return next((moment.plan for moment in reversed(moments) if moment.plan is not None), None)


def _steps(moments: Sequence[Moment], form: Form) -> Iterator[Step]:
    executed = [moment for moment in moments if moment.disclosure.stage == "execution" and moment.done is not None]
    counted = {_period(one).number: one for one in executed if _period(one).kind == "months"}
    by_quarter = {} if counted else {_period(one).number: one for one in executed if _period(one).kind == "quarter"}
    steps = [Step(number, one.done or 0, one) for number, one in sorted(counted.items())]
    steps += _quarters(by_quarter, cumulative=bool(form.options.get("cumulative_quarters")))
    yield from steps
    settled = next((one for one in moments if one.disclosure.stage == "settlement" and one.done is not None), None)
    if settled:
        yield Step(12, settled.done or 0, settled, settled=True)


def _quarters(found: dict[int, Moment], *, cumulative: bool) -> Iterator[Step]:
    """Yield how far quarters had come; those that stand alone are added up as long as none is missing."""
    come = 0
    for place, (number, moment) in enumerate(sorted(found.items()), 1):
        if cumulative:
            yield Step(number * _QUARTER, moment.done or 0, moment)
        elif number == place:
            come += moment.done or 0
            yield Step(number * _QUARTER, come, moment, added=number > 1)


def _period(moment: Moment) -> Period:
    return periods.read(str(moment.disclosure.period))
