"""Workbooks of each kind of form with private values in every place that a workbook has."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import openpyxl
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from generator import catalogue, templates
from generator.commune import Commune, Hamlet
from tests.privacy.seeds import KINDS, seeds
from tests.templates.filling import HAMLETS, filled

Drawn = Callable[[int], list[str]]
Grid = list[list[object]]
ROWS = 200
PRIVATE = ("Số CCCD", "Số CMND cũ", "Số điện thoại", "Số tài khoản", "Thư điện tử", "Ngày sinh", "Dân tộc", "Tình trạng sức khỏe",
           "Nguyên nhân nghèo", "Khả năng lao động", "Điểm B1", "Mã hộ", "Địa chỉ", "Họ tên thành viên khác", "Hoàn cảnh gia đình")
GIVER = ("Số CCCD", "CMND", "Số điện thoại", "Số tài khoản", "Thư điện tử", "Ngày sinh")
BUDGETS = ("can-doi-ngan-sach-quyet-toan", "thu-ngan-sach-thuc-hien", "chi-ngan-sach-du-toan", "chi-theo-don-vi-thuc-hien",
           "bo-sung-cap-tren-du-toan")
PLACES = {"hidden sheet": 250, "very hidden sheet": 200, "comment": 60, "hidden rows": 80, "hidden column": 10, "beside the table": 30,
          "defined name": 20, "header and footer": 2, "property": 6, "custom property": 8, "input message": 5, "text box": 5,
          "picture": 5, "tooltip": 5, "other sheet": 60}


def workbooks(folder: Path) -> dict[str, list[str]]:
    """Write a list, a ledger, a table of spending and budgets into a folder; return the values planted, by workbook and place."""
    source = seeds(7)
    planted: dict[str, list[str]] = {}
    for name, grid, heads in (("ho-ngheo.xlsx", _list(), PRIVATE), ("so-dong-gop.xlsx", _ledger(), GIVER), *_designs()):
        def draw(count: int, name: str = name, place: str = "") -> list[str]:
            values = [value for _, value in islice(source, count)]
            planted.setdefault(f"{name}, {place}", []).extend(values)
            return values

        planted.update(_columns(name, grid, heads, lambda: list(islice(source, len(KINDS)))))
        _write(folder / name, grid, lambda place, count, draw=draw: draw(count, place=place))
    return planted


def _columns(name: str, grid: Grid, heads: Sequence[str], person: Callable[[], list[tuple[str, str]]]) -> dict[str, list[str]]:
    """Add private columns to a table: the kinds of values in the order of the heads, each row a person of its own."""
    if not heads:
        return {}
    top = next(number for number, row in enumerate(grid) if row and row[0] == "STT")
    grid[top] += heads
    persons = [[value for _, value in person()][:len(heads)] for _ in grid[top + 1:]]
    for row, values in zip(grid[top + 1:], persons, strict=True):
        row.extend(values)
    return {f"{name}, private columns": [value for values in persons for value in values]}


def _list() -> Grid:
    rows: Grid = [[number, f"{('Nguyễn Văn', 'Trần Thị', 'Phạm Minh', 'Lê Hồng')[number % 4]} {_given(number)}", HAMLETS[number % 3],
                   ("Hộ nghèo", "Hộ cận nghèo")[number % 2], 1 + number % 6] for number in range(1, ROWS + 1)]
    return [["ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"], [], ["DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026"],
            ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/11/2026 của Chủ tịch Ủy ban nhân dân xã)"], [],
            ["STT", "Họ và tên chủ hộ", "Thôn, buôn", "Phân loại hộ", "Số nhân khẩu"], *rows]


def _ledger() -> Grid:
    rows: Grid = [[number, date(2026, 2, 1 + number % 28), f"{('Đỗ Đức', 'Bùi Thị')[number % 2]} {_given(number)}", "Tiền",
                   100_000 + number * 1000, "Có" if number % 2 else "Không"] for number in range(1, ROWS + 1)]
    return [["SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026"], ["Mục đích: Làm đường vào buôn Mẫu"], ["Hình thức: Tự nguyện"],
            ["Đơn vị tính: đồng"], ["STT", "Ngày", "Người đóng góp", "Hình thức", "Số tiền", "Đồng ý nêu tên"], *rows]


def _given(number: int) -> str:
    """Return a given name of two words that no other row has."""
    first, second = ("An", "Bình", "Cúc", "Dung", "Hải", "Khánh", "Lan", "Mai"), ("Anh", "Bảo", "Châu", "Diệp", "Giang", "Hân", "Kiên")
    return f"{first[number % 8]} {second[number // 8 % 7]} {('Tâm', 'Thảo', 'Uyên', 'Vy')[number // 56]}"


def _designs() -> Iterator[tuple[str, Grid, tuple[str, ...]]]:
    commune = Commune(name="Xã Thử Nghiệm", hamlet=tuple(Hamlet(name=name) for name in HAMLETS))
    for design in templates.designs():
        if design.file in {*BUDGETS, "su-dung-dong-gop"}:
            empty = templates.make(design, commune, date(2026, 11, 23), catalogue.load())
            page = openpyxl.load_workbook(io.BytesIO(filled(empty, design, design.file).content), data_only=True).worksheets[0]
            yield f"{design.file}.xlsx", [list(row) for row in page.iter_rows(values_only=True)], ()


def _write(path: Path, grid: Grid, draw: Callable[[str, int], list[str]]) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Bảng")
        for number, row in enumerate(grid):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
        _hidden_parts(sheet, grid, draw)
        _attached(sheet, draw)
        for place, hide in (("hidden sheet", Worksheet.hide), ("very hidden sheet", Worksheet.very_hidden), ("other sheet", None)):
            aside = book.add_worksheet(place)
            aside.write_column(0, 0, ["Họ tên", *draw(place, PLACES[place])])
            if hide:
                hide(aside)
        sheet.activate()
        for number, value in enumerate(draw("defined name", PLACES["defined name"])):
            book.define_name(f"ten_{number}", f'="{value}"')
        book.set_properties(dict(zip(("title", "subject", "author", "manager", "keywords", "comments"), draw("property", 6), strict=True)))
        for number, value in enumerate(draw("custom property", PLACES["custom property"])):
            book.set_custom_property(f"x{number}", value)


def _hidden_parts(sheet: Worksheet, grid: Grid, draw: Callable[[str, int], list[str]]) -> None:
    """Put values into comments, hidden rows and columns, and cells far right of the table."""
    wide, long = max(map(len, grid)), len(grid)
    for number, value in enumerate(draw("comment", PLACES["comment"])):
        sheet.write_comment(number % long, number // long, value)
    hidden = draw("hidden rows", PLACES["hidden rows"])
    for number in range(0, len(hidden), 4):
        sheet.write_row(long + number // 4, 0, hidden[number:number + 4])
        sheet.set_row(long + number // 4, None, None, {"hidden": True})
    sheet.set_column(wide + 1, wide + 1, None, None, {"hidden": True})
    sheet.write_column(2, wide + 1, draw("hidden column", PLACES["hidden column"]))
    sheet.write_column(long // 2, wide + 4, draw("beside the table", PLACES["beside the table"]))


def _attached(sheet: Worksheet, draw: Callable[[str, int], list[str]]) -> None:
    """Put values into what hangs on a sheet: header, footer, messages, boxes, pictures, tips of links."""
    head, foot = draw("header and footer", 2)
    sheet.set_header(f"&C{head.replace('&', '')}")
    sheet.set_footer(f"&R{foot.replace('&', '')}")
    for number, value in enumerate(draw("input message", PLACES["input message"])):
        sheet.data_validation(300 + number, 0, 300 + number, 0, {"validate": "any", "input_title": "x", "input_message": value})
    for number, value in enumerate(draw("text box", PLACES["text box"])):
        sheet.insert_textbox(320 + number, 3, value, {"description": value})
    for number, value in enumerate(draw("picture", PLACES["picture"])):
        sheet.insert_image(340 + number, 3, "x.png", {"image_data": io.BytesIO(_picture(value)), "description": value})
    for number, value in enumerate(draw("tooltip", PLACES["tooltip"])):
        sheet.write_url(0, 30 + number, "https://example.org/", string=" ", tip=value)


def _picture(text: str) -> bytes:
    """Return a PNG of one dot with a text within."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head, dot = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\x00\xff")
    end = chunk(b"IDAT", dot) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\x00" + text.encode()) + end
