"""Find the cells of an .xls that are in fonts of old encodings, through xlrd; a workbook without such fonts costs nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import xlrd

from generator import legacy
from generator.workbook.scans import Run

_FONT = 0x31
_NAME_AT = 14


def names_old(records: Iterable[tuple[int, bytes]]) -> bool:
    """Return whether a workbook's first records name a font of an old encoding."""
    return any(legacy.encoding_of(name) for kind, body in records if kind == _FONT for name in _names(body[_NAME_AT:]))


def lettered(content: bytes) -> tuple[Mapping[tuple[int, int], tuple[Run, ...]], ...]:
    """Return the texts of each sheet that have an old font, by their places; XLRDError and the like for a damaged workbook."""
    book = xlrd.open_workbook(file_contents=content, formatting_info=True, logfile=io.StringIO())
    return tuple(dict(_cells(sheet, book)) for sheet in book.sheets())


def _names(told: bytes) -> tuple[str, str]:
    """Return the name of a font as BIFF 5 and as BIFF 8 would have written it."""
    return told[1:].decode("latin-1"), told[2:].replace(b"\0", b"").decode("latin-1")


def _cells(sheet: xlrd.sheet.Sheet, book: xlrd.Book) -> Iterator[tuple[tuple[int, int], tuple[Run, ...]]]:
    old = {place for place, cell_format in enumerate(book.xf_list) if legacy.encoding_of(_font(book, cell_format.font_index))}
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if cell.ctype == xlrd.XL_CELL_TEXT and (cell.xf_index in old or (row, column) in sheet.rich_text_runlist_map):
                runs = tuple(_runs(cell, sheet.rich_text_runlist_map.get((row, column), ()), book))
                if any(legacy.encoding_of(run.font) for run in runs):
                    yield (row + 1, column + 1), runs


def _runs(cell: xlrd.sheet.Cell, changes: Iterable[tuple[int, int]], book: xlrd.Book) -> Iterator[Run]:
    """Give the runs of a text: from its start in the cell's font, from each place of a change in another."""
    places = [(0, book.xf_list[cell.xf_index].font_index), *changes, (len(cell.value), 0)]
    for (start, font), (end, _) in pairwise(places):
        if end > start:
            yield Run(cell.value[start:end], _font(book, font))


def _font(book: xlrd.Book, place: int) -> str:
    return str(book.font_list[place].name) if place < len(book.font_list) else ""
