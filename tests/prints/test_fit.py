"""Fitting a table to a paper: figures on one line, texts where room is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prints.fit import PAPERS, Need, fit
from generator.prints.lettering import width

AMOUNT = "987.654.321.000"
POINT = 25.4 / 72


def figures(number: int, text: str = AMOUNT) -> list[Need]:
    """Return a label and so many columns of amounts."""
    return [Need(("Nội dung",), ("Thu phí, lệ phí",), fixed=False, share=3), *[Need(("Dự toán",), (text,), fixed=True)] * number]


def test_a_table_with_room_keeps_the_wanted_paper_and_large_type() -> None:
    """Two amounts stand on A4 portrait at 12 pt."""
    found = fit(figures(2), "A4 portrait")
    assert (found.paper, found.size) == (PAPERS["A4 portrait"], 12.0)


def test_a_table_too_wide_for_portrait_lies_down() -> None:
    """Seven amounts of twelve digits don't stand on A4 portrait at a legible size, so the paper turns."""
    assert fit(figures(7), "A4 portrait").paper == PAPERS["A4 landscape"]


def test_a_name_of_forty_letters_may_wrap_but_takes_spare_room_first() -> None:
    """A column of names is wider than one of short words beside it."""
    needs = [Need(("Tên",), ("Nguyễn Phước Quý Công Tằng Tôn Nữ Thị Huyền",), fixed=False), Need(("Ghi chú",), ("Mới",), fixed=False)]
    first, second = fit(needs, "A4 portrait").widths
    assert first > 2 * second


@given(st.integers(1, 9), st.sampled_from(["1", "1.234.567", AMOUNT]), st.sampled_from(sorted(PAPERS)))
def test_columns_fill_the_paper_exactly_and_hold_their_figures(number: int, text: str, wanted: str) -> None:
    """Whatever the table, its columns make up the text's width, and each figure fits its column at the chosen type."""
    found = fit(figures(number, text), wanted)
    assert sum(found.widths) == pytest.approx(found.paper.room, abs=0.1)
    assert all(column >= width(text) * found.size * POINT for column in found.widths[1:])


def test_a_table_too_wide_for_any_paper_shrinks_below_the_floor_rather_than_run_off() -> None:
    """Fourteen amounts are still all on the paper."""
    found = fit(figures(14), "A4 portrait")
    assert found.size < 9
    assert sum(found.widths) <= found.paper.room + 0.1
