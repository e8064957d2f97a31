"""Sums carried over pages' ends: right on every page, and only where every row is a leaf."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from generator import money, prints
from generator.prints import carrying
from generator.prints.carrying import Spot
from tests.prints import fixtures, reading
from tests.prints.pressing import pressed

PAGE, FIRST, LATER = 1000.0, 400.0, 100.0


def ledger(tmp_path: Path, rows: int, carried: str = "amount") -> list[str]:
    """Return the pages of a ledger of so many gifts, as printed."""
    pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)
    forms = {name: changed(form, prints={"list": "A4 portrait", "carried": carried}) for name, form in fixtures.CATALOGUE.forms.items()}
    site = replace(fixtures.site(), catalogue=fixtures.replaced(forms))
    return reading.pages(tmp_path / pressed(prints.prepare(fixtures.gifts(rows), site, names=True), tmp_path).path)


@pytest.mark.parametrize("rows", [1, 2, 49, 50, 51, 200])
def test_each_page_carries_the_sum_of_all_rows_above_it(tmp_path: Path, rows: int) -> None:
    """What a page ends with is the sum of the rows up to there, and the next page begins with it."""
    pages = ledger(tmp_path, rows)
    amounts = [int(record.values["amount"] or 0) for record in fixtures.gifts(rows).records]
    receipts = [[int(number) for number in re.findall(r"PT(\d{3})\b", page)] for page in pages]
    assert [number for page in receipts for number in page] == [*range(rows)]
    for number, page in enumerate(pages[:-1]):
        above = sum(amounts[:receipts[number][-1] + 1])
        assert f"Cộng mang sang trang sau {money.write(above)}" in page
        assert f"Trang trước mang sang {money.write(above)}" in pages[number + 1]
    assert f"Tổng cộng {money.write(sum(amounts))}" in pages[-1]
    assert "mang sang trang sau" not in pages[-1]


def test_no_total_stands_alone_on_the_last_page(tmp_path: Path) -> None:
    """Some rows stand above the total on the last page, however many there are."""
    for rows in range(20, 44, 4):
        assert "PT" in ledger(tmp_path, rows)[-1]


def test_a_form_that_does_not_say_so_carries_nothing(tmp_path: Path) -> None:
    """Without the form's word no sum is carried."""
    assert not any("mang sang" in page for page in ledger(tmp_path, 60, carried=""))


def flowing(heights: list[float]) -> list[list[Spot]]:
    """Return rows of such heights on pages, one after the other."""
    pages: list[list[Spot]] = [[]]
    place = FIRST
    for row, height in enumerate(heights):
        if place + height > PAGE:
            pages.append([])
            place = LATER
        pages[-1].append(Spot(row, place, place + height))
        place += height
    return pages


@given(st.integers(31, 200), st.floats(0, 500))
def test_the_last_two_pages_share_what_is_left(rows: int, tail: float) -> None:
    """Pages before the last two are full; where what follows the table needs a page more, that page and the one before are about even."""
    breaks = carrying.plan(flowing([20.0] * rows), [PAGE] * rows, tail)
    counts = [last - first for first, last in zip((0, *breaks), (*breaks, rows), strict=True)]
    full = [28, *[42] * len(counts)]
    assert all(count == most for count, most in zip(counts[:-2], full, strict=False))
    assert LATER + 20 + counts[-1] * 20 + tail <= PAGE + 20
    if counts[-2] != full[len(counts) - 2]:
        assert abs(counts[-2] * 20 - counts[-1] * 20 - tail) <= 40 or counts[-1] == 3


@given(st.integers(31, 200), st.floats(0, 5))
def test_closer_rows_need_no_more_pages(rows: int, less: float) -> None:
    """Rows less high stand in their order without gaps, on as many pages or fewer."""
    pages = flowing([20.0] * rows)
    nearer = carrying.closer(pages, less)
    assert all(first.bottom == pytest.approx(second.top) for page in nearer for first, second in pairwise(page))
    assert {round(spot.bottom - spot.top, 6) for page in nearer for spot in page} == {round(20 - less, 6)}
    assert [page[0].top for page in nearer] == [page[0].top for page in pages]
    assert len(carrying.plan(nearer, [PAGE] * rows)) <= len(carrying.plan(pages, [PAGE] * rows))


def test_lines_stand_closer_where_that_saves_a_ledger_a_page(tmp_path: Path) -> None:
    """Sixty-four gifts and their signature need four pages at the usual distance, and stand on three."""
    assert len(ledger(tmp_path, 64)) == 3


@given(st.lists(st.sampled_from([20.0, 40.0, 90.0]), min_size=1, max_size=120))
def test_planned_pages_hold_their_rows_and_the_sums(heights: list[float]) -> None:
    """Whatever the rows' heights, each page holds its rows, and a row more at its head and foot."""
    pages = flowing(heights)
    if len(pages) == 1:
        return
    breaks = carrying.plan(pages, [PAGE] * len(pages))
    room = min(heights)
    for first, last in zip((0, *breaks), (*breaks, len(heights)), strict=True):
        top = LATER + room if first else FIRST
        assert first < last or not first
        assert top + sum(heights[first:last]) + room <= PAGE or last - first == 1
