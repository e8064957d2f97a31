"""The page of a province's sums: period by period, and what each commune's newest figures are, in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import shares
from generator.pages.page import Link, Page, href
from generator.pages.province_frame import FIGURES, Above
from generator.pages.province_totals import Total, newest
from generator.pages.words import bound, exact_unit, in_unit, sentence, share, spoken

_COLUMNS = ("what", "plan", "done", "share", "by_head", "communes")
_NAMES = {"revenue": "income", "spending": "outgo"}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, unit and heads, and rows of a link or a name with cells of text."""

    ident: str
    caption: str
    unit: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Link, tuple[str, ...]], ...]


def figures_page(above: Above) -> Page:
    """Return the page of the sums."""
    title = above.words.plain("figures_title", communes=len(above.manifests))
    return above.page(FIGURES, "province_figures.html", title, {"title": title, "tables": (_by_period(above), _by_commune(above))})


def _by_period(above: Above) -> Grid:
    words = above.words
    unit = exact_unit([amount for one in above.sums for amount in (one.plan, one.done) if amount is not None])
    rows = tuple((Link(sentence(bound(f"{words.get(one.alike.side)}, {above.called(one)}")), ""), _cells(one, above, unit))
                 for one in above.sums)
    heads = tuple(words.get(column) for column in _COLUMNS)
    return Grid("ky", words.get("periods_title"), _unit(above, unit), heads, rows)


def _cells(one: Total, above: Above, unit: int) -> tuple[str, ...]:
    return (
        _cell(one.plan, unit),
        _cell(one.done, unit),
        share(shares.share(one.done, one.plan)) if one.done is not None else "",
        spoken(one.per_head, above.language) if one.per_head is not None else "",
        f"{len(one.each)}/{len(above.manifests)}",
    )


def _by_commune(above: Above) -> Grid:
    words, shown = above.words, newest(above.sums)
    unit = exact_unit([amount for one in shown for pair in one.each.values() for amount in pair if amount is not None])
    heads = (words.get("commune"), *(f"{words.get(_NAMES[one.alike.side])}: {words.get(column).lower()}"
                                     for one in shown for column in ("plan", "done")))
    title = bound(words.plain("each_title", period=above.called(shown[0])))
    return Grid("xa", title, _unit(above, unit), heads, tuple(_communes(above, shown, unit)))


def _communes(above: Above, shown: tuple[Total, ...], unit: int) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """Yield a row for each commune that has any of the figures."""
    for each in above.manifests:
        own = str(each["commune"]["id"])
        cells = tuple(_cell(amount, unit) for one in shown for amount in one.each.get(own, (None, None)))
        if any(cells):
            yield Link(str(each["commune"]["name"]), href(FIGURES, f"{own}/index.html")), cells


def _unit(above: Above, unit: int) -> str:
    return above.words.plain("unit", unit=above.usual.unit(unit))


def _cell(amount: int | None, unit: int) -> str:
    return "" if amount is None else in_unit(amount, unit)
