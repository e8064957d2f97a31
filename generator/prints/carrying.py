"""Running sums over a page's end ("Cộng mang sang"): where the pages break, and the rows put in there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator import money
from generator.prints.job import Carry

AMOUNT = "@amount@"
_ROW = re.compile(r"r(\d+)")
_SLACK = 0.5
_TOGETHER = 2
_PX_PER_MM = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Spot:
    """A row on its page, in CSS pixels from the page's top."""

    row: int
    top: float
    bottom: float


def spots(document: Any) -> list[list[Spot]]:
    """Return the rows of each page of a rendered print, in order; pages without rows are empty."""
    found = []
    for page in document.pages:
        rows = [(int(match[1]), where) for name, where in page.anchors.items() if (match := _ROW.fullmatch(name))]
        found.append([Spot(row, where[1], where[3]) for row, where in sorted(rows)])
    return found


def starts(pages: Sequence[Sequence[Spot]]) -> tuple[int, ...]:
    """Return the rows that begin a page after the first."""
    return tuple(page[0].row for page in pages[1:] if page and page[0].row)


def plan(pages: Sequence[Sequence[Spot]], limits: Sequence[float], tail: float = 0.0) -> tuple[int, ...]:
    """Return the rows that begin a page once each page but the last ends, and each but the first begins, with a row more.

    `limits` are where the pages end; `tail` is the height of what stands below the last row and may not stand alone.
    """
    rows = [spot for page in pages for spot in page]
    room = min(spot.bottom - spot.top for spot in rows) + _SLACK
    later = next(page[0].top for page in pages[1:] if page)
    breaks: list[int] = []
    place, limit = rows[0].top, limits[0]
    for spot in rows:
        height = spot.bottom - spot.top
        if place + height + room > limit:
            breaks.append(spot.row)
            place, limit = later + room, limits[-1]
        place += height
    if place + tail > limit:
        breaks.append(_even(rows, breaks[-1] if breaks else 0, tail))
    return tuple(row for row in breaks if 0 < row <= rows[-1].row)


def _even(rows: Sequence[Spot], begin: int, tail: float) -> int:
    """Return the row that begins a last page about as full as the one before it, which begins with the row `begin`; few at least."""
    last = max(rows[-1].row - _TOGETHER, begin + 1)
    left = [spot for spot in rows if spot.row >= begin]
    above, whole = 0.0, sum(spot.bottom - spot.top for spot in left)
    for spot in left:
        if spot.row > begin and above >= whole - above + tail:
            return min(spot.row, last)
        above += spot.bottom - spot.top
    return last


def closer(pages: Sequence[Sequence[Spot]], less: float) -> list[list[Spot]]:
    """Return the rows as they would stand were each less high by so many CSS pixels, on pages that begin where they did."""
    return [[Spot(spot.row, spot.top - place * less, spot.bottom - (place + 1) * less) for place, spot in enumerate(page)]
            for page in pages]


def tail(document: Any, end: str) -> float:
    """Return the height of what stands between the last row and the end of a print, 0 where they stand on two pages."""
    last, found = document.pages[-1], spots(document)[-1]
    return float(last.anchors[end][3] - found[-1].bottom) if found and end in last.anchors else 0.0


def limits(document: Any, carry: Carry) -> tuple[float, ...]:
    """Return where the pages' text ends, in CSS pixels from their tops."""
    return tuple(page.height - carry.foot * _PX_PER_MM for page in document.pages)


def carried(html: str, carry: Carry, breaks: Sequence[int]) -> str:
    """Return the HTML with a sum before each of these rows, and the same sum again at the top of the page that the row begins."""
    for row in breaks:
        amount = money.write(carry.sums[row - 1])
        start = f'<tr id="r{row}"'
        both = carry.out.replace(AMOUNT, amount) + carry.into.replace(AMOUNT, amount)
        html = html.replace(start, both + start, 1)
    return html


def mended(breaks: Sequence[int], found: Sequence[int]) -> tuple[int, ...]:
    """Return the breaks meant and those that came besides, the latter a few rows earlier, so that no row is left alone."""
    meant = set(breaks)
    before = {row: max((other for other in meant if other < row), default=0) for row in found}
    return tuple(sorted(meant | {max(row - _TOGETHER, before[row] + 1) for row in found if row not in meant}))


def right(document: Any, breaks: Sequence[int]) -> bool:
    """Return whether pages break where they were meant to, and so carry the sums of what stands above."""
    return starts(spots(document)) == tuple(breaks) and all(first < second for first, second in pairwise(breaks))
