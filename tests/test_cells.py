"""Cells are named as Excel names them, and values are quoted as the officer sees them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cells import Range, Unreadable, address, is_blank, letters, position, typed
from tests import vocabulary

rows, columns = st.integers(1, 1_048_576), st.integers(1, 16_384)


@given(rows, columns)
def test_an_address_leads_back_to_its_cell(row: int, column: int) -> None:
    """Every cell a sheet can have is found again by its address, in whatever case it is written."""
    assert position(address(row, column)) == (row, column)
    assert position(f" {address(row, column).lower()} ") == (row, column)


@pytest.mark.parametrize(("column", "name"), [
    (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"),
])
def test_columns_are_lettered_as_in_excel(column: int, name: str) -> None:
    """The letters go on after Z without a nought among them."""
    assert letters(column) == name


@pytest.mark.parametrize("name", ["", "A", "7", "A0", "A01", "AAAA1", "D17:E18", "A١", "Ａ1", "A1 B", "$A$1", "-A1"])
def test_what_is_no_address_is_refused(name: str) -> None:
    """Ranges, other digits and letters, and rows from nought are no address."""
    with pytest.raises(ValueError, match=r".*"):
        position(name)


@given(st.tuples(rows, columns), st.tuples(st.integers(0, 20), st.integers(0, 20)), st.tuples(st.integers(-2, 22), st.integers(-2, 22)))
def test_a_range_holds_its_corners_and_nothing_beyond(corner: tuple[int, int], size: tuple[int, int], step: tuple[int, int]) -> None:
    """A cell lies in a range just where both its row and its column do, the ends included."""
    (row, column), (down, right), (along, across) = corner, size, step
    area = Range(row, column, row + down, column + right)
    assert area.holds(row + along, column + across) == (0 <= along <= down and 0 <= across <= right)
    assert str(area) == f"{address(row, column)}:{address(row + down, column + right)}"


@pytest.mark.parametrize(("value", "text"), [
    (None, ""), (True, "TRUE"), (False, "FALSE"), (7.0, "7"), (-3.0, "-3"), (1.25, "1.25"), (0, "0"), ("  x ", "  x "),
    (date(2026, 3, 4), "04/03/2026"), (datetime(2026, 3, 4, 8, 30), "04/03/2026"), (float("inf"), "inf"), (10**20, str(10**20)),  # noqa: DTZ001 - a cell has no zone
])
def test_a_value_is_quoted_as_it_is_seen(value: object, text: str) -> None:
    """No ".0" after a whole number, days as they are written here, texts untouched."""
    assert typed(value) == text  # type: ignore[arg-type]


@given(st.integers(-10**15 + 1, 10**15 - 1))
def test_a_whole_number_is_quoted_the_same_however_it_is_stored(number: int) -> None:
    """An amount stored as a float is quoted as one stored as an int."""
    assert typed(float(number)) == typed(number) == str(number)


@given(vocabulary.cells)
def test_whatever_a_cell_holds_can_be_quoted(value: object) -> None:
    """Quoting never fails, and what is blank is quoted as nothing but spaces."""
    assert isinstance(typed(value), str)  # type: ignore[arg-type]
    if is_blank(value):  # type: ignore[arg-type]
        assert not typed(value).strip()  # type: ignore[arg-type]


@pytest.mark.parametrize(("value", "blank"), [
    (None, True), ("", True), (" \t\n", True), ("\u00a0", True), ("0", False), (0, False), (0.0, False), (False, False), ("-", False)])
def test_only_nothing_is_blank(value: object, blank: bool) -> None:  # noqa: FBT001 - a table of cases
    """Nothing and spaces are blank; nought, no and a dash are something."""
    assert is_blank(value) is blank  # type: ignore[arg-type]


def test_a_value_that_cannot_be_read_says_why() -> None:
    """The error carries a finding's code and its words, and is a ValueError to whoever knows no more."""
    with pytest.raises(ValueError, match="amount-unreadable") as told:
        raise Unreadable("amount-unreadable", typed="1.2.3")
    assert isinstance(told.value, Unreadable)
    assert (told.value.code, told.value.details) == ("amount-unreadable", {"typed": "1.2.3"})
