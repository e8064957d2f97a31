"""Outline marks: how deep each stands, and which I is a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.budget import marks


def ranks(*typed: str) -> list[int]:
    """Return the ranks of marks read together."""
    return [mark.rank if mark else -1 for mark in marks.read(typed)]


def test_marks_go_deeper_in_the_usual_order() -> None:
    """Letters hold Roman numbers, those Arabic ones, then 1.1, (1), a, dash and plus."""
    found = ranks("A", "I", "1", "1.1", "(1)", "a", "-", "+")
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_points_and_brackets_at_the_end_change_nothing() -> None:
    """A mark means the same with a point, a bracket or nothing behind it."""
    assert ranks("I.", "1)", "a)") == ranks("I", "1", "a")


def test_a_bare_i_after_h_is_a_letter() -> None:
    """In A, B … H, I, K the I counts on in letters."""
    found = marks.read(["A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K"])
    assert {mark.rank for mark in found if mark} == {0}
    assert [mark.count for mark in found if mark] == list(range(1, 11))


def test_a_bare_i_before_ii_is_roman_even_after_h() -> None:
    """Where II follows, the I is a Roman one."""
    assert ranks("G", "H", "I", "II") == [0, 0, 10, 10]


def test_both_kinds_of_i_in_one_form() -> None:
    """A letter I holds its own Roman I and II."""
    assert ranks("H", "I", "I", "II") == [0, 0, 10, 10]


def test_v_and_x_are_roman_only_where_the_count_comes_to_them() -> None:
    """V after IV is five, X after IX is ten."""
    assert ranks("IV", "V", "VI", "VII", "VIII", "IX", "X") == [10] * 7
    assert ranks("U", "V") == [0, 0]


def test_c_and_d_are_letters() -> None:
    """C and D are never hundreds and five hundreds."""
    assert ranks("A", "B", "C", "D", "Đ", "E") == [0] * 6


@pytest.mark.parametrize(
    ("label", "mark", "rest"),
    [
        ("- Học phí", "-", "Học phí"),
        ("I. Thu bổ sung", "I.", "Thu bổ sung"),
        ("a) Chi y tế", "a)", "Chi y tế"),
        ("1.2 Chi khác", "1.2", "Chi khác"),
        ("(2) Phí", "(2)", "Phí"),
        ("Thu khác", "", "Thu khác"),
        ("Ia Mơ", "", "Ia Mơ"),
        ("2026", "", "2026"),
    ],
)
def test_a_mark_typed_into_the_label_is_split_off(label: str, mark: str, rest: str) -> None:
    """A mark at the beginning of a label is a mark; a word that looks like one is none."""
    assert marks.split(label) == (mark, rest)


@given(st.lists(st.text(max_size=6), max_size=12))
def test_any_text_is_a_mark_or_none(typed: list[str]) -> None:
    """Reading marks never fails and keeps their number."""
    assert len(marks.read(typed)) == len(typed)
