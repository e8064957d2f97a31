"""Amounts that stand a hundredfold off the same line of the table itself or of the year before: shown as typed, told to the officer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import money
from generator.checks import outliers
from generator.findings import Finding, finding
from generator.kinds.budget.tables import Budget, amount, is_ratio, label
from generator.periods import Period
from generator.records.record import Record

_WHOLE_YEAR = frozenset({"year", "months"})
_TWELVE = 12
_NEIGHBOURS = {"done": ("plan", "prior"), "plan": ("prior",)}


def unlike(table: Budget) -> Iterator[Finding]:
    """Yield a warning where an amount is a hundredfold off its neighbour in the row; in part of a year less may be done."""
    told: set[tuple[int, str]] = set()
    for key, beside in _pairs(table):
        for record in table.records:
            if (record.row, key) in told:
                continue
            now, then = amount(record, key), amount(record, beside)
            above = now is not None and then is not None and now > then
            times = outliers.FAR if above or key.startswith("plan") or _is_whole(table) else outliers.FARTHER
            if not is_ratio(record) and outliers.far(now, then, times):
                told.add((record.row, key))
                yield _found(table, record, (key, now or 0), (table.reading.file, table.cell(record, beside), then or 0))


def _pairs(table: Budget) -> Iterator[tuple[str, str]]:
    """Yield the columns of amounts that stand for one thing in a row, with the neighbour to hold each against."""
    for key in table.money:
        stem, _, part = key.partition("_")
        for neighbour in _NEIGHBOURS.get(stem, ()):
            beside = f"{neighbour}_{part}" if part else neighbour
            if beside in table.money:
                yield key, beside


def unlike_history(tables: Sequence[Budget]) -> Iterator[Finding]:
    """Yield a warning where a line stands a hundredfold off the same line a year before, or in the last period before this one."""
    for table in tables:
        told = {found.cell for found in table.reading.findings if found.code == "amount-outlier"}
        for before in _before(table, tables):
            found = [one for one in _unlike_before(table, before) if one.cell not in told]
            told |= {one.cell for one in found}
            yield from found


def _before(table: Budget, tables: Sequence[Budget]) -> Iterator[Budget]:
    """Yield the tables of the same thing for the same period a year before and for the last period before this one."""
    period = table.reading.table.period
    alike = [other for other in tables if _is_alike(other, table) and period and table.main and table.main == other.main]
    yield from (other for other in alike if period and other.reading.table.period == period.year_before)
    earlier = [other for other in alike if period and _period(other).kind == period.kind and _period(other).last < period.last]
    last = max(earlier, key=lambda other: _period(other).last, default=None)
    if last and period and last.reading.table.period != period.year_before:
        yield last


def _unlike_before(table: Budget, before: Budget) -> Iterator[Finding]:
    main = table.main or ""
    was = {record.key: record for record in before.records if record.key}
    for record in table.records:
        earlier = was.get(record.key or "")
        now, then = amount(record, main), amount(earlier, main) if earlier else None
        if earlier and not is_ratio(record) and outliers.far(now, then):
            yield _found(table, record, (main, now or 0), (before.reading.file, before.cell(earlier, main), then or 0))


def _is_whole(table: Budget) -> bool:
    period = table.reading.table.period
    return bool(period and period.kind in _WHOLE_YEAR and period.number in {0, _TWELVE})


def _is_alike(other: Budget, table: Budget) -> bool:
    mine, theirs = table.reading.table, other.reading.table
    return (mine.form, mine.stage, mine.side, mine.subject) == (theirs.form, theirs.stage, theirs.side, theirs.subject)


def _period(table: Budget) -> Period:
    return table.reading.table.period or Period(0)


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
