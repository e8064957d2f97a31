"""How a table fits a paper: which way it lies, how large its type is, how wide each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.prints.lettering import width

_MM_PER_POINT = 25.4 / 72
_PADDING = 2.4
_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
_TEXT_AT_LEAST = 5.5


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: its name, its size and margins in mm; Decree 30/2020 sets the margins of A4."""

    name: str
    width: float
    height: float
    top: float = 20
    right: float = 15
    bottom: float = 22
    left: float = 30

    @property
    def room(self) -> float:
        """Return the width of the text, in mm."""
        return self.width - self.left - self.right


PAPERS = {
    "A4 portrait": Paper("A4", 210, 297),
    "A4 landscape": Paper("A4", 297, 210),
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
    """A paper, a type size in points, and the columns' widths in mm."""

    paper: Paper
    size: float
    widths: tuple[float, ...]


def fit(needs: Sequence[Need], wanted: str) -> Fit:
    """Return the largest type at which figures stand uncut on the wanted paper, or else on the same paper lying."""
    ems = [_ems(need) for need in needs]
    tried = dict.fromkeys((wanted, wanted.replace("portrait", "landscape")))
    for paper in (PAPERS[name] for name in tried):
        for size in _SIZES:
            if _total(needs, ems, size) <= paper.room:
                return Fit(paper, size, _widths(needs, ems, size, paper.room))
    paper = PAPERS[list(tried)[-1]]
    scale = paper.room / _total(needs, ems, _SIZES[-1])
    return Fit(paper, round(_SIZES[-1] * scale, 1), _widths(needs, ems, _SIZES[-1] * scale, paper.room))


def _ems(need: Need) -> float:
    longest_word = max((width(word, bold=True) for head in need.heads for word in head.split()), default=0.0)
    if need.fixed:
        return max(longest_word, *(width(cell, bold=need.bold) for cell in set(need.cells)), 1.0)
    word = max((width(word) for cell in set(need.cells) for word in cell.split()), default=0.0)
    return max(longest_word, min(word, 2 * _TEXT_AT_LEAST), _TEXT_AT_LEAST * min(need.share, 2.5))


def _total(needs: Sequence[Need], ems: Sequence[float], size: float) -> float:
    return sum(ems) * size * _MM_PER_POINT + _PADDING * len(needs)


def _widths(needs: Sequence[Need], ems: Sequence[float], size: float, room: float) -> tuple[float, ...]:
    least = [em * size * _MM_PER_POINT + _PADDING for em in ems]
    spare = max(room - sum(least), 0.0)
    shares = [_share(need, least_width) for need, least_width in zip(needs, least, strict=True)]
    whole = sum(shares) or 1.0
    return tuple(round(least_width + spare * share / whole, 2) for least_width, share in zip(least, shares, strict=True))


def _share(need: Need, least: float) -> float:
    """Texts take the spare room by what they would fill on one line; figures a little, so that the table breathes."""
    if need.fixed:
        return least * 0.12
    longest = max((width(cell) for cell in set(need.cells)), default=1.0)
    return need.share * min(max(longest, _TEXT_AT_LEAST), 40.0) * 3
