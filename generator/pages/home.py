"""The home page: what residents ask, each with its answer; what is newest; where the papers hang. And the page about the commune."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import money
from generator.disclosed import Disclosure
from generator.pages.answers import bars, page_answer, page_title
from generator.pages.coming import ComingView, coming
from generator.pages.disclosures import by_folder, current, entry_folder, of_family
from generator.pages.frame import CHANGES, SEARCH, Maker, Place, authority_name
from generator.pages.page import Link, Page, href
from generator.pages.pictures import PictureRow
from generator.pages.words import day, sentence

_NEWEST = 6


@dataclass(frozen=True, slots=True)
class Card:
    """A family on the home page: its question, the newest answer, the way in."""

    question: str
    name: str
    answer: Markup | None
    bars: tuple[PictureRow, ...]
    href: str
    open: str


@dataclass(frozen=True, slots=True)
class News:
    """Something newly public: its day and the way to it."""

    day: str
    iso: str
    link: Link


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    title: str
    lead: str
    cards: tuple[Card, ...]
    news: tuple[News, ...]
    changes: str
    search: str
    places: tuple[str, ...]
    coming: ComingView


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the commune."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the page about the commune shows."""

    title: str
    about: tuple[str, ...]
    facts: tuple[Fact, ...]
    hamlets: tuple[tuple[str, str], ...]
    counted: bool
    places: tuple[str, ...]
    predecessors: tuple[str, ...]


def home_page(maker: Maker) -> Page:
    """Return the home page."""
    commune, words = maker.site.commune, maker.words
    view = HomeView(
        words.plain("home.title", name=commune.name),
        words.plain("home.lead", kind=maker.kind()),
        cards=tuple(_cards(maker)),
        news=_news(maker),
        changes=CHANGES,
        search=SEARCH,
        places=tuple(_place(one.name, one.hamlet) for one in commune.place),
        coming=coming(maker),
    )
    title = ", ".join(part for part in (commune.name, maker.province()) if part)
    return maker.page(Place("index.html", "home"), "home.html", view, title, description=view.lead)


def about_page(maker: Maker) -> Page:
    """Return the page about the commune, made of its `commune.toml`."""
    commune, words = maker.site.commune, maker.words
    counted = any(one.households is not None for one in commune.hamlet)
    hamlets = tuple((one.name, money.write(one.households) if one.households is not None else "") for one in commune.hamlet)
    view = AboutView(
        words.plain("about.title", name=authority_name(commune)),
        tuple(part.strip() for part in commune.about.split("\n\n") if part.strip()),
        tuple(_facts(maker)),
        hamlets,
        counted,
        tuple(_place(one.name, one.hamlet) for one in commune.place),
        tuple(words.plain("about.predecessor", name=one.name, day=day(one.until)) for one in commune.predecessor),
    )
    lead = words.plain("about.lead", name=commune.name, province=maker.province()) if commune.province else view.title
    return maker.page(
        Place("gioi-thieu/index.html", "about"), "about.html", view, words.plain("frame.about", kind=maker.kind()), description=lead
    )


def _cards(maker: Maker) -> list[Card]:
    language, cards = maker.site.language, []
    for family in maker.families():
        found = of_family(maker.site, family)
        if found:
            name = family.name.to(language)
            cards.append(
                Card(
                    family.question.to(language),
                    name,
                    page_answer(maker, family, found),
                    bars(maker, family, found),
                    f"{family.slug}/index.html",
                    maker.words.plain("home.open", name=name.lower()),
                )
            )
    return cards


def _news(maker: Maker) -> tuple[News, ...]:
    catalogue, news = maker.site.catalogue, []
    posted = sorted(
        (one for one in current(maker.site) if one.state != "replaced" and one.posted_from),
        key=lambda one: str(one.posted_from),
        reverse=True,
    )
    groups: dict[str, list[Disclosure]] = {}
    for folder, own in by_folder(maker.site, posted).items():
        family = catalogue.family(catalogue.form(own[0].form).family)
        groups.setdefault(entry_folder(family, folder), []).extend(own)
    for folder, own in list(groups.items())[:_NEWEST]:
        posted_from = own[0].posted_from
        news.append(News(day(posted_from), str(posted_from), Link(_news_name(maker, own), href("index.html", f"{folder}/index.html"))))
    return tuple(news)


def _news_name(maker: Maker, own: Sequence[Disclosure]) -> str:
    """Return what is newly public: a purpose, or a family with stage and period."""
    first, language = own[0], maker.site.language
    family = maker.site.catalogue.family(maker.site.catalogue.form(first.form).family)
    if family.pages != "period":
        return page_title(maker, family, own, single=True)
    stage = maker.site.catalogue.stage(first.kind, first.stage)
    named = stage.name.to(language).lower() if stage and stage.slug else ""
    return ", ".join(part for part in (family.name.to(language), named, maker.words.period(first.period)) if part)


def _place(name: str, hamlet: str) -> str:
    return f"{name}, {hamlet}" if hamlet and hamlet not in name else name


def _facts(maker: Maker) -> list[Fact]:
    commune, words = maker.site.commune, maker.words
    found = [
        ("about.unit", sentence(maker.province())),
        ("about.code", commune.code),
        ("about.population", words.plain("about.people", count=money.write(commune.population)) if commune.population else ""),
        ("about.households", words.plain("about.household_count", count=money.write(commune.households)) if commune.households else ""),
        ("frame.office", maker.office),
        ("frame.address", commune.address),
        ("frame.telephone", commune.telephone),
        ("frame.email", commune.email),
        ("frame.responsible", _signatory(maker)),
    ]
    return [Fact(words.get(key), text) for key, text in found if text]


def _signatory(maker: Maker) -> str:
    signatory = maker.site.commune.signatory
    return maker.words.plain("about.signatory", office=sentence(signatory.office.lower()), name=signatory.name) if signatory.name else ""
