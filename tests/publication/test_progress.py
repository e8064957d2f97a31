"""Who waits is told on stderr how far it is, and stdout stays for what was asked."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.publication.progress import counted, say

WORDS = {"in": "In", "left": " (còn {minutes} phút {seconds} giây)"}


def test_a_line_is_said_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """A line goes to stderr with its end, and nothing to stdout."""
    say("Đọc bảng tính")
    assert capsys.readouterr() == ("", "Đọc bảng tính\n")


@given(st.integers(0, 60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_a_log_few_lines_tell_and_the_last_says_all(capsys: pytest.CaptureFixture[str], total: int) -> None:
    """All items come through in order; a log has at most a few lines, growing, and the last says that all is done."""
    capsys.readouterr()
    assert list(counted(range(total), total, WORDS, "in")) == list(range(total))
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert "\r" not in err
    assert len(lines) <= 7
    assert lines[-1:] == ([f"In {total}/{total}"] if total else [])
    told = [int(line.removeprefix("In ").partition("/")[0]) for line in lines]
    assert told == sorted(set(told))


def test_on_a_terminal_one_line_moves(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each item rewrites the one line, which ends when all are done."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(counted("abc", 3, WORDS, "in")) == ["a", "b", "c"]
    assert capsys.readouterr().err == "\rIn 1/3\rIn 2/3\rIn 3/3\n"


def test_an_item_is_told_before_it_is_worked_on(capsys: pytest.CaptureFixture[str]) -> None:
    """The items are asked for one at a time: nothing is read ahead of what was told."""
    asked: list[int] = []
    items = (asked.append(number) or number for number in range(8))  # type: ignore[func-returns-value]
    first = counted(items, 8, WORDS, "in")
    assert (next(first), next(first), asked) == (0, 1, [0, 1])
    assert capsys.readouterr().err == "In 2/8\n"


def test_the_time_that_is_left_is_told_once_there_is_enough_to_tell_by(capsys: pytest.CaptureFixture[str]) -> None:
    """After a few items, and not with the last, a line says how long the rest may take."""
    list(counted(range(8), 8, WORDS, "in"))
    lines = capsys.readouterr().err.splitlines()
    assert ["còn" in line for line in lines] == [False, True, True, False]
