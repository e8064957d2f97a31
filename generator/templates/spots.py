"""A sheet before it is drawn: every cell with its place, what stands in it, its look, and what may be chosen there."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.cells import Range

BLANK = " "  # the stored value of a formula that shows nothing: an empty one would look as if it had never been worked out


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell, or cells merged into one: `text` or a `formula` with its stored value; `open` ones are for people to fill in.

    `look` names how it is drawn ("title", "head", "money" …), `choices` a list to choose from, `hint` the text that helps to fill it in.
    """

    place: Range
    look: str
    text: str = ""
    formula: str = ""
    stored: str | int = 0
    bold: bool = False
    open: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheet that people fill in: its cells, the columns' widths, the head's last row and the rows of the table."""

    spots: tuple[Spot, ...]
    widths: tuple[float, ...]
    head: Range
    first: int
    last: int
    landscape: bool = False
    formulas: frozenset[int] = field(default_factory=frozenset)


def at(row: int, column: int, last: int = 0, bottom: int = 0) -> Range:
    """Return the range of one cell, or to a last column and a last row."""
    return Range(row, column, bottom or row, last or column)
