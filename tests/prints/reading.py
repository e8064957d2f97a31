"""What tests read out of a print: its words, its tables' tags, its colours, where its letters stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pdfplumber
import pypdf
import pypdfium2

MM = 72 / 25.4


def pages(path: Path) -> list[str]:
    """Return the text of each page, blanks collapsed."""
    with closing(pypdfium2.PdfDocument(path)) as found:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in found]


def lost_cells(path: Path) -> list[Any]:
    """Return the data cells of a print's tables that name no head, or a head that is not there (/Headers; ISO 14289-1, 7.5)."""
    lost = []
    for element in _elements(path):
        if element["/S"] == "/Table":
            cells = [cell for cell in _under(element) if cell["/S"] in {"/TH", "/TD"}]
            names = {cell["/ID"] for cell in cells if "/ID" in cell}
            lost += [cell for cell in cells if (cell["/S"] == "/TD" and not _heads(cell)) or not _heads(cell) <= names]
    return lost


def colours(path: Path) -> set[tuple[float, ...]]:
    """Return every colour in which a letter, line or surface of a print is drawn."""
    found: set[tuple[float, ...]] = set()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for each in (*page.chars, *page.rects, *page.lines, *page.curves):
                for key in ("stroking_color", "non_stroking_color"):
                    colour = each.get(key)
                    if colour is not None:
                        found.add(tuple(colour) if isinstance(colour, (tuple, list)) else (colour,))
    return found


def outside(path: Path, left: float, right: float, foot: float) -> list[str]:
    """Return the letters that stand in the margins, of so many mm, at a page's sides, or run off its foot."""
    found = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            found += [char["text"] for char in page.chars if char["text"].strip() and (
                char["x0"] < left * MM - 1 or char["x1"] > float(page.width) - right * MM + 1
                or char["bottom"] > float(page.height) - foot * MM)]
    return found


def overlaps(path: Path) -> list[tuple[str, str]]:
    """Return the pairs of letters whose middles lie on each other, as some do where a cell runs into the next."""
    found = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            places: dict[tuple[int, int], list[Any]] = {}
            for char in page.chars:
                if char["text"].strip() and char["width"] > 1:  # combining marks take no room of their own
                    x, y = _middle(char)
                    near = [other for across in (-1, 0, 1) for down in (-1, 0, 1)
                            for other in places.get((int(x / 3) + across, int(y / 3) + down), ())]
                    found += [(other["text"], char["text"]) for other in near if _on(char, other)]
                    places.setdefault((int(x / 3), int(y / 3)), []).append(char)
    return found


def _middle(char: Any) -> tuple[float, float]:
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2


def _on(one: Any, other: Any) -> bool:
    across, down = (abs(mine - its) for mine, its in zip(_middle(one), _middle(other), strict=True))
    return across < 0.4 * min(one["width"], other["width"]) and down < 0.4 * min(one["size"], other["size"])


def _heads(cell: Any) -> set[str]:
    return set(cell["/A"].get("/Headers", ())) if "/A" in cell else set()


def _elements(path: Path) -> Iterator[Any]:
    yield from _under(pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]


def _under(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int) and "/S" in kid.get_object():
            yield kid.get_object()
            yield from _under(kid.get_object())
