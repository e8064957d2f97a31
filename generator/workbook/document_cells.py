"""Read the cells of an .ods one by one, however far apart they lie: for sheets of which calamine would make too large a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree as ET

from generator.cells import Unreadable, Value
from generator.vietnamese import nfc
from generator.workbook.document_fonts import Fonts
from generator.workbook.lettering import in_unicode
from generator.workbook.rows import trimmed, with_texts
from generator.workbook.scans import FAULTS, Scans
from generator.workbook.sheets import RawSheet

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_NUMBERS = {"float", "percentage", "currency"}
_MOST_REPEATED = 1000


def read(content: bytes, scans: Scans) -> tuple[RawSheet, ...]:
    """Return the sheets of an .ods; Unreadable("workbook-damaged") where its content can't be followed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            tree = ET.fromstring(package.read("content.xml"))  # noqa: S314 - the scan refused a document type
        hidden = {style.get(f"{_STYLE}name") for style in tree.iter(f"{_STYLE}style")
                  if any(part.get(f"{_TABLE}display") == "false" for part in style)}
        sheets = [_sheet(table, scans, is_hidden=table.get(f"{_TABLE}style-name") in hidden) for table in tree.iter(f"{_TABLE}table")]
    except FAULTS:
        raise Unreadable("workbook-damaged") from None
    return (replace(sheets[0], notices=(*scans.notices, *sheets[0].notices)), *sheets[1:])


def _sheet(table: ET.Element, scans: Scans, *, is_hidden: bool) -> RawSheet:
    name = table.get(f"{_TABLE}name", "")
    scan = scans.sheets[name]
    raw = RawSheet(nfc(name), trimmed(with_texts(_rows(table), scan.errors)), scan.merged, "hidden" if is_hidden else "visible",
                   scan.hidden_rows, scan.hidden_columns, scan.empty_formulas)
    return in_unicode(raw, scan.lettered)


def _rows(table: ET.Element) -> Iterator[list[Value]]:
    """Give the rows down to the last with a value; repeated blanks among them are spread, others not."""
    waiting = 0
    for line in table.iter(f"{_TABLE}table-row"):
        cells = list(_row(line))
        repeated = int(line.get(f"{_TABLE}number-rows-repeated", "1"))
        if cells:
            yield from ([] for _ in range(waiting))
            yield from (cells for _ in range(min(repeated, _MOST_REPEATED)))
        waiting = 0 if cells else waiting + repeated


def _row(line: ET.Element) -> Iterator[Value]:
    waiting = 0
    for cell in line:
        if cell.tag in _CELLS:
            value = _value(cell)
            repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            if value is not None:
                yield from (None for _ in range(waiting))
                yield from (value for _ in range(min(repeated, _MOST_REPEATED)))
            waiting = 0 if value is not None else waiting + repeated


def _value(cell: ET.Element) -> Value:
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in _NUMBERS:
        return float(cell.get(f"{_OFFICE}value", "0"))
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value") == "true"
    if kind == "date":
        told = cell.get(f"{_OFFICE}date-value", "")
        return datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told)
    text = "\n".join("".join(run.text for run in Fonts().pieces(part, "")) for part in cell if part.tag == f"{_TEXT}p")
    return text or cell.get(f"{_OFFICE}string-value") or None
