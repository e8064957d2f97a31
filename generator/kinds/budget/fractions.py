"""Percentages that a sheet keeps as fractions (0.712 shown as 71.2 %): read as what stands on the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.catalogue.forms import Column, Form
from generator.checks import shares
from generator.records.record import Reading, Record, Typed

_PLAINLY = 10


def pair(column: Column, held: Mapping[str, int], side: str | None) -> tuple[str, str] | None:
    """Return the (part, whole) columns of a percentage: as the form says, or in a plan the plan beside the year before."""
    if column.share is None or column.key not in held or column.side not in {None, side}:
        return None
    part, whole = column.share
    before = whole.replace("plan", "prior")
    return next(((one, other) for one, other in ((part, whole), (whole, before)) if one in held and other in held), None)


def settled(reading: Reading, form: Form) -> Reading:
    """Return the reading with its percentages as printed.

    A column whose figures can be worked out, and are all fractions, is one of fractions throughout; of a mixed one only those proved are.
    A column that can't be worked out follows its neighbours, where none of its figures is plainly a percentage.
    """
    percents = [column for column in form.column if column.read == "percent" and column.key in reading.table.columns]
    judged = {column.key: list(_judged(reading, column)) for column in percents}
    proved = {key: frozenset(row for row, fraction in rows if fraction) for key, rows in judged.items()}
    whole = {key for key, rows in judged.items() if rows and all(fraction for _, fraction in rows)}
    if whole and not any(rows and key not in whole for key, rows in judged.items()):
        small = (key for key in judged if all(abs(_number(record, key)) < _PLAINLY for record in reading.records))
        whole |= {key for key in small if not judged[key]}
    if not any(proved.values()):
        return reading
    return replace(reading, records=tuple(_record(record, proved, whole) for record in reading.records))


def _judged(reading: Reading, column: Column) -> Iterator[tuple[int, bool]]:
    """Yield (row, whether it is a fraction) of each percentage that its amounts prove to be one or the other."""
    keys = pair(column, reading.table.columns, reading.table.side)
    if keys is None:
        return
    for record in reading.records:
        stated, part, total = (record.values.get(key) for key in (column.key, *keys))
        if isinstance(stated, float) and stated and isinstance(part, int) and isinstance(total, int) and total:
            if shares.is_fraction(stated, part, total):
                yield record.row, True
            elif shares.agrees(stated, part, total):
                yield record.row, False


def _record(record: Record, proved: Mapping[str, frozenset[int]], whole: set[str]) -> Record:
    changed: dict[str, Typed] = {key: float(Decimal(repr(value)) * 100) for key, rows in proved.items()
                                 if (key in whole or record.row in rows) and isinstance(value := record.values.get(key), float)}
    return replace(record, values={**record.values, **changed}) if changed else record


def _number(record: Record, key: str) -> float:
    value = record.values.get(key)
    return value if isinstance(value, float) else 0.0
