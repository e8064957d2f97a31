"""Open the files officers have, by what is in them and not by their names, as raw sheets; the only readers of workbooks."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from python_calamine import CalamineError

from generator.cells import Unreadable
from generator.workbook import delimited, encryption, sniffing, spreadsheets
from generator.workbook.hidden import without_hidden
from generator.workbook.sheets import Notice, RawSheet
from generator.workbook.signs import without_signs

__all__ = ["Notice", "RawSheet", "read"]

_LARGEST = 100 * 1024 * 1024
_READERS: Mapping[str, Callable[[bytes], tuple[RawSheet, ...]]] = {
    "xlsx": spreadsheets.read_package,
    "xlsb": spreadsheets.read_plain,
    "ods": spreadsheets.read_document,
    "xls": spreadsheets.read_binary,
    "text": delimited.read,
}


def read(path: Path) -> tuple[RawSheet, ...]:
    """Return a file's sheets, rows and cells from A1, without what visible sheets hide and without signs that turn a text round.

    Unreadable("workbook-…") for a file that is damaged, encrypted, empty, too large or none.
    """
    try:
        sheets = tuple(without_signs(without_hidden(sheet)) for sheet in _sheets(_content(path)))
    except (MemoryError, RecursionError):
        raise Unreadable("workbook-crashed") from None
    except CalamineError:
        raise Unreadable("workbook-damaged") from None
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable("workbook-empty")
    return sheets


def _content(path: Path) -> bytes:
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise Unreadable("workbook-unknown")
        if told.st_size > _LARGEST:
            raise Unreadable("workbook-too-large")
        return path.read_bytes()
    except OSError:
        raise Unreadable("workbook-unopened") from None


def _sheets(content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of a file's content, or of the workbook that is locked in it with Excel's own password."""
    try:
        sort = sniffing.sort_of(content)
        if sort != "locked":
            return _READERS[sort](content)
    except Unreadable as fault:
        if fault.code != "workbook-encrypted" or content.startswith(b"PK"):
            raise
    inside = encryption.unlocked(content)
    return _READERS[sniffing.sort_of(inside)](inside)
