"""Traps met in published budgets, each with a small workbook of our own and the answer the reader gives."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator import catalogue, money
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.kinds import KINDS
from generator.records.record import Reading
from generator.sources import Source
from generator.vietnamese import fold, words
from tests.drawing import workbook
from tests.kinds.budgets import found, reading, readings

SPENDING = """TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ 06 THÁNG ĐẦU NĂM 2026
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026 | Thực hiện 06 tháng | So sánh (%)
| TỔNG CHI NGÂN SÁCH XÃ | #1000 | #500 | #50
I | Chi đầu tư phát triển | #300 | #100 | #33.3
II | Chi thường xuyên | #700 | #400 | #57.1
1 | Chi giáo dục, đào tạo và dạy nghề | #400 | #250 | #62.5
2 | Chi y tế, dân số và gia đình | #300 | #150 | #50"""

AGENCIES = """DỰ TOÁN CHI NGÂN SÁCH XÃ CHO TỪNG CƠ QUAN, TỔ CHỨC NĂM 2026
(Dự toán đã được Hội đồng nhân dân xã quyết định)
Đơn vị tính: triệu đồng
STT | Tên đơn vị | Tổng số | Chi đầu tư | Chi thường xuyên
| TỔNG SỐ | #9000 | #3000 | #6000
1 | Văn phòng Ủy ban nhân dân xã | #4000 | #1000 | #3000
2 | Trạm Y tế xã | #2000 | #500 | #1500
3 | Trường Tiểu học Suối Mây | #3000 | #1500 | #1500"""


def examined(folder: Path, text: str, name: str = "ban-ve.xlsx") -> Examined:
    path = workbook(folder, text, name=name)
    return examine(Source(path, name, "0" * 64), catalogue.load(), Commune(name="Xã Thử Nghiệm", id="thu-nghiem"))


def together(*tables: Reading) -> set[tuple[str, str | None, str]]:
    """Return what shows only when tables of budgets are held side by side, as (file, cell, code)."""
    told = KINDS["budget"].check_together(tables, catalogue.load(), Commune(name="Xã Thử Nghiệm", id="thu-nghiem"))
    return {(one.file, one.cell, one.code) for one in told}


def test_a_blank_stays_blank_and_a_dash_a_dash(tmp_path: Path) -> None:
    """Trap 1: an empty cell is no nought, a dash stays a dash."""
    table = reading(tmp_path, SPENDING.replace("| #300 | #100 | #33.3", "| #300 | | ").replace("| #300 | #150 | #50", "| #300 | - | -"))
    by_label = {record.values["label"]: record for record in table.records}
    blank, dash = by_label["Chi đầu tư phát triển"], by_label["Chi y tế, dân số và gia đình"]
    assert (blank.values["done"], blank.dashes) == (None, frozenset())
    assert (dash.values["done"], sorted(dash.dashes)) == (None, ["done", "share"])


@pytest.mark.parametrize("amount", [1, 499, 49_999, 499_999, 500_000_001])
def test_a_small_amount_never_shows_as_nought(amount: int) -> None:
    """Trap 1: an amount below half of a billion's last digit still shows a digit other than 0."""
    assert set("123456789") & set(money.short(amount))
    assert set("123456789") & set(money.short(-amount))


@pytest.mark.parametrize(("line", "unit"), [
    ("Đơn vị tính: 1.000 đồng", 1_000),
    ("Đơn vị: UBND xã Thử Nghiệm | | Đơn vị tính: | triệu đồng", 10**6),
    ("Đơn vị tính: % | Đơn vị: Triệu đồng | Đơn vị: Triệu đồng", 10**6),
    ("Đơn vị: Trường Tiểu học Suối Mây", None),
])
def test_a_unit_is_told_and_an_agency_is_none(tmp_path: Path, line: str, unit: int | None) -> None:
    """Trap 2: the unit may stand in the next cell or three times in a row; after a bare "Đơn vị:" stands an agency."""
    table = reading(tmp_path, SPENDING.replace("Đơn vị tính: 1.000 đồng", line))
    assert table.table.unit == unit
    assert (("C3", "unit-missing") in found(table)) == (unit is None)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_texts_in_pieces_are_the_same_texts(tmp_path: Path, form: str) -> None:
    """Trap 3: a title, a unit and heads typed in decomposed letters are read alike."""
    table = reading(tmp_path, unicodedata.normalize(form, SPENDING)).table  # type: ignore[arg-type]
    assert (table.form, table.stage, str(table.period), table.unit) == ("budget-spending", "execution", "2026-06m", 1_000)


def test_a_false_extension_does_not_matter(tmp_path: Path) -> None:
    """Trap 4: an .xlsx that is named .xls is opened as what it is."""
    assert [one.table.form for one in examined(tmp_path, SPENDING, "so-lieu.xls").readings] == ["budget-spending"]


RULED = """QUYẾT TOÁN CHI NGÂN SÁCH XÃ NĂM 2026
Đơn vị tính: đồng
STT | Nội dung | Dự toán | Quyết toán | |
| | | Tổng số | Trong đó |
| | | | Chi đầu tư | Chi thường xuyên
{ruler}
| TỔNG CHI NGÂN SÁCH XÃ | #9000000 | #8000000 | #3000000 | #5000000
I | Chi đầu tư phát triển | #4000000 | #3000000 | #3000000 |
II | Chi thường xuyên | #5000000 | #5000000 | | #5000000"""


@pytest.mark.parametrize("ruler", [
    "A | B | #1 | #2 | #3 | #4",
    "(1) | (2) | (3) | (4)=(5)+(6) | (5) | (6)",
    "#1 | #2 | #3 | 4=5+6 | #5 | #6",
])
def test_a_ruler_below_three_rows_of_heads_is_no_line(tmp_path: Path, ruler: str) -> None:
    """Trap 5: the row that names the columns below a head of three rows is set aside."""
    table = reading(tmp_path, RULED.format(ruler=ruler))
    assert (6, "ruler") in {(aside.row, aside.why) for aside in table.table.set_aside}
    assert [record.row for record in table.records] == [7, 8, 9]


OUTLINE = """DỰ TOÁN CHI NGÂN SÁCH XÃ NĂM 2026
(Dự toán đã được Hội đồng nhân dân xã quyết định)
Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm 2026
{lines}"""


@pytest.mark.parametrize(("marks", "levels"), [
    (("G", "H", "I", "K"), (0, 0, 0, 0)),
    (("H", "I", "II", "K"), (0, 1, 1, 0)),
    (("A", "I", "1", "1.1", "a", "-", "+", "B"), (0, 1, 2, 3, 4, 5, 6, 0)),
    (("D", "Đ", "E"), (0, 0, 0)),
    (("I", "(1)", "(2)", "II"), (0, 1, 1, 0)),
    (("I", "I.1", "I.2", "II"), (0, 1, 1, 0)),
])
def test_marks_build_the_tree(tmp_path: Path, marks: tuple[str, ...], levels: tuple[int, ...]) -> None:
    """Trap 6: a bare I is a letter or a Roman one by what follows it."""
    lines = "\n".join(f"{mark} | Khoản thứ {place} | #{10 + place}" for place, mark in enumerate(marks, 1))
    assert tuple(record.level for record in reading(tmp_path, OUTLINE.format(lines=lines)).records) == levels


def test_a_line_without_a_mark_is_a_line(tmp_path: Path) -> None:
    """Trap 6: words without a mark stay a line under the one above."""
    lines = "I | Chi đầu tư phát triển | #50\n | Thực hiện dự án | #50\nII | Chi thường xuyên | #10"
    assert [record.values["label"] for record in reading(tmp_path, OUTLINE.format(lines=lines)).records][1] == "Thực hiện dự án"


def test_parents_are_not_counted_with_their_children(tmp_path: Path) -> None:
    """Trap 7: the total is the line without a mark, held against its own children; a residual of nought is no finding."""
    table = reading(tmp_path, SPENDING)
    assert table.findings == ()
    assert [(record.style, record.level) for record in table.records] == [("total", 0), ("line", 1), ("group", 1), ("line", 2), ("line", 2)]


def test_one_label_under_two_parents_is_two_lines(tmp_path: Path) -> None:
    """Trap 8: education under investment is not education under recurrent spending."""
    lines = ("| TỔNG CHI NGÂN SÁCH XÃ | #100\nI | Chi đầu tư phát triển | #40\n1 | Chi giáo dục, đào tạo và dạy nghề | #40\n"
             "II | Chi thường xuyên | #60\n1 | Chi giáo dục, đào tạo và dạy nghề | #60")
    table = reading(tmp_path, OUTLINE.format(lines=lines))
    twins = [record for record in table.records if str(record.values["label"]).startswith("Chi giáo dục")]
    assert [twin.parent for twin in twins] == [6, 8]
    assert twins[0].key != twins[1].key


def test_a_separator_read_as_a_point_is_told_beside_its_neighbours(tmp_path: Path) -> None:
    """Trap 9: an amount a thousand times off its neighbour in the row is told with both, and left as typed."""
    whole = SPENDING.replace("#1000 | #500 | #50", "#1000000 | #500000 | #50")
    table = reading(tmp_path, whole.replace("#300 | #100 | #33.3", "#300000 | #100 | "))
    (one,) = (one for one in table.findings if one.code == "amount-outlier")
    assert (one.cell, one.severity, dict(one.details)["now"], dict(one.details)["then"]) == ("D5", "warning", "100.000", "300.000.000")
    assert next(record for record in table.records if record.row == 5).values["done"] == 100_000


def test_a_value_off_its_own_history_is_told(tmp_path: Path) -> None:
    """Trap 9: a line a hundredfold off what it was in the last period is told once, with the other file and cell."""
    before = reading(tmp_path, SPENDING.replace("06 THÁNG", "03 THÁNG").replace("06 tháng", "03 tháng"), "ba-thang.xlsx")
    assert together(before, reading(tmp_path, SPENDING, "sau-thang.xlsx")) == set()
    after = reading(tmp_path, SPENDING.replace("#400 | #250 | #62.5", " | #25000 | "), "sau-thang.xlsx")
    assert ("sau-thang.xlsx", "D7", "amount-outlier") in together(before, after)
    assert dict(next(one for one in after.records if one.row == 7).values)["done"] == 25_000_000


def test_folding_keeps_d_and_finds_words() -> None:
    """Trap 10: "dau tu" finds "đầu tư" and not "dầu thô"."""
    assert words("dau tu") in words("Chi đầu tư phát triển")
    assert words("dau tu") not in words("Thu từ dầu thô")
    assert fold("Đ đ") == "d d"


def test_the_fonts_have_every_letter() -> None:
    """Trap 11: the page's font and the print's have a glyph for every Vietnamese letter."""
    fonts = pytest.importorskip("fontTools.ttLib", reason="fontTools, which comes with WeasyPrint, is not here")
    letters = set("ếồữẫộựỵđĐƯƠăâêôơưàảãáạỳỷỹýỵ")
    held = [path for path in (Path(__file__).parent.parent / "themes").rglob("*") if path.suffix in {".ttf", ".otf", ".woff2"}]
    faces = [fonts.TTFont(path) for path in held]
    assert faces
    assert [face for face in faces if not letters <= {chr(code) for code in face.getBestCmap()}] == []


def test_a_column_of_shares_has_no_unit(tmp_path: Path) -> None:
    """Trap 12: "So sánh (%)" is a number as printed, whatever the table's unit."""
    assert [record.values["share"] for record in reading(tmp_path, SPENDING).records] == [50.0, 33.3, 57.1, 62.5, 50.0]


def test_a_column_that_does_not_balance_is_found_though_its_own_check_was_typed_over(tmp_path: Path) -> None:
    """Trap 13: 9.999,93 triệu stand in the total and in no line; the sheet's own difference row holds a unit's text there."""
    text = AGENCIES.replace("Đơn vị tính: triệu đồng", "| Chênh lệch | #0 | #0 | Đơn vị: triệu đồng").replace(
        "| TỔNG SỐ | #9000 | #3000 | #6000", "| TỔNG SỐ | #18999.93 | #3000 | #15999.93")
    table = reading(tmp_path, text)
    assert {(one.cell, dict(one.details)["difference"]) for one in table.findings if one.code in {"sum-differs", "sums-differ"}} >= {
        ("C5", "9.999.930.000")}
    assert "E5" in " ".join(f"{one.cell} {dict(one.details).get('others', '')}" for one in table.findings)
    assert readings(tmp_path, AGENCIES)[0].findings == ()
