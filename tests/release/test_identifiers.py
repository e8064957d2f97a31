"""Identifiers by shape: every person's number is found, no amount as we write it ever is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import money
from generator.release.identifiers import find

_AROUND = st.sampled_from(["", " ", "Hộ ông A: ", "(", "số "])


@given(st.integers(-10**15, 10**15), st.integers(0, 10**12), _AROUND)
def test_amounts_side_by_side_are_no_identifiers(first: int, second: int, before: str) -> None:
    """Two amounts in one sentence, written with points, look like nobody's number."""
    assert not list(find(f"{before}{money.write(first)} {money.write(second)} đồng"))


@given(st.dates(), st.dates(), st.integers(1, 999))
def test_days_are_no_identifiers(first, second, number) -> None:  # noqa: ANN001 - drawn days
    """Days and document numbers in one sentence look like nobody's number."""
    assert not list(find(f"Từ {first:%d/%m/%Y} đến {second:%d-%m-%Y}, theo số {number}/QĐ-UBND ngày {first.isoformat()}"))


@given(st.text("0123456789", min_size=12, max_size=12), _AROUND)
def test_every_citizen_number_is_found(number: str, before: str) -> None:
    """Twelve digits are found with words before and a full stop after."""
    assert number in {each.bare for each in find(f"{before}{number}.")}


@given(st.text("0123456789", min_size=8, max_size=9), st.sampled_from([" ", ".", "-", ""]), _AROUND)
def test_every_telephone_is_found(digits: str, mark: str, before: str) -> None:
    """Nine or ten digits from 0 on are found however they are grouped."""
    number = f"0{digits}"
    written = f"{number[:4]}{mark}{number[4:7]}{mark}{number[7:]}"
    assert number in {each.bare for each in find(f"{before}{written}")}


@pytest.mark.parametrize("written", [
    "0905\u00a0123\u00a0456", "0905\u202f123\u202f456", "0905\u2013123\u2013456", "０９０５１２３４５６", "0905\u200b123\u200b456",
    "0905  123  456", "09 05 12 34 56", "\u202d0905123456\u202c", "066\u00a0098\u00a0765\u00a0432", "0660 9876 5432", "066098 765432",
    "ho.an＠example.vn",
])
def test_odd_blanks_dashes_and_digits_hide_nothing(written: str) -> None:
    """Blanks that don't break, long dashes, wide digits and signs without width are read as plain ones."""
    wanted = {"0905123456", "066098765432", "ho.an@example.vn"}
    assert {each.bare for each in find(f"Liên hệ {written} nhé")} & wanted
