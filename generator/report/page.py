"""The report page: one HTML file for one workbook, complete in itself, that says what was found and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.disclosure.examine import Examined
from generator.report.around import Around, Window
from generator.report.telling import FileTold, Item

# Beyond so many findings the page only names the cells, so that it opens at once on an old computer.
MOST_AROUND = 500
THEME = Path(__file__).parents[2] / "themes" / "congkhai" / "report"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding on the page: its words, its place in words, and the cells around it."""

    item: Item
    place: str
    around: Around | None


def page(one: Examined, told: FileTold, catalogue: Catalogue, commune: Commune, *, language: str) -> str:
    """Return a workbook's report as HTML."""
    words = texts("report", language)["page"]
    windows = {id(reading): Window(reading, catalogue, commune) for reading in one.readings}
    seen: Iterator[Around | None] = (windows[id(reading)].around(found) for reading in one.readings for found in reading.findings)
    around = chain([None] * len(one.findings), seen)
    entries = tuple(Entry(item, _place(item, words), next(around, None) if number < MOST_AROUND else None)
                    for number, item in enumerate(told.items))
    template = _environment().get_template("report.html")
    style = (THEME / "report.css").read_text("utf-8")
    return template.render(told=told, entries=entries, words=words, language=language, most=MOST_AROUND, style=style)


def _place(item: Item, words: dict[str, Any]) -> str:
    shapes = ("where", "where_csv") if item.cell else ("where_sheet", "where_file")
    text: str = words[shapes[item.sheet is None]]
    return text.format(sheet=item.sheet, cell=item.cell)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
