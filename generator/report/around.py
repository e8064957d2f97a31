"""Show the cells around a finding as Excel shows them: row numbers, column letters, the head above; private cells hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import money
from generator.catalogue import Catalogue
from generator.catalogue.forms import Column
from generator.cells import Range, is_blank, letters, position, typed
from generator.commune import Commune
from generator.findings import HIDDEN, Finding
from generator.kinds import KINDS
from generator.records.record import Reading, Typed

_ROWS, _COLUMNS, _FIRST = 2, 3, 2
_WHOLE = 9
_OPEN_ROWS = frozenset({"ruler", "total", "heading"})
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as shown: its text, and whether it is the doubtful one, one of the head, or a number."""

    text: str
    doubtful: bool = False
    head: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet with its number; `gap` where rows are left out above it."""

    number: int
    cells: tuple[Shown, ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """A piece of a sheet: the letters of its columns, and its rows."""

    letters: tuple[str, ...]
    lines: tuple[Line, ...]


class Window:
    """A table through which findings are looked at."""

    def __init__(self, reading: Reading, catalogue: Catalogue, commune: Commune) -> None:
        """Work out which of the table's cells may be shown."""
        table = self._table = reading.table
        form = catalogue.form(table.form) if table.form else None
        self._columns = {table.columns[column.key]: column for column in (form.column if form else ())
                         if column.key in table.columns and column.public}
        masked = KINDS[form.kind].masked(reading, catalogue, commune) if form else ()
        self._values: dict[int, tuple[Mapping[str, Typed], Mapping[str, Typed]]] = {
            record.row: (record.values, values) for record, values in zip(reading.records, masked, strict=True)}
        self._open = {aside.row for aside in table.set_aside if aside.why in _OPEN_ROWS}
        private = {fact.key for fact in (form.facts if form else ()) if not fact.public}
        self._private_facts = {place for key, (_, place) in table.facts.items() if key in private}

    def around(self, found: Finding) -> Around | None:
        """Return the cells around a finding, None where it has no cell."""
        if not found.cell:
            return None
        row, column = position(found.cell.split(":")[0])
        area = next((one for one in self._table.sheet.merged if one.holds(row, column)), Range(row, column, row, column))
        head = self._table.head
        rows = sorted({*range(head.top, head.bottom + 1), *range(max(area.top - _ROWS, 1), area.top + _ROWS + 1)})
        columns = self._near(area)
        spot = (area.top, area.left)
        lines = (Line(number, self._line(number, columns, spot, found), bool(place) and number - rows[place - 1] > 1)
                 for place, number in enumerate(rows) if number <= max(len(self._table.sheet.rows), row))
        return Around(tuple(map(letters, columns)), tuple(lines))

    def _near(self, area: Range) -> list[int]:
        head = self._table.head
        if head.right - head.left < _WHOLE:
            return list(range(min(head.left, area.left), max(head.right, area.left) + 1))
        near = range(max(area.left - _COLUMNS, 1), area.left + _COLUMNS + 1)
        return sorted({*range(head.left, head.left + _FIRST), *near})

    def _line(self, row: int, columns: list[int], spot: tuple[int, int], found: Finding) -> tuple[Shown, ...]:
        return tuple(self._cell(row, column, spot, found) for column in columns)

    def _cell(self, row: int, column: int, spot: tuple[int, int], found: Finding) -> Shown:
        value = self._table.sheet.value(row, column)
        head = self._table.head.top <= row <= self._table.head.bottom
        doubtful = (row, column) == spot
        text = typed(value) if is_blank(value) or self._may_show(row, column, doubtful=doubtful, found=found) else HIDDEN
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if number and text.isdecimal() and not head and self._is_money(column):
            text = money.write(int(text))
        short = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        return Shown(short, doubtful=doubtful, head=head, number=number)

    def _is_money(self, column: int) -> bool:
        return column in self._columns and self._columns[column].read == "money"

    def _may_show(self, row: int, column: int, *, doubtful: bool, found: Finding) -> bool:
        """Return whether a cell holds nothing private: a title, a head, or a public column's value that isn't masked."""
        if doubtful and found.private:
            return False
        head = self._table.head
        if row < head.top:
            return f"{letters(column)}{row}" not in self._private_facts
        if row <= head.bottom or (doubtful and found.typed is not None):
            return True
        known = self._columns.get(column)
        if known is None:
            return False
        return row in self._open or self._is_unmasked(row, known)

    def _is_unmasked(self, row: int, column: Column) -> bool:
        if not column.names and column.read not in ("name", "choice", "text"):
            return True
        if row not in self._values:
            return False
        read, shown = self._values[row]
        return shown.get(column.key) is not None and shown.get(column.key) == read.get(column.key) and self._is_as_typed(row, column, shown)

    def _is_as_typed(self, row: int, column: Column, shown: Mapping[str, Typed]) -> bool:
        """Return whether a name stands in the cell as it is shown: a giver who isn't named stands there by name."""
        if not column.names:
            return True
        value = self._table.sheet.value(row, self._table.columns[column.key])
        return " ".join(typed(value).split()) == " ".join(str(shown.get(column.key)).split())
