"""Read .xlsx, .xlsm, .xlsb, .xls and .ods through calamine, and what it refuses through the slower readers."""

from __future__ import annotations

import io
import re
import zipfile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from generator.cells import Range, Unreadable
from generator.vietnamese import nfc
from generator.workbook import binary, binary_package, document, document_cells, package, slow
from generator.workbook.lettering import in_unicode
from generator.workbook.rows import trimmed, with_texts
from generator.workbook.scans import FAULTS, Scans
from generator.workbook.sheets import RawSheet, Visibility

_EMPTY_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_BETWEEN_TAGS = re.compile(rb">\s+<")
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def read_package(content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsx or .xlsm, with what its package hides and which formulas have no value."""
    scans = package.scan(content)
    if any(scan.sparse for scan in scans.sheets.values()):
        return slow.read_package(content, scans)
    try:
        return _sheets(_opened(content), scans)
    except CalamineError:
        return slow.read_package(content, scans)


def read_plain(content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsb."""
    scans = binary_package.scan(content)
    if any(scan.sparse for scan in scans.sheets.values()):
        raise Unreadable("workbook-too-large")
    return _sheets(_opened(content), scans)


def read_document(content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of an .ods, mended in memory where other programs than LibreOffice wrote it."""
    if document.is_encrypted(content):
        raise Unreadable("workbook-encrypted")
    scans = document.scan(content)
    if any(scan.sparse for scan in scans.sheets.values()):
        return document_cells.read(content, scans)
    try:
        return _sheets(_opened(content), scans)
    except CalamineError:
        return _sheets(_opened(_mended(content)), scans)


def read_binary(content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xls."""
    scans, notices = binary.scan(content)
    if not scans or any(scan.sparse for scan in scans):
        return slow.read_binary(content, scans, notices)
    try:
        workbook = _opened(content)
        return _sheets(workbook, Scans(dict(zip(workbook.sheet_names, scans, strict=False)), notices))
    except CalamineError:
        return slow.read_binary(content, scans, notices)


def _opened(content: bytes) -> CalamineWorkbook:
    """Return a workbook of bytes: given a path, calamine would believe its extension."""
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise Unreadable("workbook-encrypted") from None


def _mended(content: bytes) -> bytes:
    """Return a document with the mimetype and manifest that calamine asks for, and without the blanks between tags that it refuses."""
    whole = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(whole, "w") as target:
            target.writestr("mimetype", _MIMETYPE)
            target.writestr(document.MANIFEST, _EMPTY_MANIFEST)
            target.writestr("content.xml", _BETWEEN_TAGS.sub(b"><", source.read("content.xml")))
    except FAULTS:
        raise Unreadable("workbook-damaged") from None
    return whole.getvalue()


def _sheets(workbook: CalamineWorkbook, scans: Scans) -> tuple[RawSheet, ...]:
    """Return the sheets that hold cells; Unreadable("workbook-damaged") where one was not scanned for what it hides."""
    found: list[RawSheet] = []
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            if sheet.name not in scans.sheets:
                raise Unreadable("workbook-damaged")
            scan = scans.sheets[sheet.name]
            read = workbook.get_sheet_by_name(sheet.name)
            rows = trimmed(with_texts(read.to_python(skip_empty_area=False), scan.errors))
            raw = RawSheet(nfc(sheet.name), rows, scan.merged or _merged(read), _visibility(sheet.visible), scan.hidden_rows,
                           scan.hidden_columns, scan.empty_formulas, () if found else scans.notices)
            found.append(in_unicode(raw, scan.lettered))
    return tuple(found)


def _merged(sheet: CalamineSheet) -> tuple[Range, ...]:
    return tuple(Range(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())


def _visibility(told: SheetVisibleEnum) -> Visibility:
    if told == SheetVisibleEnum.Hidden:
        return "hidden"
    return "very hidden" if told == SheetVisibleEnum.VeryHidden else "visible"
