"""Our own ugly workbooks: small, each with one fault or one ugliness that real officers' files have."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tests.maker.sheet import Head, Row, Sheet, Typed

_AGENCY = ("ỦY BAN NHÂN DÂN", "XÃ THỬ NGHIỆM")
_STT = Head("STT", width=6)
_LEDGER = (
    _STT,
    Head("Ngày", width=12),
    Head("Người đóng góp", width=26),
    Head("Hình thức", width=11),
    Head("Số tiền", width=14),
    Head("Đồng ý nêu tên", width=10),
)
_LIST = (
    _STT,
    Head("Họ và tên chủ hộ", width=26),
    Head("Thôn, buôn", width=18),
    Head("Phân loại hộ", width=14),
    Head("Số nhân khẩu", width=8),
    Head("CCCD", width=16),
    Head("Ghi chú", width=16),
)
_FACTS = (
    "Mục đích: Làm đường vào buôn Mẫu",
    "Căn cứ: Biên bản họp dân ngày 05/01/2026",
    "Hình thức: Tự nguyện",
    "Đơn vị quản lý: Ban tự quản buôn Mẫu",
    "Ban giám sát: Ban Thanh tra nhân dân",
)

SPENDING = Sheet(
    "Chi",
    (_STT, Head("Nội dung", width=40), Head("Dự toán năm", width=15), Head("Thực hiện 06 tháng", width=15), Head("So sánh (%)", width=10)),
    (
        Row(("", "TỔNG CHI NGÂN SÁCH XÃ", 1_000_000, 450_000, 45.0), "total"),
        Row(("I", "Chi đầu tư phát triển", 300_000, 120_000, 40.0), "group"),
        Row(("II", "Chi thường xuyên", 700_000, 330_000, 47.1), "group"),
        Row(("1", "Chi giáo dục, đào tạo và dạy nghề", 400_000, 180_000, 45.0)),
        Row(("2", "Chi y tế, dân số và gia đình", 200_000, 90_000, 45.0)),
        Row(("3", "Chi bảo đảm xã hội", 100_000, 60_000, 60.0)),
    ),
    ("TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC 06 THÁNG ĐẦU NĂM 2026",),
    _AGENCY,
    unit="Đơn vị tính: 1.000 đồng",
    ruler=("A", "B", 1, 2, "3=2/1"),
)
LEDGER = Sheet(
    "So",
    _LEDGER,
    (
        Row((1, date(2026, 2, 3), "Nguyễn Văn Mẫu", "Tiền", 500_000, "Có")),
        Row((2, date(2026, 2, 4), "Trần Thị Thử", "Tiền", 1_200_000, "Không")),
        Row((3, date(2026, 2, 6), "Hợp tác xã Thử Nghiệm", "Tiền", 5_000_000, "Có")),
        Row((None, None, "Tổng cộng", None, 6_700_000, None), "total"),
    ),
    ("SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026",),
    _AGENCY,
    facts=_FACTS,
    unit="Đơn vị tính: đồng",
)
HOUSEHOLDS = Sheet(
    "Danh sach",
    _LIST,
    (
        Row((1, "Nguyễn Văn Mẫu", "Thôn Một", "Hộ nghèo", 4, "099068000001", None)),
        Row((2, "H'Mẫu Niê", "Buôn Hai", "Hộ cận nghèo", 5, "099168000002", "Mới")),
        Row((3, "Trần Thị Thử", "Thôn Một", "Hộ nghèo", 2, "099168000003", None)),
    ),
    ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026", "(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/12/2025 của Chủ tịch Ủy ban nhân dân xã)"),
    _AGENCY,
    formats=("",) * 5 + ("@",),
)
TWO_LEVELS = Sheet(
    "Thu",
    (
        _STT,
        Head("NỘI DUNG", width=40),
        Head("DỰ TOÁN NĂM 2025", (Head("THU NSNN", width=13), Head("THU NSX", width=13))),
        Head("ƯỚC THỰC HIỆN QUÝ III", (Head("THU NSNN", width=13), Head("THU NSX", width=13))),
    ),
    (
        Row((None, "TỔNG THU", 900_000, 800_000, 240_000, 210_000), "total"),
        Row(("I", "Các khoản thu 100%", 300_000, 300_000, 90_000, 90_000), "group"),
        Row((None, "Phí, lệ phí", 100_000, 100_000, 30_000, 30_000)),
        Row((None, "Thu khác", 200_000, 200_000, 60_000, 60_000)),
        Row(("II", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)", 600_000, 500_000, 150_000, 120_000), "group"),
    ),
    ("ƯỚC THỰC HIỆN THU NGÂN SÁCH XÃ QUÝ III NĂM 2025",),
    _AGENCY,
    code="Biểu số 114/CK TC-NSNN",
    unit="Đơn vị tính: 1.000 đồng",
    ruler=("A", "B", 1, 2, 3, 4),
)


def put(sheet: Sheet, row: int, column: int, value: Typed) -> Sheet:
    """Return a sheet with another value in one cell of its rows, both counted from 0."""
    cells = list(sheet.rows[row].cells)
    cells[column] = value
    return replace(sheet, rows=(*sheet.rows[:row], replace(sheet.rows[row], cells=tuple(cells)), *sheet.rows[row + 1 :]))


def books() -> Mapping[str, tuple[Sheet, ...]]:
    """Return the ugly workbooks by file name, each a table that would be fine but for what its name says."""
    nfd = replace(
        HOUSEHOLDS,
        heads=tuple(replace(head, text=unicodedata.normalize("NFD", head.text)) for head in HOUSEHOLDS.heads),
        rows=(
            *HOUSEHOLDS.rows,
            Row((4, unicodedata.normalize("NFD", "Y Blŭ Êban"), "Buôn Hai", "Hộ nghèo", 3, "099068000004", None)),
            Row((5, "H'Ƀlung Kpă", "Buôn Hai", "Hộ nghèo", 6, "099168000005", None)),
        ),
    )
    twice = replace(HOUSEHOLDS, rows=(*HOUSEHOLDS.rows, Row((4, "Nguyễn Văn Mẫu", "Thôn Một", "Hộ nghèo", 4, "099068000001", None))))
    repeated = replace(
        LEDGER,
        rows=(
            *LEDGER.rows[:3],
            Row((4, date(2026, 2, 3), "Nguyễn Văn Mẫu", "Tiền", 500_000, "Có")),
            Row((None, None, "Tổng cộng", None, 7_200_000, None), "total"),
        ),
    )
    spent = Sheet(
        "Chi",
        (_STT, Head("Ngày", width=12), Head("Nội dung chi", width=30), Head("Số chứng từ", width=10), Head("Số tiền", width=14)),
        (
            Row((1, date(2026, 3, 1), "Mua đá", "PC01", 4_000_000)),
            Row((2, date(2026, 3, 9), "Tiền công thợ", "PC02", 3_000_000)),
            Row((None, None, "Tổng cộng", None, 7_000_000), "total"),
        ),
        ("BẢNG KÊ SỬ DỤNG KHOẢN ĐÓNG GÓP NĂM 2026",),
        _AGENCY,
        facts=_FACTS,
        unit="Đơn vị tính: đồng",
    )
    return {
        "nothing-wrong-spending.xlsx": (SPENDING,),
        "nothing-wrong-ledger.xlsx": (LEDGER,),
        "nothing-wrong-households.xlsx": (HOUSEHOLDS,),
        "nothing-wrong-two-levels.xlsx": (TWO_LEVELS,),
        "total-typed-over.xlsx": (put(put(SPENDING, 0, 3, 460_000), 0, 4, 46.0),),
        "parent-less-than-children.xlsx": (put(SPENDING, 3, 2, 400_003),),
        "parent-off-by-rounding.xlsx": (put(SPENDING, 3, 2, 400_001),),
        "share-typed-wrong.xlsx": (put(SPENDING, 3, 4, 54.0),),
        "amount-1.2.xlsx": (put(LEDGER, 1, 4, "1.2"),),
        "amount-with-letter-o.xlsx": (put(LEDGER, 1, 4, "1.2OO.000"),),
        "amounts-with-dots-blanks-and-signs.xlsx": (put(put(put(LEDGER, 0, 4, " 500.000 đ"), 1, 4, "1,200,000"), 2, 4, "5.000.000đ"),),
        "dash-is-not-blank-is-not-zero.xlsx": (
            replace(
                SPENDING,
                rows=(
                    *SPENDING.rows,
                    Row(("4", "Chi bảo vệ môi trường", None, "-", None)),
                    Row(("5", "Chi thường xuyên khác", 0, None, None)),
                ),
            ),
        ),
        "name-in-amount-column.xlsx": (put(LEDGER, 0, 4, "Nguyễn Văn Mẫu"),),
        "two-units-contradict.xlsx": (replace(SPENDING, titles=(*SPENDING.titles, "Đơn vị: triệu đồng")),),
        "unit-missing.xlsx": (replace(SPENDING, unit=""),),
        "unit-in-next-cell-agency-called-unit.xlsx": (
            replace(SPENDING, agency=("Đơn vị: UBND XÃ THỬ NGHIỆM",), unit="nghìn đồng", titles=(*SPENDING.titles, "ĐVT:")),
        ),
        "two-row-head-moved.xlsx": (replace(TWO_LEVELS, left=4, gap=9, head_rows=19),),
        "columns-in-another-order.xlsx": (
            replace(
                HOUSEHOLDS,
                heads=tuple(HOUSEHOLDS.heads[at] for at in (0, 5, 3, 1, 4, 2, 6)),
                formats=("", "@"),
                rows=tuple(replace(row, cells=tuple(row.cells[at] for at in (0, 5, 3, 1, 4, 2, 6))) for row in HOUSEHOLDS.rows),
            ),
        ),
        "title-row-gone.xlsx": (replace(HOUSEHOLDS, titles=(), agency=(), motto=False, gap=0),),
        "title-row-gone-spending.xlsx": (replace(SPENDING, titles=(), agency=(), motto=False, gap=0),),
        "period-missing.xlsx": (
            replace(
                SPENDING,
                titles=("TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC",),
                heads=(*SPENDING.heads[:3], Head("Thực hiện", width=15), SPENDING.heads[4]),
            ),
        ),
        "stage-missing.xlsx": (replace(HOUSEHOLDS, titles=HOUSEHOLDS.titles[:1]),),
        "unknown-table.xlsx": (
            Sheet(
                "Cap giong",
                (_STT, Head("Loại giống", width=20), Head("Số lượng (kg)", width=14), Head("Ngày cấp", width=12)),
                (Row((1, "Lúa lai", 120, date(2026, 5, 4))), Row((2, "Ngô", 80, date(2026, 5, 4)))),
                ("BẢNG CẤP PHÁT GIỐNG CÂY TRỒNG VỤ HÈ THU 2026",),
                _AGENCY,
            ),
        ),
        "household-twice.xlsx": (twice,),
        "day-that-does-not-exist.xlsx": (put(LEDGER, 1, 1, "31/02/2026"),),
        "gift-twice.xlsx": (repeated,),
        "spent-more-than-received.xlsx": (LEDGER, spent),
        "citizen-number-lost-its-zero.xlsx": (put(HOUSEHOLDS, 0, 5, 99068000001),),
        "numbering-jumps.xlsx": (put(HOUSEHOLDS, 2, 0, 5),),
        "ede-names-in-pieces.xlsx": (nfd,),
        "class-unknown.xlsx": (put(HOUSEHOLDS, 2, 3, "Hộ khó khăn"),),
        "consent-unclear.xlsx": (put(LEDGER, 0, 5, "để hỏi lại"),),
        "no-table.xlsx": (Sheet("Ghi chu", (Head("Kính gửi: Ủy ban nhân dân xã", width=40),), ()),),
    }
