"""A print's HTML: tables and frame put into the template of its purpose."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.catalogue.texts import texts
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.prints.fit import fit, fit_all
from generator.prints.frame import frame
from generator.prints.lettering import clean
from generator.prints.sheet import sheets
from generator.prints.summing import counts

THEME = Path(__file__).parents[2] / "themes" / "congkhai" / "print"
_DEFAULT_PAPER = "A4 portrait"


def compose(disclosure: Disclosure, site: Site, purpose: str, *, names: bool) -> tuple[str, str]:
    """Return the paper's name and the HTML of a disclosure's print for a purpose."""
    words = texts("prints", site.language)
    wanted = site.catalogue.form(disclosure.form).prints.get(purpose, _DEFAULT_PAPER)
    tables = sheets(disclosure, site, words, names=names)
    paper, fits = fit_all([table.needs for table in tables], wanted)
    summary = [(table, fit(table.needs, _DEFAULT_PAPER)) for table in counts(disclosure, site, words, named=names)]
    html = _environment().get_template(f"{purpose}.html").render(
        frame=frame(disclosure, site, words), words=words, commune=site.commune, paper=paper, parts=[*zip(tables, fits, strict=True)],
        summary=summary, disclosure=disclosure, notes=[*map(clean, disclosure.notes)],
        money=any(table.money for table in tables))
    return paper.name, html


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
