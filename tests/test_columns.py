"""Head texts and labels are compared without years, units, marks of outline and misspelt letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import columns
from generator.catalogue.forms import Column, Text


def column(key: str, *labels: str, read: str = "money", side: str | None = None) -> Column:
    return Column(key=key, name=Text(key), labels=labels, read=read, side=side)  # type: ignore[arg-type]


def assigned(known: list[Column], heads: list[tuple[str, ...]], numeric: set[int] | None = None) -> dict[str, int]:
    levels = {at: columns.levels(head) for at, head in enumerate(heads, 1)}
    found = columns.assign(known, levels, frozenset(numeric or ()))
    return {f"{key}:{side}" if side else key: at for (key, side), (at, _) in found.items()}


@pytest.mark.parametrize(("typed", "compared"), [
    ("DỰ TOÁN NĂM 2026", "du toan"),
    ("Dự toán năm", "du toan"),
    ("THỰC HIỆN 09 THÁNG ĐẦU NĂM 2026", "thuc hien"),
    ("Ước thực hiện quý III năm 2025", "uoc thuc hien"),
    ("Số tiền (1.000 đồng)", "so tien"),
    ("Số tiền (đ)", "so tien"),
    ("I. Chi đầu tư phát triển", "chi dau tu phat trien"),
    ("Cùng kỳ năm trước", "cung ky nam truoc"),
    ("Nam", "nam"),
    ("Năm sinh", "nam sinh"),
    ("NĂM 2012", ""),
    ("(1)", ""),
    ("B1", "b1"),
])
def test_plain(typed: str, compared: str) -> None:
    """A label is compared without what changes from one period to the next."""
    assert columns.plain(typed) == compared


@given(st.text())
def test_plain_is_settled(text: str) -> None:
    """What is compared is the same for composed and decomposed texts."""
    assert columns.plain(unicodedata.normalize("NFD", text)) == columns.plain(unicodedata.normalize("NFC", text))


def test_two_levels() -> None:
    """A label of two levels is found under its own upper head and no other."""
    known = [column("plan", "Dự toán năm > Thu NSX"), column("done", "Thực hiện > Thu NSX"), column("plan_nsnn", "Dự toán năm > Thu NSNN")]
    heads = [(upper, lower) for upper in ("DỰ TOÁN NĂM 2026", "THỰC HIỆN 6 THÁNG") for lower in ("THU NSNN", "THU NSX")]
    assert assigned(known, heads) == {"plan_nsnn": 1, "plan": 2, "done": 4}


def test_ways_of_a_level() -> None:
    """A level of a label may be written in several ways."""
    known = [column("plan", "Dự toán | DT năm > NSX | Ngân sách xã")]
    assert assigned(known, [("DT năm 2025", "Ngân sách xã")]) == {"plan": 1}


def test_stacked_without_merging() -> None:
    """A label written over several rows is read down them."""
    assert assigned([column("revenue", "Tổng thu NSNN trên địa bàn")], [("TỔNG THU", "NSNN TRÊN", "ĐỊA BÀN")]) == {"revenue": 1}


def test_letters_one_below_the_other() -> None:
    """S, T, T down three rows is STT."""
    assert assigned([column("marker", "STT", read="marker")], [("S", "T", "T")]) == {"marker": 1}


def test_two_languages() -> None:
    """A head that goes on in English is known by its Vietnamese."""
    known = [column("label", "Chỉ tiêu", read="text"), column("done", "Quyết toán"), column("balancing", "Bổ sung cân đối")]
    heads = [("Chỉ tiêu - Items",), ("Quyết toán\nFinal accounts 2007",), ("Bổ sung \ncân đối\nBalance transfers",)]
    assert assigned(known, heads) == {"label": 1, "done": 2, "balancing": 3}


def test_misspelt() -> None:
    """One wrong letter in a longer word is forgiven, a short word is not another."""
    known = [column("content", "Nội dung các khoản thu", read="text")]
    assert assigned(known, [("Nội dung các khỏan thu",)]) == {"content": 1}
    assert assigned(known, [("Nội dungg các khoản thu",)]) == {"content": 1}
    assert assigned(known, [("Nội dung các khoản chi",)]) == {}


def test_innermost_alone_only_where_it_is_one() -> None:
    """A head is read without what stands above it only where no other head ends alike."""
    known = [column("total", "Tổng số")]
    assert assigned(known, [("Chi thường xuyên", "Tổng số")]) == {"total": 1}
    assert assigned(known, [("Chi thường xuyên", "Tổng số"), ("Chi đầu tư", "Tổng số")]) == {}


def test_amounts_under_a_merged_head() -> None:
    """Of two columns under one merged head the amounts are in the one with numbers."""
    known = [column("done", "Quyết toán")]
    assert assigned(known, [("Quyết toán",), ("Quyết toán",)], {2}) == {"done": 2}
    assert assigned(known, [("Quyết toán",), ("Quyết toán",)], {1}) == {"done": 1}


def test_parts_stand_where_their_whole_stands() -> None:
    """Parts with the same label belong to the whole that the sheet has."""
    known = [column("plan", "Dự toán"), column("plan_local", "Chia ra > NSĐP"),
             column("done", "Quyết toán"), column("done_local", "Chia ra > NSĐP")]
    assert assigned(known, [("Quyết toán",), ("Chia ra", "NSĐP")]) == {"done": 1, "done_local": 2}
    assert assigned(known, [("Dự toán",), ("Chia ra", "NSĐP")]) == {"plan": 1, "plan_local": 2}


def test_sides() -> None:
    """Columns with one label on two sides are taken from left to right."""
    known = [column("label", "Nội dung thu", read="text", side="revenue"), column("plan", "Dự toán", side="revenue"),
             column("label", "Nội dung chi", read="text", side="spending"), column("plan", "Dự toán", side="spending")]
    found = assigned(known, [("Nội dung thu",), ("Dự toán",), ("Nội dung chi",), ("Dự toán",)])
    assert found == {"label:revenue": 1, "plan:revenue": 2, "label:spending": 3, "plan:spending": 4}


@given(st.permutations([("STT",), ("Họ và tên",), ("Dự toán", "NSX"), ("Dự toán", "NSNN")]))
def test_moved_columns(heads: list[tuple[str, ...]]) -> None:
    """Moving columns moves what is found and nothing else."""
    known = [column("marker", "STT"), column("name", "Họ và tên"), column("plan", "Dự toán > NSX"), column("plan_nsnn", "Dự toán > NSNN")]
    keys = {("STT",): "marker", ("Họ và tên",): "name", ("Dự toán", "NSX"): "plan", ("Dự toán", "NSNN"): "plan_nsnn"}
    assert assigned(known, heads) == {keys[head]: at for at, head in enumerate(heads, 1)}
