"""Scan the parts of an .xlsx for what calamine doesn't tell: hidden rows and columns, errors, formulas without a value, far cells."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from generator.cells import Unreadable, position
from generator.workbook import package_extras
from generator.workbook.package_fonts import Fonts
from generator.workbook.scans import FAULTS, Scan, Scans

_EMPTY_FORMULA = re.compile(rb'<c r="([A-Z]{1,3}\d+)"([^>]*)><f(?:[^>]*/>|[^>]*>[^<]*</f>)(<v\s*/>|<v></v>)?</c>')
_TEXT_RESULT = b't="str"'
_ERROR = re.compile(rb'<c r="([A-Z]{1,3}\d+)"[^>]*\bt="e"[^>]*>(?:<f(?:[^>]*/>|[^>]*>[^<]*</f>))?<v>([^<]*)</v>')
_ROW = re.compile(rb'<row [^>]*?\br="(\d+)"[^>]*>')
_COLUMNS = re.compile(rb"<col [^>]*>")
_FAR_COLUMN = re.compile(rb'<c r="([A-Z]{3})\d')
_NUMBER = {side: re.compile(rb'\b%s="(\d+)"' % side) for side in (b"min", b"max")}
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"|\b(?:ht|width)="0(?:\.0*)?"')
_LAST_COLUMN, _LAST_ROW = 16_384, 200_000
_VALUES, _TO_CELLS_END = (b"<v", b"<f>", b"<f ", b"<is>"), 4096
_DOCTYPE = b"<!DOCTYPE"
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_PREFIX = re.compile(rb"<(\w+):(?:worksheet|styleSheet|sst|workbook)\b")


def scan(content: bytes) -> Scans:
    """Return a scan of each sheet by its name; Unreadable("workbook-damaged") where it can't be known what a sheet hides."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: read(package, part) for name, part in _parts(package)}
            fonts = Fonts.of(read(package, "xl/styles.xml"), read(package, "xl/sharedStrings.xml"))
            scans = {name: _scan(part) for name, part in parts.items()}
            wide = any(_is_wide(package, name) for name in package.namelist() if name.endswith(".xml") and not name.startswith("doc"))
            sheets = {name: replace(one, lettered=fonts.lettered(parts[name]), sparse=one.sparse or wide) for name, one in scans.items()}
            return Scans(sheets, package_extras.notices(package, parts.values()))
    except FAULTS:
        raise Unreadable("workbook-damaged") from None


def read(package: zipfile.ZipFile, part: str) -> bytes:
    """Return a part's XML in UTF-8 without declaration and prefixes, nothing for one that is not there.

    ValueError for one with a document type, which a workbook never has.
    """
    try:
        content = package.read(part)
    except KeyError:
        return b""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            content = content.decode(encoding).encode()
    content = _DECLARATION.sub(b"", content, count=1)
    if _DOCTYPE in content:
        raise ValueError(part)
    prefix = _PREFIX.search(content, 0, 4096)
    return re.sub(rb"<(/?)%s:" % prefix[1], rb"<\1", content) if prefix else content


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give each sheet's name and the name of its part; KeyError for one whose part is missing."""
    names = {name.lower().lstrip("/").replace("\\", "/"): name for name in package.namelist()}
    book = names.get("xl/workbook.xml") or names[next((low for low in names if low.endswith("workbook.xml")), "xl/workbook.xml")]
    folder, _, own = book.replace("\\", "/").rpartition("/")
    links = _tree(read(package, names[f"{folder}/_rels/{own}.rels".lower().lstrip("/")]))
    targets = {link.get("Id", ""): link.get("Target", "").replace("\\", "/") for link in links}
    for element in _tree(read(package, book)).iter():
        if local(element.tag) == "sheet":
            target = targets[next((value for key, value in element.attrib.items() if local(key) == "id"), "")]
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield element.get("name", ""), names[whole.lower()]


def _is_wide(package: zipfile.ZipFile, part: str) -> bool:
    """Return whether a part is in UTF-16, which calamine would read as nothing."""
    with package.open(part) as content:
        return content.read(2) in {b"\xff\xfe", b"\xfe\xff"}


def local(tag: str) -> str:
    """Return a tag or an attribute's name without its namespace."""
    return tag.rpartition("}")[2]


def _tree(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - no document type, so no entities


def _scan(content: bytes) -> Scan:
    """Return the scan of a sheet's part up to its last value: below, there may be a million rows of nothing but borders."""
    content = content[:max(content.find(b"<sheetData"), *(content.rfind(tag) for tag in _VALUES)) + _TO_CELLS_END]
    rows = [(int(match[1]), match[0]) for match in _ROW.finditer(content)]
    return Scan(
        hidden_rows=frozenset(number for number, tag in rows if _HIDDEN.search(tag)),
        hidden_columns=frozenset(_hidden_columns(content)),
        empty_formulas=tuple(_empty_formulas(content)),
        errors={position(match[1].decode()): match[2].decode(errors="replace") for match in _ERROR.finditer(content)},
        sparse=_is_sparse(content, max((number for number, _ in rows), default=0), len(rows)),
    )


def _empty_formulas(content: bytes) -> Iterator[str]:
    """Give the addresses of formulas without a stored value; an empty text as a result is a value."""
    for match in _EMPTY_FORMULA.finditer(content):
        if not (match[3] and _TEXT_RESULT in match[2]):
            yield match[1].decode()


def _hidden_columns(content: bytes) -> Iterator[int]:
    for match in _COLUMNS.finditer(content, 0, max(content.find(b"<sheetData"), 0)):
        first, last = (_NUMBER[side].search(match[0]) for side in (b"min", b"max"))
        if _HIDDEN.search(match[0]) and first and last:
            yield from range(int(first[1]), min(int(last[1]), _LAST_COLUMN) + 1)


def _is_sparse(content: bytes, last_row: int, rows: int) -> bool:
    far = max((position(match[1].decode() + "1")[1] for match in _FAR_COLUMN.finditer(content)), default=0)
    return far * last_row > 20 * _LAST_ROW or (last_row > _LAST_ROW and last_row > 4 * rows)
