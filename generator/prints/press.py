"""The press: WeasyPrint turns a print's HTML into a tagged PDF; only worker processes load it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from generator.prints.compose import THEME
from generator.prints.job import PrintJob
from generator.prints.tags import link_heads

VARIANT = "pdf/ua-1"


def press(job: PrintJob, target: Path) -> int:
    """Write the PDF of a job and return its number of pages; the same job gives the same bytes."""
    fonts, style = _type()
    document = HTML(string=job.html, base_url=str(THEME)).render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
    target.parent.mkdir(parents=True, exist_ok=True)
    document.write_pdf(target, finisher=_finish, pdf_variant=VARIANT)
    return len(document.pages)


def _finish(document: Any, pdf: Any) -> None:  # noqa: ARG001 - WeasyPrint calls it with both
    link_heads(pdf)


@cache
def _type() -> tuple[FontConfiguration, CSS]:
    fonts = FontConfiguration()
    return fonts, CSS(filename=THEME / "print.css", font_config=fonts)
