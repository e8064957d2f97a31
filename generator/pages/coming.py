"""What must still be made public, what was made public in each quarter, and the plan of a year: pages made of the law and the history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.disclosure import duties
from generator.disclosure.timing import BOARD, Listed, Planned, Quarter
from generator.pages.frame import Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.words import day, sentence


@dataclass(frozen=True, slots=True)
class ComingLine:
    """Something that must be public next: what, and until when."""

    name: str
    by: str
    iso: str


@dataclass(frozen=True, slots=True)
class ComingView:
    """The home page's block: what comes next, and the ways to the plan and to the lists of what was made public."""

    lines: tuple[ComingLine, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list or of the plan: what, the way to it, from when until when, and sentences on ways, places and rule."""

    name: str
    href: str
    first: str
    last: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """A list as a table, with what stands around it."""

    title: str
    lead: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    downloads: tuple[Link, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexView:
    """The page above the lists."""

    title: str
    lead: str
    plan: Link
    quarters: tuple[Link, ...]


def coming(maker: Maker) -> ComingView:
    """Return what the home page tells of the days ahead."""
    words, timing = maker.words, maker.site.timing
    lines = tuple(ComingLine(one.name, words.plain("coming.expected" if one.expected else "coming.by", day=day(one.last)),
                             one.last.isoformat()) for one in timing.coming)
    links = []
    if timing.plan:
        links.append(Link(words.plain("plan.title", year=timing.plan_year), href("index.html", duties.plan_page(timing.plan_year))))
    if timing.quarters:
        links.append(Link(words.get("listed.all"), href("index.html", duties.INDEX)))
    return ComingView(lines, tuple(links))


def duty_pages(maker: Maker) -> Iterator[Page]:
    """Yield the plan, the list of each quarter and the page above them; nothing where there is neither."""
    timing = maker.site.timing
    if timing.plan:
        yield _index(maker)
        yield _plan(maker)
    for quarter in timing.quarters:
        yield _quarter(maker, quarter)


def quarter_title(maker: Maker, quarter: Quarter) -> str:
    """Return what a quarter's list is called."""
    return maker.words.plain("listed.title", quarter=maker.words.period(f"{quarter.year}-q{quarter.number}"))


def _index(maker: Maker) -> Page:
    words, timing = maker.words, maker.site.timing
    where = Place(duties.INDEX, "duties")
    quarters = tuple(Link(quarter_title(maker, one), href(where.path, duties.quarter_page(one)),
                          note=words.plain("listed.count", count=len(one.lines))) for one in timing.quarters)
    plan = Link(words.plain("plan.title", year=timing.plan_year), href(where.path, duties.plan_page(timing.plan_year)))
    view = IndexView(words.get("listed.index"), words.get("listed.index_lead"), plan, quarters)
    return maker.page(where, "duties.html", view, view.title, description=view.lead)


def _quarter(maker: Maker, quarter: Quarter) -> Page:
    words = maker.words
    where = Place(duties.quarter_page(quarter), "duties", _above(maker))
    points = tuple(dict.fromkeys(place for line in quarter.lines for place in line.places))
    rows = tuple(_listed(maker, where, line, points) for line in quarter.lines)
    title = quarter_title(maker, quarter)
    lead = words.plain("listed.lead", authority=maker.authority, first=day(quarter.first), last=day(min(quarter.last, maker.site.day)),
                       count=len(rows))
    notes = (_law(maker, "listed", maker.site.timing.list_source), words.get("listed.from_history"))
    view = ListView(title, lead, title, _heads(maker, "listed"), rows, notes, _prints(maker, where, duties.quarter_id(quarter)), points)
    return maker.page(where, "duty_list.html", view, title, description=lead)


def _listed(maker: Maker, where: Place, line: Listed, points: Sequence[str]) -> Row:
    words = maker.words
    told = words.plain("listed.places_all" if len(line.places) == len(points) > 1 else "listed.places", count=len(line.places),
                       places=", ".join(line.places)) if line.places else ""
    ways = [told, *(words.get(f"listed.way.{way}") for way in line.channels if way != BOARD or not told)]
    name = f"{line.title} ({words.plain('listed.version', version=line.version)})" if line.version > 1 else line.title
    return Row(name, href(where.path, line.page) if line.page else "", day(line.posted_from), day(line.posted_until), _sentences(ways))


def _plan(maker: Maker) -> Page:
    words, timing = maker.words, maker.site.timing
    where = Place(duties.plan_page(timing.plan_year), "duties", _above(maker))
    title = words.plain("plan.title", year=timing.plan_year)
    rows = tuple(_planned(maker, one) for one in timing.plan)
    lead = words.plain("plan.lead", authority=maker.authority, year=timing.plan_year)
    notes = (words.plain("plan.who", office=maker.office), _law(maker, "plan", timing.plan_source), words.get("plan.unsure"))
    view = ListView(title, lead, title, _heads(maker, "plan"), rows, notes, _prints(maker, where, duties.plan_id(timing.plan_year)))
    return maker.page(where, "duty_list.html", view, title, description=lead)


def _planned(maker: Maker, one: Planned) -> Row:
    words = maker.words
    if one.last:
        by = words.plain("plan.expected" if one.expected else "plan.by", day=day(one.last))
    else:
        by = words.plain("plan.open", after=words.all["law"]["after"].get(one.rule, words.all["law"]["after"][""]))
    ways = [words.get(f"listed.way.{way}") for way in one.channels]
    length = words.plain("plan.working" if one.working else "plan.days", days=one.days) if one.days else ""
    doubt = "" if one.certain else words.get("plan.doubt")
    more = (*_sentences(ways), *filter(None, (words.plain("plan.source", source=one.source), doubt)))
    return Row(one.name, "", by, length, more)


def _sentences(ways: Sequence[str]) -> tuple[str, ...]:
    """Return ways as one sentence, none for none."""
    said = "; ".join(way for way in ways if way)
    return (f"{sentence(said)}.",) if said else ()


def _heads(maker: Maker, key: str) -> tuple[str, ...]:
    return tuple(maker.words.get(f"{key}.heads.{head}") for head in ("name", "first", "last"))


def _law(maker: Maker, key: str, source: str) -> str:
    return maker.words.plain(f"{key}.law", source=source) if source else ""


def _above(maker: Maker) -> tuple[tuple[str, str], ...]:
    return ((duties.FOLDER, maker.words.get("listed.index_short")),)


def _prints(maker: Maker, where: Place, name: str) -> tuple[Link, ...]:
    words = maker.words
    return tuple(Link(words.plain("download.print", paper=one.label), href(where.path, one.path),
                      note=words.plain("download.pages", count=one.pages) if one.pages else "")
                 for one in maker.site.made.get(name, ()) if one.public and one.sort == "print")
