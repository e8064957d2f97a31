"""A board set: all that hangs at one posting point, in the order it hangs, behind a cover sheet that lists it; one PDF, or volumes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import ceil
from typing import Any

from generator.catalogue.texts import texts
from generator.commune import Commune, Place
from generator.days import write_day
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.prints import official, orders, posters
from generator.prints.compose import BOARD, render
from generator.prints.frame import called
from generator.prints.job import PrintJob
from generator.prints.lettering import clean
from generator.prints.marks import PAGES, SHEETS, mark
from generator.vietnamese import fold, slug

PURPOSE = "set"
_HANGS = "posted"
_OFFICE, _HALL = "office", "hall"
_ROOM = 150_000  # letters of HTML in a volume: what a worker lays out in about 200 MB
_A4 = "A4"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A print of the set and what its cover says of it: a name, the disclosures it shows."""

    job: PrintJob
    name: str
    shows: tuple[Disclosure, ...]


def sets(board: Iterable[Disclosure], site: Site, place: str = "", paper: str = "") -> Iterator[PrintJob]:
    """Yield the board sets of the posting points whose name or hamlet has these words (all of them for ""), with what hangs now.

    On "A4" lists stand in for board copies, and posters come in sheets to be glued.
    """
    hanging = [one for one in board if one.state == _HANGS]
    for point in points(site, place):
        found = [one for one in hanging if _hangs_at(one, point, site)]
        volumes = _volumes([*_notices(found, site), *_sheets(found, point, site, small=paper == _A4)])
        for number, volume in enumerate(volumes, 1):
            yield _bound(volume, point, site, (number, len(volumes)))


def points(site: Site, place: str = "") -> tuple[Place, ...]:
    """Return the posting points that answer to a name; a commune that names none has its office."""
    words = texts("prints", site.language)["set"]
    found = site.commune.place or (Place(name=words["office"].format(commune=called(site.commune))),)
    return tuple(one for one in found if fold(place) in fold(one.name) or (place and fold(place) in fold(one.hamlet)))


def _hangs_at(disclosure: Disclosure, point: Place, site: Site) -> bool:
    """Return whether the law has a disclosure hang at such a point; one without a rule hangs at all."""
    names = site.catalogue.form(disclosure.form).postings
    name = names.get(disclosure.stage or "") or names.get("")
    rule = site.catalogue.posting(name, disclosure.posted_from or site.day) if name else None
    return rule is None or (_HALL if point.hamlet else _OFFICE) in rule.places


def _notices(found: Sequence[Disclosure], site: Site) -> Iterator[Sheet]:
    """Yield the notice of each posting: what tells people that something hangs stands before it."""
    for notice in official.notices(found, site):
        name = f"{notice.paper.kind.capitalize()} {_within(notice.paper.abstract)}"
        yield Sheet(notice.job, clean(name), tuple(one for one in found if one.id == notice.job.disclosure))


def _sheets(found: Sequence[Disclosure], point: Place, site: Site, *, small: bool) -> Iterator[Sheet]:
    words = texts("prints", site.language)["set"]
    for group in posters.together(found, site):
        poster = posters.prepare(group, site, tiles=small) if posters.wanted(group, site) else None
        if poster:
            name = words["poster_tiles" if small else "poster"].format(subject=poster.title)
            yield Sheet(poster, _sentence(name), tuple(group))
        for one in group:
            table = _table(one, point, site, small=small)
            if table:
                yield Sheet(table, _sentence(clean(one.title)) + (f" ({point.hamlet})" if point.hamlet in _hamlets(one) else ""), (one,))


def _table(disclosure: Disclosure, point: Place, site: Site, *, small: bool) -> PrintJob | None:
    """Return a table as it hangs at a point: in a hamlet that hamlet's part alone, and none where the list has nobody of it."""
    hamlets = _hamlets(disclosure) if point.hamlet else ()
    if hamlets and point.hamlet not in hamlets:
        return None
    hamlet = point.hamlet if hamlets else ""
    if small or not site.catalogue.form(disclosure.form).prints.get(BOARD):
        return orders.listed(disclosure, site, names=True, hamlet=hamlet)
    return orders.board_copy(disclosure, site, hamlet)


def _hamlets(disclosure: Disclosure) -> tuple[str, ...]:
    if disclosure.kind != "households":
        return ()
    return tuple(str(entry["name"]) for entry in disclosure.summary.get("hamlets", ()))


def _volumes(sheets: Sequence[Sheet]) -> list[list[Sheet]]:
    """Return the sheets in as few volumes of about one size as a worker lays out in its memory."""
    ends = list(accumulate(len(sheet.job.html) for sheet in sheets))
    count = ceil(ends[-1] / _ROOM) if ends else 0
    volumes: list[list[Sheet]] = [[] for _ in range(count)]
    for sheet, end in zip(sheets, ends, strict=True):
        middle = end - len(sheet.job.html) / 2
        volumes[int(middle * count / ends[-1])].append(sheet)
    return [volume for volume in volumes if volume]


def _bound(sheets: Sequence[Sheet], point: Place, site: Site, volume: tuple[int, int]) -> PrintJob:
    words = texts("prints", site.language)
    said = words["set"]
    part = said["volume"].format(number=volume[0], of=volume[1]) if volume[1] > 1 else ""
    name = words["files"]["set_volume" if part else "set"].format(place=slug(point.name), number=volume[0])
    title = said["title"].format(place=clean(point.name))
    html = render(
        "cover.html", words=words, said=said, point=clean(point.name), title=title, volume=part, who=_who(site.commune, words),
        commune=called(site.commune), printed=write_day(site.day), sample=str(words["frame"]["sample"]) if site.commune.sample else "",
        rows=[_row(number, sheet) for number, sheet in enumerate(sheets)], sheets=mark(SHEETS))
    return PrintJob(sheets[0].job.disclosure, title, PURPOSE, _A4, name, public=False, html=html,
                    named=any(sheet.job.named for sheet in sheets), members=tuple(sheet.job for sheet in sheets),
                    place=point.name)


def _who(commune: Commune, words: Mapping[str, Any]) -> str:
    return str(words["frame"]["publisher"].format(commune=called(commune)))


def _row(number: int, sheet: Sheet) -> dict[str, str]:
    """Return what the cover says of a print; how many sheets it is and where in the file they are is known once it is laid out."""
    return {"number": str(number + 1), "name": sheet.name, "paper": sheet.job.paper, "sheets": mark(SHEETS, number),
            "pages": mark(PAGES, number),
            "first": _day(min((one.posted_from for one in sheet.shows if one.posted_from), default=None)),
            "last": _day(min((one.posted_until for one in sheet.shows if one.posted_until), default=None)),
            "code": ", ".join(dict.fromkeys(one.code for one in sheet.shows if one.code))}


def _day(day: date | None) -> str:
    return write_day(day) if day else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _within(text: str) -> str:
    return text[:1].lower() + text[1:]
