"""What is printed: what a build makes of what may hang, by the forms' TOML, and each print as a job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.catalogue.texts import texts
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.prints import posters
from generator.prints.compose import BOARD, compose
from generator.prints.job import PrintJob
from generator.vietnamese import slug

LIST = "list"
_HANGS = "posted"


def wanted(board: Iterable[Disclosure], site: Site) -> Iterator[PrintJob]:
    """Yield what a build makes: a list of each disclosure; of what hangs now and of each kind's newest also board copies and posters.

    What hung before has its list still, for the file; its board copy and poster are made on request.
    """
    found = tuple(board)
    for one in found:
        yield listed(one, site, names=True)
    for group in _hanging(posters.groups(found, site)):
        for one in group:
            if site.catalogue.form(one.form).prints.get(BOARD):
                yield board_copy(one, site)
        poster = posters.prepare(group, site)
        if poster:
            yield poster


def _hanging(groups: Sequence[tuple[Disclosure, ...]]) -> Iterator[tuple[Disclosure, ...]]:
    newest: dict[str, date] = {}
    for group in groups:
        newest[group[0].kind] = max(_day(group), newest.get(group[0].kind, date.min))
    yield from (group for group in groups if group[0].state == _HANGS or _day(group) == newest[group[0].kind])


def _day(group: tuple[Disclosure, ...]) -> date:
    return max(one.posted_from or date.min for one in group)


def listed(disclosure: Disclosure, site: Site, *, names: bool, hamlet: str = "") -> PrintJob:
    """Return the A4 list of a disclosure; with `names` it names whom `disclosure.names` names, and is not public then."""
    named = names and bool(disclosure.names)
    made = compose(disclosure, site, LIST, names=named, only=hamlet)
    stem = addresses.stem(disclosure, site.catalogue)
    path = _of_hamlet(stem, hamlet, site) if hamlet else f"{stem}.pdf"
    return PrintJob(disclosure.id, disclosure.title, LIST, made.paper, path, not named and not hamlet, made.html, named=named,
                    carry=made.carry, place=hamlet)


def board_copy(disclosure: Disclosure, site: Site, hamlet: str = "") -> PrintJob:
    """Return the board copy of a disclosure, to be read at one metre; with `hamlet` only that hamlet's part."""
    named = bool(disclosure.names)
    made = compose(disclosure, site, BOARD, names=named, only=hamlet)
    stem = addresses.stem(disclosure, site.catalogue)
    path = str(texts("prints", site.language)["files"][BOARD]).format(stem=stem)
    path = _of_hamlet(path.removesuffix(".pdf"), hamlet, site) if hamlet else path
    return PrintJob(disclosure.id, disclosure.title, BOARD, made.paper, path, public=False, html=made.html, named=named,
                    least=made.least, carry=made.carry, place=hamlet)


def _of_hamlet(stem: str, hamlet: str, site: Site) -> str:
    return str(texts("prints", site.language)["files"]["hamlet"]).format(stem=stem, hamlet=slug(hamlet))
