"""The press: WeasyPrint turns a print's HTML into a tagged PDF; only worker processes load it."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from generator.prints import carrying, codes
from generator.prints.compose import THEME
from generator.prints.job import Carry, Grow, PrintJob
from generator.prints.marks import filled
from generator.prints.rows import CLOSE, LOOKS, OPEN, Look, Rows, marked
from generator.prints.setting import Setter
from generator.prints.tags import link_heads
from generator.prints.tiles import tiled

VARIANT = "pdf/ua-1"
_FEW, _MANY = 3, 60  # pages that may be saved by closer lines; rows of a board copy that are sure to save some
_END = "end"
_HEAD, _SAVED = 0.12, 0.13  # parts of a page: margin and head; what closer lines save on each page before
_TRIES = 7
_LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
_ROOM = 0.015  # so small a part of a sheet may stay empty
_LESS = 0.6
_GAPS, _ROWS = 0.16, 0.042  # parts of the room left: above each of three blocks; above and below each row of the lower block
_AIR = """
.pair, .foot {{ margin-top: {gap:.1f}px }}
.few td, .few th, .slim td, .slim th {{ padding-top: calc(.2em + {row:.1f}px); padding-bottom: calc(.2em + {row:.1f}px) }}
.bars .drawn td {{ padding-bottom: calc(.2em + {row:.1f}px * 2) }}
"""
_FULL = 0.02  # steps of type size smaller than this part of it are not looked for


def press(job: PrintJob, target: Path) -> int:
    """Write a print as PDF and return its number of pages; the same job gives the same bytes.

    A print of a few pages whose lines would save a page by standing closer has them closer; a table that carries sums has
    them at its pages' ends; a poster's type grows until the sheet is full.
    """
    with _uncollected():
        document = _bound(job) if job.members else _laid_out(job)
        document.write_pdf(target, finisher=_finish, pdf_variant=VARIANT)
        return len(document.pages)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage again and again among a print's many boxes: once, afterwards, takes a third less time."""
    _type()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


def _bound(job: PrintJob) -> Any:
    """Return the prints of a set behind their cover, which says how many sheets each is and which pages of the file."""
    documents = [_laid_out(member) for member in job.members]
    counts = [len(document.pages) for document in documents]
    cover = _render(filled(job.html, counts, 1))
    if len(cover.pages) > 1:
        cover = _render(filled(job.html, counts, len(cover.pages)))
    return cover.copy([page for document in (cover, *documents) for page in document.pages])


def _laid_out(job: PrintJob) -> Any:
    document = _grown(job.html, job.grow) if job.grow else _flowed(job)
    return tiled(document, _render(job.tiling.html), job.tiling) if job.tiling else document


def _flowed(job: PrintJob) -> Any:
    if job.least and job.html.count("<tr") > _MANY:
        return _closer(job)
    document = _render(job.html)
    if job.carry and len(document.pages) > 1:
        look, breaks = _breaks(document, job.carry)
        del document  # two long tables at once would be too much for a worker
        return _carried(job.html, job.carry, breaks, look)
    if len(document.pages) > 1 and (job.least or _nearly_a_page_less(document)):
        document = min(document, _closer(job), key=_length)
    return document


def _closer(job: PrintJob) -> Any:
    smallest = (CSS(string=f"table {{ font-size: {job.least}pt !important }}"),) if job.least else ()
    return _render(job.html, _type()[2], *smallest, rows=Rows(_setter(job.html), CLOSE, job.least))


def _breaks(document: Any, carry: Carry) -> tuple[Look, tuple[int, ...]]:
    """Return how close lines are to stand, and the rows before which pages are to end so that sums have room there.

    Lines stand only as much closer as saves a page. There are no such rows where all stand on one page.
    """
    pages, ends = carrying.spots(document), carrying.limits(document, carry)
    if not carrying.starts(pages):
        return OPEN, ()
    rest = carrying.tail(document, _END)
    plans = [(look, carrying.plan(carrying.closer(pages, OPEN.above(look)), ends, rest)) for look in LOOKS]
    return next((plan for plan in plans if len(plan[1]) < len(plans[0][1])), plans[0])


def _carried(html: str, carry: Carry, breaks: tuple[int, ...], look: Look) -> Any:
    """Return the print with its sums carried over each page's end; without them where pages can't be made to break so."""
    for _ in range(3 if breaks else 0):
        tried = _render(carrying.carried(html, carry, breaks), rows=Rows(_setter(html), look))
        if carrying.right(tried, breaks):
            return tried
        breaks = carrying.mended(breaks, carrying.starts(carrying.spots(tried)))
        del tried
    return _render(html)


def _grown(html: str, grow: Grow) -> Any:
    """Return the poster in the largest type at which it stands on one sheet.

    Where even the smallest is too large, figures and title shrink; where that is not enough, it stands on numbered sheets.
    """
    for more in ((), (_type()[3],)):
        best, size = _largest(html, grow, more)
        if best:
            return _aired(html, best, size, more)
    return _render(html, _sized(grow.least), _type()[3])


def _largest(html: str, grow: Grow, more: tuple[Any, ...]) -> tuple[Any, float]:
    """Return the poster in the largest type that fits, and that size, found by halving what is in question; None where none fits."""
    least, most, size = grow.least, grow.most, grow.first
    best: Any = None
    for _ in range(_TRIES):
        tried = _render(html, _sized(size), *more)
        if len(tried.pages) == 1:
            best, least = tried, size
        else:
            most = size
        if (best and most - least < _FULL * least) or most <= grow.least:
            break
        size = (least + most) / 2 if best or most - least > _FULL * least else least
    return best, least


def _aired(html: str, poster: Any, size: float, more: tuple[Any, ...]) -> Any:
    """Return the poster with the room left at its foot shared out among its parts; a sheet of columns has no foot to air."""
    page = poster.pages[0]
    margin = page._page_box.margin_bottom  # noqa: SLF001 - only the page's box knows its margins
    end = page.anchors.get(_END)
    left = page.height - margin - end[3] if end else 0
    if left < _ROOM * page.height:
        return poster
    for part in (left, left * _LESS):
        tried = _render(html, _sized(size), *more, CSS(string=_AIR.format(gap=part * _GAPS, row=part * _ROWS)))
        if len(tried.pages) == 1:
            return tried
    return poster


def _sized(size: float) -> Any:
    return CSS(string=f"html {{ font-size: {size:.2f}pt }}")


def _render(html: str, *more: Any, rows: Rows | None = None) -> Any:
    fonts, style, *_ = _type()
    drawn, pictures = (rows or Rows(_setter(html), OPEN)).drawn(codes.drawn(html))
    document = HTML(string=drawn, base_url=str(THEME)).render(
        stylesheets=[style, *more], font_config=fonts, pdf_variant=VARIANT, cache=pictures)
    if pictures:
        marked(document)
    return document


def _setter(html: str) -> Setter:
    fonts, style, *_ = _type()
    language = _LANGUAGE.search(html)
    return Setter(style, fonts, language[1] if language else "")


def _nearly_a_page_less(document: Any) -> bool:
    """Return whether so little of the table stands on the last of a few pages that closer lines may save it."""
    pages = document.pages
    where = pages[-1].anchors.get(_END)
    return 1 < len(pages) <= _FEW and where is not None and where[1] / pages[-1].height < _HEAD + _SAVED * (len(pages) - 1)


def _finish(document: Any, pdf: Any) -> None:  # noqa: ARG001 - WeasyPrint calls it with both
    link_heads(pdf)


@cache
def _type() -> tuple[Any, ...]:
    fonts = FontConfiguration()
    made = (fonts, *(CSS(filename=THEME / name, font_config=fonts) for name in ("print.css", "closer.css", "closer_poster.css")))
    gc.collect()
    gc.freeze()  # what stays for good is not looked through after each print
    return made


def _length(document: Any) -> int:
    return len(document.pages)
