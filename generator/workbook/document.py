"""Scan the content of an .ods for what calamine doesn't tell: errors, merged and hidden cells, far cells, formulas never calculated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator.cells import Range, Unreadable, address
from generator.workbook.document_fonts import Fonts
from generator.workbook.scans import FAULTS, Run, Scan, Scans, told
from generator.workbook.sheets import Notice

MANIFEST = "META-INF/manifest.xml"

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_LOOKS = {f"{_TABLE}style-name", f"{_TABLE}number-columns-repeated"}
_HIDDEN = {"collapse", "filter"}
_MANY_CELLS, _LAST_COLUMN, _LAST_ROW = 4_000_000, 16_384, 1_048_576


def is_encrypted(content: bytes) -> bool:
    """Return whether the document's manifest speaks of encryption."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return b"encryption-data" in package.read(MANIFEST)
    except FAULTS:
        return False


def scan(content: bytes) -> Scans:
    """Return a scan of each sheet by its name; Unreadable("workbook-damaged") where the content can't be followed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            body = package.read("content.xml")
            styles = package.read("styles.xml") if "styles.xml" in package.namelist() else b""
            names = package.namelist()
        if b"<!DOCTYPE" in body or b"<!DOCTYPE" in styles:
            raise ValueError(MANIFEST)
        tree = ET.fromstring(body)  # noqa: S314 - no document type, so no entities
        fonts = Fonts.of(tree, styles)
        sheets = {table.get(f"{_TABLE}name", ""): _scan(table, fonts) for table in tree.iter(f"{_TABLE}table")}
        return Scans(sheets, _notices(tree, body, names))
    except FAULTS:
        raise Unreadable("workbook-damaged") from None


def _notices(tree: ET.Element, body: bytes, names: list[str]) -> tuple[Notice, ...]:
    return told({
        "comments-present": sum(1 for _ in tree.iter(f"{_OFFICE}annotation")),
        "pictures-present": sum(name.startswith("Pictures/") and len(name) > len("Pictures/") for name in names),
        "macros-present": sum(name.startswith(("Basic/", "Scripts/")) and name.endswith((".xml", ".py", ".js", ".bsh"))
                              and not name.endswith(("script-lc.xml", "script-lb.xml")) for name in names),
        "links-present": body.count(b"<table:table-source") + body.count(b"<table:cell-range-source"),
    })


@dataclass(slots=True)
class _Found:
    """What was met so far of a sheet."""

    hidden_rows: set[int] = field(default_factory=set)
    empty: list[str] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    lettered: dict[tuple[int, int], tuple[Run, ...]] = field(default_factory=dict)
    last: int = 0
    far: int = 0


def _scan(table: ET.Element, fonts: Fonts) -> Scan:
    found = _Found()
    columns = tuple(_columns(table))
    hidden = frozenset(number for first, last, column in columns if column.get(f"{_TABLE}visibility") in _HIDDEN
                       for number in range(first, last + 1))
    row = 1
    for line in table.iter(f"{_TABLE}table-row"):
        repeated = int(line.get(f"{_TABLE}number-rows-repeated", "1"))
        if line.get(f"{_TABLE}visibility") in _HIDDEN and row + repeated <= _LAST_ROW:
            found.hidden_rows.update(range(row, row + repeated))
        for column, cell in _cells(line):
            _see(found, cell, (row, column))
            if fonts.found and (runs := fonts.runs(cell, columns, column)):
                found.lettered[row, column] = runs
        row += repeated
    return Scan(frozenset(found.hidden_rows), hidden, tuple(found.empty), found.errors, found.last * found.far > _MANY_CELLS,
                tuple(found.merged), found.lettered)


def _columns(table: ET.Element) -> Iterator[tuple[int, int, ET.Element]]:
    """Give a sheet's columns as first, last and element."""
    first = 1
    for column in table.iter(f"{_TABLE}table-column"):
        last = min(first + int(column.get(f"{_TABLE}number-columns-repeated", "1")) - 1, _LAST_COLUMN)
        yield first, last, column
        first = last + 1


def _cells(line: ET.Element) -> Iterator[tuple[int, ET.Element]]:
    """Give a row's cells that hold or mean something with their columns."""
    column = 1
    for cell in line:
        if cell.tag in _CELLS:
            if len(cell) or {*cell.attrib} - _LOOKS:
                yield column, cell
            column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))


def _see(found: _Found, cell: ET.Element, place: tuple[int, int]) -> None:
    row, column = place
    told_type = cell.get(f"{_OFFICE}value-type")
    if told_type or len(cell):
        found.last, found.far = row, max(found.far, column)
    if cell.get(_TYPE) == "error":
        found.errors[place] = "".join(part.text or "" for part in cell.iter(_TEXT)) or "#N/A"
    elif cell.get(f"{_TABLE}formula") and told_type is None:
        found.empty.append(address(row, column))
    wide, high = (int(cell.get(f"{_TABLE}number-{side}-spanned", "1")) for side in ("columns", "rows"))
    if wide > 1 or high > 1:
        found.merged.append(Range(row, column, row + high - 1, column + wide - 1))

