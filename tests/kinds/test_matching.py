"""Two lists of households held side by side."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.matching import Listed, changes, match


def household(code: str = "", name: str = "an", hamlet: str = "Thôn 2", household_class: str = "poor") -> Listed:
    return Listed(frozenset({f"household_code:{code}"} if code else ()), f"{name}|{hamlet}", hamlet, household_class)


def test_a_namesake_is_unsure_and_never_left() -> None:
    """Without proof one name in one hamlet is neither kept nor left nor new."""
    found = changes([household()], [household()])
    assert (found["unsure"], found["kept"], found["left"], found["new"]) == (1, 0, 0, 0)


def test_a_namesake_with_another_number_is_unsure() -> None:
    """A number may have been typed wrong: the name keeps the two from being told as left and new."""
    found = changes([household("1")], [household("2")])
    assert (found["unsure"], found["left"], found["new"]) == (1, 0, 0)


def test_proof_comes_before_names() -> None:
    """A household that changed its head's spelling is the same by its code, and its namesake is another's."""
    found = match([household("1", "an"), household("2", "binh")], [household("2", "an"), household("1", "binh")])
    assert len(found.sure) == 2
    assert not found.unsure


def test_who_stood_in_an_older_list_came_back() -> None:
    """In an older list, absent in the last, here again: back; the same by name alone is unsure."""
    assert changes([], [household("1")], [household("1")])["back"] == 1
    assert changes([], [household(name="an")], [household(name="an")])["unsure"] == 1


def test_who_was_named_as_having_left_came_back() -> None:
    """A household the last list names as having left poverty was on the list before it."""
    assert changes([household("1", household_class="left-poverty")], [household("1")])["back"] == 1


def test_who_is_named_as_having_left_has_left() -> None:
    """A household that this list names as having left is not on it."""
    assert changes([household("1")], [household("1", household_class="left-poverty")])["left"] == 1


def test_reasons_are_the_new_lists_own_words() -> None:
    """Why households joined is their note; why they left is what the new list names them as; what nobody says is unsaid."""
    split, gone = replace(household("3", "cuc"), note="split"), household("1", household_class="left-poverty")
    found = changes([household("1"), household("2", "dung")], [split, household("4", "binh"), gone])
    assert found["reasons"] == {"joined": {"": 1, "split": 1}, "left": {"": 1, "left": 1}}


def test_a_note_on_leaving_says_more_than_the_class() -> None:
    """A household named as having left because it moved away is counted so."""
    gone = replace(household("1", household_class="left-near-poverty"), note="moved-away")
    assert changes([household("1")], [gone])["reasons"]["left"] == {"moved-away": 1}


@given(st.lists(st.integers(1, 12), unique=True), st.lists(st.integers(1, 12), unique=True))
def test_every_household_is_counted_once(before: list[int], now: list[int]) -> None:
    """New, back, moved, unsure and kept make up this list; left, moved, unsure and kept the last one."""
    found = changes([household(str(one), str(one)) for one in before], [household(str(one), str(one)) for one in now])
    assert found["new"] + found["back"] + found["moved"] + found["unsure"] + found["kept"] == len(now)
    assert found["left"] + found["moved"] + found["unsure"] + found["kept"] == len(before)
    assert sum(hamlet["new"] for hamlet in found["hamlets"]) == found["new"]
    assert sum(found["reasons"]["joined"].values()) == found["new"] + found["back"]
    assert sum(found["reasons"]["left"].values()) == found["left"]
