"""A poster's way onto A4: the fewest sheets that overlap, each with its cut marks, its row and its column."""

from __future__ import annotations

from math import ceil
from urllib.parse import quote

from generator.prints.compose import render
from generator.prints.frame import called
from generator.prints.job import Tiling
from generator.prints.poster import Maker, Poster
from generator.prints.poster_paper import PosterPaper

_A4 = (210.0, 297.0)
_MARGIN, _OVERLAP = 10.0, 10.0  # mm
_TICK = (2.0, 7.0)  # mm from the window's edge, in the margin


def tiling(poster: Poster, sheet: PosterPaper, maker: Maker) -> Tiling:
    """Return a poster as the fewest A4 sheets, upright or lying, that overlap so that they can be trimmed and glued."""
    (rows, columns), (wide, high) = min((_grid(sheet, wide, high) for wide, high in (_A4, _A4[::-1])),
                                        key=lambda tried: tried[0][0] * tried[0][1])
    window = (wide - 2 * _MARGIN, high - 2 * _MARGIN)
    step = (window[0] - _OVERLAP, window[1] - _OVERLAP)
    spare = (columns * step[0] + _OVERLAP - sheet.width) / 2, (rows * step[1] + _OVERLAP - sheet.height) / 2
    places = [(row, column) for row in range(rows) for column in range(columns)]
    said = maker.said("tiles")
    html = render(
        "tiles.html", words=maker.words, wide=wide, high=high, margin=_MARGIN, overlap=_OVERLAP, said=said,
        question=poster.question, marks=_marks(wide, high), places=places,
        whole=said["sheet"].format(subject=poster.subject, paper=sheet.name, rows=rows, columns=columns),
        who=str(maker.words["frame"]["publisher"].format(commune=called(maker.site.commune))))
    corners = tuple((column * step[0] - spare[0], row * step[1] - spare[1]) for row, column in places)
    return Tiling(html, corners, window, _MARGIN)


def _grid(sheet: PosterPaper, wide: float, high: float) -> tuple[tuple[int, int], tuple[float, float]]:
    across = ceil((sheet.width - _OVERLAP) / (wide - 2 * _MARGIN - _OVERLAP))
    down = ceil((sheet.height - _OVERLAP) / (high - 2 * _MARGIN - _OVERLAP))
    return (down, across), (wide, high)


def _marks(wide: float, high: float) -> str:
    """Return the cut marks of a sheet as an SVG image's address: two short lines outside each corner of its window."""
    near, far = _TICK
    lines = []
    for x, outward in ((_MARGIN, -1), (wide - _MARGIN, 1)):
        for y, down in ((_MARGIN, -1), (high - _MARGIN, 1)):
            lines.append(f"M{x:g} {y + down * near:g}V{y + down * far:g}M{x + outward * near:g} {y:g}H{x + outward * far:g}")
    drawn = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}mm" height="{high:g}mm" viewBox="0 0 {wide:g} {high:g}">'
             f'<path d="{"".join(lines)}" fill="none" stroke="#000" stroke-width="0.25"/></svg>')
    return "data:image/svg+xml," + quote(drawn, safe="=/: '")
