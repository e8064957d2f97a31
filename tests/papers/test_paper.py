"""The paper as a value: lines of text with blanks for the hand."""

from __future__ import annotations

from generator.papers.paper import Blank, Text, article, blanks, line, said


def test_a_template_gives_texts_and_blanks_in_order() -> None:
    """One mark is a short blank, a mark with a length one of so many millimetres, two the rest of the line."""
    assert blanks("Số: …/{symbol} ngày …60| tại ……", symbol="TB-UBND") == (
        Text("Số: "), Blank(14), Text("/TB-UBND ngày "), Blank(60), Text(" tại "), Blank())


def test_what_is_filled_in_makes_no_blank_and_no_field() -> None:
    """A purpose that holds dots or braces stands as it was typed."""
    assert blanks("Đóng góp: {what}", what="cầu … {x} ……") == (Text("Đóng góp: cầu … {x} ……"),)


def test_a_line_leaves_out_empty_texts() -> None:
    """Nothing is drawn for nothing, and an article's number is bold."""
    assert line("", "a", Blank()) == (Text("a"), Blank())
    assert article("Điều 1.", "Công bố.").pieces == (Text("Điều 1. ", bold=True), Text("Công bố."))
    assert said((Text("a"), Blank(), Text("b"))) == "ab"
