"""Open the files officers have, by what is in them and not by their names, as raw sheets; the only readers of workbooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from python_calamine import CalamineError

from generator.cells import Unreadable
from generator.workbook import delimited, sniffing, spreadsheets
from generator.workbook.sheets import RawSheet

__all__ = ["RawSheet", "read"]

_READERS: Mapping[str, Callable[[Path], tuple[RawSheet, ...]]] = {
    "xlsx": spreadsheets.read_package,
    "xlsb": spreadsheets.read_plain,
    "ods": spreadsheets.read_document,
    "xls": spreadsheets.read_binary,
    "text": delimited.read,
}


def read(path: Path) -> tuple[RawSheet, ...]:
    """Return a file's sheets, rows and cells from A1; Unreadable("workbook-…") for one that is damaged, encrypted, empty or none."""
    try:
        sheets = _READERS[sniffing.sort_of(path)](path)
    except (MemoryError, RecursionError):
        raise Unreadable("workbook-crashed") from None
    except CalamineError:
        raise Unreadable("workbook-damaged") from None
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable("workbook-empty")
    return sheets
