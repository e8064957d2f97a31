"""Totals of household lists."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.summaries.households import totals

CLASSES = {"poor": "Hộ nghèo", "near-poor": "Hộ cận nghèo", "left-poverty": "Hộ thoát nghèo"}
ROWS = st.lists(st.tuples(st.sampled_from(["Thôn 1", "Thôn 2", ""]), st.sampled_from(["poor", "near-poor"]), st.integers(1, 9)))


def test_those_who_left_are_counted_by_class_alone() -> None:
    """A household named as having left is not one of the list's, and is still told by its class."""
    found = totals([("Thôn 1", "poor", 4), ("Thôn 1", "left-poverty", 3)], CLASSES, ["Thôn 1"], {"left-poverty"})
    assert (found["households"], found["members"]) == (1, 4)
    assert [(one["key"], one["households"]) for one in found["classes"]] == [("poor", 1), ("left-poverty", 1)]
    assert found["hamlets"] == [{"name": "Thôn 1", "households": 1, "members": 4, "classes": {"poor": 1, "left-poverty": 1}}]


def test_a_list_of_none_but_those_who_left_counts_them() -> None:
    """A list of households that left poverty counts its own."""
    assert totals([("Thôn 1", "left-poverty", 3)], CLASSES, ["Thôn 1"], {"left-poverty"})["households"] == 1


def test_members_that_no_list_gives_are_unknown() -> None:
    """Without any number of members there is none, not 0."""
    found = totals([("Thôn 1", "poor", None)], CLASSES, ["Thôn 1"], set())
    assert found["members"] is None


@given(ROWS)
def test_parts_make_up_the_whole(rows: list[tuple[str, str, int | None]]) -> None:
    """Classes and hamlets each add up to the list."""
    found = totals(rows, CLASSES, ["Thôn 1", "Thôn 2", ""], set())
    for part in ("classes", "hamlets"):
        assert sum(one["households"] for one in found[part]) == found["households"] == len(rows)
        assert sum(one["members"] for one in found[part]) == (found["members"] or 0)
