"""Find in the records of an .xls what is never published: comments, names, pictures, headers, macros, links."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from generator.workbook.scans import says_something, told
from generator.workbook.sheets import Notice

_NAME, _BOOK, _SHEET, _NOTE, _OBJECT = 0x18, 0x1AE, 0x85, 0x1C, 0x5D
_HEADERS = {0x14, 0x15}
_BUILT_IN = 0x20
_OWN_BOOKS = (b"\x01\x04", b"\x01\x3a")
# The tokens of a name for cells of the workbook itself, or for cells that are gone: it holds nothing of its own.
_CELLS = {base + kind for base in (0x1A, 0x1B, 0x1C, 0x1D) for kind in (0x20, 0x40, 0x60)}
_PICTURE = 8
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_MACRO_SHEETS = {1, 6}

Records = Iterable[tuple[int, bytes]]


def notices(content: bytes, top: Records, sheets: Sequence[Records]) -> tuple[Notice, ...]:
    """Return a notice for each sort of thing that a workbook holds beside its cells."""
    inside = [(kind, body) for part in sheets for kind, body in part]
    macro_sheets = sum(kind == _SHEET and len(body) > 5 and body[5] in _MACRO_SHEETS for kind, body in top)
    return told({
        "comments-present": sum(kind == _NOTE for kind, _ in inside),
        "names-present": sum(kind == _NAME and _holds_something(body) for kind, body in top),
        "headers-present": says_something(_text(body) for kind, body in inside if kind in _HEADERS),
        "pictures-present": sum(kind == _OBJECT and len(body) > 6 and struct.unpack_from("<H", body, 4)[0] == _PICTURE
                                for kind, body in inside),
        "macros-present": macro_sheets + (_MACROS in content),
        "links-present": sum(kind == _BOOK and body[2:4] not in _OWN_BOOKS for kind, body in top),
    })


def _holds_something(body: bytes) -> bool:
    """Return whether a defined name is not the program's own and means more than cells of the workbook."""
    if len(body) < 16 or struct.unpack_from("<H", body)[0] & _BUILT_IN:
        return False
    length = struct.unpack_from("<H", body, 4)[0]
    start = 15 + body[3] * (2 if body[14] & 1 else 1)
    return length > 0 and start < len(body) and body[start] not in _CELLS


def _text(body: bytes) -> str:
    """Return a header or footer; its codes are ASCII, so that either width of characters will do."""
    return body[3:].replace(b"\0", b"").decode("latin-1")
