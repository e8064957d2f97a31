"""Heads that were guessed and posted are remembered, and read again as they were written."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.disclosure.learning import as_toml, learned
from generator.findings import finding
from generator.recognition.remembered import Remembered, known, read
from generator.records.record import Reading
from tests.disclosure.test_examine import whole
from tests.kinds.budgets import SPENDING
from tests.recognition.drawing import drawn

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def guessed(column: str = "D3", *, broken: bool = False) -> Reading:
    """Return a table of spending with one head guessed; `broken` where it may not be published."""
    (reading,) = whole(drawn(SPENDING.replace("#", ""))).readings
    found = finding("head-guessed", "a.xlsx", "Biểu", column, column="Thực hiện", head="Số đã tiêu", expected="x")
    return replace(reading, findings=(found, *((finding("table-empty", "a.xlsx"),) if broken else ())))


def test_a_guessed_head_that_was_posted_is_learned() -> None:
    """The head as typed, the column it was taken for, and the form it stood in."""
    assert list(learned([guessed()])) == [Remembered("Thực hiện 06 tháng", "done", "budget-spending")]


def test_nothing_is_learned_of_what_is_refused_or_no_column() -> None:
    """A table with an error teaches nothing, nor does a guess outside its columns, nor a table without a guess."""
    assert list(learned([guessed(broken=True), guessed("Z3"), replace(guessed(), findings=())])) == []


@given(st.lists(st.builds(Remembered, texts, texts, texts), max_size=5))
def test_what_is_written_is_read_again(heads: list[Remembered]) -> None:
    """Whatever a head is made of, the file is TOML, in UTF-8, and says the same heads in the same order, the same bytes each time."""
    content = as_toml(heads)
    again = [msgspec.convert(one, Remembered) for one in tomllib.loads(content.decode("utf-8")).get("column", ())]
    assert again == heads
    assert as_toml(again) == content


def test_a_learned_head_is_known_from_then_on(tmp_path: Path) -> None:
    """What was learned of one table and kept beside the data is a label of its column, in its form alone."""
    (tmp_path / ".cong-khai").mkdir()
    (tmp_path / ".cong-khai" / "columns.toml").write_bytes(as_toml([Remembered("Số đã tiêu", "done", "budget-spending")]))
    told, faults = read(tmp_path / "a.xlsx", "a.xlsx")
    whole_catalogue = known(load(), told)
    assert faults == ()
    assert "Số đã tiêu" in whole_catalogue.form("budget-spending").get("done").labels
    assert "Số đã tiêu" not in whole_catalogue.form("budget-revenue").get("done").labels
