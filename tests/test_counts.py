"""Counts are whole numbers from 0 up."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.cells import Unreadable, Value
from generator.counts import read_count
from tests import vocabulary


@pytest.mark.parametrize(("typed", "count"), [
    ("4", 4), (4, 4), (4.0, 4), ("1.200", 1200), ("0", 0), ("-", None), (None, None), (" 04 ", 4),
])
def test_counts_are_read(typed: Value, count: int | None) -> None:
    """A count is a number or a text of digits."""
    assert read_count(typed) == count


@pytest.mark.parametrize("typed", ["4 người", "-1", -1, 2.5, "2,5", True, "bốn", float("inf"), "１２"])
def test_what_is_no_count_is_refused(typed: Value) -> None:
    """Words, fractions and negative numbers are no counts."""
    with pytest.raises(Unreadable, match="count-unreadable"):
        read_count(typed)


@given(vocabulary.cells)
def test_any_cell_is_a_count_or_unreadable(value: Value) -> None:
    """No cell makes the reader fail in another way."""
    try:
        count = read_count(value)
    except Unreadable as fault:
        assert fault.code == "count-unreadable"  # noqa: PT017 - either answer is right
    else:
        assert count is None or (type(count) is int and count >= 0)


@pytest.mark.parametrize("typed", [1e12, 10**30, "9" * 12, "9" * 5000])
def test_a_count_beyond_all_people_is_refused(typed: object) -> None:
    """A citizen number in the column of members is no count."""
    with pytest.raises(Unreadable):
        read_count(typed)  # type: ignore[arg-type]
