"""Prints on request: another paper, another purpose, one hamlet's part, of whatever may hang today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue.texts import texts
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.papers.matter import Anchor, matters
from generator.posting.endings import Ending
from generator.prints import board_set, official, orders, posters
from generator.prints.compose import BOARD
from generator.prints.job import PrintJob
from generator.prints.official import Ordered
from generator.prints.poster_paper import SHEETS
from generator.vietnamese import fold

TILES = "tiles"
PAPERS = ("A4", *SHEETS, TILES, *(f"{TILES}-{name}" for name in SHEETS if name != "A3"))
PURPOSES = (orders.LIST, BOARD, posters.PURPOSE, board_set.PURPOSE, *official.PURPOSES)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: which disclosures (parts of their ids or of their pages' addresses), for what, on what, for which place."""

    what: Sequence[str]
    purpose: str = posters.PURPOSE
    paper: str = ""
    place: str = ""


def requested(board: Mapping[str, Disclosure], site: Site, request: Request) -> Iterator[PrintJob]:
    """Yield the prints asked for, of what may hang today, to lie in the folder for requests."""
    folder = str(texts("prints", site.language)["files"]["requested"])
    make = {posters.PURPOSE: _posters, board_set.PURPOSE: _sets}.get(request.purpose, _tables)
    for job in make(board, site, request):
        yield replace(job, path=folder.format(path=job.path), public=False)


def papers(board: Mapping[str, Disclosure], site: Site, request: Request, anchor: Anchor | None = None,
           endings: Sequence[Ending] = ()) -> Iterator[Ordered]:
    """Yield the official papers asked for, also of postings that ended, since the minutes of an end come after it."""
    found = {**{one.id: one for one in site.shown if one.state != "replaced"}, **board}
    sorts = () if request.purpose == official.PURPOSE else (request.purpose,)
    for matter in matters(found.values(), site, anchor, endings):
        if any(_meant(one, request, site) for one in matter.of):
            yield from official.of_posting(matter, sorts, request.place)


def _tables(board: Mapping[str, Disclosure], site: Site, request: Request) -> Iterator[PrintJob]:
    hamlet = _hamlet(request.place, site)
    for one in board.values():
        if _meant(one, request, site):
            yield orders.board_copy(one, site, hamlet) if request.purpose == BOARD else orders.listed(one, site, names=True, hamlet=hamlet)


def _posters(board: Mapping[str, Disclosure], site: Site, request: Request) -> Iterator[PrintJob]:
    paper = request.paper.removeprefix(TILES).lstrip("-")
    for group in posters.groups(board.values(), site):
        if any(_meant(one, request, site) for one in group):
            job = posters.prepare(group, site, paper, tiles=request.paper.startswith(TILES))
            if job:
                yield job


def _sets(board: Mapping[str, Disclosure], site: Site, request: Request) -> Iterator[PrintJob]:
    """Yield the sets of a posting point, or of all of them; without a word of what is meant they hold all that hangs."""
    meant = [one for one in board.values() if not request.what or _meant(one, request, site)]
    yield from board_set.sets(meant, site, request.place, request.paper)


def _meant(disclosure: Disclosure, request: Request, site: Site) -> bool:
    known = (fold(disclosure.id), addresses.folder(disclosure, site.catalogue), fold(disclosure.title))
    return any(fold(word).strip("/") in name for word in request.what for name in known)


def _hamlet(place: str, site: Site) -> str:
    """Return the hamlet that a posting place stands in, or that is named itself; "" where none is meant."""
    if not place:
        return ""
    wanted = fold(place)
    of_place = (one.hamlet for one in site.commune.place if one.hamlet and wanted in fold(one.name))
    named = (one.name for one in site.commune.hamlet if wanted in fold(one.name))
    return next(iter([*named, *of_place]), "")
