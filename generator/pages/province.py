"""A province's own page: every commune, what it made public and when; totals only where they may be set side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.catalogue.texts import texts
from generator.disclosed import Json
from generator.disclosure.site import Site
from generator.pages.page import Page
from generator.pages.words import day as written
from generator.vietnamese import sort_key

PATH = "index.html"


def card(site: Site) -> dict[str, Json]:
    """Return what a province's page says of a commune: how much it shows by family, and the day of its newest posting."""
    families: dict[str, int] = {}
    for one in site.shown:
        family = site.catalogue.form(one.form).family
        families[family] = families.get(family, 0) + 1
    newest = max((one.posted_from for one in site.shown if one.posted_from), default=None)
    return {"families": families, "newest": newest.isoformat() if newest else None, "kind": site.commune.kind}


def page(name: str, cards: Sequence[Mapping[str, Json]], language: str, day: date) -> Page:
    """Return the province's page; each card has the commune's id and name besides what `card` gave."""
    words = texts("pages", language)
    communes = [{"href": f"{each['id']}/index.html", "name": each["name"], "newest": _day(each.get("newest")),
                 "count": sum(each.get("families", {}).values())} for each in sorted(cards, key=lambda each: sort_key(str(each["name"])))]
    view: dict[str, Any] = {"name": name, "communes": communes, "day": written(day)}
    return Page(PATH, "province.html", {"t": words, "view": view, "language": language})


def _day(text: object) -> str:
    return written(date.fromisoformat(text)) if isinstance(text, str) else ""
