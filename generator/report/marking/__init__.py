"""The marked copy: the officer's own workbook with each doubtful cell coloured and commented, and a first sheet that lists the findings."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.parsers import expat

from generator.cells import Unreadable, position
from generator.findings import Severity
from generator.report.marking import book, front, redrawn
from generator.report.marking.cells import Grid, Spot, colour
from generator.report.marking.comments import comment
from generator.report.marking.package import Package
from generator.report.marking.places import edited, retagged
from generator.report.marking.styles import Styles
from generator.report.telling import FileTold, Item
from generator.vietnamese import nfc
from generator.workbook import encryption
from generator.workbook.sniffing import sort_of

__all__ = ["FAULTS", "marked"]

_GRAVEST: tuple[Severity, ...] = ("error", "warning", "notice")
FAULTS = (KeyError, ValueError, IndexError, StopIteration, expat.ExpatError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError,
           EOFError, NotImplementedError, RuntimeError)
_SUFFIXES = (("macroEnabled.main", ".xlsm"), ("template.main", ".xltx"))


def marked(path: Path, told: FileTold, words: Mapping[str, Any]) -> tuple[bytes, str]:
    """Return a marked copy's bytes and its suffix (".xlsx", or ".xlsm" where it holds macros).

    A package is changed only in the parts that are touched; a workbook that is none, or whose parts can't be followed, is drawn
    anew with the same look. Unreadable where not even that can be read.
    """
    try:
        return _marked(_package(path.read_bytes()), told, words)
    except (*FAULTS, Unreadable):
        pass
    drawn, names = redrawn.redrawn(path, words["one_sheet"])
    return _marked(drawn, _renamed(told, names), words)


def _package(content: bytes) -> bytes:
    """Return the package to change in place, also out of one that only Excel's own password locks; ValueError for another file."""
    package = encryption.unlocked(content) if sort_of(content) == "locked" else content
    if sort_of(package) != "xlsx":
        raise ValueError("no package")
    return package


def _marked(content: bytes, told: FileTold, words: Mapping[str, Any]) -> tuple[bytes, str]:
    package = Package(content)
    style_part = next(link.target for link in package.links(package.workbook) if link.kind == "styles")
    styles = Styles(package.read(style_part), package.main)
    parts = book.sheets(package)
    for name, part in parts.items():
        _mark_sheet(package, part, tuple(item for item in told.items if item.sheet == nfc(name)), styles)
    own: dict[str | None, str] = {nfc(name): name for name in parts}
    linked = _renamed(told, own)
    book.put_first(package, book.unused(words["sheet"], parts), front.front(linked, words, styles, package.main))
    package.put(style_part, styles.saved())
    sort = package.type_of(package.workbook)
    return package.saved(), next((suffix for mark, suffix in _SUFFIXES if mark in sort), ".xlsx")


def _mark_sheet(package: Package, part: str, items: Iterable[Item], styles: Styles) -> None:
    """Colour and comment a sheet's doubtful cells, and let it no longer be the one that shows when the workbook opens."""
    own = [item for item in items if item.cell]
    content = package.read(part)
    if not own and b"tabSelected" not in content[:content.find(b"sheetData")]:
        return
    spots = [(position((item.cell or "").split(":")[0]), item) for item in own]
    grid = Grid(content, {row for (row, _), _ in spots})
    found: dict[Spot, list[Item]] = {}
    for spot, item in spots:
        found.setdefault(grid.anchor(spot), []).append(item)
    edits = [retagged(content, element, tabSelected=None) for element in grid.others
             if element.name == "sheetView" and "tabSelected" in element.attributes]
    if found:
        if found.keys() != {spot for spot, _ in spots}:
            grid = Grid(content, {row for row, _ in found})
        edits += colour(grid, {spot: min((item.severity for item in items), key=_GRAVEST.index) for spot, items in found.items()}, styles)
        edits += comment(package, part, grid, {spot: "\n\n".join(item.note for item in items) for spot, items in found.items()})
    package.put(part, edited(content, edits))


def _renamed(told: FileTold, names: Mapping[str | None, str]) -> FileTold:
    """Return what is told with the sheets' names as they stand in the copy."""
    items = tuple(replace(item, sheet=names.get(item.sheet, item.sheet)) if item.sheet or item.cell else item for item in told.items)
    return replace(told, items=items, tables=tuple(replace(table, sheet=names.get(table.sheet, table.sheet)) for table in told.tables))
