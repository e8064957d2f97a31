"""Periods are read from ids and titles, named and put into addresses."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import periods
from generator.cells import Unreadable
from tests import vocabulary

IDS = ("2026", "2026-03m", "2026-06m", "2026-09m", "2026-12m", "2025-q3", "2026-11", "2026-11-23")


@pytest.mark.parametrize("text", IDS)
def test_an_id_is_read_and_written_the_same(text: str) -> None:
    """An id read is the same id when written."""
    assert str(periods.read(text)) == text


@pytest.mark.parametrize("text", ["", "26", "2026-05m", "2026-q5", "2026-13", "2026-02-30", "năm 2026"])
def test_other_ids_are_refused(text: str) -> None:
    """What is no period is refused by its code."""
    with pytest.raises(Unreadable, match="period-unreadable"):
        periods.read(text)


@pytest.mark.parametrize(("title", "period"), [
    ("QUYẾT TOÁN CÂN ĐỐI NGÂN SÁCH NHÀ NƯỚC NĂM 2012", "2012"),
    ("FINAL ACCOUNTS OF BALANCE\nFY 2007", "2007"),
    ("DỰ TOÁN 2026", "2026"),
    ("Quyết toán\nnăm 2012", "2012"),
    ("06 THÁNG ĐẦU NĂM 2026", "2026-06m"),
    ("9 tháng đầu năm 2026", "2026-09m"),
    ("9 tháng năm 2026", "2026-09m"),
    ("Số liệu 9 tháng/2026", "2026-09m"),
    ("12 tháng năm 2026", "2026-12m"),
    ("thực hiện 06 tháng đầu năm 2026 so với cùng kỳ năm 2025", "2026-06m"),
    ("THÁNG 9 NĂM 2026", "2026-09"),
    ("Tháng 11/2026", "2026-11"),
    ("QUÝ III NĂM 2025", "2025-q3"),
    ("quý 3/2025", "2025-q3"),
    ("QUÍ IV/2024", "2024-q4"),
    ("Danh sách hộ nghèo năm 2026 theo chuẩn nghèo giai đoạn 2022-2025", "2026"),
    ("Quỹ 1 năm 2026", "2026"),
    ("Theo quy định năm 2026", "2026"),
    ("Thông tư số 343/2016/TT-BTC, năm 2026", "2026"),
])
def test_titles_tell_periods(title: str, period: str) -> None:
    """A title tells its period, composed or not."""
    assert str(periods.from_text(title)) == period
    assert str(periods.from_text(unicodedata.normalize("NFD", title))) == period


@pytest.mark.parametrize("title", [
    "(Kèm theo Quyết định số 1497/QĐ-BTC ngày 30 tháng 6 năm 2014",
    "Thông tư 343/2016/TT-BTC",
    "Nghị định 30/2020/NĐ-CP ngày 5/3/2020",
    "số 12/2026/QĐ-UBND ngày 15 tháng 6 năm 2026",
    "ngày ... tháng ... năm 2026",
    "Luật số 89/2025/QH15",
    "giai đoạn 2021-2025",
    "5 tháng đầu năm 2026",
    "6 tháng cuối năm 2026",
    "đã chi 2.026 đồng",
    "Biểu số 115/CK TC-NSNN",
    "6 tháng đầu năm",
    "",
])
def test_other_titles_tell_none(title: str) -> None:
    """Years of decisions, days and plans don't count, nor do months no table is published for."""
    assert periods.from_text(title) is None


def test_a_year_from_elsewhere_completes_a_title() -> None:
    """A title without a year takes the one that is given, but a text without a period takes none."""
    assert str(periods.from_text("6 tháng đầu năm", 2026)) == "2026-06m"
    assert periods.from_text("Danh sách", 2026) is None


@pytest.mark.parametrize(("period", "name", "slug"), [
    ("2026", "năm 2026", ""), ("2026-09m", "9 tháng đầu năm 2026", "09-thang"), ("2026-12m", "cả năm 2026", "ca-nam"),
    ("2025-q3", "quý III năm 2025", "quy-3"), ("2026-11", "tháng 11 năm 2026", "thang-11"),
    ("2026-11-23", "ngày 23 tháng 11 năm 2026", "23-11"),
])
def test_periods_have_names_and_slugs(period: str, name: str, slug: str) -> None:
    """A period is called as Vietnamese call it and has its part of an address."""
    assert periods.name(periods.read(period)) == name
    assert periods.slug(periods.read(period)) == slug


@pytest.mark.parametrize("period", ["2026", "2026-03m", "2026-06m", "2026-09m", "2025-q3", "2026-11"])
def test_a_name_is_read_back(period: str) -> None:
    """What a period is called tells the period."""
    assert str(periods.from_text(periods.name(periods.read(period)))) == period


@pytest.mark.parametrize("period", IDS)
def test_english_names_differ(period: str) -> None:
    """Every period has an English name that gives its year."""
    assert "2025" in periods.name(periods.read(period), "en") or "2026" in periods.name(periods.read(period), "en")


@pytest.mark.parametrize(("said", "expected"), [
    ("Quỹ Vì người nghèo năm 2026", ""),
    ("quy vi nguoi ngheo NAM 2026", ""),
    ("Quỹ Vì người nghèo năm 2025", "năm 2026"),
    ("Làm cầu qua suối Mây", "năm 2026"),
    (None, "năm 2026"),
])
def test_a_period_is_not_said_twice(said: str | None, expected: str) -> None:
    """A purpose that ends with its year is not followed by that year again."""
    assert periods.beside(said, "năm 2026") == expected


def test_first_and_last_days() -> None:
    """A quarter begins and ends with its months."""
    assert (periods.read("2025-q1").first, periods.read("2025-q1").last) == (date(2025, 1, 1), date(2025, 3, 31))


@given(st.one_of(vocabulary.letters, st.text()))
def test_any_title_tells_a_period_or_none(title: str) -> None:
    """No title makes the reader fail, and what it tells is a period with an id."""
    found = periods.from_text(title)
    assert found is None or periods.read(str(found)) == found
