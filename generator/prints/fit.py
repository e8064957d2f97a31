"""How a table fits a paper: which way it lies, how large its type is, how wide each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.prints.lettering import width

_MM_PER_POINT = 25.4 / 72
_PADDING = 2.4
_HEAD_LINES = 2.8
_TEXT_AT_LEAST = 5.5
_TEXT_AT_MOST = 27.0
_INDENT = 1.5
_REST_OF_FIGURES = 0.3
_PARTS = (0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: its name, its size and margins in mm (Decree 30/2020 sets those of A4), and the type that suits it.

    `airy` are sizes in points at which texts stand on one line, `sizes` those at which they may wrap; the last is the least legible.
    """

    name: str
    width: float
    height: float
    top: float = 20
    right: float = 15
    bottom: float = 22
    left: float = 30
    airy: tuple[float, ...] = (12.0, 11.5, 11.0, 10.5, 10.0)
    sizes: tuple[float, ...] = (11.0, 10.5, 10.0, 9.5, 9.0)

    @property
    def room(self) -> float:
        """Return the width of the text, in mm."""
        return self.width - self.left - self.right


PAPERS = {
    "A4 portrait": Paper("A4", 210, 297),
    "A4 landscape": Paper("A4", 297, 210),
    "A3 landscape": Paper("A3", 420, 297, 16, 15, 20, 15, (22.0, 20.0, 18.5, 17.0), (20.0, 18.5, 17.0)),
    "A3 portrait": Paper("A3", 297, 420, 16, 15, 20, 15, (22.0, 20.0, 18.5, 17.0), (20.0, 18.5, 17.0)),
}


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs: `fixed` ones stand on one line (figures, days), others wrap and share what is left by `share`."""

    heads: tuple[str, ...]
    cells: Sequence[str]
    fixed: bool
    share: float = 1.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """A paper, a type size in points, the columns' widths in mm, and whether a word is too long for its column and must break."""

    paper: Paper
    size: float
    widths: tuple[float, ...]
    breaks: bool = False


def fit_all(tables: Sequence[Sequence[Need]], wanted: str) -> tuple[Paper, tuple[Fit, ...]]:
    """Return one paper for all tables of a print, and their fits; tables of as many columns stand below each other as one."""
    if len({len(needs) for needs in tables}) == 1:
        found = fit([_together(columns) for columns in zip(*tables, strict=True)], wanted)
        return found.paper, (found,) * len(tables)
    papers = [fit(needs, wanted).paper for needs in tables]
    name = next((name for name, paper in PAPERS.items() if papers and paper is max(papers, key=_breadth)), wanted)
    return PAPERS[name], tuple(fit(needs, name) for needs in tables)


def _breadth(paper: Paper) -> float:
    return paper.width


def _together(columns: Sequence[Need]) -> Need:
    heads = tuple(head for column in columns for head in column.heads)
    cells = tuple(cell for column in columns for cell in column.cells)
    return replace(columns[0], heads=heads, cells=cells, bold=any(column.bold for column in columns))


def fit(needs: Sequence[Need], wanted: str) -> Fit:
    """Return the largest type at which figures stand uncut on the wanted paper, texts on one line if they can; or else on it lying."""
    airy, tight = [_ems(need, airy=True) for need in needs], [_ems(need, airy=False) for need in needs]
    papers = [PAPERS[name] for name in dict.fromkeys((wanted, wanted.replace("portrait", "landscape")))]
    tries = [(papers[0], airy, size) for size in papers[0].airy]
    tries += [(paper, tight, size) for paper in papers for size in paper.sizes]
    paper, ems, size = next((tried for tried in tries if _total(needs, tried[1], tried[2]) <= tried[0].room),
                            (papers[-1], tight, papers[-1].sizes[-1]))
    size = min(size, int((paper.room - _PADDING * len(needs)) / (sum(ems) * _MM_PER_POINT) * 10) / 10)
    widths = _widths(needs, ems, size, paper.room)
    return Fit(paper, size, widths, breaks=any(map(_too_long, needs, widths, [size] * len(needs))))


def _too_long(need: Need, room: float, size: float) -> bool:
    """Return whether a word of a column that wraps is wider than the column, indents and bold letters reckoned with."""
    ems = (room - _PADDING) / (size * _MM_PER_POINT) - _INDENT
    return not need.fixed and any(width(word, bold=need.bold) > ems for cell in set(need.cells) for word in cell.split())


def _ems(need: Need, *, airy: bool) -> float:
    heads = max((max(width(head, bold=True) / _HEAD_LINES, *(width(word, bold=True) for word in head.split()), 0.0)
                 for head in need.heads), default=0.0)
    cells = set(need.cells)
    if need.fixed:
        return max(heads, *(width(cell, bold=need.bold) for cell in cells), 1.0)
    words = max((width(word) for cell in cells for word in cell.split()), default=0.0)
    least = max(heads, min(words, 2 * _TEXT_AT_LEAST), min(_TEXT_AT_LEAST * min(need.share, 2.5), _text(need, 1.0)))
    return max(least, _text(need, _PARTS[0])) if airy else least


def _total(needs: Sequence[Need], ems: Sequence[float], size: float) -> float:
    return sum(ems) * size * _MM_PER_POINT + _PADDING * len(needs)


def _widths(needs: Sequence[Need], ems: Sequence[float], size: float, room: float) -> tuple[float, ...]:
    """Return widths that fill the room: what is spare goes first to texts that would wrap, then to all, texts more than figures."""
    point = size * _MM_PER_POINT
    widths = [em * point + _PADDING for em in ems]
    for part in _PARTS:
        lacks = [max(_text(need, part) * point + _PADDING - width, 0.0) for need, width in zip(needs, widths, strict=True)]
        widths = _shared(widths, lacks, min(max(room - sum(widths), 0.0), sum(lacks)))
    rests = [need.share * (_REST_OF_FIGURES if need.fixed else 1.0) for need in needs]
    return tuple(round(width, 2) for width in _shared(widths, rests, max(room - sum(widths), 0.0)))


def _shared(widths: Sequence[float], shares: Sequence[float], spare: float) -> list[float]:
    whole = sum(shares) or 1.0
    return [width + spare * share / whole for width, share in zip(widths, shares, strict=True)]


def _text(need: Need, part: float) -> float:
    """Return the width, in ems, that holds such a part of a column's texts on one line; 0 for figures."""
    lengths = sorted(width(cell, bold=need.bold) + _INDENT for cell in need.cells if cell)
    return 0.0 if need.fixed or not lengths else min(lengths[int((len(lengths) - 1) * part)], _TEXT_AT_MOST)
