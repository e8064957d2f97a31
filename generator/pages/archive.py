"""The archive: everything that was made public, by the year its figures are about, across all families."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Family
from generator.pages.disclosures import of_family, year
from generator.pages.frame import ARCHIVE, Maker, Place
from generator.pages.lists import Entry, ListView, Section, entries, years
from generator.pages.page import Link, Page, href


def archive_pages(maker: Maker) -> Iterator[Page]:
    """Yield the page of all years, then one for each year with what every family has of it."""
    words, place = maker.words, Place(ARCHIVE, "archive")
    known = years(maker.site.shown)
    ways = tuple(_way(maker, one) for one in known)
    note = words.get("archive.lead" if known else "archive.none")
    view = ListView(words.get("archive.title"), None, (Section("", None, ways),), note)
    yield maker.page(place, "list.html", view, words.get("archive.name"), description=note)
    for one in known:
        yield _year_page(maker, one)


def _year_page(maker: Maker, number: int) -> Page:
    words = maker.words
    place = Place(_path(number), "archive", ((ARCHIVE.removesuffix("/index.html"), words.get("archive.name")),))
    sections = []
    for family in _families(maker, number):
        own = [one for one in of_family(maker.site, family) if year(one) == number]
        name = family.name.to(words.language)
        sections.append(Section(name, Link(name, href(place.path, f"{family.slug}/index.html")), entries(maker, place, family, own)))
    title = words.plain("archive.title_year", year=number)
    return maker.page(place, "list.html", ListView(title, None, tuple(sections)), title, crumb=str(number), description=title)


def _way(maker: Maker, number: int) -> Entry:
    """Return the way to a year's page, and to each family's part of it."""
    target = href(ARCHIVE, _path(number))
    names = [family.name.to(maker.site.language) for family in _families(maker, number)]
    below = tuple(Link(name, f"{target}#muc-{place}") for place, name in enumerate(names, 1))
    return Entry(Link(maker.words.plain("lists.year", year=number), target), None, "", "", below)


def _families(maker: Maker, number: int) -> list[Family]:
    return [family for family in maker.families() if any(year(one) == number for one in of_family(maker.site, family))]


def _path(number: int) -> str:
    return ARCHIVE.replace("index.html", f"{number}/index.html")
