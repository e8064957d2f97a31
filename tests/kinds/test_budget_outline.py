"""The tree of a budget table, grown from marks, words and the row set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.forms import Line, Text
from generator.kinds.budget.outline import grow, told
from generator.kinds.budget.rowset import RowSet
from generator.records.record import Record

MONEY = frozenset({"done"})
NONE = RowSet(())


def tree(drawn: str, rows: RowSet = NONE) -> dict[str, str | None]:
    """Return each line's label with its parent's; a line is "mark | label | amount"."""
    return {node.label: node.above.label if node.above else None for node in grow(records(drawn), rows, MONEY)}


def within(drawn: str) -> list[str]:
    """Return the labels of the lines that are only "trong đó"."""
    return [node.label for node in grow(records(drawn), NONE, MONEY) if node.within]


def records(drawn: str) -> list[Record]:
    """Return the records of drawn lines."""
    lines = [[part.strip() for part in line.split("|")] for line in drawn.strip().split("\n")]
    return [
        Record(row, marker=mark or None, values={"label": label, "done": int(amount) if amount else None})
        for row, (mark, label, amount) in enumerate(lines, 1)
    ]


def test_marks_make_the_tree() -> None:
    """A holds I, I holds 1, and each mark closes those deeper."""
    assert tree("A | Thu | 9\nI | Nội địa | 5\n1 | Thuế | 3\n2 | Phí | 2\nII | Dầu | 4\nB | Chi | 7\n1 | Lương | 7") == {
        "Thu": None,
        "Nội địa": "Thu",
        "Thuế": "Nội địa",
        "Phí": "Nội địa",
        "Dầu": "Thu",
        "Chi": None,
        "Lương": "Chi",
    }


def test_a_dotted_mark_stands_under_the_number_it_begins_with() -> None:
    """1.1 and 1.2 stand under 1, 2 beside it."""
    assert tree("1 | Một | 3\n1.1 | Một một | 1\n1.2 | Một hai | 2\n2 | Hai | 1") == {
        "Một": None,
        "Một một": "Một",
        "Một hai": "Một",
        "Hai": None,
    }


def test_an_opening_total_holds_all_that_follows() -> None:
    """A headline total without a mark, before a count begins, is the parent."""
    assert tree(" | TỔNG THU | 9\nI | Phí | 5\nII | Thuế | 4\n | TỔNG CHI | 8\nI | Lương | 8") == {
        "TỔNG THU": None,
        "Phí": "TỔNG THU",
        "Thuế": "TỔNG THU",
        "TỔNG CHI": None,
        "Lương": "TỔNG CHI",
    }


def test_a_closing_total_holds_nothing_and_the_count_goes_on() -> None:
    """A total after A, B, C does not take D as its own."""
    assert tree("A | Một | 1\nB | Hai | 2\n | Tổng số (A+B) | 3\nC | Ba | 3\n | Tổng số (A+B+C) | 6") == {
        "Một": None,
        "Hai": None,
        "Tổng số (A+B)": None,
        "Ba": None,
        "Tổng số (A+B+C)": None,
    }


def test_of_which_marks_what_follows_until_the_level_closes() -> None:
    """Lines after "Trong đó:" are some of the line above; those of the level above are not."""
    drawn = "III | Chi thường xuyên | 9\n | Trong đó: | \n1 | Giáo dục | 4\n2 | Khoa học | 1\nIV | Dự phòng | 1"
    assert within(drawn) == ["Trong đó:", "Giáo dục", "Khoa học"]
    assert tree(drawn)["Giáo dục"] == "Chi thường xuyên"


def test_of_which_in_front_of_a_label_counts_for_its_likes() -> None:
    """The label after "Trong đó:" and the next lines of its mark are some of the line above."""
    assert within("2 | Thuế nhập khẩu | 36\n | Trong đó: - Tổng số thu | 125\n | - Số hoàn thuế | -89\n3 | Phí | 1") == [
        "Trong đó: - Tổng số thu",
        "Số hoàn thuế",
    ]


def test_a_heading_without_amount_groups_what_follows() -> None:
    """A marked line without an amount is a parent all the same."""
    assert (
        tree("A | NGÂN SÁCH TRUNG ƯƠNG | \nI | Thu | 5\nB | NGÂN SÁCH ĐỊA PHƯƠNG | \nI | Thu nhập | 4")["Thu nhập"]
        == "NGÂN SÁCH ĐỊA PHƯƠNG"
    )


def test_a_count_that_begins_again_deeper_down_goes_deeper() -> None:
    """1 under a) is no sibling of the 1 above."""
    assert tree("1 | Một | 3\na | Nhỏ | 3\n1 | Nhỏ hơn | 1\n2 | Nhỏ nữa | 2")["Nhỏ hơn"] == "Nhỏ"


def test_the_row_set_places_lines_without_marks() -> None:
    """Where no line has a mark, the row set says which stands under which."""
    rows = RowSet(
        (
            Line(key="tong", name=Text("Tổng thu"), children="sum"),
            Line(key="phi", name=Text("Các khoản thu 100%"), parent="tong"),
            Line(key="le", name=Text("Lệ phí"), parent="phi"),
            Line(key="bo-sung", name=Text("Thu bổ sung"), parent="tong"),
        )
    )
    assert tree(" | TỔNG THU | 9\n | Các khoản thu 100% | 5\n | Lệ phí | 5\n | Thu bổ sung | 4", rows) == {
        "TỔNG THU": None,
        "Các khoản thu 100%": "TỔNG THU",
        "Lệ phí": "Các khoản thu 100%",
        "Thu bổ sung": "TỔNG THU",
    }


def test_one_label_under_two_parents_is_two_lines() -> None:
    """The key depends on where the label stands, and none is given twice."""
    rows = RowSet(
        (
            Line(key="dau-tu", name=Text("Chi đầu tư")),
            Line(key="dau-tu-y-te", name=Text("Chi y tế"), parent="dau-tu"),
            Line(key="thuong-xuyen", name=Text("Chi thường xuyên")),
            Line(key="y-te", name=Text("Chi y tế"), parent="thuong-xuyen"),
        )
    )
    drawn = "I | Chi đầu tư | 1\n1 | Chi y tế | 1\nII | Chi thường xuyên | 2\n1 | Chi y tế | 2\nIII | Chi y tế | 3"
    assert [node.key for node in grow(records(drawn), rows, MONEY)] == ["dau-tu", "dau-tu-y-te", "thuong-xuyen", "y-te", None]


def test_a_mark_in_the_label_becomes_the_records_own() -> None:
    """A record told by the tree has mark and label apart."""
    (node,) = grow([Record(1, values={"label": "- Học phí", "done": 5})], NONE, MONEY)
    record = told(node)
    assert (record.marker, record.values["label"]) == ("-", "Học phí")


MARKS = st.sampled_from(["", "A", "B", "I", "II", "1", "2", "1.1", "a", "b", "-", "+", "(1)", "H", "K", "?"])
LABELS = st.sampled_from(
    ["TỔNG THU", "Tổng số (A+B)", "Trong đó:", "Trong đó: - Phí", "- Học phí", "Thu khác", "CHI", "", "Tỷ lệ (%)", "Bao gồm:"]
)


@given(st.lists(st.tuples(MARKS, LABELS, st.one_of(st.none(), st.integers(-5, 5))), max_size=25))
def test_any_lines_make_a_tree(lines: list[tuple[str, str, int | None]]) -> None:
    """Whatever is typed, no line is lost, and every parent stands above its line or is an opening total."""
    drawn = [
        Record(row, marker=mark or None, values={"label": label, "done": amount}) for row, (mark, label, amount) in enumerate(lines, 1)
    ]
    nodes = grow(drawn, NONE, MONEY)
    assert [node.record.row for node in nodes] == [record.row for record in drawn]
    assert all(node.above is None or node.above.record.row < node.record.row for node in nodes)
