"""A sheet as it was typed: values with their places, merged ranges, what is hidden; nothing interpreted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.cells import Range, Value

Visibility: TypeAlias = Literal["visible", "hidden", "very hidden"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What the officer should know of a sheet, or of the `whole` file: a finding's code, a cell, and the words its text names."""

    code: str
    cell: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet; `rows[0]` is the sheet's row 1 and `rows[n][0]` its column A, whatever the used range; rows may differ in length.

    `name` is None for a .csv. Hidden rows and columns of a visible sheet are blank. `empty_formulas` lists the addresses of
    formulas without a stored value. Notices on the whole file stand with its first sheet.
    """

    name: str | None
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[Range, ...] = ()
    visibility: Visibility = "visible"
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    empty_formulas: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def value(self, row: int, column: int) -> Value:
        """Return the value at a row and column counted from 1; None outside."""
        if not 0 < row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if 0 < column <= len(cells) else None
