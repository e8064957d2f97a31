"""Read what calamine refuses, or would read at the cost of too much memory: .xlsx through openpyxl, .xls through xlrd."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlrd

from generator.cells import Range, Unreadable, Value
from generator.vietnamese import nfc
from generator.workbook.package import FAULTS, Scan
from generator.workbook.rows import trimmed
from generator.workbook.sheets import RawSheet, Visibility

_STATES: Mapping[Any, Visibility] = {"visible": "visible", "hidden": "hidden", "veryHidden": "very hidden",
                                     0: "visible", 1: "hidden", 2: "very hidden"}
# What two libraries raise on files that somebody damaged, as their fuzzed test files show.
_FAULTS = (*FAULTS, TypeError, AttributeError, IndexError, AssertionError, struct.error, OverflowError, RuntimeError,
           xlrd.XLRDError, xlrd.compdoc.CompDocError)


def read_package(path: Path, scans: Mapping[str, Scan]) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsx row by row, however far apart its cells lie."""
    import openpyxl  # noqa: PLC0415 - it takes longer to import than most workbooks take to read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
            return tuple(_package_sheet(sheet, scans) for sheet in workbook.worksheets)
        except _FAULTS:
            raise Unreadable("workbook-damaged") from None


def read_binary(path: Path) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xls that calamine refuses; Unreadable("workbook-encrypted") where xlrd says so."""
    try:
        workbook = xlrd.open_workbook(path, logfile=io.StringIO(), formatting_info=False)
        return tuple(_binary_sheet(sheet, workbook.datemode) for sheet in workbook.sheets())
    except xlrd.XLRDError as fault:
        raise Unreadable("workbook-encrypted" if "encrypted" in str(fault) else "workbook-damaged") from None
    except _FAULTS:
        raise Unreadable("workbook-damaged") from None


def _package_sheet(sheet: Any, scans: Mapping[str, Scan]) -> RawSheet:
    sheet.reset_dimensions()
    scan = scans.get(sheet.title, Scan())
    rows = trimmed(sheet.iter_rows(values_only=True))
    return RawSheet(nfc(sheet.title), rows, (), _STATES[sheet.sheet_state], scan.hidden_rows, scan.hidden_columns, scan.empty_formulas)


def _binary_sheet(sheet: xlrd.sheet.Sheet, datemode: int) -> RawSheet:
    rows = ([_binary_value(cell, datemode) for cell in sheet.row(row)] for row in range(sheet.nrows))
    merged = tuple(Range(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    return RawSheet(nfc(sheet.name), trimmed(rows), merged, _STATES[sheet.visibility])


def _binary_value(cell: xlrd.sheet.Cell, datemode: int) -> Value:
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            day: datetime = xlrd.xldate_as_datetime(cell.value, datemode)
        except (ValueError, OverflowError):
            return float(cell.value)
        return day.date() if cell.value == cell.value // 1 else day
    value: Value = cell.value
    return value
