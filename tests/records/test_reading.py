"""A table is read into records: every cell typed, every bad cell one finding with its place, private values apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator import catalogue, records
from generator.recognition import recognise
from generator.records.record import Reading
from generator.sources import Source
from generator.workbook.sheets import RawSheet
from tests.recognition.drawing import drawn

SOURCE = Source(Path("bang.xlsx"), "data/bang.xlsx", "00")


def reading(text: str, *merged: str) -> Reading:
    return read_sheet(drawn(text, *merged))


def read_sheet(sheet: RawSheet) -> Reading:
    known = catalogue.load()
    (table,) = recognise(sheet, SOURCE.name, known)
    return records.read(table, SOURCE, known)


def found(one: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(finding.code, finding.cell, finding.quoted) for finding in one.findings]


BUDGET = """
THỰC HIỆN CHI NGÂN SÁCH XÃ 6 THÁNG NĂM 2026
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm | Thực hiện 6 tháng | So sánh (%)
 | TỔNG CHI | 1.234.567 | 617283,5 | 50,0
I | Chi đầu tư phát triển | - | |
 | Trong đó: | | |
1 | Chi thường  xuyên | '1.234.567 | 5.5 | 71.2
"""


def test_budget_lines() -> None:
    """Amounts are whole đồng, blanks and dashes are None, and dashes are remembered."""
    total, first, among, last = reading(BUDGET).records
    assert (total.row, total.marker, dict(total.values)) == (
        4, None, {"label": "TỔNG CHI", "plan": 1_234_567_000, "done": 617_283_500, "share": 50.0})
    assert (first.marker, first.values["plan"], first.values["done"], first.dashes) == ("I", None, None, frozenset({"plan"}))
    assert (among.values["label"], among.values["plan"], among.dashes) == ("Trong đó:", None, frozenset())
    assert (last.values["label"], last.values["done"], last.values["share"]) == ("Chi thường xuyên", 5_500, 71.2)


def test_bad_cells() -> None:
    """A bad cell is None in its record and one finding with its address and what was typed; the others are read on."""
    one = reading(BUDGET.replace("617283,5", "khoảng 600 triệu").replace("| 71.2", "| bảy mươi"))
    assert found(one) == [("amount-unreadable", "D4", "khoảng 600 triệu"), ("percent-unreadable", "E7", "bảy mươi")]
    assert (one.records[0].values["done"], one.records[0].values["plan"]) == (None, 1_234_567_000)
    assert not one.publishable
    assert reading(BUDGET).publishable


def test_no_amount_without_a_unit() -> None:
    """Without a unit no amount is read, and the error is the table's."""
    one = reading(BUDGET.replace("Đơn vị tính: 1.000 đồng", ""))
    assert found(one) == [("unit-missing", "C3", None)]
    assert [record.values["plan"] for record in one.records] == [None, None, None, None]


def test_a_line_without_its_name() -> None:
    """A line with amounts but no text lacks what it must have."""
    one = reading(BUDGET.replace("Chi đầu tư phát triển | -", " | 5"))
    assert found(one) == [("value-missing", "B5", None)]


LIST = """
DANH SÁCH HỘ NGHÈO NĂM 2026 (Kèm theo Quyết định công nhận số 12/QĐ-UBND)
STT | Họ và tên chủ hộ | Số CCCD | Phân loại | Số khẩu | Ngày QĐ | Ghi chú
I. Buôn Krông (2 hộ) | | | | | |
1 | Y  Blŭ Êban | '001066000001 | Hộ nghèo | 4 | 15/12/2025 | Mới
2 | Nguyễn Văn An | 66000002 | CN | ba | 31/02/2025 | con đau ốm
II. Thôn Hai | | | | | |
3 | Trần Thị Bình | | hộ nghèo | 05 | - |
"""


def test_list() -> None:
    """Names, counts, days and closed lists are typed; hamlet headings fill the hamlet; private columns stand apart."""
    first, second, third = reading(LIST).records
    assert dict(first.values) == {"head_name": "Y Blŭ Êban", "hamlet": "Buôn Krông", "household_class": "poor", "members": 4,
                                  "decision_day": date(2025, 12, 15), "note": "new"}
    assert dict(first.private) == {"citizen_number": "001066000001"}
    assert (second.values["household_class"], second.values["hamlet"]) == ("near-poor", "Buôn Krông")
    assert second.private["citizen_number"] == "66000002"
    assert (third.values["hamlet"], third.values["members"], third.values["decision_day"], third.dashes) == (
        "Thôn Hai", 5, None, frozenset({"decision_day"}))


def test_faults_of_a_list() -> None:
    """What a count, a day or a closed list can't be is found; a free text in the note is left out of the record."""
    one = reading(LIST)
    assert found(one) == [("count-unreadable", "E5", "ba"), ("day-impossible", "F5", "31/02/2025"), ("choice-left-out", "G5", "con đau ốm")]
    assert one.records[1].values["note"] is None


def test_private_values_are_not_quoted() -> None:
    """A finding on a private column gives its place and hides what was typed."""
    one = reading("""
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Mục đích: Làm cầu
ĐVT: đồng
STT | Ngày | Người, đơn vị đóng góp | Số tiền | Đồng ý nêu tên
1 | 15/03/2026 | Nguyễn Văn An | 200000 | hỏi lại sau
2 | 15/03/2026 | Trần Thị Bình | 200000 | x
3 | 15/03/2026 | Lê Văn Cường | 200000 |
""")
    assert found(one) == [("flag-unclear", "E5", "•••")]
    assert [record.private["consent"] for record in one.records] == [None, True, None]


def test_merged_down() -> None:
    """A hamlet merged over several rows holds for each of them."""
    one = reading("""
DANH SÁCH HỘ NGHÈO NĂM 2026 (lấy ý kiến)
STT | Họ và tên chủ hộ | Thôn | Số khẩu
1 | Nguyễn Văn An | Thôn Một | 4
2 | Trần Thị Bình | | 5
3 | Lê Văn Cường | Thôn Hai | 3
""", "C3:C4")
    assert [record.values["hamlet"] for record in one.records] == ["Thôn Một", "Thôn Một", "Thôn Hai"]


def test_members_leave_the_head_to_the_row_above() -> None:
    """In a list by members only the head's own row need name the head."""
    one = reading("""
DANH SÁCH HỘ NGHÈO NĂM 2026 (lấy ý kiến)
STT | Họ và tên chủ hộ | Họ tên thành viên | Quan hệ với chủ hộ | Phân loại
1 | Nguyễn Văn An | Nguyễn Văn An | Chủ hộ | Hộ nghèo
2 | | Trần Thị Bình | Vợ | Hộ nghèo
3 | | | | Hộ nghèo
""")
    assert found(one) == [("value-missing", "B5", None)]


def test_totals_and_firms() -> None:
    """A total is set aside, a firm whose name begins like one is a giver; so is an office whose name could sign."""
    one = reading("""
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Mục đích: Làm cầu
ĐVT: đồng
STT | Ngày | Người, đơn vị đóng góp | Hình thức | Số tiền
 | 15/03/2026 | Tổng công ty Mây | Tiền | 200000
 | 15/03/2026 | Công ty TNHH Mây Xanh | Tiền | 300000
1 | | Ban quản lý chợ | Hiện vật |
2 | | Cộng Thị Hoa | Tiền | 100000
 | | Cộng thôn Một | | 500000
 | | Tổng cộng | | 600000
""")
    givers = ["Tổng công ty Mây", "Công ty TNHH Mây Xanh", "Ban quản lý chợ", "Cộng Thị Hoa"]
    assert [record.values["giver"] for record in one.records] == givers
    assert [aside.row for aside in one.table.set_aside if aside.why == "total"] == [9, 10]


def test_class_headings() -> None:
    """A heading that is an entry of a closed list fills that column, the hamlet's heading the hamlet."""
    one = reading("""
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026 (lấy ý kiến)
STT | Họ và tên chủ hộ | Số khẩu
A. HỘ NGHÈO | |
I. Thôn Một | |
1 | Nguyễn Văn An | 4
B. HỘ CẬN NGHÈO | |
1 | Trần Thị Bình | 5
""")
    read = [(record.values["household_class"], record.values["hamlet"]) for record in one.records]
    assert read == [("poor", "Thôn Một"), ("near-poor", "Thôn Một")]


def test_a_formula_never_calculated() -> None:
    """A formula without a stored value is an error at its cell, never a blank."""
    sheet = drawn(BUDGET)
    one = read_sheet(RawSheet(sheet.name, sheet.rows, sheet.merged, empty_formulas=("D5", "Z99")))
    assert found(one) == [("formula-uncalculated", "D5", None)]


def test_findings_of_recognition_come_first() -> None:
    """What recognition found of the table is told before its cells."""
    one = reading(BUDGET.replace("6 THÁNG NĂM 2026", "").replace("617283,5", "?"))
    assert [finding.code for finding in one.findings] == ["period-missing", "amount-unreadable"]
