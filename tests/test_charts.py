"""Bars of charts: their lengths, marks and words."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from generator import charts

AMOUNTS = st.integers(min_value=0, max_value=10**13)


def rects(svg: str) -> list[dict[str, str]]:
    """Return the attributes of a drawing's rectangles, those of its hatch left out."""
    drawn = ET.fromstring(svg)  # noqa: S314 - our own drawing
    return [dict(rect.attrib) for rect in drawn.findall("rect")]


def test_what_is_done_lies_on_the_ground_of_its_plan() -> None:
    """A bar below its plan has two stretches from the same start and no mark."""
    assert charts.against(3, 4) == ((charts.Segment(0, 4, "plan"), charts.Segment(0, 3, "done")), ())


def test_what_lies_above_the_plan_is_apart_and_marked() -> None:
    """The part above the plan starts where the plan ends, and a mark stands there."""
    segments, marks = charts.against(868, 840)
    assert segments[-1] == charts.Segment(840, 28, "over")
    assert marks == (840,)


def test_above_plan_is_hatched_not_only_coloured() -> None:
    """The drawing of an excess fills it with a pattern of its own id."""
    segments, marks = charts.against(868, 840)
    svg = charts.draw(charts.Bar(segments, 1000, "Bảo đảm xã hội", "", marks), "hinh-4")
    assert '<pattern id="hinh-4-h"' in svg
    assert 'class="over"' in svg
    assert 'fill="url(#hinh-4-h)"' in svg


def test_stretches_side_by_side_are_told_apart_without_colour() -> None:
    """Of two stretches laid end to end the second is striped, in the bar and in its key."""
    svg = charts.draw(charts.Bar(charts.stacked(((3, "done"), (4, "near"))), 7, "Thôn Tân Lập", ""), "hinh-5")
    assert '<pattern id="hinh-5-n"' in svg
    assert 'class="near" fill="url(#hinh-5-n)" x="42.86%"' in svg
    assert 'class="near" fill="url(#k-n)"' in charts.legend("near", "k")


def test_a_bar_needs_no_style() -> None:
    """Lengths are attributes, so that a page without inline styles shows them."""
    svg = charts.draw(charts.Bar((charts.Segment(0, 1, "done"),), 3, "Một phần ba", ""), "a")
    assert "style" not in svg
    assert rects(svg)[0]["width"] == "33.33%"


def test_words_of_a_bar_are_escaped() -> None:
    """A name with signs of markup stays text."""
    svg = charts.draw(charts.Bar((), 1, "<b>A & B</b>", '"'), "a")
    assert "<b>" not in svg
    assert ET.fromstring(svg).findtext("title") == "<b>A & B</b>"  # noqa: S314 - our own drawing


def test_nothing_done_draws_nothing() -> None:
    """A blank figure gives no rectangle of length 0, and a negative one none either."""
    assert rects(charts.draw(charts.Bar(charts.against(None, None)[0], 1, "t", ""), "a")) == []
    assert rects(charts.draw(charts.Bar(charts.against(-5, None)[0], 1, "t", ""), "a")) == []


def test_a_mark_of_another_year_stands_across_the_bar() -> None:
    """Beside another year the bar is one stretch with one mark, whichever is larger."""
    assert charts.beside(5, 7) == ((charts.Segment(0, 5, "done"),), (7,))
    assert charts.beside(5, None) == ((charts.Segment(0, 5, "done"),), ())


@given(AMOUNTS, AMOUNTS)
def test_no_stretch_leaves_the_scale(done: int, plan: int) -> None:
    """On the common scale of plan and done every stretch ends within the width."""
    segments, marks = charts.against(done, plan)
    svg = charts.draw(charts.Bar(segments, charts.scale([done, plan]), "t", "d", marks), "a")
    for rect in rects(svg):
        if rect["class"] != "mark":
            assert float(rect.get("x", "0%")[:-1]) + float(rect["width"][:-1]) <= 100.01


@given(st.lists(st.tuples(AMOUNTS, st.just("done")), max_size=6))
def test_stacked_stretches_meet(parts: list[tuple[int, str]]) -> None:
    """Each stretch begins where the one before ends, and all together are the sum."""
    segments = charts.stacked(parts)
    assert all(left.start + left.amount == right.start for left, right in pairwise(segments))
    assert sum(segment.amount for segment in segments) == sum(amount for amount, _ in parts)


def test_a_key_shows_the_same_looks() -> None:
    """Every look of a bar has its mark in the key, hidden from screen readers."""
    for look in ("done", "plan", "over", "mark"):
        assert re.search(rf'class="{look}"', charts.legend(look, "k"))
        assert 'aria-hidden="true"' in charts.legend(look, "k")
