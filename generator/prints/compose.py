"""A print's HTML: tables and frame put into the template of its purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.catalogue.texts import texts
from generator.disclosed import Disclosure
from generator.disclosure.prose import Block, Run, blocks
from generator.disclosure.site import Site
from generator.prints import carrying
from generator.prints.fit import Paper, fit, fit_all
from generator.prints.frame import frame
from generator.prints.job import Carry
from generator.prints.lettering import clean
from generator.prints.parts import in_parts, with_sums
from generator.prints.sheet import Sheet, said_once, sheets
from generator.prints.summing import counts

THEME = Path(__file__).parents[2] / "themes" / "congkhai" / "print"
BOARD = "board"
_DEFAULT_PAPERS = {"list": "A4 portrait", BOARD: "A3 landscape"}
_CORNERS = {"list": 26, BOARD: 36}  # mm at the foot for the page's number


@dataclass(frozen=True, slots=True)
class Composed:
    """A print's paper, its HTML, the least type its table may have, and the sums that it carries over the ends of pages."""

    paper: str
    html: str
    least: float = 0.0
    carry: Carry | None = None


def compose(disclosure: Disclosure, site: Site, purpose: str, *, names: bool, only: str = "") -> Composed:
    """Return a disclosure's list or board copy; `only` is the hamlet whose part alone is wanted."""
    words, form = texts("prints", site.language), site.catalogue.form(disclosure.form)
    wanted = form.prints.get(purpose, _DEFAULT_PAPERS[purpose])
    least = 1 if purpose == BOARD or only else int(form.prints.get("parts_from", 0)) or len(disclosure.records) + 2
    once = said_once(disclosure, site, words) if purpose == BOARD else {}
    tables = [part for sheet in sheets(disclosure, site, words, names=names, without=once)
              for part in in_parts(with_sums(sheet, disclosure, form), least, words, only)]
    paper, fits = fit_all([table.needs for table in tables], wanted)
    parts = [*zip(tables, fits, strict=True)]
    summary = [(table, fit(table.needs, wanted)) for table in counts(disclosure, site, words, named=names)] if not only else []
    around = frame(disclosure, site, words)
    html = render(
        "list.html", frame=replace(around, facts=(*around.facts, *once.values())), words=words, commune=site.commune,
        paper=paper, parts=parts, summary=summary, disclosure=disclosure, notes=[*map(clean, disclosure.notes)], board=purpose == BOARD,
        money=any(table.money for table in tables), corner=_CORNERS[purpose],
        explanation=_explanation(disclosure) if purpose != BOARD and not only else (),
        explanation_title=texts("explanations", site.language)["print"])
    return Composed(paper.name, html, min((paper.sizes[-1], *(fit.size for fit in fits))), _carry(tables, paper, words))


def _explanation(disclosure: Disclosure) -> tuple[Block, ...]:
    """Return the text beside the figures, in letters that the print's type has."""
    return tuple(Block(one.sort, tuple(tuple(Run(_clean(run.text), run.strong, run.slanted) for run in line) for line in one.lines))
                 for one in blocks(disclosure.explanation))


def _clean(text: str) -> str:
    """Return a piece of a line in letters of the type, its blanks at both ends kept."""
    before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    return f"{before}{clean(text)}{after}"


def render(template: str, **said: Any) -> str:
    """Return a template of the theme filled in."""
    return _environment().get_template(template).render(**said)


def _carry(tables: Sequence[Sheet], paper: Paper, words: Mapping[str, Any]) -> Carry | None:
    table = next((table for table in tables if table.sums), None)
    if table is None:
        return None
    said = [{table.lead: words["carried"][which], table.summed: carrying.AMOUNT} for which in ("out", "into")]
    out, into = (render("carry.html", sheet=table, style=style, texts=[texts.get(place, "") for place in range(len(table.align))])
                 for style, texts in zip(("out", "brought"), said, strict=True))
    return Carry(table.sums, out, into, paper.bottom)


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                              undefined=StrictUndefined)
    environment.filters["css"] = _css
    return environment


def _css(text: Any) -> Markup:
    """Return a text as a CSS string, safe inside a style element."""
    safe = "".join(letter if letter.isalnum() or letter in " .,:-/" else f"\\{ord(letter):x} " for letter in str(text))
    return Markup(f'"{safe}"')  # noqa: S704 - every letter that means something to HTML or CSS was escaped
