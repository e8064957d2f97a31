"""Write the ugly workbooks of tests/field: `python -m tests.maker.field tests/field`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from openpyxl import Workbook

from tests.maker import registers
from tests.maker.drawing import save, steady
from tests.maker.faults import books
from tests.maker.profile import SUOI_MAY

_CSV = """\
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026;;;;
(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/12/2025);;;;
STT;Họ và tên chủ hộ;Thôn, buôn;Phân loại hộ;Số nhân khẩu
1;Nguyễn Văn Mẫu;Thôn Một;Hộ nghèo;4
2;"Y Blŭ Êban";Buôn Hai;Hộ cận nghèo;5
3;"Trần Thị Thử; mẹ";Thôn Một;Hộ nghèo;2
"""


def main(folder: Path) -> None:
    """Write every ugly workbook."""
    for name, sheets in (books() | registers.ugly(SUOI_MAY)).items():
        save(sheets, folder / name)
    (folder / "semicolons.csv").write_bytes(_CSV.encode("utf-8-sig"))
    whole = (folder / "nothing-wrong-households.xlsx").read_bytes()
    (folder / "cut-short.xlsx").write_bytes(whole[: len(whole) // 2])
    (folder / "a-text-named-xlsx.xlsx").write_bytes("Đây không phải là bảng tính.\n".encode())
    (folder / "no-bytes.xlsx").write_bytes(b"")
    (folder / "nothing-in-it.xlsx").write_bytes(_drawn(_empty()))
    (folder / "formulas-never-calculated.xlsx").write_bytes(_drawn(_formulas()))
    (folder / "old-list-on-hidden-sheet.xlsx").write_bytes(_drawn(_hidden()))


def _drawn(book: Workbook) -> bytes:
    raw = io.BytesIO()
    book.save(raw)
    return steady(raw.getvalue())


def _empty() -> Workbook:
    book = Workbook()
    book.worksheets[0].title = "Sheet1"
    book.create_sheet("Sheet2")
    return book


def _formulas() -> Workbook:
    book = Workbook()
    for row in (
        ("BẢNG KÊ SỬ DỤNG KHOẢN ĐÓNG GÓP NĂM 2026",),
        ("Mục đích: Làm đường vào buôn Mẫu",),
        ("Đơn vị tính: đồng",),
        ("STT", "Ngày", "Nội dung chi", "Số tiền"),
        (1, "01/03/2026", "Mua đá", "=2*1500000"),
        (2, "09/03/2026", "Tiền công thợ", 2_000_000),
        (None, None, "Tổng cộng", "=SUM(D5:D6)"),
    ):
        book.worksheets[0].append(row)
    return book


def _hidden() -> Workbook:
    book = Workbook()
    for page, names in (
        (book.worksheets[0], ("Nguyễn Văn Mẫu", "Trần Thị Thử")),
        (book.create_sheet("cu 2024"), ("Lê Văn Cũ", "Phạm Thị Xưa")),
    ):
        for row in (
            ("DANH SÁCH HỘ NGHÈO NĂM 2026",),
            ("(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/12/2025)",),
            ("STT", "Họ và tên chủ hộ", "Thôn, buôn", "Phân loại hộ"),
            *((place, name, "Thôn Một", "Hộ nghèo") for place, name in enumerate(names, 1)),
        ):
            page.append(row)
    book.worksheets[1].sheet_state = "hidden"
    return book


if __name__ == "__main__":
    main(Path(sys.argv[1]))
