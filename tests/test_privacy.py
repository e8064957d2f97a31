"""Numbers and addresses of persons are suspected, amounts with their dots are not."""

from __future__ import annotations

import pytest
from hypothesis import given

from generator.money import write
from generator.privacy import mask, suspects
from tests import vocabulary


@pytest.mark.parametrize(("text", "kind", "token"), [
    ("Số CCCD 099090001234.", "citizen", "099090001234"),
    ("099 090 001 234", "citizen", "099 090 001 234"),
    ("CMND: 240123456", "citizen", "240123456"),
    ("ĐT: 0905 123 456", "telephone", "0905 123 456"),
    ("+84 905.123.456", "telephone", "+84 905.123.456"),
    ("0262 3123 456", "telephone", "0262 3123 456"),
    ("STK 1234567890123 tại", "account", "1234567890123"),
    ("Số tài khoản: 0011 0022 3344", "account", "0011 0022 3344"),
    ("a.b@suoimay.vn", "e-mail", "a.b@suoimay.vn"),
])
def test_identifiers_are_suspected(text: str, kind: str, token: str) -> None:
    """Each sort of identifier is found with its kind."""
    assert (kind, token) in suspects(text)


@pytest.mark.parametrize("text", ["1.234.567.890", "Tổng 123.456.789 đồng", "năm 2026", "12/2026/QĐ-UBND", "", "Buôn Êa 2"])
def test_amounts_and_words_are_not(text: str) -> None:
    """Grouped amounts, years and numbers of decisions are no identifiers."""
    assert suspects(text) == ()


@given(vocabulary.amounts)
def test_no_written_amount_is_suspected(amount: int) -> None:
    """No amount as we write it looks like a person's number."""
    assert suspects(write(amount)) == ()


def test_a_mask_names_nobody() -> None:
    """A masked name keeps its initials alone."""
    assert mask("Nguyễn Văn  An") == "N. V. A."
