"""Tell what a file is from its bytes: its extension may be false."""

from __future__ import annotations

import io
import zipfile
from typing import Literal, TypeAlias

from generator.cells import Unreadable

Sort: TypeAlias = Literal["xlsx", "xlsb", "ods", "xls", "text", "locked"]

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLD_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_LOCKED = 0x1
_UNPACKED = 600 * 1024 * 1024
_MARKUP = (b"<", b"{", b"%PDF", b"PK", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sort_of(content: bytes) -> Sort:
    """Return the sort of a file; Unreadable for one that is empty, damaged, encrypted, too large unpacked, or no workbook."""
    start = content[:4096]
    if not start.strip(b"\0 \r\n\t"):
        raise Unreadable("workbook-empty")
    if start.startswith(b"PK"):
        return _package(content)
    if start.startswith(_OLE):
        return _compound(content)
    if start[:2] in _OLD_BIFF and start[2:4] in (b"\x08\x00", b"\x10\x00", b"\x06\x00", b"\x04\x00"):
        return "xls"
    text = start
    for mark in _BYTE_ORDER_MARKS:
        text = text.removeprefix(mark)
    if text.replace(b"\0", b"").lstrip().startswith(_MARKUP):
        raise Unreadable("workbook-unknown")
    return "text"


def _package(content: bytes) -> Sort:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = {name.lower().replace("\\", "/").lstrip("/") for name in package.namelist()}
            unpacked = sum(part.file_size for part in package.infolist())
            locked = any(part.flag_bits & _LOCKED for part in package.infolist())
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        raise Unreadable("workbook-damaged") from None
    if unpacked > _UNPACKED:
        raise Unreadable("workbook-too-large")
    if locked:
        raise Unreadable("workbook-encrypted")
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name == "xl/workbook.xml" or name.startswith("xl/worksheets/") for name in names):
        return "xlsx"
    if "content.xml" in names and not any(name.startswith("word/") for name in names):
        return "ods"
    if "[content_types].xml" in names and any(name.endswith("workbook.xml") for name in names):
        return "xlsx"
    raise Unreadable("workbook-unknown")


def _compound(content: bytes) -> Sort:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return "locked"
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise Unreadable("workbook-unknown" if holds("WordDocument") or holds("PowerPoint Document") else "workbook-damaged")
