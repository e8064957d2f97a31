"""The page of one version of a disclosure: its figures as they were posted, what it changed, where the version in use is; no names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from generator import money
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.counted import counted
from generator.pages.disclosures import above, current
from generator.pages.frame import Maker, Place
from generator.pages.ledgers import Ledger, ledger
from generator.pages.page import Link, Page, href
from generator.pages.register_page import as_ledger
from generator.pages.tables import Grid, grid
from generator.pages.versions import Versions, said, since
from generator.pages.words import day


@dataclass(frozen=True, slots=True)
class CountLine:
    """A line of counts by hamlet."""

    name: str
    counts: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class CountTable:
    """The counts of a list, without names."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[CountLine, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """What a version's page shows: figures as grids, ledgers or counts, whatever its kind has."""

    kicker: str
    title: str
    replaced: bool
    note: str
    newest: Link
    days: str
    code: str
    print_note: str
    no_names: str
    changes: Versions | None
    grids: tuple[Grid, ...]
    ledgers: tuple[Ledger, ...]
    counts: CountTable | None
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What stands at the address of a disclosure that was taken down."""

    title: str
    lines: tuple[str, ...]


def version_pages(maker: Maker) -> Iterator[Page]:
    """Yield the page of each version of a disclosure that has more than one."""
    earlier = {one.id for one in maker.site.replaced}
    for one in current(maker.site):
        if one.id in earlier:
            yield _page(maker, one, one)
            yield from (_page(maker, old, one) for old in maker.site.replaced if old.id == one.id)


def withdrawn_pages(maker: Maker) -> Iterator[Page]:
    """Yield a page at each address whose disclosures were all taken down."""
    words, seen = said(maker), {addresses.page(one, maker.site.catalogue) for one in maker.site.shown}
    for one, when in maker.site.withdrawn:
        path = addresses.page(one, maker.site.catalogue)
        if path in seen:
            continue
        seen.add(path)
        lines = (words["withdrawn"].format(day=day(when)), words["withdrawn_ask"].format(office=maker.office))
        title = words["withdrawn_title"].format(title=one.title)
        family = maker.site.catalogue.form(one.form).family
        yield maker.page(Place(path, family), "withdrawn.html", WithdrawnView(title, lines), title, robots="noindex")


def _page(maker: Maker, disclosure: Disclosure, newest: Disclosure) -> Page:
    words, catalogue = said(maker), maker.site.catalogue
    bare = replace(disclosure, names={}, names_persons=False)
    path, is_old = addresses.version_page(disclosure, catalogue), disclosure.version != newest.version
    place = _place(maker, disclosure, path)
    form = catalogue.form(disclosure.form)
    sides = [side for side in ("revenue", "spending") if any(record.side == side for record in bare.records)]
    note = words["replaced"].format(newest=newest.version) if is_old else words["current"]
    view = VersionView(
        kicker=words["kicker_replaced" if is_old else "kicker_current"],
        title=words["page_title"].format(version=disclosure.version, title=disclosure.title),
        replaced=is_old, note=note,
        newest=Link(words["see_newest" if is_old else "see_page"], href(path, addresses.page(newest, catalogue))),
        days=_days(words, disclosure), code=disclosure.code,
        print_note=words["print_note"].format(code=newest.code) if is_old and newest.code != disclosure.code else "",
        no_names=words["no_names"] if any(column.names for column in form.column) else "",
        changes=since(maker, disclosure),
        grids=tuple(grid(bare, form, catalogue, maker.words, side) for side in sides or [""]) if bare.kind == "budget" else (),
        ledgers=_ledgers(maker, bare),
        counts=_counts(maker, bare) if bare.kind == "households" else None,
        words=words,
    )
    return maker.page(place, "version.html", view, view.title, crumb=words["crumb"].format(version=disclosure.version), description=note,
                      robots="noindex" if is_old else "")


def _place(maker: Maker, disclosure: Disclosure, path: str) -> Place:
    catalogue = maker.site.catalogue
    family = catalogue.family(catalogue.form(disclosure.form).family)
    folder = addresses.folder(disclosure, catalogue)
    own = above(maker, disclosure, family, folder)
    inner = ((folder, disclosure.title),) if path.removesuffix("/index.html") != folder else ()
    return Place(path, family.id, (*own, *inner))


def _days(words: dict[str, str], disclosure: Disclosure) -> str:
    start, end = day(disclosure.posted_from or date.min), day(disclosure.posted_until)
    return words["window" if end else "window_open"].format(start=start, end=end) if start else ""


def _ledgers(maker: Maker, disclosure: Disclosure) -> tuple[Ledger, ...]:
    if disclosure.kind == "register":
        return (as_ledger(maker, disclosure),)
    return (ledger(maker, disclosure, False),) if disclosure.kind == "contributions" else ()


def _counts(maker: Maker, disclosure: Disclosure) -> CountTable | None:
    form = maker.site.catalogue.form(disclosure.form)
    found = counted(disclosure, form, named=False)
    if found is None:
        return None
    words = maker.words
    heads = (words.get("households.hamlet"), *found.classes, words.get("households.households"))
    whole = words.plain("households.all", kind=maker.kind())
    rows = [CountLine(name or whole, (*map(money.write, by_class), money.write(households)), not name)
            for name, households, _, by_class in found.rows]
    return CountTable(words.get("households.counts"), heads, tuple(rows))
