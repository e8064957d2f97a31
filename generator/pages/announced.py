"""The page of the week's bulletins: what is read on which day, and each bulletin in words, with the way to its exact figures."""

from __future__ import annotations

from dataclasses import dataclass

from generator import announcements
from generator.announcements import Bulletin, Week
from generator.catalogue.announcing import reading
from generator.disclosed import Disclosure
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.words import Words, sentence


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of the week: its name, what is read, and how long all of it takes."""

    name: str
    links: tuple[Link, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A bulletin as the page shows it."""

    id: str
    title: str
    when: str
    sentences: tuple[str, ...]
    exact: Link


@dataclass(frozen=True, slots=True)
class AnnouncedView:
    """What the page shows; `t` are the texts of bulletins."""

    title: str
    lead: str
    span: str
    none: str
    days: tuple[DayLine, ...]
    bulletins: tuple[Shown, ...]
    downloads: tuple[Link, ...]
    law: str
    t: dict[str, object]


def announced_page(maker: Maker) -> Page:
    """Return the page of the week's bulletins."""
    words, week = Words(maker.site.language, "announcements"), announcements.week(maker.site)
    where = Place(announcements.PAGE, "announcements")
    found = tuple(_shown(one.bulletin, where, announcements.days_of(one.days), words) for one in week.read)
    view = AnnouncedView(
        words.get("page.title"), words.get("page.lead"), announcements.span(week), "" if found else words.get("text.none"),
        _days(week, words), found, _downloads(maker, where, words), _law(maker, words), words.all)
    return maker.page(where, "announcements.html", view, view.title, description=view.lead)


def link_to(maker: Maker, place: Place, disclosure: Disclosure) -> tuple[Link, ...]:
    """Return the way from a disclosure's page to its bulletin, while there is one."""
    words = Words(maker.site.language, "announcements")
    return tuple(Link(words.get("page.link"), f"{href(place.path, announcements.PAGE)}#{one.id}")
                 for one in maker.bulletins if disclosure.id in one.of and disclosure.state != "replaced")


def _shown(one: Bulletin, where: Place, days: str, words: Words) -> Shown:
    when = words.plain("text.when", days=days, time=announcements.time_of(one.seconds))
    return Shown(one.id, one.title, when, one.sentences, Link(words.get("page.exact"), href(where.path, one.page)))


def _days(week: Week, words: Words) -> tuple[DayLine, ...]:
    return tuple(DayLine(sentence(announcements.days_of(days)), tuple(Link(one.title, f"#{one.id}") for one in found),
                         words.plain("page.whole", time=announcements.time_of(sum(one.seconds for one in found))) if found else "")
                 for days, found in week.runs)


def _downloads(maker: Maker, where: Place, words: Words) -> tuple[Link, ...]:
    names = {"print": "page.print", "download": "page.text"}
    return tuple(Link(words.get(names[one.sort]), href(where.path, one.path),
                      note=words.plain("page.pages", count=one.pages) if one.pages else "")
                 for one in maker.site.made.get(announcements.PAGE, ()) if one.public and one.sort in names)


def _law(maker: Maker, words: Words) -> str:
    rule = reading()
    statute = maker.site.catalogue.statute(rule.statute).name.to(maker.site.language)
    return words.plain("page.law", days=rule.days, article=rule.article, statute=statute, note=rule.note).strip()
