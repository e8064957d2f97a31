"""Scan the content of an .ods for the errors of its formulas, which calamine gives as blanks or zeros."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.workbook.package import FAULTS, Scan

MANIFEST = "META-INF/manifest.xml"

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_MARK = b'value-type="error"'


def is_encrypted(path: Path) -> bool:
    """Return whether the document's manifest speaks of encryption."""
    try:
        with zipfile.ZipFile(path) as package:
            return b"encryption-data" in package.read(MANIFEST)
    except FAULTS:
        return False


def scan(path: Path) -> Mapping[str, Scan]:
    """Return a scan of each sheet by its name where the document holds errors; nothing otherwise, or where it can't be followed."""
    try:
        with zipfile.ZipFile(path) as package:
            content = package.read("content.xml")
        if _MARK not in content or b"<!DOCTYPE" in content:
            return {}
        tables = ET.fromstring(content).iter(f"{_TABLE}table")  # noqa: S314 - no document type, so no entities
        return {table.get(f"{_TABLE}name", ""): Scan(errors=dict(_errors(table))) for table in tables}
    except FAULTS:
        return {}


def _errors(table: ET.Element) -> Iterator[tuple[tuple[int, int], str]]:
    row = 1
    for line in table.iter(f"{_TABLE}table-row"):
        column = 1
        for cell in line:
            if cell.get(_TYPE) == "error":
                yield (row, column), "".join(part.text or "" for part in cell.iter(_TEXT)) or "#N/A"
            column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        row += int(line.get(f"{_TABLE}number-rows-repeated", "1"))
