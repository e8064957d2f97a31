"""Answers: only arithmetic, only the cell they are about, always with reason and name."""

from pathlib import Path

import pytest

from generator.findings import Finding, acceptable, codes, tell
from generator.posting.answers import accept, read, unused
from generator.posting.store import FOLDER

TEXT = """[[answer]]
file = "thu.xlsx"
cell = "d17"
code = "{code}"
reason = "Làm tròn ở từng dòng"
by = "Trần Thị Mai"
day = 2026-07-08
"""
SUM = next(code for code in codes() if acceptable(code))


def answers(data: Path, text: str) -> Path:
    (data / FOLDER).mkdir()
    (data / FOLDER / "answers.toml").write_text(text, "utf-8")
    return data


def test_an_accepted_difference_is_a_notice_with_its_reason(tmp_path: Path) -> None:
    """The error turns into a notice, a second notice gives reason and name, and the public note gives the reason."""
    given, _ = read(answers(tmp_path, TEXT.format(code=SUM)))
    found = accept([Finding(SUM, "error", "data/suoi-may/thu.xlsx", "Thu", "D17")], given)
    assert [(each.code, each.severity) for each in found.findings] == [(SUM, "notice"), ("answer-accepted", "notice")]
    assert "Trần Thị Mai" in tell(found.findings[1]).message
    assert "Làm tròn ở từng dòng" in found.notes[0]
    assert "Trần Thị Mai" not in found.notes[0]


@pytest.mark.parametrize("place", [("chi.xlsx", "D17"), ("xthu.xlsx", "D17"), ("thu.xlsx", "D18"), ("thu.xlsx", None)])
def test_an_answer_holds_for_its_cell_alone(tmp_path: Path, place: tuple[str, str | None]) -> None:
    """The same code on another file or cell stays an error, and the answer is told as unused."""
    given, _ = read(answers(tmp_path, TEXT.format(code=SUM)))
    other = Finding(SUM, "error", place[0], "Thu", place[1])
    assert accept([other], given).findings == (other,)
    assert [each.code for each in unused([other], given, "answers.toml")] == ["answer-unused"]


def test_an_unreadable_amount_can_not_be_accepted(tmp_path: Path) -> None:
    """An answer to anything but arithmetic changes nothing and is told."""
    given, _ = read(answers(tmp_path, TEXT.format(code="amount-ambiguous")))
    wrong = Finding("amount-ambiguous", "error", "thu.xlsx", "Thu", "D17")
    found = accept([wrong], given).findings
    assert [(each.code, each.severity) for each in found] == [("amount-ambiguous", "error"), ("answer-refused", "warning")]


@pytest.mark.parametrize("text", ["[[answer]]\nfile = 'a'\n", "rubbish [", "\x00", TEXT.replace("2026-07-08", "'hôm qua'")])
def test_a_damaged_file_gives_no_answer_and_one_finding(tmp_path: Path, text: str) -> None:
    """A file that can't be read is told, never a traceback."""
    given, found = read(answers(tmp_path, text))
    assert (given, [each.code for each in found]) == ((), ["answers-damaged"])


def test_no_file_no_answers(tmp_path: Path) -> None:
    """A commune without answers has none and nothing is said."""
    assert read(tmp_path) == ((), ())
