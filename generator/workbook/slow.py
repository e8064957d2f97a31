"""Read what calamine refuses, or would read at the cost of too much memory: .xlsx through openpyxl, .xls through xlrd."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlrd

from generator.cells import Range, Unreadable, Value
from generator.vietnamese import nfc
from generator.workbook.lettering import in_unicode
from generator.workbook.rows import trimmed
from generator.workbook.scans import RECORD_FAULTS, Scan, Scans
from generator.workbook.sheets import Notice, RawSheet, Visibility

_STATES: Mapping[Any, Visibility] = {"visible": "visible", "hidden": "hidden", "veryHidden": "very hidden",
                                     0: "visible", 1: "hidden", 2: "very hidden"}
# What two libraries raise on files that somebody damaged, as their fuzzed test files show; SyntaxError is lxml's, where that is installed.
_FAULTS = (*RECORD_FAULTS, RuntimeError, SyntaxError, xlrd.XLRDError)


def read_package(content: bytes, scans: Scans) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xlsx row by row, however far apart its cells lie."""
    import openpyxl  # noqa: PLC0415 - it takes longer to import than most workbooks take to read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return tuple(_package_sheet(sheet, scans.sheets[sheet.title], () if place else scans.notices)
                         for place, sheet in enumerate(workbook.worksheets))
        except _FAULTS:
            raise Unreadable("workbook-damaged") from None


def read_binary(content: bytes, scans: Sequence[Scan], notices: tuple[Notice, ...]) -> tuple[RawSheet, ...]:
    """Return the sheets of an .xls that calamine refuses; Unreadable("workbook-encrypted") where xlrd says so."""
    try:
        workbook = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), formatting_info=True, ragged_rows=True)
        sheets = workbook.sheets()
        known = scans if len(scans) == len(sheets) else [_scan(sheet) for sheet in sheets]
        return tuple(_binary_sheet(sheet, scan, workbook.datemode, () if place else notices)
                     for place, (sheet, scan) in enumerate(zip(sheets, known, strict=True)))
    except xlrd.XLRDError as fault:
        raise Unreadable("workbook-encrypted" if "encrypted" in str(fault) else "workbook-damaged") from None
    except _FAULTS:
        raise Unreadable("workbook-damaged") from None


def _package_sheet(sheet: Any, scan: Scan, notices: tuple[Notice, ...]) -> RawSheet:
    sheet.reset_dimensions()
    rows = trimmed(sheet.iter_rows(values_only=True))
    return in_unicode(RawSheet(nfc(sheet.title), rows, (), _STATES[sheet.sheet_state], scan.hidden_rows, scan.hidden_columns,
                               scan.empty_formulas, notices), scan.lettered)


def _scan(sheet: xlrd.sheet.Sheet) -> Scan:
    """Return what xlrd knows of a sheet's hidden rows and columns, for workbooks so old that they are one sheet without a name."""
    return Scan(frozenset(row + 1 for row, told in sheet.rowinfo_map.items() if told.hidden),
                frozenset(column + 1 for column, told in sheet.colinfo_map.items() if told.hidden))


def _binary_sheet(sheet: xlrd.sheet.Sheet, scan: Scan, datemode: int, notices: tuple[Notice, ...]) -> RawSheet:
    rows = ([_binary_value(cell, datemode) for cell in sheet.row(row)] for row in range(sheet.nrows))
    merged = tuple(Range(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    return in_unicode(RawSheet(nfc(sheet.name), trimmed(rows), merged, _STATES[sheet.visibility], scan.hidden_rows, scan.hidden_columns,
                               scan.empty_formulas, notices), scan.lettered)


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
