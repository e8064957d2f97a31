"""Slides for the residents' meeting: the newest figures of each part of the site, one a screen or a sheet, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from markupsafe import Markup

from generator.catalogue import Family
from generator.disclosure import meeting
from generator.pages.answers import answer, bars, lead, page_title
from generator.pages.disclosures import by_folder, of_family
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.pictures import PictureRow
from generator.pages.words import Words, day


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: what it asks, what it is about, the answer, its bars, the way to the page, and which of how many it is."""

    id: str
    question: str
    about: str
    answer: Markup
    rows: tuple[PictureRow, ...]
    link: Link | None
    number: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """What the page shows; `ask` are the last slide's sentences."""

    title: str
    lead: str
    first: str
    made: str
    slides: tuple[Slide, ...]
    ask_title: str
    ask: tuple[str, ...]
    downloads: tuple[Link, ...]


def meeting_page(maker: Maker) -> Page:
    """Return the page of slides."""
    words = Words(maker.site.language, "meeting")
    where = Place(meeting.PAGE, "meeting")
    told = [(family, found) for family in maker.families() if (found := _slide(maker, where, family))]
    slides = tuple(_numbered(one, words.plain("slide", number=number, count=len(told))) for number, (_, one) in enumerate(told, 1))
    made = tuple(Link(words.get("download"), href(where.path, one.path)) for one in maker.site.made.get(meeting.PAGE, ()) if one.public)
    view = MeetingView(words.get("title"), words.get("lead"), words.get("first"), words.plain("made", day=day(maker.site.day)), slides,
                       words.get("ask_title"), tuple(_ask(maker, words)), made)
    return maker.page(where, "meeting.html", view, view.title, description=view.lead)


def _slide(maker: Maker, where: Place, family: Family) -> Slide | None:
    found = of_family(maker.site, family)
    own = lead(maker, family, found)
    said = answer(maker, own) if own else None
    if not said:
        return None
    folder = next(iter(by_folder(maker.site, own)))
    about = page_title(maker, family, own, single=len(own) == 1)
    link = Link(about, href(where.path, f"{folder}/index.html"))
    return Slide(family.id, family.question.to(maker.site.language), about, said, bars(maker, family, found), link, "")


def _numbered(one: Slide, number: str) -> Slide:
    return Slide(one.id, one.question, one.about, one.answer, one.rows, one.link, number)


def _ask(maker: Maker, words: Words) -> Iterator[str]:
    commune = maker.site.commune
    known = {"office": maker.office, "telephone": commune.telephone, "email": commune.email,
             "places": "; ".join(place.name for place in commune.place)}
    for text in words.all["ask"]:
        if all(known.get(name) for _, name, _, _ in Formatter().parse(text) if name):
            yield text.format_map(known)
