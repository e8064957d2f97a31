"""The list of what was made public in a quarter, and the plan of a year's disclosures, as papers to be hung."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator import periods
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.disclosure.timing import BOARD, WEB, Listed, Planned, Quarter
from generator.papers import parts
from generator.papers.paper import Block, Line, Paper, Paragraph, Table, line
from generator.vietnamese import nfc

_LIST = (("c", "", "", "c", "c", ""), (0.7, 3.1, 2.3, 1.05, 1.05, 2.5))
_PLAN = (("c", "", "", "", ""), (0.9, 3, 2.9, 1.5, 1.1))


def quarter_paper(quarter: Quarter, site: Site) -> Paper:
    """Return a quarter's list: what, in which ways and where, from when until when, at which address."""
    words = texts("duties", site.language)
    said = words["quarter"]
    points = tuple(dict.fromkeys(place for one in quarter.lines for place in one.places))
    rows = tuple(_listed(number, one, points, site) for number, one in enumerate(quarter.lines, 1))
    last = _day(min(quarter.last, site.day), words)
    opening = _opening(said, site.timing.list_source, site, first=_day(quarter.first, words), last=last)
    body: list[Block] = [opening, _table(said["heads"], rows, _LIST)]
    if len(points) > 1:
        body.append(Paragraph(line(said["points"].format(places="; ".join(map(nfc, points)))), "note"))
    name = periods.name(periods.Period(quarter.year, "quarter", quarter.number), site.language)
    return _paper(said, (*body, Paragraph(line(said["closing"]))), site, abstract=said["abstract"].format(quarter=name), landscape=True)


def plan_paper(site: Site) -> Paper:
    """Return the plan: what is to be public in the year, how and under which rule, by when, and for how long."""
    words, timing = texts("duties", site.language), site.timing
    said = words["plan"]
    rows = tuple(_planned(number, one, site) for number, one in enumerate(timing.plan, 1))
    opening = _opening(said, timing.plan_source, site, year=timing.plan_year)
    office = nfc(site.commune.office) or parts.publisher(site, texts("papers"))
    body = (opening, _table(said["heads"], rows, _PLAN), Paragraph(line(said["note"]), "note"),
            Paragraph(line(said["who"].format(office=office))))
    return _paper(said, body, site, abstract=said["abstract"].format(year=timing.plan_year), landscape=False)


def _paper(said: Mapping[str, Any], body: tuple[Block, ...], site: Site, *, abstract: str, landscape: bool) -> Paper:
    words = texts("papers")
    head = parts.letterhead(site, said.get("symbol", ""), words)
    about = parts.about(site, said["name"], words)
    return Paper(head=head if "symbol" in said else replace(head, number=()), kind=said["kind"], abstract=abstract, body=body,
                 signatures=((parts.signatory(site),),), landscape=landscape, **about)


def _opening(said: Mapping[str, Any], source: str, site: Site, **values: object) -> Paragraph:
    publisher = parts.publisher(site, texts("papers"))
    return Paragraph(line(said["opening" if source else "plain"].format(source=source, publisher=publisher, **values)))


def _table(heads: Sequence[str], rows: tuple[tuple[Line, ...], ...], shape: tuple[tuple[str, ...], tuple[float, ...]]) -> Table:
    align, widths = shape
    return Table(tuple(heads), rows, align, widths, lead=1)


def _listed(number: int, one: Listed, points: Sequence[str], site: Site) -> tuple[Line, ...]:
    words = texts("duties", site.language)
    said = words["quarter"]
    title = said["version"].format(title=one.title, version=one.version) if one.version > 1 else one.title
    places = "; ".join(map(nfc, one.places))
    board = said["board_all"].format(count=len(points)) if len(one.places) == len(points) > 1 else said["board"].format(places=places)
    ways = [*([board] if BOARD in one.channels else []), *([said["web"]] if WEB in one.channels else [])]
    served = site.commune.site.rstrip("/")
    address = f"{served}/{one.page.removesuffix('index.html')}" if served and one.page else said["nothing"]
    told = "; ".join(ways) or said["none"]
    cells = (str(number), nfc(title), told[:1].upper() + told[1:], _day(one.posted_from, words),
             _day(one.posted_until, words) or said["nothing"], address)
    return tuple(line(cell) for cell in cells)


def _planned(number: int, one: Planned, site: Site) -> tuple[Line, ...]:
    words = texts("duties", site.language)
    said = words["plan"]
    ways = ", ".join(words["way"][way] for way in one.channels)
    ground = said["source"].format(ways=ways[:1].upper() + ways[1:], source=one.source, doubt="" if one.certain else said["doubt"])
    length = said["working" if one.working else "days"].format(days=one.days) if one.days else ""
    if one.last:
        by = said["expected" if one.expected else "by"].format(day=_day(one.last, words))
    else:
        after = texts("pages", site.language)["law"]["after"]
        by = said["open"].format(after=after.get(one.rule) or after[""])
    return tuple(line(cell) for cell in (str(number), one.name, ground, by, length))


def _day(day: date | None, words: Mapping[str, Any]) -> str:
    return str(words["day"].format(day=day.day, month=day.month, year=day.year)) if day else ""
