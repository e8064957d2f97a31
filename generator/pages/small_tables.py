"""Small tables of names and figures, already written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountRow:
    """A line of a table of counts; `total` sets it off."""

    name: str
    counts: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of counts; `note` says what a sign in it means."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[CountRow, ...]
    note: str = ""
