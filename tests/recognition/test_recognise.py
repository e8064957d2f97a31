"""A sheet becomes tables: which form, stage, period, unit, subject, and which rows; what is not said is told, never guessed."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import catalogue
from generator.catalogue.forms import Column, Form, Text
from generator.cells import Value
from generator.recognition import recognise
from generator.recognition.table import Table
from generator.workbook.sheets import RawSheet
from tests.recognition.drawing import drawn

HEAD = """
STT | Nội dung | Dự toán năm 2026 | | Thực hiện | | So sánh (%) |
 | | Thu NSNN | Thu NSX | Thu NSNN | Thu NSX | Thu NSNN | Thu NSX
A | B | 1 | 2 | 3 | 4 | 5=3/1 | 6=4/2
"""
LINES = """
 | TỔNG THU | 900 | 800 | 450 | 400 | 50 | 50
I | Các khoản thu ngân sách xã hưởng 100% | 300 | 200 | 150 | 100 | 50 | 50
1 | Phí | 100 | 100 | 50 | 50 | 50 | 50
2 | Lệ phí trước bạ | 200 | 100 | 100 | 50 | 50 | 50
II | Thu bổ sung từ ngân sách cấp tỉnh | 600 | 600 | 300 | 300 | 50 | 50
"""
MERGED = ("A{0}:A{1}", "B{0}:B{1}", "C{0}:D{0}", "E{0}:F{0}", "G{0}:H{0}")


def tables(text: str, *merged: str) -> tuple[Table, ...]:
    return recognise(drawn(text, *merged), "bang.xlsx", catalogue.load())


def revenue(*above: str, below: str = "") -> Table:
    """Return the revenue table drawn under some lines."""
    top = len(above) + 1
    text = "\n".join([*above, HEAD.strip("\n"), LINES.strip("\n"), below])
    (table,) = tables(text, *(place.format(top, top + 1) for place in MERGED))
    return table


def codes(table: Table) -> list[str]:
    return [found.code for found in table.findings]


TITLE = "TÌNH HÌNH THỰC HIỆN THU NGÂN SÁCH XÃ 06 THÁNG ĐẦU NĂM 2026"


def test_revenue() -> None:
    """A revenue table is known with its stage, period, unit, columns and rows."""
    table = revenue(TITLE, "Đơn vị tính: 1.000 đồng", below="\nNGƯỜI LẬP BIỂU | | TM. ỦY BAN NHÂN DÂN\n | | Nguyễn Thị Hải")
    assert (table.form, table.stage, str(table.period), table.unit) == ("budget-revenue", "execution", "2026-06m", 1000)
    keys = ("marker", "label", "plan_nsnn", "plan", "done_nsnn", "done", "share_nsnn", "share")
    assert dict(table.columns) == {key: place for place, key in enumerate(keys, 1)}
    assert (str(table.head), table.rows) == ("A3:H4", (6, 7, 8, 9, 10))
    assert [(aside.row, aside.why) for aside in table.set_aside] == [(5, "ruler"), (12, "signature"), (13, "signature")]
    assert codes(table) == []
    assert table.title == TITLE


def test_without_its_title() -> None:
    """Without title and unit the columns and lines still tell the form; what is not known is told."""
    table = revenue()
    assert (table.form, table.stage, table.unit) == ("budget-revenue", None, None)
    assert codes(table) == ["stage-unclear", "unit-missing"]


def test_by_its_number() -> None:
    """A printed form number tells form and stage; a head that names only a year tells no part of it."""
    table = revenue("Biểu số 114/CK TC-NSNN", "ĐVT: đồng")
    assert (table.form, table.stage, table.period, table.unit) == ("budget-revenue", "execution", None, 1)
    assert codes(table) == ["period-missing"]


@pytest.mark.parametrize(("title", "stage", "period"), [
    ("DỰ TOÁN THU NGÂN SÁCH XÃ NĂM 2026 (Dự toán trình Hội đồng nhân dân)", "draft", "2026"),
    ("DỰ TOÁN THU NGÂN SÁCH XÃ NĂM 2026 (đã được Hội đồng nhân dân quyết định)", "decided", "2026"),
    ("THỰC HIỆN THU NGÂN SÁCH XÃ 9 THÁNG NĂM 2026", "execution", "2026-09m"),
    ("THỰC HIỆN THU NGÂN SÁCH XÃ NĂM 2026", "execution", "2026-12m"),
    ("ƯỚC THỰC HIỆN THU NGÂN SÁCH XÃ QUÝ III NĂM 2025", "execution", "2025-q3"),
    ("ƯỚC THỰC HIỆN THU NGÂN SÁCH XÃ NĂM 2025", "execution", "2025"),
    ("QUYẾT TOÁN THU NGÂN SÁCH XÃ NĂM 2025", "settlement", "2025"),
])
def test_stages_and_periods(title: str, stage: str, period: str) -> None:
    """The title tells stage and period; a whole year's execution is its twelve months since 2026."""
    table = revenue(title, "Đơn vị tính: đồng")
    assert (table.stage, str(table.period), codes(table)) == (stage, period, [])


def test_a_plan_that_does_not_say() -> None:
    """A budget that says neither draft nor decided has no stage, and an error asks."""
    table = revenue("DỰ TOÁN THU NGÂN SÁCH XÃ NĂM 2026", "Đơn vị tính: đồng")
    assert (table.stage, codes(table), table.findings[0].severity) == (None, ["stage-unclear"], "error")


def test_another_papers_day_is_no_period() -> None:
    """The day of the decision a table goes with is not the table's period."""
    table = revenue("QUYẾT TOÁN THU NGÂN SÁCH XÃ NĂM 2024", "(Kèm theo Quyết định số 12/QĐ-UBND ngày 30 tháng 6 năm 2025)", "ĐVT: đồng")
    assert str(table.period) == "2024"
    assert table.facts["decision"] == ("12/QĐ-UBND", "A2")


def test_contradictory_units() -> None:
    """Two units are one error that quotes both, and no amount is worth anything."""
    table = revenue(TITLE, "ĐVT: đồng | | ĐVT: 1.000 đồng")
    assert (table.unit, codes(table)) == (None, ["units-contradict"])
    assert dict(table.findings[0].details) == {"first": "ĐVT: đồng", "second": "ĐVT: 1.000 đồng"}


def test_unit_in_the_next_cell() -> None:
    """The unit may stand in the cell beside its label; an agency is no unit."""
    assert revenue(TITLE, "Đơn vị: UBND xã Suối Mây | | Đơn vị tính: | Triệu đồng").unit == 1_000_000


def test_year_before() -> None:
    """An estimate of the year before stands beside the plan, not in place of what was done."""
    (table,) = tables("""
DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026 (trình Hội đồng nhân dân)
Đơn vị tính: đồng
STT | Nội dung | Ước thực hiện năm 2025 | Dự toán năm 2026
 | TỔNG CHI | 5000 | 6000
1 | Chi thường xuyên | 5000 | 6000
""")
    assert (table.form, dict(table.columns)) == ("budget-spending", {"marker": 1, "label": 2, "prior": 3, "plan": 4})


def test_two_sides() -> None:
    """A two-sided balance is two tables, each with its side's columns and rows."""
    found = tables("""
CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026 (Dự toán đã được Hội đồng nhân dân quyết định)
Đơn vị tính: 1.000 đồng
NỘI DUNG THU | DỰ TOÁN | NỘI DUNG CHI | DỰ TOÁN
TỔNG SỐ THU | 900 | TỔNG SỐ CHI | 900
I. Các khoản thu xã hưởng 100% | 300 | I. Chi đầu tư phát triển | 100
II. Thu bổ sung | 600 | II. Chi thường xuyên | 800
IV. Thu chuyển nguồn
""")
    assert [(table.side, dict(table.columns), table.rows, str(table.head)) for table in found] == [
        ("revenue", {"label": 1, "plan": 2}, (4, 5, 6, 7), "A3:B3"), ("spending", {"label": 3, "plan": 4}, (4, 5, 6), "C3:D3")]
    assert [(aside.row, aside.why) for aside in found[1].set_aside] == [(7, "blank")]
    assert all((table.form, table.stage, str(table.period), table.unit) == ("budget-balance", "decided", "2026", 1000) for table in found)


def test_several_tables_on_a_sheet() -> None:
    """A sheet holds several tables; the second takes the unit of the sheet's top, its own title tells the rest."""
    first, second = tables("""
THỰC HIỆN THU NGÂN SÁCH XÃ 3 THÁNG NĂM 2026
Đơn vị tính: triệu đồng
STT | Nội dung | Dự toán năm | Thực hiện 3 tháng
 | TỔNG THU | 90 | 30
1 | Phí | 90 | 30
Ghi chú: số liệu ước

THỰC HIỆN CHI NGÂN SÁCH XÃ 3 THÁNG NĂM 2026
STT | Nội dung | Dự toán năm | Thực hiện 3 tháng
 | TỔNG CHI | 80 | 20
1 | Chi thường xuyên | 80 | 20

KẾ TOÁN | | CHỦ TỊCH
""")
    assert (first.form, first.rows, [(one.row, one.why) for one in first.set_aside]) == ("budget-revenue", (4, 5), [(6, "note")])
    assert (second.form, second.rows, second.unit, str(second.period)) == ("budget-spending", (10, 11), 1_000_000, "2026-03m")


@pytest.mark.parametrize(("line", "kept"), [
    (" | Tỷ lệ bội chi so GDP | 0.048", False), (" | Tỷ lệ điều tiết | '50,5", False), (" | Tỷ lệ phí để lại | 2500", True),
    ("1 | Thu theo tỷ lệ | 5", True),
])
def test_ratios_among_amounts(line: str, *, kept: bool) -> None:
    """A ratio among amounts is no amount of the table's unit; an amount that speaks of a ratio is."""
    (table,) = tables(f"""
QUYẾT TOÁN THU NGÂN SÁCH XÃ NĂM 2025
ĐVT: đồng
STT | Nội dung | Quyết toán
 | TỔNG THU | 5000
{line}
2 | Phí | 5000
""")
    assert (5 in table.rows) is kept


def test_unknown_table() -> None:
    """A table of no known form keeps its head, its unit and its rows."""
    (table,) = tables("""
BẢNG LƯƠNG HỢP ĐỒNG THÁNG 3 NĂM 2026
Đơn vị tính: đồng
STT | Nội dung | Số tiền
1 | Bảo vệ | 3000000
2 | Tạp vụ | 2500000
""")
    assert (table.form, table.columns, table.rows, table.unit, str(table.head)) == (None, {}, (4, 5), 1, "A3:C3")
    assert table.heads[3] == ("Số tiền",)


def test_a_title_that_speaks_against_a_form() -> None:
    """What a title excludes is not taken for another form with the same columns."""
    (table,) = tables("""
CÁC KHOẢN THU, CHI QUẢN LÝ QUA NGÂN SÁCH NĂM 2015
Đơn vị tính: tỷ đồng
STT | Chỉ tiêu | Dự toán năm 2015
 | TỔNG SỐ | 10
I | Các khoản thu, chi quản lý qua ngân sách nhà nước | 10
""")
    assert table.form is None


def test_a_missing_column_is_told() -> None:
    """A table whose title tells its form but that lacks what the form must have is an error, not an unknown table."""
    (table,) = tables("""
DANH SÁCH HỘ NGHÈO NĂM 2026
(Kèm theo Quyết định công nhận)
STT | Thôn, buôn | Số nhân khẩu
1 | Thôn Một | 4
2 | Thôn Hai | 5
""")
    assert (table.form, codes(table), table.findings[0].cell) == ("poor-households", ["column-missing"], "A3")


def test_columns_left_out() -> None:
    """A filled column that no form knows is told, an empty one is not."""
    (table,) = tables("""
QUYẾT TOÁN CHI NGÂN SÁCH XÃ NĂM 2025
Đơn vị tính: đồng
STT | Nội dung | Quyết toán | Lượt xe | Màu sắc
 | TỔNG CHI | 5000 | 7 |
1 | Chi thường xuyên | 5000 | |
""")
    assert [(found.code, found.cell, dict(found.details)) for found in table.findings] == [("column-left-out", "D3", {"column": "Lượt xe"})]


def test_typed_as_text() -> None:
    """A .csv, all of it text and nothing merged, is read like a sheet; a gap before a total does not end it."""
    sheet = RawSheet(None, tuple(tuple(cell or None for cell in line.split(";")) for line in """
QUYẾT TOÁN CHI NGÂN SÁCH XÃ NĂM 2025
Đơn vị tính: đồng
STT;Nội dung;Dự toán;Quyết toán
A;B;1;2
1;Chi đầu tư phát triển;-;5.000.000
2;Chi thường xuyên;4.000.000;4.000.000

;TỔNG CHI;9.000.000;9.000.000
;Ghi chú: số liệu đã làm tròn
""".strip().split("\n")))
    (table,) = recognise(sheet, "quyet-toan.csv", catalogue.load())
    assert (table.form, table.rows, table.unit, codes(table)) == ("budget-spending", (5, 6, 8), 1, [])
    assert [(aside.row, aside.why) for aside in table.set_aside] == [(4, "ruler"), (7, "blank"), (9, "note")]


def test_household_list() -> None:
    """Hamlet headings and totals of a list are set aside; a list that doesn't say its stage is warned about."""
    (table,) = tables("""
DANH SÁCH HỘ NGHÈO NĂM 2026
STT | Họ và tên chủ hộ | Số khẩu | Ghi chú
I | Buôn Krông | |
1 | Y Blŭ Êban | 4 | Mới
2 | Nguyễn Văn An | 3 |
II | Thôn Hai | |
'1 | Trần Thị Bình | 5 |
 | Tổng cộng | 12 |

 | NGƯỜI LẬP BIỂU | | CHỦ TỊCH
""")
    assert (table.form, table.rows, table.unit) == ("poor-households", (4, 5, 7), None)
    assert [(aside.row, aside.why) for aside in table.set_aside] == [(3, "heading"), (6, "heading"), (8, "total"), (10, "signature")]
    assert [(one.code, one.severity) for one in table.findings] == [("stage-unclear-list", "warning")]


def test_a_subject_from_a_fact() -> None:
    """A ledger's subject is the purpose stated above it, in one cell or two; its other facts are kept with their cells."""
    (table,) = tables("""
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Mục đích: | Làm cầu Suối Mây
Căn cứ: Biên bản họp dân ngày 15/02/2026
STT | Ngày | Người, đơn vị đóng góp | Số tiền (đồng)
1 | 15/03/2026 | Nguyễn Văn An | 200000
""")
    assert (table.form, table.subject, table.subject_name, table.unit) == ("contributions", "lam-cau-suoi-may", "Làm cầu Suối Mây", 1)
    assert table.facts["purpose"] == ("Làm cầu Suối Mây", "B2")
    assert table.facts["basis"] == ("Biên bản họp dân ngày 15/02/2026", "A3")


def test_amounts_that_carry_their_unit() -> None:
    """Where every amount says đồng, no unit line is needed."""
    (table,) = tables("""
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Mục đích: Làm cầu Suối Mây
STT | Ngày | Người, đơn vị đóng góp | Số tiền
1 | 15/03/2026 | Nguyễn Văn An | 200.000 đồng
2 | 16/03/2026 | Trần Thị Bình | -
""")
    assert (table.unit, codes(table)) == (1, [])


def test_posting_days() -> None:
    """The days of posting stated beside a table are kept as they are typed."""
    table = revenue(TITLE, "Đơn vị tính: đồng", below="Niêm yết từ ngày 10/07/2026 đến hết ngày 09/08/2026")
    assert table.facts == {"posted_from": ("10/07/2026", "A11"), "posted_until": ("09/08/2026", "A11")}


@pytest.mark.parametrize("rows", [(), ((None, None),), (("Thông báo",), ("Kính gửi bà con",))])
def test_no_table(rows: tuple[tuple[str | None, ...], ...]) -> None:
    """A sheet without a table gives none."""
    assert recognise(RawSheet("Trang", rows), "bang.xlsx", catalogue.load()) == ()


def test_a_new_form_is_data() -> None:
    """A form nobody wrote code for is recognised by what its entry says."""
    column = {"marker": ("STT", "marker"), "label": ("Tên chợ", "text"), "visits": ("Lượt xe", "count"), "opened": ("Ngày mở", "day")}
    columns = tuple(Column(key=key, name=Text(label), labels=(label,), read=read, public=True, required=key == "label")  # type: ignore[arg-type]
                    for key, (label, read) in column.items())
    form = Form(id="markets", kind="register", family="markets", slug="cho", name=Text("Chợ"), question={}, titles=("danh sách chợ",),
                column=columns)
    known = replace(catalogue.load(), forms={**catalogue.load().forms, "markets": form})
    sheet = drawn("DANH SÁCH CHỢ NĂM 2026\nSTT | Tên chợ | Lượt xe | Ngày mở\n1 | Chợ Mây | 40 | 01/02/2020")
    (table,) = recognise(sheet, "cho.xlsx", known)
    assert (table.form, dict(table.columns), str(table.period)) == ("markets", {"marker": 1, "label": 2, "visits": 3, "opened": 4}, "2026")


def test_days_tell_the_period_where_the_form_says_so() -> None:
    """A form may let the days of a column tell the year, when they are all of one."""
    form = catalogue.load().forms["contributions"]
    told = replace(catalogue.load(), forms={"contributions": _with_option(form, "period_from", "day")})
    text = """
Mục đích: Làm cầu
ĐVT: đồng
STT | Ngày | Người, đơn vị đóng góp | Số tiền
1 | 15/03/2026 | Nguyễn Văn An | 200000
2 | {} | Lê Thị Hoa | 100000
"""
    (table,) = recognise(drawn(text.format("16/04/2026")), "so.xlsx", told)
    assert str(table.period) == "2026"
    (table,) = recognise(drawn(text.format("16/04/2025")), "so.xlsx", told)
    assert table.period is None


def _with_option(form: Form, key: str, value: str) -> Form:
    return msgspec.structs.replace(form, options={**form.options, key: value})


WORDS = ("STT", "Nội dung", "Dự toán", "Họ và tên", "A", "B", "I", "1", "-", "Tổng cộng", "Ghi chú:", "ĐVT: đồng", "NĂM 2026",
         "QUYẾT TOÁN THU NGÂN SÁCH XÃ", "#REF!", "  ")
CELLS = st.one_of(st.none(), st.sampled_from(WORDS), st.integers(0, 3000), st.floats(), st.text(max_size=5), st.dates(), st.booleans())


@given(st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=12).map(tuple))
def test_any_sheet(rows: tuple[tuple[Value, ...], ...]) -> None:
    """Any sheet gives tables whose rows lie in it, below their heads, each row once."""
    for table in recognise(RawSheet("Trang", rows), "bang.xlsx", catalogue.load()):
        places = [*table.rows, *(aside.row for aside in table.set_aside)]
        assert len(set(places)) == len(places)
        assert all(table.head.bottom < row <= len(rows) for row in places)
