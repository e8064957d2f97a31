"""Tidy rows as the readers give them: texts composed, blanks None, no blank ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.cells import Value
from generator.vietnamese import nfc


def trimmed(rows: Iterable[Sequence[Value]]) -> tuple[tuple[Value, ...], ...]:
    """Return rows with texts composed, blanks None, and neither blank cells at a row's end nor blank rows at the sheet's."""
    kept = [_row(row) for row in rows]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def with_texts(rows: Iterable[Sequence[Value]], texts: Mapping[tuple[int, int], str]) -> tuple[tuple[Value, ...], ...]:
    """Return rows with texts put at places, rows and columns from 1, such as the errors ("#REF!") that calamine gives as blanks."""
    kept = list(map(tuple, rows))
    for (row, column), text in sorted(texts.items()):
        kept.extend([()] * (row - len(kept)))
        cells = list(kept[row - 1])
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = text
        kept[row - 1] = tuple(cells)
    return tuple(kept)


def _row(row: Sequence[Value]) -> tuple[Value, ...]:
    end = len(row)
    while end and (row[end - 1] is None or row[end - 1] == ""):
        end -= 1
    return tuple([_value(value) for value in row[:end]])


def _value(value: Value) -> Value:
    if isinstance(value, str):
        return nfc(value) or None
    return value
