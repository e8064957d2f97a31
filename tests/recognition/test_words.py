"""Rows that are no records are known by words of the catalogue, totals with their accents."""

from __future__ import annotations

import pytest

from generator.recognition import words


@pytest.mark.parametrize("text", ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng số hộ", "cộng:", "Toàn xã"])
def test_totals(text: str) -> None:
    """Every way to write a total is one."""
    assert words.is_total(text)


@pytest.mark.parametrize("text", ["Tổng công ty Điện lực", "Công ty Mây", "Công Văn Tổng", "Cộng thôn Một", "Tống Văn Cộng",
                                  "Tổng thu ngân sách"])
def test_no_totals(text: str) -> None:
    """Firms, persons and totals of a part are no totals of the whole."""
    assert not words.is_total(text)


@pytest.mark.parametrize(("text", "part"), [
    ("Cộng thôn Một", True), ("Tổng buôn Krông", True), ("Công đoàn xã", False), ("Tổng công ty Mây", False),
])
def test_totals_of_parts(text: str, *, part: bool) -> None:
    """A part's total begins like one, a giver's name does not."""
    assert words.is_subtotal(text) is part


@pytest.mark.parametrize(("text", "group"), [
    ("Ghi chú: (1) Số ước", "notes"), ("NGƯỜI LẬP BIỂU", "signatures"), ("TM. ỦY BAN NHÂN DÂN", "signatures"),
    ("(Ký, ghi rõ họ tên)", "signatures"),
    ("Tỷ lệ bội chi so với GDP", "ratios"), ("(Kèm theo Quyết định số 1/QĐ-UBND)", "attached"), ("UBND XÃ SUỐI MÂY", "letterhead"),
])
def test_beginnings(text: str, group: str) -> None:
    """A line is known by how it begins, whatever its case, accents and signs."""
    assert words.begins(text, group)


@pytest.mark.parametrize("text", ["Chi trợ cấp", "Sổ ghi chép đóng góp", "Nguyễn Văn Ký", "Ghi công đức"])
def test_other_lines(text: str) -> None:
    """Other lines begin like none of them."""
    assert not any(words.begins(text, group) for group in ("notes", "signatures", "ratios", "attached", "letterhead"))


@pytest.mark.parametrize(("text", "dated"), [
    ("Suối Mây, ngày 16 tháng 12 năm 2025", True), ("(Kèm theo Quyết định số 5 năm 2024)", True), ("Ngày 5/3/2026", True),
    ("THỰC HIỆN 6 THÁNG NĂM 2026", False), ("QUYẾT TOÁN NĂM 2025", False),
])
def test_dated(text: str, *, dated: bool) -> None:
    """A line with a whole day, or that names another paper, says nothing of the table's period."""
    assert words.is_dated(text) is dated
