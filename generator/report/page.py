"""The report page: one HTML file for one workbook, complete in itself, that says what was found and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.disclosure.examine import Examined
from generator.report.around import Around, Window
from generator.report.telling import FileTold, Item

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
    around = [None] * len(one.findings) + [windows[id(reading)].around(found) for reading in one.readings for found in reading.findings]
    entries = tuple(Entry(item, _place(item, words), piece) for item, piece in zip(told.items, around, strict=True))
    template = _environment().get_template("report.html")
    return template.render(told=told, entries=entries, words=words, language=language, style=(THEME / "report.css").read_text("utf-8"))


def _place(item: Item, words: dict[str, Any]) -> str:
    shapes = ("where", "where_csv") if item.cell else ("where_sheet", "where_file")
    text: str = words[shapes[item.sheet is None]]
    return text.format(sheet=item.sheet, cell=item.cell)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
