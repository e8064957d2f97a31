"""Percentages are read as printed and written with a comma."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cells import Unreadable, Value
from generator.percents import read_percent, write_percent
from tests import vocabulary


@pytest.mark.parametrize(("typed", "number"), [
    ("71,2%", 71.2), ("71.2", 71.2), ("100 %", 100.0), (71.2, 71.2), ("-3,5", -3.5), ("1.234,5", 1234.5),
    (None, None), ("-", None), ("", None), (0, 0.0),
])
def test_percentages_are_read_as_printed(typed: Value, number: float | None) -> None:
    """A comma or a point before the fraction, with or without the sign."""
    assert read_percent(typed) == number


@pytest.mark.parametrize("typed", ["bảy mươi", "12.345", "7 1", "#DIV/0!", True, float("inf")])
def test_what_is_no_percentage_is_refused(typed: Value) -> None:
    """Words, errors and what may be thousands are refused."""
    with pytest.raises(Unreadable, match="percent-unreadable"):
        read_percent(typed)


@pytest.mark.parametrize(("number", "text"), [
    (71.2, "71,2"), (100.0, "100"), (0.04, "0,04"), (-3.25, "-3,3"), (99.96, "100"), (1234.5, "1234,5"), (0.0, "0"),
])
def test_percentages_are_written_with_a_comma(number: float, text: str) -> None:
    """One digit after the comma, none for a whole number, more where it would vanish."""
    assert write_percent(number) == text


@given(st.decimals(min_value=-9999, max_value=9999, places=1))
def test_what_is_written_is_read_back(number: object) -> None:
    """Writing and reading a percentage of one digit gives it back."""
    assert read_percent(write_percent(float(str(number)))) == float(str(number))


@given(st.floats(min_value=1e-6, max_value=1e6))
def test_no_percentage_vanishes(number: float) -> None:
    """A percentage that is not 0 never reads as 0."""
    assert re.search(r"[1-9]", write_percent(number))


@given(vocabulary.cells)
def test_any_cell_is_a_percentage_or_unreadable(value: Value) -> None:
    """No cell makes the reader fail in another way."""
    try:
        number = read_percent(value)
    except Unreadable as fault:
        assert fault.code == "percent-unreadable"  # noqa: PT017 - either answer is right
    else:
        assert number is None or isinstance(number, float)


@pytest.mark.parametrize("typed", [1e10, "99999999999", 1e300])
def test_a_percentage_beyond_sense_is_refused(typed: float | str) -> None:
    """An amount in the column of shares is no percentage."""
    with pytest.raises(Unreadable):
        read_percent(typed)
