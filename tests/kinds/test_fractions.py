"""Percentages kept as fractions are read as they stand on the paper."""

from __future__ import annotations

from pathlib import Path

from tests.kinds.budgets import SPENDING, found, reading

FRACTIONS = (SPENDING.replace("#500 | #50\n", "#500 | #0.5\n").replace("#33.3", "#0.333").replace("#57.1", "#0.571")
             .replace("#62.5", "#0.625").replace("#150 | #50", "#150 | #0.5"))


def shares(folder: Path, text: str, key: str = "share") -> list[object]:
    return [record.values[key] for record in reading(folder, text).records]


def test_a_column_of_fractions_is_one_of_percentages(tmp_path: Path) -> None:
    """What Excel shows as 33.3 % it keeps as 0.333; nothing is found of it."""
    assert shares(tmp_path, FRACTIONS) == [50.0, 33.3, 57.1, 62.5, 50.0]
    assert found(reading(tmp_path, FRACTIONS)) == set()


def test_percentages_stay_percentages(tmp_path: Path) -> None:
    """Numbers as printed are left alone."""
    assert shares(tmp_path, SPENDING) == [50.0, 33.3, 57.1, 62.5, 50.0]


def test_a_small_percentage_is_no_fraction(tmp_path: Path) -> None:
    """0.3 of a line whose share is 0.3 % stays 0.3."""
    small = SPENDING.replace("#300 | #100 | #33.3", "#300000 | #1000 | #0.3")
    assert shares(tmp_path, small)[1] == 0.3


def test_only_the_fractions_of_a_mixed_column_are_turned(tmp_path: Path) -> None:
    """One fraction among percentages is that one's."""
    assert shares(tmp_path, SPENDING.replace("#33.3", "#0.333")) == [50.0, 33.3, 57.1, 62.5, 50.0]


def test_a_wrong_fraction_is_told(tmp_path: Path) -> None:
    """A fraction that is not the share is a warning, however it is kept."""
    assert ("E7", "share-wrong") in found(reading(tmp_path, FRACTIONS.replace("#0.625", "#0.725")))


def test_what_cannot_be_worked_out_follows_its_neighbour(tmp_path: Path) -> None:
    """A column against the year before, kept beside fractions, is one of fractions unless a figure is plainly none."""
    lines = FRACTIONS.split("\n")
    figures = [f"{line} | #1.{place}5" for place, line in enumerate(lines[3:], 1)]
    lines = [*lines[:2], f"{lines[2]} | So với cùng kỳ năm trước (%)", *figures]
    assert shares(tmp_path, "\n".join(lines), "same_period") == [115.0, 125.0, 135.0, 145.0, 155.0]
    plain = "\n".join(lines).replace("#1.25", "#125")
    assert shares(tmp_path, plain, "same_period") == [1.15, 125.0, 1.35, 1.45, 1.55]
