"""The search pages: every table, line and page as an ordinary list, split by year; no name of a person is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import money
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.counted import counted
from generator.pages import glossary
from generator.pages.disclosures import by_folder, current, newest_first, titled, year
from generator.pages.frame import ABOUT, MORE, SEARCH, Maker, Place, text_path
from generator.pages.households_hamlets import hamlet_ids
from generator.pages.lists import years
from generator.pages.page import Link, Page, href
from generator.pages.words import sentence

_ALL = "tim-kiem/moi-nam/index.html"
_WORDS = ("label", "content")
_FIGURES = ("done", "plan", "amount")


@dataclass(frozen=True, slots=True)
class Part:
    """A page in the index: its title, and those of its lines that have an address of their own."""

    link: Link
    lines: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchView:
    """What a search page shows: the ways to other years, the pages of its own year, and the titles of the others."""

    title: str
    years: tuple[Link, ...]
    parts: tuple[Part, ...]
    texts: tuple[Part, ...]
    others: tuple[Part, ...]


def search_pages(maker: Maker) -> Iterator[Page]:
    """Yield the search page of the latest year, which holds the titles of all others, one for each other year, and one for all."""
    found = newest_first(current(maker.site))
    known = years(found)
    yield _page(maker, SEARCH, known[:1], found)
    if len(known) > 1:
        for one in known[1:]:
            yield _page(maker, _path(one), [one], found)
        yield _page(maker, _ALL, known, found)


def _path(number: int) -> str:
    return SEARCH.replace("index.html", f"{number}/index.html")


def _page(maker: Maker, file: str, own: Sequence[int], found: Sequence[Disclosure]) -> Page:
    words, known, first = maker.words, years(found), file == SEARCH
    mine = [one for one in found if year(one) in own or (not one.period and (first or file == _ALL))]
    others = [one for one in found if first and one not in mine]
    title = words.get("search.title") if first else words.get("search.title_all")
    if not first and file != _ALL:
        title = words.plain("search.title_year", year=own[0])
    view = SearchView(
        title,
        tuple(_ways(maker, file, known)),
        tuple(_parts(maker, file, mine, lines=True)),
        tuple(_texts(maker, file)) if first or file == _ALL else (),
        tuple(_parts(maker, file, others, lines=False)),
    )
    above = () if first else ((SEARCH.removesuffix("/index.html"), words.get("search.menu")),)
    crumb = words.get("search.menu") if first else (words.get("search.all") if file == _ALL else str(own[0]))
    return maker.page(
        Place(file, "search", above), "search.html", view, title, crumb=crumb, description=words.get("search.lead"), script=True
    )


def _ways(maker: Maker, file: str, known: Sequence[int]) -> Iterator[Link]:
    if len(known) < 2:
        return
    for one in known:
        target = SEARCH if one == known[0] else _path(one)
        yield Link(maker.words.plain("search.year", year=one), href(file, target), target == file)
    yield Link(maker.words.get("search.all"), href(file, _ALL), file == _ALL)


def _parts(maker: Maker, file: str, found: Sequence[Disclosure], *, lines: bool) -> Iterator[Part]:
    for family in maker.families():
        own = [one for one in found if maker.site.catalogue.form(one.form).family == family.id]
        for folder, tables in by_folder(maker.site, own).items():
            link = Link(_title(maker, tables[0]), href(file, f"{folder}/index.html"))
            yield Part(link, (*_hamlets(maker, link.href, tables), *_lines(link.href, tables)) if lines else ())


def _title(maker: Maker, disclosure: Disclosure) -> str:
    if disclosure.subject_name:
        return sentence(disclosure.subject_name)
    return titled(maker, disclosure)


def _lines(page: str, own: Iterable[Disclosure]) -> Iterator[Link]:
    """Yield a link to each line with words of its own; columns that name persons are never among them."""
    for disclosure in own:
        for record in disclosure.records:
            text = next((str(record.values[key]) for key in _WORDS if record.values.get(key)), "")
            if text:
                yield Link(text, f"{page}#{record.id}", note=_figure(record))


def _hamlets(maker: Maker, page: str, own: Iterable[Disclosure]) -> Iterator[Link]:
    """Yield a link to each hamlet of a household list, with the number of its households."""
    for disclosure in own:
        found = counted(disclosure, maker.site.catalogue.form(disclosure.form), named=False) if disclosure.kind == "households" else None
        rows = [row for row in (found.rows[:-1] if found else ()) if row[0]]
        for row, ident in zip(rows, hamlet_ids(row[0] for row in rows).values(), strict=True):
            yield Link(row[0], f"{page}#{ident}", note=maker.words.plain("households.count", count=money.write(row[1])))


def _figure(record: PublicRecord) -> str:
    amount = next((record.values[key] for key in _FIGURES if record.values.get(key) is not None), None)
    return money.short(amount) if isinstance(amount, int) else ""


def _texts(maker: Maker, file: str) -> Iterator[Part]:
    """Yield the pages that are about no year: those people wrote, the commune's, the ways around, and the terms explained."""
    words = maker.words
    for text in maker.texts:
        yield Part(Link(text.title, href(file, text_path(text))))
    yield Part(Link(words.plain("frame.about", kind=maker.kind()), href(file, ABOUT)))
    for name, target in MORE:
        if target not in {SEARCH, glossary.PATH}:
            yield Part(Link(words.get(f"{name}.name"), href(file, target)))
    place = href(file, glossary.PATH)
    terms = glossary.terms(words.language)
    yield Part(Link(words.get("glossary.name"), place), tuple(Link(term.name, f"{place}#{term.id}") for term in terms))
