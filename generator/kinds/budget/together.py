"""What shows when a commune's budget tables are held side by side: sides and totals, period against period, execution against plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from generator import money, periods
from generator.catalogue import Catalogue
from generator.checks import sums
from generator.commune import Commune
from generator.findings import Finding, finding
from generator.kinds.budget.balance import both, unbalanced
from generator.kinds.budget.courses import courses
from generator.kinds.budget.history import unlike_history
from generator.kinds.budget.tables import Budget, amount, budget, label, main_total
from generator.records.record import Reading, Record

_SHOWN = 8


def check_together(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:
    """Return what shows between tables of one commune; only tables whose period and stage are known are held together."""
    del commune
    tables = [budget(reading, catalogue) for reading in readings if reading.table.period and reading.table.stage]
    return (*_sides(tables), *_totals(tables), *_later(tables), *_plans(tables), *unlike_history(tables), *courses(tables))


def _sides(tables: Sequence[Budget]) -> Iterator[Finding]:
    for group in _grouped(tables, lambda table: (*_place(table), table.form.id, table.reading.file, table.reading.table.sheet.name)):
        if len(group) > 1 and all(table.reading.table.side for table in group):
            yield from unbalanced(group)


def _totals(tables: Sequence[Budget]) -> Iterator[Finding]:
    """Yield a warning where the total of a revenue or spending table is not that of the balance of its period and stage."""
    for group in _grouped(tables, _place):
        revenue, spending, _ = both([table for table in group if table.form.side == "both"])
        for side, held in (("revenue", revenue), ("spending", spending)):
            if held is None or len(held[1]) != 1:
                continue
            for table in group:
                line = main_total(table) if table.form.side == side else None
                if line and (line.key or not table.lines) and not (table.old and not table.form.codes):
                    yield from _differs("totals-disagree", (table, line), (held[0], held[1][0]))


def _later(tables: Sequence[Budget]) -> Iterator[Finding]:
    """Yield a warning where a line counted from January falls below what it was by an earlier month."""
    counted = [table for table in tables if table.reading.table.stage == "execution" and _cumulative(table)]
    for group in _grouped(counted, _year):
        ordered = sorted(group, key=lambda table: table.reading.table.period or periods.Period(0))
        for before, after in pairwise(ordered):
            if before.reading.table.period != after.reading.table.period:
                yield from list(_fallen(before, after))[:_SHOWN]


def _cumulative(table: Budget) -> bool:
    period = table.reading.table.period
    return bool(period and table.form.options.get("cumulative_quarters" if period.kind == "quarter" else "cumulative"))


def _fallen(before: Budget, after: Budget) -> Iterator[Finding]:
    step = max(before.step, after.step)
    was = {record.key: record for record in before.records if record.key}
    for record in after.records:
        earlier = was.get(record.key or "")
        now, then = amount(record, "done"), amount(earlier, "done") if earlier else None
        if earlier is None or now is None or then is None or not sums.drop(then, now, step):
            continue
        period = before.reading.table.period
        yield finding(
            "later-below-earlier",
            after.reading.file,
            after.reading.table.sheet.name,
            after.cell(record, "done"),
            typed=after.typed(record, "done"),
            label=label(record),
            now=money.write(now),
            then=money.write(then),
            period=periods.name(period, "vi") if period else "",
            other=before.reading.file,
            other_cell=before.cell(earlier, "done"),
        )


def _plans(tables: Sequence[Budget]) -> Iterator[Finding]:
    """Yield a warning where the plan in an execution or settlement table is not the plan the council decided for that year."""
    for table in tables:
        period = table.reading.table.period
        if period is None or table.reading.table.stage not in {"execution", "settlement"}:
            continue
        decided = next(
            (
                other
                for other in tables
                if other.reading.table.stage == "decided"
                and other.form.id == table.form.id
                and other.reading.table.period == periods.Period(period.year)
                and other.reading.table.side == table.reading.table.side
                and other.reading.table.subject == table.reading.table.subject
            ),
            None,
        )
        mine, theirs = main_total(table), main_total(decided) if decided else None
        if decided and mine and theirs:
            yield from _differs("plan-disagrees", (table, mine), (decided, theirs), "plan")


def _differs(code: str, one: tuple[Budget, Record], other: tuple[Budget, Record], key: str | None = None) -> Iterator[Finding]:
    """Yield a warning where two tables give different amounts for one thing, beyond the rounding of the coarser."""
    (table, line), (against, beside) = one, other
    mine, theirs = key or table.main, key or against.main
    if not mine or not theirs or mine not in table.money or theirs not in against.money:
        return
    stated, said = amount(line, mine), amount(beside, theirs)
    if stated is None or said is None or abs(stated - said) <= max(table.step, against.step):
        return
    yield finding(
        code,
        table.reading.file,
        table.reading.table.sheet.name,
        table.cell(line, mine),
        typed=table.typed(line, mine),
        label=label(line),
        stated=money.write(stated),
        said=money.write(said),
        difference=money.write(abs(stated - said)),
        other=against.reading.file,
        other_sheet=against.reading.table.sheet.name or "",
        other_cell=against.cell(beside, theirs),
    )


def _year(table: Budget) -> tuple[object, ...]:
    period = table.reading.table.period
    return table.form.id, period.year if period else 0, table.reading.table.subject


def _place(table: Budget) -> tuple[object, ...]:
    return table.reading.table.stage, table.reading.table.period, table.reading.table.subject


def _grouped(tables: Iterable[Budget], of: Callable[[Budget], object]) -> list[list[Budget]]:
    groups: dict[object, list[Budget]] = {}
    for table in tables:
        groups.setdefault(of(table), []).append(table)
    return list(groups.values())
