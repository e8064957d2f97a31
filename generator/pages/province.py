"""A province's own page: every commune, what it made public and when; totals only where they may be set side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.catalogue.texts import texts
from generator.disclosed import Json
from generator.pages.page import Page
from generator.pages.words import day as written
from generator.vietnamese import sort_key

PATH = "index.html"


def page(name: str, manifests: Sequence[Mapping[str, Json]], language: str, day: date) -> Page:
    """Return the province's page, made of the communes' public manifests alone."""
    words = texts("pages", language)
    cards = sorted((_card(each) for each in manifests), key=lambda each: sort_key(each["name"]))
    view: dict[str, Any] = {"name": name, "communes": cards, "day": written(day)}
    return Page(PATH, "province.html", {"t": words, "view": view, "language": language})


def _card(manifest: Mapping[str, Json]) -> dict[str, Any]:
    """Return what the page says of a commune: its name and address, how much it shows, and the day of its newest posting."""
    shown = manifest["disclosures"]
    newest = max((one["posted_from"] for one in shown if one["posted_from"]), default="")
    return {"name": manifest["commune"]["name"], "href": f"{manifest['commune']['id']}/index.html", "count": len(shown),
            "newest": written(date.fromisoformat(newest)) if newest else ""}
