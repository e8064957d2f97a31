"""Read .xlsx, .xlsm, .xlsb, .xls and .ods through calamine, and what it refuses through the slower readers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from generator.cells import Range, Unreadable
from generator.vietnamese import nfc
from generator.workbook import binary, binary_package, document, package, slow
from generator.workbook.rows import trimmed, with_errors
from generator.workbook.sheets import RawSheet, Visibility

_EMPTY_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_BETWEEN_TAGS = re.compile(rb">\s+<")
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def read_package(path: Path) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsx or .xlsm, with what its package hides and which formulas have no value."""
    scans = package.scan(path)
    if any(scan.sparse for scan in scans.values()):
        return slow.read_package(path, scans)
    try:
        return _sheets(_opened(path.read_bytes()), scans)
    except CalamineError:
        return slow.read_package(path, scans)


def read_plain(path: Path) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsb."""
    return _sheets(_opened(path.read_bytes()), binary_package.scan(path))


def read_document(path: Path) -> tuple[RawSheet, ...]:
    """Return the sheets of an .ods, mended in memory where other programs than LibreOffice wrote it."""
    if document.is_encrypted(path):
        raise Unreadable("workbook-encrypted")
    scans = document.scan(path)
    try:
        return _sheets(_opened(path.read_bytes()), scans)
    except CalamineError:
        return _sheets(_opened(_mended(path)), scans)


def read_binary(path: Path) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xls."""
    try:
        workbook = _opened(path.read_bytes())
        return _sheets(workbook, dict(zip(workbook.sheet_names, binary.scan(path), strict=False)))
    except CalamineError:
        return slow.read_binary(path)


def _opened(content: bytes) -> CalamineWorkbook:
    """Return a workbook of bytes: given a path, calamine would believe its extension."""
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise Unreadable("workbook-encrypted") from None


def _mended(path: Path) -> bytes:
    """Return a document with the mimetype and manifest that calamine asks for, and without the blanks between tags that it refuses."""
    whole = io.BytesIO()
    try:
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(whole, "w") as target:
            target.writestr("mimetype", _MIMETYPE)
            target.writestr(document.MANIFEST, _EMPTY_MANIFEST)
            target.writestr("content.xml", _BETWEEN_TAGS.sub(b"><", source.read("content.xml")))
    except package.FAULTS:
        raise Unreadable("workbook-damaged") from None
    return whole.getvalue()


def _sheets(workbook: CalamineWorkbook, scans: Mapping[str, package.Scan]) -> tuple[RawSheet, ...]:
    found = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            scan = scans.get(sheet.name, package.Scan())
            read = workbook.get_sheet_by_name(sheet.name)
            rows = trimmed(with_errors(read.to_python(skip_empty_area=False), scan.errors))
            found.append(RawSheet(nfc(sheet.name), rows, _merged(read), _visibility(sheet.visible),
                                  scan.hidden_rows, scan.hidden_columns, scan.empty_formulas))
    return tuple(found)


def _merged(sheet: CalamineSheet) -> tuple[Range, ...]:
    return tuple(Range(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())


def _visibility(told: SheetVisibleEnum) -> Visibility:
    if told == SheetVisibleEnum.Hidden:
        return "hidden"
    return "very hidden" if told == SheetVisibleEnum.VeryHidden else "visible"
