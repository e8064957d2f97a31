"""A table read into typed records: the only place that catches Unreadable and joins it with its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form
from generator.cells import Unreadable, Value, address, is_blank, typed
from generator.findings import Finding, finding, severity
from generator.money import is_dash
from generator.recognition.table import Table
from generator.records.headings import fills
from generator.records.record import Reading, Record, Typed
from generator.records.values import reader
from generator.sources import Source

__all__ = ["read"]

_FILLED_DOWN = frozenset({"text", "name", "choice", "code", "day"})
_DASHED = frozenset({"money", "percent", "count", "day", "year"})


def read(table: Table, source: Source, catalogue: Catalogue) -> Reading:
    """Return a table's records and all findings on it; a cell that can't be read is None in its record and one finding."""
    form = catalogue.form(str(table.form))
    above = fills(table, form, catalogue)
    own = [column for column in form.column if column.side in {None, table.side}]
    columns = tuple({column.key: column for column in own if column.key in table.columns or column.key in above}.values())
    read_in = [_column(column, table, source.name, above.get(column.key), catalogue) for column in columns]
    found = [*table.findings, *(one for part in read_in for one in part.findings)]
    return Reading(source.name, source.sha256, table, _records(table, columns, read_in), tuple(found))


@dataclass(frozen=True, slots=True)
class _Part:
    """One column of a table, read."""

    values: Sequence[Typed]
    dashes: frozenset[int]
    findings: Sequence[Finding]


def _records(table: Table, columns: Sequence[Column], parts: Sequence[_Part]) -> tuple[Record, ...]:
    read_in = list(zip(columns, parts, strict=True))
    marker = next((part.values for column, part in read_in if column.read == "marker"), None)
    public = [(column.key, part.values) for column, part in read_in if column.public and column.read != "marker"]
    private = [(column.key, part.values) for column, part in read_in if not column.public and column.read != "marker"]
    dashes = [(column.key, part.dashes) for column, part in read_in if part.dashes]
    return tuple(
        Record(
            row, marker=str(marker[place]) if marker and marker[place] is not None else None,
            values={key: values[place] for key, values in public}, private={key: values[place] for key, values in private},
            dashes=frozenset(key for key, places in dashes if place in places),
        )
        for place, row in enumerate(table.rows)
    )


def _column(column: Column, table: Table, file: str, above: tuple[str | None, ...] | None, catalogue: Catalogue) -> _Part:
    cells = _cells(column, table)
    if above:
        cells = [said if is_blank(value) and said else value for value, said in zip(cells, above, strict=True)]
    one = reader(column, table.unit, catalogue)
    values: list[Typed] = []
    findings: list[Finding] = []
    for place, value in enumerate(cells):
        try:
            values.append(one(value))
        except Unreadable as fault:
            values.append(None)
            findings.append(_finding(fault, column, value, (table, table.rows[place]), file, catalogue))
    if column.required:
        spared = _spared(table, catalogue.form(str(table.form)))
        findings += [finding("value-missing", file, table.sheet.name, _address(column, table, row))
                     for row, value in zip(table.rows, cells, strict=True) if is_blank(value) and row not in spared]
    findings += [finding("formula-uncalculated", file, table.sheet.name, cell) for cell in _uncalculated(column, table)]
    dashes = frozenset(place for place, value in enumerate(cells) if is_dash(value)) if column.read in _DASHED else frozenset()
    return _Part(values, dashes, findings)


def _cells(column: Column, table: Table) -> list[Value]:
    """Return the cells of a column at the table's rows; where a text is merged over rows, each of them has it."""
    at = table.columns.get(column.key)
    if at is None:
        return [None] * len(table.rows)
    lines = table.sheet.rows
    cells: list[Value] = [line[at - 1] if len(line := lines[row - 1]) >= at else None for row in table.rows]
    if column.read in _FILLED_DOWN:
        over = {row: place.top for place in table.sheet.merged if place.bottom > place.top and place.left <= at <= place.right
                for row in range(place.top + 1, place.bottom + 1)}
        if over:
            return [table.sheet.value(over[row], at) if row in over and is_blank(cell) else cell
                    for row, cell in zip(table.rows, cells, strict=True)]
    return cells


def _spared(table: Table, form: Form) -> frozenset[int]:
    """Return the rows in which a required cell may be blank, as the rows above say it: those of a household's members."""
    beside = [table.columns[key] for key in str(form.options.get("blank_beside", "")).split() if key in table.columns]
    return frozenset(row for row in table.rows if any(not is_blank(table.sheet.value(row, at)) for at in beside))


def _finding(fault: Unreadable, column: Column, value: Value, where: tuple[Table, int], file: str, catalogue: Catalogue) -> Finding:  # noqa: PLR0913, PLR0917 - what a finding is joined from
    table, row = where
    choices = ", ".join(choice.name.vi for choice in catalogue.choices.get(str(column.choices), ()))
    words = {"column": column.name.vi, "choices": choices} | {key: word for key, word in fault.details.items() if key != "typed"}
    return Finding(fault.code, severity(fault.code), file, table.sheet.name, _address(column, table, row), typed(value),
                   tuple(sorted(words.items())), not column.public)


def _address(column: Column, table: Table, row: int) -> str:
    return address(row, table.columns.get(column.key, table.head.left))


def _uncalculated(column: Column, table: Table) -> list[str]:
    """Return the addresses of a column's formulas that were never calculated, whose values nobody knows."""
    if not table.sheet.empty_formulas or column.key not in table.columns:
        return []
    return [cell for row in table.rows if (cell := _address(column, table, row)) in table.sheet.empty_formulas]
