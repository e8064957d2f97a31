"""Identifiers by shape: every person's number is found, no amount as we write it ever is."""

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
