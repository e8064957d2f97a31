"""What of a budget table is public: its lines, its totals, its largest leaves, and what must be said about the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.checks import shares
from generator.commune import Commune
from generator.disclosed import PublicRecord, Shown
from generator.kinds import beside
from generator.kinds.budget.addresses import ids
from generator.kinds.budget.check import share_of
from generator.kinds.budget.figures import summary
from generator.kinds.budget.tables import Budget, amount, budget, is_ratio
from generator.kinds.kind import Parts
from generator.records.record import Reading, Record, Typed


def publish(readings: Sequence[Reading], catalogue: Catalogue, commune: Commune) -> Parts:
    """Return what is made public of a table, or of the two sides of a balance; percentages are the program's own."""
    del commune
    tables = [budget(reading, catalogue) for reading in sorted(readings, key=lambda reading: reading.table.side or "")]
    named = ids([(table.reading.table.side or "", table.records) for table in tables])
    return Parts(
        records=tuple(record for table in tables for record in _records(table, named)),
        facts=beside.public(readings, catalogue),
        summary=summary(tables, named),
        notes=_notes(tables),
        columns=_columns(tables),
    )


def masked(reading: Reading, catalogue: Catalogue, commune: Commune) -> tuple[Mapping[str, Typed], ...]:
    """Return each line's public values: all of a budget's columns that the form calls public."""
    del commune
    public = {column.key for column in catalogue.form(str(reading.table.form)).column if column.public and column.key != "marker"}
    return tuple({key: value for key, value in record.values.items() if key in public} for record in reading.records)


def joinable(readings: Sequence[Reading]) -> bool:
    """Return whether readings of one id are the two sides of one balance."""
    sides = [reading.table.side for reading in readings]
    return None not in sides and len(set(sides)) == len(sides)


def _records(table: Budget, named: Mapping[tuple[str, int], str]) -> Iterator[PublicRecord]:
    side = table.reading.table.side or ""
    public = [
        column
        for column in table.form.column
        if column.public and column.key != "marker" and column.side in {None, table.reading.table.side}
    ]
    percents = {column.key: share_of(column, table) for column in public if column.read == "percent"}
    for record in table.records:
        values: dict[str, Shown] = {}
        for column in public:
            value = _share(record, column.key, percents[column.key]) if percents.get(column.key) else record.values.get(column.key)
            if value is not None:
                values[column.key] = value.isoformat() if isinstance(value, date) else value
        yield PublicRecord(
            id=named[side, record.row],
            marker=record.marker or "",
            values=values,
            dashes=tuple(sorted(record.dashes & {column.key for column in public} - values.keys())),
            level=record.level,
            parent=named[side, record.parent] if record.parent is not None else "",
            key=record.key or "",
            within=record.within,
            style=record.style,
            side=side,
        )


def _share(record: Record, key: str, pair: tuple[str, str] | None) -> Typed:
    stated = record.values.get(key)
    part, whole = (amount(record, name) for name in pair or ("", ""))
    if part is None or not whole:
        return None if pair and (part is not None or whole is not None) else stated
    ours = shares.share(part, whole)
    right = (
        isinstance(stated, (int, float))
        and shares.agrees(float(stated), part, whole)
        and not shares.is_fraction(float(stated), part, whole)
    )
    return round(float(stated), 2) if right and isinstance(stated, (int, float)) and _printed(float(stated)) else ours


def _printed(stated: float) -> bool:
    """Return whether a percentage was typed with at most two digits after the point, so that it is shown as it stands."""
    return round(stated, 2) == stated


def _columns(tables: Sequence[Budget]) -> tuple[str, ...]:
    held = {key for table in tables for key in table.reading.table.columns}
    marked = {"marker"} if any(record.marker for table in tables for record in table.records) else set()
    held = (held - {"marker"}) | marked
    return tuple(dict.fromkeys(column.key for column in tables[0].form.column if column.public and column.key in held))


def _notes(tables: Sequence[Budget]) -> tuple[str, ...]:
    """Return public sentences about the figures, for each thing a reader would otherwise stumble over."""
    words = texts("budget")["notes"]
    findings = [found for table in tables for found in table.reading.findings]
    period = tables[0].reading.table.period
    said = {
        "rounded": any(found.code == "sum-rounded" for found in findings),
        "ratio": any(is_ratio(record) for table in tables for record in table.records),
        "quarter": bool(period and period.kind == "quarter" and not tables[0].form.options.get("cumulative_quarters")),
        "old": tables[0].old,
    }
    return tuple(str(words[name]) for name, holds in said.items() if holds)
