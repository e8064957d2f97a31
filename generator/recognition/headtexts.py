"""The texts of a head, column by column, upper to lower; a merged text stands over all its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.cells import is_blank
from generator.columns import Head
from generator.recognition.marks import cells
from generator.workbook.sheets import RawSheet


def head_texts(sheet: RawSheet, top: int, bottom: int) -> Iterator[tuple[int, Head]]:
    """Yield each column's head texts, upper to lower; a merged text stands over all its columns."""
    merged = [place for place in sheet.merged if place.top <= bottom and place.bottom >= top]
    over = {(place.top, column): place.left for place in merged for column in range(place.left, place.right + 1)}
    width = max(len(line) for line in sheet.rows)
    last = max((column for row in range(top, bottom + 1) for column, _ in cells(sheet, row)), default=0)
    last = max((last, *(place.right for place in merged if place.right <= width)))
    grid = {row: {column: _text(sheet, row, over.get((row, column), column)) for column in range(1, last + 1)}
            for row in range(top, bottom + 1)}
    if not merged:
        _spread(grid)
    for column in range(1, last + 1):
        texts = tuple(grid[row][column] for row in range(top, bottom + 1) if grid[row][column])
        if texts:
            yield column, texts


def _text(sheet: RawSheet, row: int, column: int) -> str:
    value = sheet.value(row, column)
    return "" if is_blank(value) else str(value).strip()


def _spread(grid: Mapping[int, dict[int, str]]) -> None:
    """Let an upper text stand over the blank columns to its right that have a text below, where nothing is merged."""
    rows = sorted(grid)
    for upper, lower in pairwise(rows):
        for column in sorted(grid[upper])[1:]:
            alone = not grid[upper][column] and grid[lower][column] and grid[lower].get(column - 1)
            if alone and not any(grid[row][column] for row in rows if row < upper):
                grid[upper][column] = grid[upper][column - 1]
