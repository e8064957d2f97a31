"""A leaf: a plain sheet for officers or for a meeting, with headings, sentences and tables, and no letterhead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.papers.html import filled


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts; `align` has "", "c" or "n" by column, `widths` each column's share; the first column names the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[str, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a leaf: its heading, sentences, a list, a table, and a note below."""

    head: str = ""
    said: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    grid: Grid | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet: `paper` is "A4 portrait", "A4 landscape" or "A3 landscape", `size` its type in points; `mark` stands at every foot."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    author: str = ""
    paper: str = "A4 portrait"
    size: float = 12.0
    mark: str = ""
    foot: str = ""
    language: str = "vi"
    columns: int = 1


def html(leaf: Leaf, letters: Callable[[str], str] = str) -> str:
    """Return a leaf as the HTML of a print; `letters` makes each text one that the prints' typeface holds."""
    return filled("leaf.html", leaf=leaf, letters=letters)
