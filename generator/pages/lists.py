"""The lists between the home page and the disclosures: a family by years or purposes, and one year of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Family
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.pages.answers import answer, page_answer, page_title
from generator.pages.budget_chain import chain
from generator.pages.budget_trails import lines_index
from generator.pages.disclosures import by_folder, entry_folder, newest_first, year
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.small_tables import Counts
from generator.pages.words import Words, day


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to a page of a list: where, the sentence it gives, the day it was posted, and the tables below it."""

    link: Link
    answer: Markup | None
    day: str
    iso: str
    below: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list: a year, say, with its entries; `link` leads to its own page."""

    title: str
    link: Link | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """What a list shows; `chain` are the steps of a year's budget."""

    question: str
    lead: Markup | None
    sections: tuple[Section, ...]
    note: str = ""
    more: Link | None = None
    chain: Counts | None = None


def family_page(maker: Maker, family: Family, found: Sequence[Disclosure], *, lines: bool = False) -> Page:
    """Return a family's page: its question, the newest answer, the way to its `lines` if they have pages, then all by year or purpose."""
    where = Place(f"{family.slug}/index.html", family.id)
    name = family.name.to(maker.site.language)
    if family.pages == "form":
        sections = [_form_section(maker, where, family, own) for own in _by_form(maker, found)]
    elif family.pages == "subject":
        sections = [Section(maker.words.get("lists.purposes"), None, entries(maker, where, family, found))]
    else:
        sections = [_year_section(maker, where, family, one, found) for one in years(found)]
    lead = page_answer(maker, family, found)
    more = Link(Words(maker.site.language, "budget").get("lines.title"), href(where.path, lines_index(family))) if lines else None
    view = ListView(family.question.to(maker.site.language), lead, tuple(sections), more=more)
    return maker.page(where, "list.html", view, name, description=lead.striptags() if lead else view.question)


def year_page(maker: Maker, family: Family, number: int, found: Sequence[Disclosure]) -> Page:
    """Return the page of one year of a family."""
    name = family.name.to(maker.site.language)
    where = Place(f"{family.slug}/{number}/index.html", family.id, ((family.slug, name),))
    own = [one for one in found if year(one) == number]
    title = maker.words.plain("lists.year_title", name=name, year=number)
    view = ListView(title, None, (Section("", None, entries(maker, where, family, own)),), chain=chain(maker, number, own))
    return maker.page(where, "list.html", view, str(number), description=title)


def years(found: Sequence[Disclosure]) -> list[int]:
    """Return the years disclosures cover, the latest first."""
    return sorted({year(one) for one in found if one.period}, reverse=True)


def entries(maker: Maker, where: Place, family: Family, found: Sequence[Disclosure]) -> tuple[Entry, ...]:
    """Return one entry for each period (budget), list (households) or purpose (contributions), the newest first."""
    groups: dict[str, list[Disclosure]] = {}
    for folder, own in by_folder(maker.site, newest_first(found)).items():
        groups.setdefault(entry_folder(family, folder), []).extend(own)
    return tuple(_entry(maker, where, family, folder, own) for folder, own in groups.items())


def _by_form(maker: Maker, found: Sequence[Disclosure]) -> list[list[Disclosure]]:
    """Return disclosures form by form, in the order of a family's forms."""
    forms: dict[str, list[Disclosure]] = {}
    for one in sorted(found, key=lambda one: (maker.site.catalogue.form(one.form).order, one.form)):
        forms.setdefault(one.form, []).append(one)
    return list(forms.values())


def _form_section(maker: Maker, where: Place, family: Family, own: Sequence[Disclosure]) -> Section:
    name = maker.site.catalogue.form(own[0].form).name.to(maker.site.language)
    return Section(name, None, entries(maker, where, family, own))


def _year_section(maker: Maker, where: Place, family: Family, number: int, found: Sequence[Disclosure]) -> Section:
    title = maker.words.plain("lists.year", year=number)
    own = [one for one in found if year(one) == number]
    return Section(title, Link(title, href(where.path, f"{family.slug}/{number}/index.html")), entries(maker, where, family, own))


def _entry(maker: Maker, where: Place, family: Family, folder: str, own: Sequence[Disclosure]) -> Entry:
    catalogue = maker.site.catalogue
    posted = max((one.posted_from for one in own if one.posted_from), default=None)
    title = page_title(maker, family, own, single=folder in by_folder(maker.site, own))
    below: tuple[Link, ...] = ()
    if folder not in by_folder(maker.site, own):
        below = tuple(
            Link(catalogue.form(one.form).name.to(maker.site.language), href(where.path, addresses.page(one, catalogue))) for one in own
        )
    said = answer(maker, own)
    return Entry(Link(title, href(where.path, f"{folder}/index.html")), said, day(posted), posted.isoformat() if posted else "", below)
