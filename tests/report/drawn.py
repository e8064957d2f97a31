"""Draw workbooks with all that an officer may have put in one, and what is told of them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from generator.catalogue.texts import texts
from generator.findings import Severity
from generator.report.marking import marked
from generator.report.telling import FileTold, Item, TableTold

THU = "xl/worksheets/sheet2.xml"
FRONT = "xl/worksheets/sheetCk1.xml"
WORDS = texts("report")["marked"]


def item(cell: str | None, severity: Severity = "error", *, sheet: str | None = "Thu", code: str = "amount-ambiguous") -> Item:
    """Return a finding in words at a cell of the sheet "Thu"."""
    return Item(code, severity, texts("report")["severity"][severity], sheet, cell, "1.2", f"Điều thấy ở {cell}.", "Hãy sửa <ô> & lưu.")


def telling(*items: Item) -> FileTold:
    """Return what is told of a workbook of one table with these findings."""
    table = TableTold("Trang “Thu”: Thu ngân sách xã", "Thu", "A3", "refused", ("Chưa công khai được.",), (("Số dòng", "3"),))
    return FileTold("data/thu.xlsx", "thu.xlsx", passed=not items, verdict="CHƯA ĐẠT", counts="", tables=(table,), items=items)


def picture() -> io.BytesIO:
    """Return a PNG of one pixel."""
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b""))


def full(folder: Path, name: str = "thu.xlsx") -> Path:
    """Write a workbook with formats, widths, formulas, validation, rules, picture, chart, comments, names, a table and two sheets."""
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        first, sheet = book.add_worksheet("Bìa"), book.add_worksheet("Thu")
        money = book.add_format({"num_format": "#,##0", "bold": True, "border": 1, "align": "right", "font_name": "Times New Roman"})
        first.write("A1", "Ủy ban nhân dân xã Thử Nghiệm")
        sheet.activate()
        sheet.merge_range("A1:D1", "THU NGÂN SÁCH", book.add_format({"align": "center"}))
        sheet.write_row("A3", ["STT", "Nội dung", "Dự toán", "Thực hiện"])
        for row in range(4, 8):
            sheet.write_row(row - 1, 0, [row - 3, f"Khoản {row - 3}"])
            sheet.write_number(row - 1, 2, 1000 * row, money)
        sheet.write_formula("C8", "=SUM(C4:C7)", money, 22_000)
        sheet.set_column("B:B", 37.5)
        sheet.set_row(4, 42)
        sheet.data_validation("B4:B7", {"validate": "list", "source": ["Một", "Hai"]})
        sheet.conditional_format("C4:C7", {"type": "data_bar", "data_bar_2010": True})
        sheet.write_comment("B5", "Lời chú của cán bộ", {"author": "Cán bộ"})
        sheet.insert_image("F2", "a.png", {"image_data": picture()})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Thu!$C$4:$C$7"})
        sheet.insert_chart("F8", chart)
        sheet.add_table("F20:G22", {"columns": [{"header": "Một"}, {"header": "Hai"}]})
        sheet.print_area("A1:D8")
        sheet.repeat_rows(2)
        sheet.autofilter("A3:D7")
        book.define_name("TongThu", "=Thu!$C$8")
    return path


def parts(content: bytes | Path) -> dict[str, bytes]:
    """Return a package's parts by name."""
    with zipfile.ZipFile(content if isinstance(content, Path) else io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(path: Path, parts_to_change: dict[str, bytes], name: str) -> Path:
    """Write a package again with some parts changed or added, and return its path."""
    target = path.with_name(name)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in (parts(path) | parts_to_change).items():
            package.writestr(part, content)
    return target


def mark(path: Path, told: FileTold) -> bytes:
    """Return a marked copy's bytes."""
    return marked(path, told, WORDS)[0]


def opened(content: bytes, sheet: str = "Thu", *, values: bool = False) -> Worksheet:
    """Return a sheet of a marked copy as another program reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found: Worksheet = openpyxl.load_workbook(io.BytesIO(content), data_only=values)[sheet]
    return found
