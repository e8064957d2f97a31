"""One cell is read by the kind of its column: closed lists by every spelling, yes and no by what officers write."""

from __future__ import annotations

from datetime import date

import pytest

from generator import catalogue
from generator.catalogue.forms import Column, Text
from generator.cells import Unreadable, Value
from generator.records.values import reader


def read(kind: str, value: Value, *, required: bool = False, choices: str | None = None, unit: int | None = 1000) -> object:
    column = Column(key="cell", name=Text("Ô"), labels=("Ô",), read=kind, required=required, choices=choices)  # type: ignore[arg-type]
    return reader(column, unit, catalogue.load())(value)


@pytest.mark.parametrize(("kind", "value", "typed"), [
    ("money", "1.234", 1_234_000), ("money", 2, 2000), ("money", "-", None), ("text", "  Thu   nội địa\n", "Thu nội địa"),
    ("text", "-", None),
    ("marker", "-", "-"), ("marker", 3.0, "3"), ("code", 66000001.0, "66000001"), ("code", "001066", "001066"), ("count", "05", 5),
    ("percent", "71,2", 71.2), ("day", "15/03/2026", date(2026, 3, 15)), ("name", "Y  Blŭ Êban", "Y Blŭ Êban"), ("flag", " X ", True),
    ("flag", "Không đồng ý", False), ("flag", None, None), ("flag", True, True), ("text", None, None),
])
def test_cells(kind: str, value: Value, typed: object) -> None:
    """Every kind of cell is read into its own type."""
    assert read(kind, value) == typed


def test_no_unit_no_amount() -> None:
    """An amount of unknown unit is not read."""
    assert read("money", 5, unit=None) is None


@pytest.mark.parametrize("value", ["Hộ cận nghèo", "HỘ CẬN NGHÈO", "cận nghèo", "HCN", "ho can ngheo ", "near-poor"])
def test_choices(value: str) -> None:
    """An entry of a closed list is known by its key, its word and every other spelling."""
    assert read("choice", value, choices="household-class") == "near-poor"


@pytest.mark.parametrize(("required", "code"), [(True, "choice-unknown"), (False, "choice-left-out")])
def test_unknown_choices(*, required: bool, code: str) -> None:
    """What no closed list holds is an error where the column must be filled and left out where not."""
    with pytest.raises(Unreadable) as fault:
        read("choice", "giàu", choices="household-class", required=required)
    assert fault.value.code == code


def test_neither_yes_nor_no() -> None:
    """What is neither yes nor no is not guessed."""
    with pytest.raises(Unreadable, match="flag-unclear"):
        read("flag", "để hỏi")
