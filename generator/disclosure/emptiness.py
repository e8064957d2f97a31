"""A table of a known form in which nothing was filled in yet: it is told as that, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

from generator.catalogue.forms import Form
from generator.cells import address, is_blank
from generator.findings import finding
from generator.records.record import Reading


def is_empty(reading: Reading, form: Form) -> bool:
    """Return whether no row has more than its mark, or, where the form prints its lines, no row has an amount."""
    table = reading.table
    own = [column for column in form.column if column.key in table.columns and column.side in {None, table.side}]
    filled = {column.read for column in own} - {"marker"} if not form.options.get("totals_are_rows") else {"money"}
    columns = [table.columns[column.key] for column in own if column.read in filled]
    return all(is_blank(table.sheet.value(row, column)) for row in table.rows for column in columns)


def answered(reading: Reading) -> Reading:
    """Return the reading of an empty table with the one finding that says so, at its head."""
    head = reading.table.head
    cell = address(head.top, head.left)
    return replace(reading, records=(), findings=(finding("table-empty", reading.file, reading.table.sheet.name, cell),))
