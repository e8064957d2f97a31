"""What is wrong within one budget table: sums, percentages, the commune's own part, a plan that does not balance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import money
from generator.catalogue import Catalogue
from generator.catalogue.forms import Bound, Column
from generator.checks import shares, sums
from generator.commune import Commune
from generator.findings import Finding, Severity, finding
from generator.kinds import beside
from generator.kinds.budget import fractions
from generator.kinds.budget.arrange import PLANNED
from generator.kinds.budget.balance import unbalanced
from generator.kinds.budget.history import unlike
from generator.kinds.budget.rulers import promised
from generator.kinds.budget.tables import MAIN, Budget, amount, budget, closing_totals, is_ratio, label
from generator.records.record import Reading, Record

_QUOTED = 12
_SEVERAL = 2
_NO_UNIT = frozenset({"unit-missing", "units-contradict"})


def check(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Finding, ...]:
    """Return what is wrong within one table; a table older than the catalogue's first law is held to its outline, with warnings."""
    del commune
    table = budget(reading, catalogue)
    if reading.table.unit is None and any(found.code in _NO_UNIT for found in reading.findings):
        return tuple(beside.check(reading, catalogue))
    if not table.unread and not any(amount(record, key) is not None for record in table.records for key in table.money):
        return (finding("no-amounts", reading.file, reading.table.sheet.name, str(reading.table.head)),)
    if table.main not in MAIN[table.reading.table.stage in PLANNED] and not reading.table.side:
        return (finding("figure-missing", reading.file, reading.table.sheet.name, str(reading.table.head)),)
    found = (*_added_up(table), *_across(table), *_bounds(table), *_shares(table), *unlike(table), *beside.check(reading, catalogue))
    return found if reading.table.side else (*found, *unbalanced((table,)))


def _added_up(table: Budget) -> Iterator[Finding]:
    step = table.step
    for record in table.records:
        below = tuple(other for other in table.below(record) if not other.within and not is_ratio(other))
        level = _level(table, record, below)
        if level and below:
            yield from _sum(table, (record, below), step, level)
    for record, parts in closing_totals(table):
        if parts:
            yield from _sum(table, (record, parts), step, "warning" if table.old or not record.key else "error")


def _level(table: Budget, record: Record, below: Sequence[Record]) -> Severity | None:
    """Return how grave a wrong sum is: an error where the row set says that the lines below make up the one above."""
    line = table.lines.get(record.key or "")
    if line and line.children == "sum":
        return "error"
    if line and any(table.lines[other.key].role == "part" for other in below if other.key):
        return "error"
    return "warning" if len(below) > 1 else None


def _sum(table: Budget, lines: tuple[Record, Sequence[Record]], step: int, level: Severity) -> Iterator[Finding]:
    record, below = lines
    gaps: list[Finding] = []
    for key in table.money:
        stated = amount(record, key)
        parts = [other for other in below if amount(other, key) is not None]
        if stated is None or not parts or not table.known((record, *below), key):
            continue
        gap = sums.gap(stated, [amount(other, key) or 0 for other in parts], step)
        if gap:
            gaps.append(_gap(table, (record, key), gap, [table.cell(other, key) for other in parts], level))
    yield from _once(gaps)


def _once(gaps: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what is wrong with a line's sums; what is only suspected in several of its columns is told once, at the first."""
    suspected = [found for found in gaps if found.severity == "warning"]
    if len(suspected) < _SEVERAL:
        yield from gaps
        return
    first = suspected[0]
    others = ", ".join(found.cell or "" for found in suspected[1:][:_QUOTED])
    yield replace(first, code="sums-differ", details=tuple(sorted({**dict(first.details), "others": others}.items())))
    yield from (found for found in gaps if found.severity != "warning")


def _across(table: Budget) -> Iterator[Finding]:
    """Yield a finding where a column of totals differs from its parts: an error where the form says so, a warning where the ruler does."""
    by_form = {balance.total: tuple(key for key in balance.parts if key in table.money) for balance in table.form.balance}
    by_form = {key: parts for key, parts in by_form.items() if key in table.money and len(parts) > 1}
    for key, parts in by_form.items():
        yield from _lines(table, key, parts, "warning" if table.old else "error")
    for key, parts in promised(table):
        if key not in by_form:
            yield from _lines(table, key, parts, "warning")


def _lines(table: Budget, key: str, parts: Sequence[str], level: Severity) -> Iterator[Finding]:
    step = table.step
    for record in table.records:
        stated, held = amount(record, key), [part for part in parts if amount(record, part) is not None]
        if stated is None or not held or is_ratio(record) or not all(table.known((record,), one) for one in (key, *parts)):
            continue
        gap = sums.gap(stated, [amount(record, part) or 0 for part in held], step)
        if gap:
            yield _gap(table, (record, key), gap, [table.cell(record, part) for part in held], level)


def _gap(table: Budget, where: tuple[Record, str], gap: sums.Gap, cells: Sequence[str], level: Severity) -> Finding:
    record, key = where
    named = ", ".join(cells[:_QUOTED]) + (" …" if len(cells) > _QUOTED else "")
    return finding(
        "sum-rounded" if gap.rounding else "sum-differs",
        table.reading.file,
        table.reading.table.sheet.name,
        table.cell(record, key),
        typed=table.typed(record, key),
        level="notice" if gap.rounding else level,
        label=label(record),
        stated=money.write(gap.total),
        added=money.write(gap.added),
        difference=money.write(abs(gap.difference)),
        cells=named,
    )


def _bounds(table: Budget) -> Iterator[Finding]:
    for bound in table.form.bound:
        if not {bound.lower, bound.upper} <= set(table.money):
            continue
        for record in table.records:
            lower, upper = amount(record, bound.lower), amount(record, bound.upper)
            if lower is not None and upper is not None and lower - _moved(table, record, bound) > upper + table.step:
                yield _above(table, record, bound)


def _moved(table: Budget, record: Record, bound: Bound) -> int:
    """Return what of a line's own part was never collected here: transfers, what was carried over, where they stand alone."""
    line = table.lines.get(record.key or "")
    if line and line.role == "moved":
        return 0 if amount(record, bound.upper) else amount(record, bound.lower) or 0
    return sum(_moved(table, other, bound) for other in table.below(record))


def _above(table: Budget, record: Record, bound: Bound) -> Finding:
    code = "own-above-state" if bound.upper.endswith("_nsnn") else "part-above-whole"
    return finding(
        code,
        table.reading.file,
        table.reading.table.sheet.name,
        table.cell(record, bound.lower),
        typed=table.typed(record, bound.lower),
        level="warning" if table.old else None,
        label=label(record),
        lower=money.write(amount(record, bound.lower) or 0),
        upper=money.write(amount(record, bound.upper) or 0),
        upper_cell=table.cell(record, bound.upper),
    )


def _shares(table: Budget) -> Iterator[Finding]:
    for column in table.form.column:
        pair = share_of(column, table)
        if not pair:
            continue
        for record in table.records:
            stated, part, whole = record.values.get(column.key), amount(record, pair[0]), amount(record, pair[1])
            if not isinstance(stated, (int, float)) or part is None or not whole or shares.agrees(float(stated), part, whole):
                continue
            yield finding(
                "share-wrong",
                table.reading.file,
                table.reading.table.sheet.name,
                table.cell(record, column.key),
                typed=table.typed(record, column.key),
                label=label(record),
                right=money.write_percent(shares.share(part, whole) or 0.0),
                part=table.cell(record, pair[0]),
                whole=table.cell(record, pair[1]),
            )


def share_of(column: Column, table: Budget) -> tuple[str, str] | None:
    """Return the (part, whole) columns of a table's percentage."""
    return fractions.pair(column, table.reading.table.columns, table.reading.table.side)
