"""Find in the parts of an .xlsx, .xlsm or .xlsb what is never published: comments, names, pictures, headers, macros, links, objects."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterable, Iterator

from generator.workbook.scans import says_something, told
from generator.workbook.sheets import Notice

_NAME = re.compile(rb"<definedName\b([^>]*)>([^<]*)</definedName>")
_BUILT_IN = b'name="_xlnm.'
# A name for cells of the workbook itself, or for cells that are gone, holds nothing of its own.
_CELLS = re.compile(r"(?:(?:'[^'\[]*'|[^'\[\]!,(\"]+)!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?,?)+|.*#REF!.*")
_HEADER = re.compile(rb"<(?:odd|even|first)(?:Header|Footer)[^>]*>([^<]*)<")
_BELOW = b"</sheetData>"
_COMMENT = re.compile(rb"<comment\b")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)$")


def notices(package: zipfile.ZipFile, sheets: Iterable[bytes]) -> tuple[Notice, ...]:
    """Return a notice for each sort of thing that a package holds beside its cells."""
    names = [name.lower() for name in package.namelist()]
    return told({
        "comments-present": sum(_comments(package)),
        "names-present": sum(_names(package)),
        "headers-present": says_something(html.unescape(match.decode(errors="replace"))
                                          for sheet in sheets for match in {*_HEADER.findall(sheet, max(sheet.rfind(_BELOW), 0))}),
        "pictures-present": sum("/media/" in name and bool(_PICTURE.search(name)) for name in names),
        "objects-present": sum("/embeddings/" in name for name in names),
        "macros-present": sum(name.endswith(("vbaproject.bin", "/intlsheet1.xml")) or "/macrosheets/" in name for name in names),
        "links-present": sum("/externallinks/" in name and "/_rels/" not in name for name in names),
    })


def _comments(package: zipfile.ZipFile) -> Iterator[int]:
    for name in package.namelist():
        own = name.lower().rpartition("/")[2]
        if own.startswith("comments"):
            yield len(_COMMENT.findall(package.read(name))) if own.endswith(".xml") else 1


def _names(package: zipfile.ZipFile) -> Iterator[bool]:
    """Give for each name that is not the program's own whether it holds more than the place of cells."""
    for part in package.namelist():
        if part.lower().endswith("workbook.xml"):
            for attributes, meaning in _NAME.findall(package.read(part)):
                if _BUILT_IN not in attributes:
                    yield not _CELLS.fullmatch(html.unescape(meaning.decode(errors="replace")).strip())
