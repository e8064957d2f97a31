"""Units are read as published, never out of an agency's name."""

from __future__ import annotations

import unicodedata

import pytest

from generator.units import is_unit_label, name_scale, read_unit


@pytest.mark.parametrize(("text", "unit"), [
    ("Đơn vị tính: 1.000 đồng", 1_000),
    ("                  Đơn vị tính: Tỷ đồng", 10**9),
    ("Tỷ đồng - Billions of dong", 10**9),
    ("Triệu đồng - Millions of dong", 10**6),
    ("Đơn vị: Triệu đồng.", 10**6),
    ("ĐVT : 1000 đồng", 1_000),
    ("ĐVT: đồng", 1),
    ("Đ.V.T: 1.000đ", 1_000),
    ("(Đơn vị tính: triệu đồng, %)", 10**6),
    ("Số tiền (đồng)", 1),
    ("Don vi tinh: trieu dong", 10**6),
    ("Unit: million VND", 10**6),
    ("Đơn vị: UBND tỉnh Cao Bằng", None),
    ("Đơn vị: Trường Tiểu học Suối Mây", None),
    ("Đơn vị tính: %", None),
    ("Đơn vị tính: người", None),
    ("TÊN ĐƠN VỊ", None),
    ("Đơn vị: đóng", None),
    ("Đơn vị tính: dòng", None),
    ("Đồng/người", None),
    ("", None),
])
def test_units_are_told_from_agencies(text: str, unit: int | None) -> None:
    """The text after "Đơn vị" is a unit only where it says so."""
    assert read_unit(text) == unit
    assert read_unit(unicodedata.normalize("NFD", text)) == unit


def test_a_label_alone_points_to_the_next_cell() -> None:
    """A label without its unit is known for what it is."""
    assert is_unit_label("Đơn vị tính:")
    assert not is_unit_label("Đơn vị tính: đồng")


@pytest.mark.parametrize(("text", "scale"), [("đ", 1), ("triệu", 10**6), ("tr", 10**6), ("ngàn đồng", 1_000), ("người", None), ("%", None)])
def test_words_after_a_number(text: str, scale: int | None) -> None:
    """A unit word after a number says what it multiplies by."""
    assert name_scale(text) == scale
