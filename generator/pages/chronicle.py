"""What was made public, corrected, and came to the end of its posting, day by day: a page for each year, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.pages.disclosures import current, titled
from generator.pages.frame import CHANGES, Maker, Place
from generator.pages.page import Link, Page, href
from generator.pages.versions import said
from generator.pages.words import day

Sort = Literal["posted", "corrected", "ended", "withdrawn"]
_LOOKS: dict[Sort, str] = {"posted": "good", "corrected": "wrong", "ended": "time", "withdrawn": "time"}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a disclosure on a day; `before` is the version a correction replaced, where it is kept."""

    day: date
    sort: Sort
    disclosure: Disclosure
    before: Disclosure | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An event as the page tells it; `before` leads to the version that was replaced."""

    sort: str
    look: str
    link: Link
    note: str
    before: Link | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day and what happened on it."""

    day: str
    iso: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ChronicleView:
    """What a page of events shows; `years` are the ways to the other years."""

    title: str
    lead: str
    years: tuple[Link, ...]
    days: tuple[Day, ...]


def events(site: Site) -> tuple[Event, ...]:
    """Return all that happened until the site's day, the newest first; on one day in the order of the disclosures' ids.

    That a whole list was taken down is told, that a person was is not: it would lead to who.
    """
    earlier: dict[str, list[Disclosure]] = {}
    for one in sorted(site.replaced, key=lambda each: each.version):
        earlier.setdefault(one.id, []).append(one)
    found = [event for one in current(site) for event in _of(one, earlier.get(one.id, []), site.day)]
    found += [Event(when, "withdrawn", one) for one, when in site.withdrawn if when <= site.day]
    return tuple(sorted(sorted(found, key=lambda event: event.disclosure.id), key=lambda event: event.day, reverse=True))


def chronicle_pages(maker: Maker) -> Iterator[Page]:
    """Yield the page of the latest year's events, then one for each year before it."""
    found = events(maker.site)
    years = sorted({event.day.year for event in found}, reverse=True)
    for year in years or [maker.site.day.year]:
        yield _page(maker, year, years, [event for event in found if event.day.year == year])


def _path(year: int, years: Sequence[int]) -> str:
    """Return the page of a year's events; the latest year stands at the top."""
    return CHANGES if not years or year == years[0] else CHANGES.replace("index.html", f"{year}/index.html")


def _of(disclosure: Disclosure, earlier: Sequence[Disclosure], today: date) -> Iterable[Event]:
    before: Disclosure | None = None
    for one in (*earlier, disclosure):
        if one.posted_from and one.posted_from <= today:
            yield Event(one.posted_from, "corrected" if one.version > 1 else "posted", one, before)
        before = one
    last = disclosure.posted_until
    if last and last < today:
        yield Event(last + timedelta(days=1), "ended", disclosure)


def _page(maker: Maker, year: int, years: Sequence[int], found: Sequence[Event]) -> Page:
    words, latest = maker.words, not years or year == years[0]
    file = _path(year, years)
    above = () if latest else ((CHANGES.removesuffix("/index.html"), words.get("changes.name")),)
    title = words.get("changes.title") if latest else words.plain("changes.title_year", year=year)
    last = f" {words.plain('changes.lead_last', day=day(found[0].day))}" if latest and found else ""
    view = ChronicleView(
        title,
        words.get("changes.lead") + last if found else words.get("changes.none"),
        tuple(Link(str(one), href(file, _path(one, years)), one == year) for one in years) if len(years) > 1 else (),
        tuple(_day(maker, file, when, list(own)) for when, own in groupby(found, key=lambda event: event.day)),
    )
    name = words.get("changes.name") if latest else title
    return maker.page(Place(file, "changes", above), "chronicle.html", view, name, crumb="" if latest else str(year), description=view.lead)


def _day(maker: Maker, file: str, when: date, found: Sequence[Event]) -> Day:
    """Return a day; what happened alike to the tables of one page, a ledger and its spending, is one line."""
    alike: dict[tuple[Sort, str], Event] = {}
    for event in found:
        alike.setdefault((event.sort, addresses.page(event.disclosure, maker.site.catalogue)), event)
    return Day(day(when), when.isoformat(), tuple(_line(maker, file, event) for event in alike.values()))


def _line(maker: Maker, file: str, event: Event) -> Line:
    one = event.disclosure
    family = maker.site.catalogue.family(maker.site.catalogue.form(one.form).family)
    purposes = family.pages == "subject" and one.subject_name
    named = f"{family.name.to(maker.site.language)} · {one.subject_name}" if purposes else titled(maker, one)
    link = Link(named, href(file, addresses.page(one, maker.site.catalogue)))
    words = said(maker)
    sort = words["chronicle"] if event.sort == "withdrawn" else maker.words.get(f"changes.{event.sort}")
    old = event.before if event.before in maker.site.replaced else None
    way = Link(words["earlier"].format(version=old.version), href(file, addresses.version_page(old, maker.site.catalogue))) if old else None
    return Line(sort, _LOOKS[event.sort], link, _note(maker, event), way)


def _note(maker: Maker, event: Event) -> str:
    words, one, before = maker.words, event.disclosure, event.before
    until = words.plain("changes.posted_until", day=day(one.posted_until)) if one.posted_until else ""
    if event.sort == "ended":
        return words.get("changes.ended_note")
    if event.sort == "withdrawn":
        return said(maker)["chronicle_note"]
    if event.sort == "posted":
        return until
    if before is None:
        return f"{words.plain('changes.corrected_first', version=one.version)} {until}".strip()
    told = words.plain("changes.corrected_note", version=one.version, before=before.version)
    since = words.plain("changes.corrected_since", day=day(before.posted_from)) if before.version == 1 and before.posted_from else ""
    return " ".join(part for part in (told, since, until) if part)
