"""Amounts are read in the ways people type them, refused where they can be read in two ways, and written back the same."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import money
from generator.cells import Unreadable, Value
from tests import vocabulary

MILLION = 10**6


@pytest.mark.parametrize(("typed", "unit", "amount"), [
    ("1.200.000", 1, 1_200_000),
    ("1 200 000", 1, 1_200_000),
    ("1,200,000", 1, 1_200_000),
    ("1.200", 1, 1_200),
    ("1,200", 1, 1_200),
    ("1.200", MILLION, 1_200 * MILLION),
    ("1.234,5", 1_000, 1_234_500),
    ("1,234.5", 1_000, 1_234_500),
    ("0,5", 1_000, 500),
    ("1,25", MILLION, 1_250_000),
    ("(1.200)", 1, -1_200),
    ("-1.200", 1, -1_200),
    ("1.000.000đ", 1, 1_000_000),
    ("5 triệu", 1, 5 * MILLION),
    ("1,5 tỷ", 1, 1_500 * MILLION),
    ("5 triệu", MILLION, 5 * MILLION),
    (991356407.4130001, MILLION, 991_356_407_413_000),
    (0.1 + 0.2, MILLION, 300_000),
    (12, 1_000, 12_000),
    (-60.00000001, 1, -60),
    (0, 1, 0),
    ("0", 1, 0),
])
def test_amounts_are_read_to_the_dong(typed: Value, unit: int, amount: int) -> None:
    """What is typed in a unit is whole đồng."""
    assert money.read(typed, unit) == amount


@pytest.mark.parametrize("typed", [None, "", "  ", "-", "–", "—", " - ", "\u00a0"])
def test_blanks_and_dashes_are_no_amount(typed: Value) -> None:
    """A blank cell and a dash are never 0."""
    assert money.read(typed, 1) is None


@pytest.mark.parametrize(("typed", "unit", "first", "second"), [
    ("1.2", 1, "1,2", "12"),
    ("12.5", 1, "12,5", "125"),
    ("1,2", 1, "1,2", "12"),
    ("1.2", MILLION, "1,2", "12"),
    ("1,200", MILLION, "1,2", "1.200"),
    ("0.500", MILLION, "0,5", "500"),
    ("1.234,567", 1, "1.234,567", "1.234.567"),
    (1.2, 1, "1,2", "1.200"),
    ("5.000 đồng", 1_000, "5.000", "5.000.000"),
])
def test_an_amount_with_two_meanings_is_refused(typed: Value, unit: int, first: str, second: str) -> None:
    """Both meanings are said, and none is chosen."""
    with pytest.raises(Unreadable) as fault:
        money.read(typed, unit)
    assert fault.value.code == "amount-ambiguous"
    assert (fault.value.details["first"], fault.value.details["second"]) == (first, second)
    assert fault.value.details["example"]


@pytest.mark.parametrize("typed", ["khoảng 2 triệu", "O", "1.20.000", "12.00.000", "#REF!", "1.2.3", "12%",
                                   True, date(2026, 1, 1), float("nan"), float("inf")])
def test_what_is_no_amount_is_refused(typed: Value) -> None:
    """Words, broken groups, errors, days and truth values are no amounts."""
    with pytest.raises(Unreadable) as fault:
        money.read(typed, 1)
    assert fault.value.code == "amount-unreadable"


@given(vocabulary.amounts)
def test_what_is_written_is_read_back(amount: int) -> None:
    """Writing and reading an amount gives the amount."""
    assert money.read(money.write(amount), 1) == amount


@given(vocabulary.typed_amounts())
def test_amounts_as_people_type_them(drawn: tuple[str, int]) -> None:
    """Separators, signs, brackets and the word đồng don't change an amount."""
    typed, amount = drawn
    assert money.read(typed, 1) == amount


@given(vocabulary.cells, vocabulary.units)
def test_any_cell_is_an_amount_or_unreadable(value: Value, unit: int) -> None:
    """No cell makes the reader fail in another way, and no amount is anything but an int."""
    try:
        amount = money.read(value, unit)
    except Unreadable as fault:
        assert fault.code in {"amount-ambiguous", "amount-unreadable"}  # noqa: PT017 - either answer is right
    else:
        assert amount is None or type(amount) is int


@pytest.mark.parametrize(("amount", "expected"), [
    (8_420_000_000, "8,42 tỷ"), (3_100_000, "3,1 triệu"), (950_000, "950 nghìn"), (500, "500 đồng"), (0, "0 đồng"), (1, "1 đồng"),
    (999_960_000, "1 tỷ"), (999_999, "1 triệu"), (-2_500_000, "-2,5 triệu"), (1_234_567_890_000, "1.234,57 tỷ"),
])
def test_short_amounts(amount: int, expected: str) -> None:
    """Amounts in few words keep the size a reader needs."""
    assert money.short(amount) == expected


@given(vocabulary.amounts.filter(bool))
def test_no_amount_vanishes_when_shortened(amount: int) -> None:
    """An amount that is not 0 never reads as 0."""
    assert re.search(r"[1-9]", money.short(amount))


def test_short_amounts_in_english() -> None:
    """English has its own words; figures keep the signs that the tables and prints have."""
    assert money.short(8_420_000_000, "en") == "8,42 billion"


@pytest.mark.parametrize(("amounts", "unit", "expected"), [
    ([3_100_000, 200_000_000, None, 0], MILLION, 100_000),
    ([5 * MILLION, 10 * MILLION], MILLION, MILLION),
    ([991_356_407_413_000], MILLION, 1_000),
    ([100, 2_000], 1, 1),
    ([], 1_000, 1_000),
])
def test_the_step_is_the_last_digit_given(amounts: list[int | None], unit: int, expected: int) -> None:
    """The step of a table is the worth of its last digit, at most its unit."""
    assert money.step(amounts, unit) == expected


@given(st.text(max_size=4))
def test_a_dash_is_nothing_but_dashes(text: str) -> None:
    """A text with a digit or a letter is never taken for a dash."""
    assert not (money.is_dash(text) and any(character.isalnum() for character in text))


@pytest.mark.parametrize("typed", [1e18, 10**30, "9" * 19, "1.000.000.000.000.000.000"])
def test_more_than_there_is_money_is_refused(typed: Value) -> None:
    """An amount that no budget can hold is a slip of the hand."""
    with pytest.raises(Unreadable):
        money.read(typed, 1)
