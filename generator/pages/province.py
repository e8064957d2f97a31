"""A province's own page: every commune, what it made public and when; sums only of what may be set side by side; nothing ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator import money, periods
from generator.checks import shares
from generator.pages.page import Link, Page
from generator.pages.province_figures import figures_page
from generator.pages.province_frame import LIST, Above
from generator.pages.province_totals import Manifest, Missing, Poor, Total, asked, missing, newest, poor
from generator.pages.words import bound, sentence, share, spoken, strong
from generator.pages.words import day as written

__all__ = ["Above", "pages"]


@dataclass(frozen=True, slots=True)
class Card:
    """A commune in the list: its name and address, how much it shows, and each part of its site with the day of its newest posting."""

    name: str
    href: str
    count: str
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A sum: the figure, what it is, and the sentences below it."""

    figure: str
    what: str
    notes: tuple[str, ...]


def pages(above: Above) -> tuple[Page, ...]:
    """Return the page where a commune is found, and that of the sums where there are any."""
    return (_list(above), figures_page(above)) if above.sums else (_list(above),)


def _list(above: Above) -> Page:
    words = above.words
    days = [str(one["posted_from"]) for each in above.manifests for one in each["disclosures"] if one["posted_from"]]
    lead = words.plain("lead", communes=len(above.manifests), newest=written(max(days))) if days else words.get("lead_none")
    title = words.plain("title_named", name=above.inside) if above.name else words.get("title")
    view = {"title": title, "lead": bound(lead), "sections": _sections(above), "tiles": tuple(_tiles(above)), "missing": _missing(above)}
    return above.page(LIST, "province.html", title, view)


def _sections(above: Above) -> list[tuple[str, list[Card]]]:
    """Return the communes by kind of unit, each kind in alphabetical order; those without such a word in their name come last."""
    kinds = {f"{kind['word']} ": kind["name"] for kind in above.words.all["kind"]}
    found: dict[str, list[Card]] = {name: [] for name in (*kinds.values(), above.words.get("others"))}
    for each in above.manifests:
        name = str(each["commune"]["name"]).lower()
        found[next((said for word, said in kinds.items() if name.startswith(word)), above.words.get("others"))].append(_card(each, above))
    return [(name, cards) for name, cards in found.items() if cards]


def _card(manifest: Manifest, above: Above) -> Card:
    own, shown = manifest["commune"]["id"], [one for one in manifest["disclosures"] if one["state"] != "replaced"]
    days: dict[str, str] = {}
    for one in shown:
        if one["form"] in above.catalogue.forms:
            family = above.catalogue.form(one["form"]).family
            days[family] = max(days.get(family, ""), str(one["posted_from"] or ""))
    parts = tuple(Link(family.name.to(above.language), f"{own}/{family.slug}/index.html", note=written(days[family.id]))
                  for family in above.catalogue.families if family.id in days)
    count = above.words.plain("counted", count=len(shown)) if shown else above.words.get("nothing")
    return Card(str(manifest["commune"]["name"]), f"{own}/index.html", count, parts)


def _tiles(above: Above) -> Iterator[Tile]:
    for one in newest(above.sums):
        what = bound(f"{above.words.get(one.alike.side)}, {above.usual.period(one.alike.period)}")
        yield Tile(strong(spoken(one.main, above.language)), what, tuple(sentence(note) for note in _notes(one, above)))
    found = poor(above.manifests)
    if found:
        yield from _households(found, above)


def _notes(one: Total, above: Above) -> Iterator[str]:
    words = above.words
    if one.done is None:
        yield words.get("planned")
    elif one.plan:
        yield words.plain("of_plan", share=share(shares.share(one.done, one.plan)))
    yield words.plain("from", count=len(one.each), communes=len(above.manifests))
    if one.per_head is not None:
        yield words.plain("per_head", amount=spoken(one.per_head, above.language), counted=one.counted)


def _households(found: Poor, above: Above) -> Iterator[Tile]:
    note = above.words.plain("from", count=found.communes, communes=len(above.manifests))
    for key, name in (("poor", "poor"), ("near-poor", "near_poor")):
        what = above.words.plain(name, year=periods.read(found.period).year)
        yield Tile(strong(money.write(found.households[key])), bound(what), (note,))


def _missing(above: Above) -> dict[str, Any] | None:
    """Return what of the newest period's tables some communes lack, in words; None where all have all."""
    shown = newest(above.sums)
    lacking = missing(above.manifests, shown[0].alike, above.catalogue) if shown else ()
    if not lacking:
        return None
    period, every = bound(above.called(shown[0])), asked(shown[0].alike, above.catalogue)
    return {"title": above.words.plain("missing", period=period), "lead": above.words.plain("missing_lead", period=period),
            "lines": [(_lacks(one, every, above), one.communes) for one in lacking]}


def _lacks(one: Missing, every: tuple[str, ...], above: Above) -> str:
    if one.forms == every:
        return above.words.get("missing_all")
    names = (above.catalogue.form(form).name.to(above.language).lower() for form in one.forms)
    return above.words.plain("missing_some", forms=", ".join(names))
