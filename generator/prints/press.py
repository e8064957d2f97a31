"""The press: WeasyPrint turns a print's HTML into a tagged PDF; only worker processes load it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from generator.prints import carrying
from generator.prints.compose import THEME
from generator.prints.job import Grow, PrintJob
from generator.prints.tags import link_heads
from generator.prints.tiles import tiled

VARIANT = "pdf/ua-1"
_FEW = 3
_END = "end"
_HEAD, _SAVED = 0.12, 0.13  # parts of a page: margin and head; what closer lines save on each page before
_TRIES = 6
_FULL = 0.035  # steps of type size smaller than this part of it are not looked for


def press(job: PrintJob, target: Path) -> int:
    """Write a print as PDF and return its number of pages; the same job gives the same bytes.

    A print of a few pages whose lines would save a page by standing closer has them closer; a table that carries sums has
    them at its pages' ends; a poster's type grows until the sheet is full.
    """
    document = _grown(job.html, job.grow) if job.grow else _flowed(job)
    if job.tiling:
        document = tiled(document, _render(job.tiling.html), job.tiling)
    document.write_pdf(target, finisher=_finish, pdf_variant=VARIANT)
    return len(document.pages)


def _flowed(job: PrintJob) -> Any:
    document = _render(job.html)
    if job.carry and len(document.pages) > 1:
        return _carried(document, job)
    if _nearly_a_page_less(document):
        document = min(document, _render(job.html, _type()[2]), key=_length)
    return document


def _carried(document: Any, job: PrintJob) -> Any:
    """Return the print with its sums carried over each page's end; without them where pages can't be made to break so."""
    pages = carrying.spots(document)
    carry = job.carry
    if carry is None or not carrying.starts(pages):
        return document
    breaks = carrying.plan(pages, carrying.limits(document, carry))
    for _ in range(3):
        tried = _render(carrying.carried(job.html, carry, breaks))
        if carrying.right(tried, breaks):
            return tried
        breaks = tuple(sorted({*breaks, *carrying.starts(carrying.spots(tried))}))
    return document


def _grown(html: str, grow: Grow) -> Any:
    """Return the poster in the largest type at which it stands on one sheet, found by halving what is in question."""
    least, most, size = grow.least, grow.most, grow.first
    best = None
    for _ in range(_TRIES):
        tried = _render(html, CSS(string=f"html {{ font-size: {size:.2f}pt }}"))
        if len(tried.pages) == 1:
            best, least = tried, size
        else:
            most = size
        if most - least < _FULL * least:
            break
        size = (least + most) / 2
    return best or _render(html, CSS(string=f"html {{ font-size: {grow.least}pt }}"))


def _render(html: str, *more: Any) -> Any:
    fonts, style, _ = _type()
    return HTML(string=html, base_url=str(THEME)).render(stylesheets=[style, *more], font_config=fonts, pdf_variant=VARIANT)


def _nearly_a_page_less(document: Any) -> bool:
    """Return whether so little of the table stands on the last of a few pages that closer lines may save it."""
    pages = document.pages
    where = pages[-1].anchors.get(_END)
    return 1 < len(pages) <= _FEW and where is not None and where[1] / pages[-1].height < _HEAD + _SAVED * (len(pages) - 1)


def _finish(document: Any, pdf: Any) -> None:  # noqa: ARG001 - WeasyPrint calls it with both
    link_heads(pdf)


@cache
def _type() -> tuple[FontConfiguration, CSS, CSS]:
    fonts = FontConfiguration()
    return fonts, CSS(filename=THEME / "print.css", font_config=fonts), CSS(filename=THEME / "closer.css", font_config=fonts)


def _length(document: Any) -> int:
    return len(document.pages)
