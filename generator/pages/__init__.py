"""The residents' site of one commune: every page as a template and what it shows; form only, every figure from a disclosure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue import Family
from generator.disclosure.site import Site
from generator.pages import feeds
from generator.pages.announced import announced_page
from generator.pages.archive import archive_pages
from generator.pages.budget_history import line_pages
from generator.pages.budget_overview import overview_page
from generator.pages.budget_page import budget_page
from generator.pages.budget_trails import lines_index
from generator.pages.chronicle import chronicle_pages
from generator.pages.coming import duty_pages
from generator.pages.contributions_page import contributions_page
from generator.pages.disclosures import by_folder, entry_folder, newest_first, of_family
from generator.pages.filters import filters
from generator.pages.frame import Maker, Place, Text, text_path
from generator.pages.glossary import glossary_page
from generator.pages.home import about_page, home_page
from generator.pages.households_page import households_page
from generator.pages.law_words import filled
from generator.pages.lists import family_page, year_page, years
from generator.pages.meeting import meeting_page
from generator.pages.page import Page
from generator.pages.register_page import register_page
from generator.pages.search import search_pages
from generator.pages.version_page import version_pages, withdrawn_pages

__all__ = ["Page", "Text", "feed", "filled", "filters", "pages", "sitemap"]


def pages(site: Site, texts: Sequence[Text] = ()) -> Iterator[Page]:
    """Yield every page of a commune's site; `texts` are the Markdown pages, filled in, which the foot of every page links to."""
    maker = Maker(site, texts)
    yield home_page(maker)
    yield about_page(maker)
    yield glossary_page(maker)
    yield from chronicle_pages(maker)
    yield from archive_pages(maker)
    yield from search_pages(maker)
    yield from duty_pages(maker)
    yield announced_page(maker)
    yield meeting_page(maker)
    for text in texts:
        yield maker.page(Place(text_path(text), "texts"), "page.html", text, text.title)
    for family in maker.families():
        yield from _family(maker, family)
    yield from version_pages(maker)
    yield from withdrawn_pages(maker)


def feed(site: Site) -> str | None:
    """Return the Atom feed, `tin-moi.xml`; None where the commune gave no address."""
    return feeds.feed(site)


def sitemap(site: Site, texts: Sequence[Text] = ()) -> str | None:
    """Return `sitemap.xml`; None where the commune gave no address."""
    return feeds.sitemap(site, pages(site, texts)) if site.commune.site else None


def _family(maker: Maker, family: Family) -> Iterator[Page]:
    found = newest_first(of_family(maker.site, family))
    if not found:
        return
    own = {page.path: page for page in _disclosed(maker, family)}
    lists = [family_page(maker, family, found, lines=lines_index(family) in own)]
    if family.pages == "period":
        lists += [year_page(maker, family, year, found) for year in years(found)]
    yield from own.values()
    yield from (page for page in lists if page.path not in own)


def _disclosed(maker: Maker, family: Family) -> Iterator[Page]:
    """Yield the pages of disclosures, and the page of each period that has a folder of its own."""
    found = newest_first(of_family(maker.site, family))
    folders = by_folder(maker.site, found)
    above: dict[str, list[str]] = {}
    for folder, own in folders.items():
        if own[0].kind == "budget":
            yield budget_page(maker, own[0])
            above.setdefault(entry_folder(family, folder), []).append(folder)
        elif own[0].kind == "households":
            yield households_page(maker, own[0])
        elif own[0].kind == "contributions":
            yield contributions_page(maker, own)
        elif own[0].kind == "register":
            yield register_page(maker, own[0])
    for folder, below in above.items():
        if folder not in folders:
            yield overview_page(maker, folder, [one for name in below for one in folders[name]])
    yield from line_pages(maker, family)
