"""A paper as print HTML: one page style for all papers, no facts and no sums."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.papers.paper import Blank, Heading, Items, Lines, Paper, Paragraph, Piece, Table

THEME = Path(__file__).parents[2] / "themes" / "congkhai" / "print"
_KINDS = {Paragraph: "paragraph", Heading: "heading", Items: "items", Lines: "lines", Table: "table"}
_LONG = 48  # letters after which a line's rest is too short to write on


def html(paper: Paper, letters: Callable[[str], str] = str) -> str:
    """Return a paper as the HTML of a print; `letters` makes each text one that the prints' typeface holds."""
    return _environment().get_template("paper.html").render(
        paper=paper, letters=letters, kind_of=_kind, is_blank=_is_blank, rest_below=_rest_below, percents=_percents)


def filled(template: str, **said: Any) -> str:
    """Return another template of the theme filled in, which may ask for columns' widths."""
    return _environment().get_template(template).render(percents=_percents, **said)


def _kind(block: object) -> str:
    return _KINDS[type(block)]


def _is_blank(piece: Piece) -> bool:
    return isinstance(piece, Blank)


def _rest_below(pieces: tuple[Piece, ...]) -> str:
    """Return where the last blank, the rest of a line, stands: "beside" a short text, "below" a long one, "" where there is none."""
    if not pieces or not isinstance(pieces[-1], Blank) or pieces[-1].mm:
        return ""
    length = sum(8 if isinstance(piece, Blank) else len(piece.text) for piece in pieces[:-1])
    return "beside" if length <= _LONG else "below"


def _percents(shares: tuple[float, ...]) -> tuple[str, ...]:
    whole = sum(shares)
    return tuple(f"{100 * share / whole:.2f}%" for share in shares)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(THEME), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
