"""Heads are found under letterheads and titles, over rulers, merged or stacked, known or of any shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.recognition.heads import next_head, speaks
from generator.recognition.marks import is_marker, is_ruler
from tests.recognition.drawing import drawn

KNOWN = frozenset({"stt", "noi dung", "du toan", "thuc hien", "so sanh %", "thu nsx", "ho va ten chu ho"})


@pytest.mark.parametrize("cells", [
    ["A", "B", 1, 2, 3], ["A", "B", "1", "2", "3=2/1"], ["(1)", "(2)", "(3)"], ["A", "B", "1=2+3", 2.0, 3.0], [1.0, 2.0, 3.0, "4"],
    ["A", "B", 1.0, "2=3+6+7+8", "3=4+5"], ["A", "B", 8, "11=4+9+10"], ["A", "B", 1, "#REF!"], ["a", "b", "1"],
])
def test_rulers(cells: list[str | int | float]) -> None:
    """A row that numbers its columns, with or without sums, is a ruler."""
    assert is_ruler(enumerate(cells, 1))


@pytest.mark.parametrize("cells", [
    ["A", "Thu nội địa"], ["I", "Buôn Krông"],
    [1, "Nguyễn Văn An", 4], [1, 5], ["A", 1000], [3, 2, 1], ["I", 5], ["A", 5], ["STT", "Nội dung"], ["#REF!"],
])
def test_no_rulers(cells: list[str | int | float]) -> None:
    """A row of the table is no ruler."""
    assert not is_ruler(enumerate(cells, 1))


@pytest.mark.parametrize("text", ["I", "IV", "A", "Đ", "1", "1.1", "I.1", "(2)", "a)", "-", "+", 3, 3.0])
def test_markers(text: str | float) -> None:
    """Every sign officers order their lines by is an outline mark."""
    assert is_marker(text)


@given(st.text(alphabet="BHKMNTbghkmnoptuy ", min_size=2).filter(lambda text: len(text.strip()) > 1))
def test_words_are_no_markers(text: str) -> None:
    """No word is an outline mark."""
    assert not is_marker(text)


def test_under_letterhead_and_unit() -> None:
    """Letterhead, title and unit are no part of the head."""
    found = next_head(drawn("""
ỦY BAN NHÂN DÂN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ SUỐI MÂY | | Độc lập - Tự do - Hạnh phúc
DỰ TOÁN THU NĂM 2026
Đơn vị tính: | | 1.000 đồng
STT | Nội dung | Dự toán năm 2026
A | B | 1
I | Phí | 5
"""), 1, KNOWN)
    assert found
    assert (str(found.place), found.rulers, found.heads[3]) == ("A5:C5", (6,), ("Dự toán năm 2026",))


def test_two_levels() -> None:
    """A merged upper text stands over all its columns, a label merged downwards stands once."""
    found = next_head(drawn("""
STT | Nội dung | Dự toán | | Thực hiện |
 | | Thu NSNN | Thu NSX | Thu NSNN | Thu NSX
1 | Phí | 5 | 5 | 5 | 5
""", "A1:A2", "B1:B2", "C1:D1", "E1:F1"), 1, KNOWN)
    assert found
    assert dict(found.heads) == {1: ("STT",), 2: ("Nội dung",), 3: ("Dự toán", "Thu NSNN"), 4: ("Dự toán", "Thu NSX"),
                                 5: ("Thực hiện", "Thu NSNN"), 6: ("Thực hiện", "Thu NSX")}


def test_two_levels_without_merging() -> None:
    """In a .csv an upper text stands over the blank cells to its right."""
    found = next_head(drawn("""
STT | Nội dung | Dự toán | | Thực hiện |
 | | Thu NSNN | Thu NSX | Thu NSNN | Thu NSX
1 | Phí | 5 | 5 | 5 | 5
"""), 1, KNOWN)
    assert found
    assert found.heads[4] == ("Dự toán", "Thu NSX")
    assert found.heads[6] == ("Thực hiện", "Thu NSX")
    assert found.heads[2] == ("Nội dung",)


def test_stacked_above_a_ruler() -> None:
    """A head of five stacked rows, its words broken over them, is found by its ruler."""
    found = next_head(drawn("""
Đơn vị: triệu đồng | Đơn vị: triệu đồng
 | | TỔNG THU | TỔNG CHI
SỐ | | NSNN TRÊN | CÂN ĐỐI
TT | TỈNH | ĐỊA BÀN | NGÂN SÁCH
 | | | ĐỊA PHƯƠNG

A | B | 1 | 2
 | TỔNG SỐ | 5 | 6
"""), 1, frozenset())
    assert found
    assert (str(found.place), found.rulers, found.heads[3]) == ("A2:D5", (7,), ("TỔNG THU", "NSNN TRÊN", "ĐỊA BÀN"))


def test_lower_row_under_one_column() -> None:
    """What goes on below a label, nothing standing at the left, is part of the head."""
    found = next_head(drawn("""
STT | Nội dung | Dự toán
 | | năm 2026
A | Tổng thu | 5
""", "A1:A2", "B1:B2"), 1, KNOWN)
    assert found
    assert (str(found.place), found.heads[3]) == ("A1:C2", ("Dự toán", "năm 2026"))


def test_upper_row_over_one_column() -> None:
    """A known label alone above the head, over its last column, is part of it."""
    found = next_head(drawn("""
 | | DỰ TOÁN
STT | NỘI DUNG | NĂM 2006

A | Tổng thu | 5
"""), 1, KNOWN)
    assert found
    assert (str(found.place), found.heads[3]) == ("A1:C2", ("DỰ TOÁN", "NĂM 2006"))


def test_a_first_line_without_amounts_is_no_head() -> None:
    """A first line of words only, with its outline mark, belongs to the table."""
    found = next_head(drawn("""
STT | Nội dung | Dự toán
A | NGÂN SÁCH TRUNG ƯƠNG |
I | Nguồn thu | 5
"""), 1, KNOWN)
    assert found
    assert found.bottom == 1


def test_any_shape() -> None:
    """A table of labels nobody knows is found by the numbers below them."""
    found = next_head(drawn("""
Ban quản lý: | Chợ Suối Mây
BẢNG KÊ LƯỢT XE
Ngày thứ | Lượt xe
1 | 40
2 | 50
"""), 1, KNOWN)
    assert found
    assert str(found.place) == "A3:B3"


def test_no_table() -> None:
    """A sheet of text alone has no head."""
    assert next_head(drawn("Kính gửi bà con\nThông báo | số 5\nTrân trọng"), 1, KNOWN) is None


def test_line_2005_of_a_list_is_no_head() -> None:
    """A line whose number reads as a year and whose words are labels elsewhere stays a line."""
    line = [(1, 2005.0), (2, "Nguyễn Văn Mẫu"), (3, "Hộ nghèo"), (4, "nhân khẩu")]
    known = frozenset({"ho ngheo", "nhan khau"})
    assert not speaks(line, known)  # type: ignore[arg-type]
    assert speaks(line[1:], known)  # type: ignore[arg-type]
