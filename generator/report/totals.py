"""Work out the counts and totals of a table that an officer can hold against the signed paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator import money
from generator.catalogue.forms import Column, Form
from generator.catalogue.texts import texts
from generator.records.record import Reading, Record
from generator.report.shown import name_of, public_columns

_MOST = 12


def totals(reading: Reading, form: Form, language: str) -> tuple[tuple[str, str], ...]:
    """Return names and written values: the uppermost lines of a budget as they stand, the sums of a list's columns."""
    words = texts("report", language)["told"]
    counted = [column for column in public_columns(reading, form) if column.read in ("money", "count")]
    if form.options.get("totals_are_rows"):
        return tuple(_uppermost(reading, counted, language))[:_MOST]
    sums = ((column, sum(_number(record, column) for record in reading.records)) for column in counted)
    return ((words["rows"], str(len(reading.records))),
            *((name_of(column, language), _written(value, column, words["dong"])) for column, value in sums))


def _uppermost(reading: Reading, columns: list[Column], language: str) -> Iterator[tuple[str, str]]:
    dong = texts("report", language)["told"]["dong"]
    for record in reading.records:
        if record.level == 0 and record.style == "total":
            yield from ((f"{record.values.get('label') or record.values.get('agency') or ''}: {name_of(column, language)}",
                         _written(_number(record, column), column, dong))
                        for column in columns if record.values.get(column.key) is not None)


def _number(record: Record, column: Column) -> int:
    value = record.values.get(column.key)
    return value if isinstance(value, int) else 0


def _written(value: int, column: Column, dong: str) -> str:
    return f"{money.write(value)} {dong}" if column.read == "money" else money.write(value)
