"""Marks in a cover sheet's HTML for what is known once all is laid out: how many sheets a print is, and which pages of the file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

SHEETS, PAGES = "sheets", "pages"


def mark(name: str, number: int | None = None) -> str:
    """Return the mark for a print of that number, or for all of them together."""
    return f"@{name}{'' if number is None else number}@"


def filled(html: str, counts: Sequence[int], before: int) -> str:
    """Return the HTML with each print's sheets and pages in the marks' places; so many pages stand `before` the first print."""
    html = html.replace(mark(SHEETS), str(sum(counts)))
    for number, (count, last) in enumerate(zip(counts, accumulate(counts, initial=before), strict=False)):
        pages = str(last + 1) if count == 1 else f"{last + 1}–{last + count}"
        html = html.replace(mark(SHEETS, number), str(count)).replace(mark(PAGES, number), pages)
    return html
