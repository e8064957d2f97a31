"""Write one cell of a workbook anew: in its own package, every other part as it was, or in a fresh .xlsx where the file is no package."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.cells import Unreadable, address, position
from generator.desk.recounting import recounted
from generator.release.writing import told
from generator.report.marking import FAULTS, book, redrawn
from generator.report.marking.cells import Grid, Spot, put
from generator.report.marking.package import Package
from generator.report.marking.places import edited, escaped, named, retagged
from generator.vietnamese import nfc

_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+|-?\d+")
_PACKAGES = (".xlsx", ".xlsm")


class CannotMend(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A cell that can't be mended here but in Excel alone; its text's key says why."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A workbook with one cell anew: its bytes, and its suffix."""

    content: bytes
    suffix: str


def mended(path: Path, sheet: str | None, cell: str, typed: str, *, number: bool) -> Mended:
    """Return a workbook with a cell as typed; `number` says that whole numbers go in as numbers. CannotMend where only Excel can do it."""
    if path.suffix.lower() in _PACKAGES:
        with told(path):
            content = path.read_bytes()
        try:
            return Mended(_in_package(content, sheet, position(cell), _value(typed, number=number)), path.suffix.lower())
        except FAULTS:
            raise CannotMend("package") from None
    try:
        drawn, names = redrawn.redrawn(path, path.stem[:31])
        return Mended(_in_package(drawn, names.get(sheet, sheet), position(cell), _value(typed, number=number)), ".xlsx")
    except (*FAULTS, Unreadable):
        raise CannotMend("package") from None


def _in_package(content: bytes, sheet: str | None, spot: Spot, value: int | str | None) -> bytes:
    package = Package(content)
    part = next(part for name, part in book.sheets(package).items() if sheet is None or nfc(name) == nfc(sheet))
    before = package.read(part)
    grid = Grid(before, {spot[0]})
    spot = grid.anchor(spot)
    if _is_formula(grid, spot):
        raise CannotMend("formula")
    package.put(part, edited(before, put(grid, spot, lambda prefix, style: _cell(prefix, style, spot, value))))
    if not recounted(package, part, spot):
        raise CannotMend("formulas")
    _counted_anew(package)
    return package.saved()


def _is_formula(grid: Grid, spot: Spot) -> bool:
    element = dict(grid.cells.get(spot[0], ())).get(spot[1])
    return element is not None and b"<f" in grid.content[element.head:element.end].replace(b":f", b"<f")


def _cell(prefix: str, style: int, spot: Spot, value: int | str | None) -> bytes:
    start = f'<{prefix}c r="{address(*spot)}" s="{style}"'
    if value is None:
        return f"{start}/>".encode()
    if isinstance(value, int):
        return f"{start}><{prefix}v>{value}</{prefix}v></{prefix}c>".encode()
    return (f'{start} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{escaped(value)}</{prefix}t></{prefix}is>'
            f"</{prefix}c>").encode()


def _value(typed: str, *, number: bool) -> int | str | None:
    text = nfc(typed).strip()
    if number and len(text) < 16 and _GROUPED.fullmatch(text):
        return int(text.replace(".", ""))
    return text or None


def _counted_anew(package: Package) -> None:
    """Ask Excel to work out every formula when it opens the workbook."""
    content = package.read(package.workbook)
    for element in named(content, "calcPr"):
        package.put(package.workbook, edited(content, [retagged(content, element, fullCalcOnLoad="1")]))
