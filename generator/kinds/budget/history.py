"""Amounts that stand a hundredfold off the same line of the table itself or of the year before: shown as typed, told to the officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import money
from generator.checks import outliers
from generator.findings import Finding, finding
from generator.kinds.budget.tables import Budget, amount, is_ratio, label
from generator.records.record import Record

_WHOLE_YEAR = frozenset({"year", "months"})
_TWELVE = 12


def unlike(table: Budget) -> Iterator[Finding]:
    """Yield a warning where what was done is a hundred times the plan, or, of a whole year, a hundredth of it or of the year before."""
    for key, beside in (("done", "plan"), ("plan", "prior")):
        if not {key, beside} <= set(table.money):
            continue
        for record in table.records:
            now, then = amount(record, key), amount(record, beside)
            above = now is not None and then is not None and now > then
            if not is_ratio(record) and outliers.far(now, then) and (above or key == "plan" or _is_whole(table)):
                yield _found(table, record, (key, now or 0), (table.reading.file, table.cell(record, beside), then or 0))


def unlike_history(tables: Sequence[Budget]) -> Iterator[Finding]:
    """Yield a warning where a line stands a hundredfold off the same line of the same period a year before."""
    for table in tables:
        before = next((other for other in tables if _is_year_before(other, table)), None)
        if before is None or table.main is None or table.main != before.main:
            continue
        was = {record.key: record for record in before.records if record.key}
        for record in table.records:
            earlier = was.get(record.key or "")
            now, then = amount(record, table.main), amount(earlier, table.main) if earlier else None
            if earlier and outliers.far(now, then):
                yield _found(table, record, (table.main, now or 0), (before.reading.file, before.cell(earlier, table.main), then or 0))


def _is_whole(table: Budget) -> bool:
    period = table.reading.table.period
    return bool(period and period.kind in _WHOLE_YEAR and period.number in {0, _TWELVE})


def _is_year_before(other: Budget, table: Budget) -> bool:
    mine, theirs = table.reading.table, other.reading.table
    return bool(mine.period and theirs.period == mine.period.year_before) and (mine.form, mine.stage, mine.side, mine.subject) == (
        theirs.form,
        theirs.stage,
        theirs.side,
        theirs.subject,
    )


def _found(table: Budget, record: Record, mine: tuple[str, int], beside: tuple[str, str, int]) -> Finding:
    (key, now), (file, cell, then) = mine, beside
    return finding(
        "amount-outlier",
        table.reading.file,
        table.reading.table.sheet.name,
        table.cell(record, key),
        typed=table.typed(record, key),
        label=label(record),
        now=money.write(now),
        then=money.write(then),
        other=file,
        other_cell=cell,
    )
