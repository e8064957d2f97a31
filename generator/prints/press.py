"""The press: WeasyPrint turns a print's HTML into a tagged PDF; only worker processes load it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from generator.prints.compose import THEME
from generator.prints.tags import link_heads

VARIANT = "pdf/ua-1"
_FEW = 3
_END = "end"
_HEAD, _SAVED = 0.12, 0.13  # parts of a page: margin and head; what closer lines save on each page before


def press(html: str, target: Path) -> int:
    """Write a print's HTML as PDF and return its number of pages; the same HTML gives the same bytes.

    A print of a few pages whose lines would save a page by standing closer has them closer.
    """
    fonts, style, closer = _type()
    source = HTML(string=html, base_url=str(THEME))
    document = source.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    if _nearly_a_page_less(document):
        tried = source.render(stylesheets=[style, closer], font_config=fonts, pdf_variant=VARIANT)
        document = min(document, tried, key=_length)
    document.write_pdf(target, finisher=_finish, pdf_variant=VARIANT)
    return len(document.pages)


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
