"""In which cell of the officers' workbooks a value that must not be public stands, so that it can be taken out there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from generator.cells import address, is_blank, typed
from generator.disclosure.examine import Examined
from generator.release import identifiers
from generator.release.lookup import words
from generator.workbook.sheets import RawSheet

Origins: TypeAlias = Callable[[str], str]


def nowhere(_: str) -> str:
    """Return "": where a value came from isn't known."""
    return ""


def origins(examined: Sequence[Examined]) -> Origins:
    """Return a function from a name or a bare identifier to the first cell that holds it, "ho-ngheo.xlsx, Hộ nghèo K17", or ""."""

    def of(value: str) -> str:
        sought = words(value)
        return next((f"{file}, {sheet} {cell}" for file, sheet, cell, text in _cells(examined) if _holds(text, value, sought)), "")

    return of


def _holds(text: str, value: str, sought: list[str]) -> bool:
    if any(each.bare == value for each in identifiers.find(text)) or identifiers.bare(text) == value:
        return True
    said = words(text)
    return any(said[place:place + len(sought)] == sought for place in range(len(said) - len(sought) + 1))


def _cells(examined: Sequence[Examined]) -> Iterator[tuple[str, str, str, str]]:
    for one in examined:
        seen: list[RawSheet] = []
        for reading in one.readings:
            sheet = reading.table.sheet
            if not any(sheet is other for other in seen):
                seen.append(sheet)
                yield from ((one.source.name, sheet.name or "", address(row, column), typed(value))
                            for row, cells in enumerate(sheet.rows, 1) for column, value in enumerate(cells, 1) if not is_blank(value))
