"""Set aside what a visible sheet hides: its cells are blank from here on, and a notice says that there were any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator.cells import Value, is_blank, letters, position
from generator.workbook.sheets import Notice, RawSheet

_MOST_NAMED = 12


def without_hidden(sheet: RawSheet) -> RawSheet:
    """Return a sheet without the cells of its hidden rows and columns; a merged text stays where a part of its range is seen."""
    if not (sheet.hidden_rows or sheet.hidden_columns):
        return sheet
    kept = frozenset((place.top, place.left) for place in sheet.merged
                     if not _covers(sheet.hidden_rows, place.top, place.bottom)
                     and not _covers(sheet.hidden_columns, place.left, place.right))
    lost: dict[int, list[int]] = {}
    for row, line in enumerate(sheet.rows, 1):
        columns = range(1, len(line) + 1) if row in sheet.hidden_rows else sorted(sheet.hidden_columns)
        gone = [column for column in columns if column <= len(line) and (row, column) not in kept and not is_blank(line[column - 1])]
        if gone:
            lost[row] = gone
    rows = [_without(line, lost[row]) if row in lost else line for row, line in enumerate(sheet.rows, 1)]
    while rows and not rows[-1]:
        rows.pop()
    formulas = tuple(cell for cell in sheet.empty_formulas if not _is_hidden(sheet, *position(cell)))
    return replace(sheet, rows=tuple(rows), empty_formulas=formulas, notices=(*sheet.notices, *_notices(sheet, lost)))


def _covers(hidden: frozenset[int], first: int, last: int) -> bool:
    return first in hidden and all(place in hidden for place in range(first, last + 1))


def _without(line: tuple[Value, ...], columns: list[int]) -> tuple[Value, ...]:
    cells = list(line)
    for column in columns:
        cells[column - 1] = None
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _is_hidden(sheet: RawSheet, row: int, column: int) -> bool:
    return row in sheet.hidden_rows or column in sheet.hidden_columns


def _notices(sheet: RawSheet, lost: Mapping[int, list[int]]) -> Iterator[Notice]:
    rows = sorted(row for row in lost if row in sheet.hidden_rows)
    columns = sorted({column for row, gone in lost.items() if row not in sheet.hidden_rows for column in gone})
    if rows:
        yield Notice("rows-hidden", details=(("count", str(len(rows))), ("rows", _spans(rows, str))))
    if columns:
        yield Notice("columns-hidden", details=(("columns", _spans(columns, letters)), ("count", str(len(columns)))))


def _spans(places: list[int], name: Callable[[int], str]) -> str:
    """Return places as "7, 12–15", the first dozen spans of them."""
    spans = [[place for _, place in group] for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]
    named = [name(span[0]) if len(span) == 1 else f"{name(span[0])}–{name(span[-1])}" for span in spans[:_MOST_NAMED]]
    return ", ".join(named) + (", …" if len(spans) > _MOST_NAMED else "")
