"""Days are read in the order day, month, year, and impossible ones refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cells import Unreadable, Value
from generator.days import read_day, write_day
from tests import vocabulary

IDES = date(2026, 3, 15)


@pytest.mark.parametrize("typed", [
    "15/03/2026", "15/3/2026", "15-3-2026", "15.03.2026", "2026-03-15", "ngày 15 tháng 3 năm 2026", "ngày 15/3/2026",
    IDES, datetime(2026, 3, 15, 7, 30), 46096, 46096.0, " 15/03/2026 ",  # noqa: DTZ001 - a sheet knows no zone
])
def test_days_are_read(typed: Value) -> None:
    """A day typed in any of the usual ways, or stored by Excel, is that day."""
    assert read_day(typed) == IDES


@pytest.mark.parametrize("typed", [None, "", "-", " "])
def test_a_blank_is_no_day(typed: Value) -> None:
    """A blank cell and a dash are no day."""
    assert read_day(typed) is None


@pytest.mark.parametrize(("typed", "code"), [
    ("31/02/2026", "day-impossible"), ("03/15/2026", "day-impossible"),
    ("0/1/2026", "day-impossible"), ("tháng 3", "day-unreadable"),
    ("15/3/26", "day-unreadable"), (1985, "day-unreadable"), ("1985", "day-unreadable"),
    (True, "day-unreadable"), (46096.5, "day-unreadable"),
])
def test_what_is_no_day_is_refused(typed: Value, code: str) -> None:
    """A day that can't be, and what isn't a whole day, are told apart."""
    with pytest.raises(Unreadable, match=code):
        read_day(typed)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_written_is_read_back(day: date) -> None:
    """Writing and reading a day gives the day."""
    assert read_day(write_day(day)) == day


@given(vocabulary.cells)
def test_any_cell_is_a_day_or_unreadable(value: Value) -> None:
    """No cell makes the reader fail in another way."""
    try:
        day = read_day(value)
    except Unreadable as fault:
        assert fault.code in {"day-impossible", "day-unreadable"}  # noqa: PT017 - either answer is right
    else:
        assert day is None or type(day) is date
