"""Set aside what a visible sheet hides: its cells are blank from here on, and a notice says that there were any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator.cells import Value, address, is_blank, letters, position
from generator.workbook.sheets import Notice, RawSheet

_MOST_NAMED = 12


def without_hidden(sheet: RawSheet) -> RawSheet:
    """Return a sheet without the cells of its hidden rows and columns, and without those that a merged cell covers.

    A merged text stays where any part of its range is seen.
    """
    covered = _covered(sheet)
    hidden = _hidden(sheet) if sheet.hidden_rows or sheet.hidden_columns else {}
    formulas = tuple(cell for cell in sheet.empty_formulas if not _is_hidden(sheet, *position(cell)))
    if not (hidden or covered):
        return sheet if len(formulas) == len(sheet.empty_formulas) else replace(sheet, empty_formulas=formulas)
    lost = {row: {*hidden.get(row, ()), *covered.get(row, ())} for row in {*hidden, *covered}}
    rows = [_without(line, lost[row]) if row in lost else line for row, line in enumerate(sheet.rows, 1)]
    while rows and not rows[-1]:
        rows.pop()
    notices = (*sheet.notices, *_notices(sheet, hidden, covered))
    return replace(sheet, rows=tuple(rows), empty_formulas=formulas, notices=notices)


def _hidden(sheet: RawSheet) -> dict[int, list[int]]:
    """Return the filled cells of hidden rows and columns, columns by rows."""
    kept = frozenset((place.top, place.left) for place in sheet.merged
                     if not _covers(sheet.hidden_rows, place.top, place.bottom)
                     and not _covers(sheet.hidden_columns, place.left, place.right))
    lost = {}
    for row, line in enumerate(sheet.rows, 1):
        columns = range(1, len(line) + 1) if row in sheet.hidden_rows else sorted(sheet.hidden_columns)
        gone = [column for column in columns if column <= len(line) and (row, column) not in kept and not is_blank(line[column - 1])]
        if gone:
            lost[row] = gone
    return lost


def _covered(sheet: RawSheet) -> dict[int, list[int]]:
    """Return the filled cells that lie under a merged cell, columns by rows."""
    lost: dict[int, list[int]] = {}
    for place in sheet.merged:
        for row in range(place.top, min(place.bottom, len(sheet.rows)) + 1):
            line = sheet.rows[row - 1]
            start = place.left + (row == place.top)
            gone = [column for column in range(start, min(place.right, len(line)) + 1) if not is_blank(line[column - 1])]
            if gone:
                lost.setdefault(row, []).extend(gone)
    return lost


def _covers(hidden: frozenset[int], first: int, last: int) -> bool:
    return first in hidden and all(place in hidden for place in range(first, last + 1))


def _without(line: tuple[Value, ...], columns: Iterable[int]) -> tuple[Value, ...]:
    cells = list(line)
    for column in columns:
        cells[column - 1] = None
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _is_hidden(sheet: RawSheet, row: int, column: int) -> bool:
    return row in sheet.hidden_rows or column in sheet.hidden_columns


def _notices(sheet: RawSheet, hidden: Mapping[int, list[int]], covered: Mapping[int, list[int]]) -> Iterator[Notice]:
    rows = sorted(row for row in hidden if row in sheet.hidden_rows)
    columns = sorted({column for row, gone in hidden.items() if row not in sheet.hidden_rows for column in gone})
    if rows:
        yield Notice("rows-hidden", details=(("count", str(len(rows))), ("rows", _spans(rows, str))))
    if columns:
        yield Notice("columns-hidden", details=(("columns", _spans(columns, letters)), ("count", str(len(columns)))))
    if covered:
        cells = [(row, column) for row, gone in sorted(covered.items()) for column in gone]
        yield Notice("cells-covered", address(*cells[0]), (("count", str(len(cells))),))


def _spans(places: list[int], name: Callable[[int], str]) -> str:
    """Return places as "7, 12–15", the first dozen spans of them."""
    spans = [[place for _, place in group] for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])]
    named = [name(span[0]) if len(span) == 1 else f"{name(span[0])}–{name(span[-1])}" for span in spans[:_MOST_NAMED]]
    return ", ".join(named) + (", …" if len(spans) > _MOST_NAMED else "")
