"""What officers write becomes headings, paragraphs and lists of words, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.prose import Run, blocks


def said(text: str) -> list[tuple[str, list[str]]]:
    """Return each block's sort and the words of its lines."""
    return [(block.sort, ["".join(run.text for run in line) for line in block.lines]) for block in blocks(text)]


def test_headings_paragraphs_and_lists() -> None:
    """Lines of one paragraph are joined, a point's further lines belong to it, points apart by a blank line are one list."""
    text = "# Về thu\nThu đạt\n71,2 %.\n\n- Phí\n  và lệ phí\n\n* Thuế\n\n---\n\nHết."
    assert said(text) == [("heading", ["Về thu"]), ("paragraph", ["Thu đạt 71,2 %."]), ("list", ["Phí và lệ phí", "Thuế"]),
                          ("paragraph", ["Hết."])]


def test_stress_is_kept_and_a_lone_star_is_a_star() -> None:
    """Two stars make strong words, one slanted ones; a star or line between words stays what it is."""
    (block,) = blocks("**Thu** đạt *nhanh*, 2 * 3 và ten_tep_dai")
    assert block.lines == ((Run("Thu", strong=True), Run(" đạt "), Run("nhanh", slanted=True), Run(", 2 * 3 và ten_tep_dai")),)


@pytest.mark.parametrize(("typed", "shown"), [
    ("Xem [trang tỉnh](https://tinh.example/a)", "Xem trang tỉnh (https://tinh.example/a)"),
    ("![ảnh](anh.png)", "ảnh (anh.png)"), ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("[bấm](javascript:alert)", "bấm (javascript:alert)"), ("<b>to</b> &amp; nhỏ", "<b>to</b> &amp; nhỏ"),
])
def test_tags_and_links_are_words(typed: str, shown: str) -> None:
    """A link is what it says and its address, a tag is the letters that were typed."""
    assert said(typed) == [("paragraph", [shown])]


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_gives_blocks_that_hold_something(text: str) -> None:
    """Whatever is typed, no block is empty and none of its lines is."""
    for block in blocks(text):
        assert block.lines
        assert all(any(run.text for run in line) for line in block.lines)


@given(st.lists(st.text("abcđêơ", min_size=1, max_size=8), min_size=1, max_size=12))
def test_no_word_is_lost(words: list[str]) -> None:
    """Plain words come out as they went in, line by line or in one."""
    for between in (" ", "\n"):
        assert said(between.join(words)) == [("paragraph", [" ".join(words)])]
