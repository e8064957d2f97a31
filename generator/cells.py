"""Name a cell, a range and what was typed in them; the one error a reader of values raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d*)")


class Unreadable(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """A typed value that can't be read: a finding's code and the words its message needs."""

    def __init__(self, code: str, **details: str) -> None:
        """Keep the code of the finding and the details its text names."""
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A rectangle of cells; rows and columns count from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Return the range as Excel writes it, "A6:G7"."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"

    def holds(self, row: int, column: int) -> bool:
        """Return whether the cell lies in the range."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def letters(column: int) -> str:
    """Return the letters Excel shows for a column counted from 1: 28 is "AB"."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int) -> str:
    """Return a cell's address, "D17", of a row and a column counted from 1."""
    return f"{letters(column)}{row}"


def position(name: str) -> tuple[int, int]:
    """Return (row, column), counted from 1, of an address such as "D17"; ValueError otherwise."""
    match = _ADDRESS.fullmatch(name.strip().upper())
    if match is None:
        raise ValueError(name)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def typed(value: Value) -> str:
    """Return a value as the officer sees it in the sheet: no ".0" after a whole number, days as dd/mm/yyyy."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (date, datetime)):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    return str(value)


def is_blank(value: Value) -> bool:
    """Return whether a cell holds nothing, or nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())
