"""Scan the parts of an .xlsx for what calamine doesn't tell: hidden rows and columns, errors, formulas without a value, far cells."""

from __future__ import annotations

import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.cells import position

_EMPTY_FORMULA = re.compile(rb'<c r="([A-Z]{1,3}\d+)"[^>]*><f(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3}\d+)"[^>]*\bt="e"[^>]*>(?:<f(?:[^>]*/>|[^>]*>[^<]*</f>))?<v>([^<]*)</v>')
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"[^>]*>')
_COLUMNS = re.compile(rb"<col [^>]*>")
_FAR_COLUMN = re.compile(rb'<c r="([A-Z]{3})\d')
_NUMBER = {side: re.compile(rb'\b%s="(\d+)"' % side) for side in (b"min", b"max")}
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_LAST_COLUMN, _LAST_ROW = 16_384, 200_000
# What the parts of a damaged package make the readers of zip and XML raise.
FAULTS = (KeyError, ET.ParseError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, NotImplementedError)
_DOCTYPE = b"<!DOCTYPE"


@dataclass(frozen=True, slots=True)
class Scan:
    """What a sheet's part says besides its values; `sparse` marks one whose far cells would make a dense table of it too large."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    empty_formulas: tuple[str, ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    sparse: bool = False


def scan(path: Path) -> Mapping[str, Scan]:
    """Return a scan of each sheet by its name; sheets that can't be found in a damaged package are left out."""
    found: dict[str, Scan] = {}
    try:
        with zipfile.ZipFile(path) as package:
            for name, part in _parts(package):
                found[name] = _scan(package.read(part))
    except FAULTS:
        pass
    return found


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and the name of its part."""
    targets = {}
    for link in _tree(package, "xl/_rels/workbook.xml.rels"):
        target = link.get("Target", "")
        targets[link.get("Id", "")] = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
    for element in _tree(package, "xl/workbook.xml").iter():
        if element.tag.endswith("}sheet"):
            link_id = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
            if targets.get(link_id) in package.namelist():
                yield element.get("name", ""), targets[link_id]


def _tree(package: zipfile.ZipFile, part: str) -> ET.Element:
    content = package.read(part)
    if _DOCTYPE in content:
        raise ValueError(part)
    return ET.fromstring(content)  # noqa: S314 - no document type, so no entities


def _scan(content: bytes) -> Scan:
    rows = [(int(match[1]), match[0]) for match in _ROW.finditer(content)]
    return Scan(
        hidden_rows=frozenset(number for number, tag in rows if _HIDDEN.search(tag)),
        hidden_columns=frozenset(_hidden_columns(content)),
        empty_formulas=tuple(match[1].decode() for match in _EMPTY_FORMULA.finditer(content)),
        errors={position(match[1].decode()): match[2].decode("utf-8", "replace") for match in _ERROR.finditer(content)},
        sparse=_is_sparse(content, max((number for number, _ in rows), default=0), len(rows)),
    )


def _hidden_columns(content: bytes) -> Iterator[int]:
    for match in _COLUMNS.finditer(content, 0, max(content.find(b"<sheetData"), 0)):
        first, last = (_NUMBER[side].search(match[0]) for side in (b"min", b"max"))
        if _HIDDEN.search(match[0]) and first and last:
            yield from range(int(first[1]), min(int(last[1]), _LAST_COLUMN) + 1)


def _is_sparse(content: bytes, last_row: int, rows: int) -> bool:
    far = max((position(match[1].decode() + "1")[1] for match in _FAR_COLUMN.finditer(content)), default=0)
    return far * last_row > 20 * _LAST_ROW or (last_row > _LAST_ROW and last_row > 4 * rows)
