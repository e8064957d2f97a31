"""Values of closed lists found in what officers write."""

from __future__ import annotations

import pytest

from generator.catalogue import load
from generator.kinds.choosing import chosen, named, spellings
from generator.kinds.classes import classes_in

CLASSES = load().choices["household-class"]


@pytest.mark.parametrize(("title", "classes"), [
    ("DANH SÁCH HỘ NGHÈO NĂM 2026", {"poor"}),
    ("DANH SÁCH HỘ CẬN NGHÈO NĂM 2026", {"near-poor"}),
    ("Danh sách hộ thoát cận nghèo", {"left-near-poverty"}),
    ("DANH SÁCH HỘ MỚI THOÁT NGHÈO", {"left-poverty"}),
    ("DANH SÁCH HỘ NGHÈO, CẬN NGHÈO", {"poor", "near-poor"}),
    ("DANH SÁCH HỘ CẬN NGHÈO THEO CHUẨN NGHÈO ĐA CHIỀU", {"near-poor"}),
    ("Thôn Nghèo", set()),
])
def test_titles_tell_classes_the_longest_wording_first(title: str, classes: set[str]) -> None:
    """A longer class is never taken for the shorter one within its name."""
    assert classes_in(title, CLASSES) == classes


def test_a_text_that_names_several_choices_is_none_of_them() -> None:
    """What could be two things is neither."""
    voluntary = load().choices["voluntary"]
    assert chosen("Tự nguyện (không quy định mức tối thiểu)", voluntary) == "voluntary"
    assert chosen("theo quy định và tự nguyện", voluntary) is None


@pytest.mark.parametrize("group", ["voluntary", "household-class", "household-note", "gift-kind", "giver-kind"])
def test_every_spelling_stands_for_its_own_choice(group: str) -> None:
    """No two choices of a list share a spelling."""
    choices = load().choices[group]
    for choice in choices:
        assert {chosen(wording, choices) for wording in spellings(choice)} == {choice.key}


def test_single_words_may_be_left_out() -> None:
    """With at least two words asked for, "nghèo" alone says nothing."""
    assert named("nghèo", CLASSES, least=2) == frozenset()
    assert named("nghèo", CLASSES) == {"poor"}
