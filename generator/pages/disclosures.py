"""Which disclosures a site's pages are made of: one for each address, and where each lies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import periods
from generator.catalogue import Family
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.pages.frame import Maker, Place

_STAGES = ("draft", "decided", "consulted", "reviewed", "recognised", "execution", "settlement")


def current(site: Site) -> tuple[Disclosure, ...]:
    """Return each disclosure once, at its newest version, in the order they are shown."""
    newest: dict[str, Disclosure] = {}
    for one in site.shown:
        if one.id not in newest or one.version > newest[one.id].version:
            newest[one.id] = one
    return tuple(newest.values())


def of_family(site: Site, family: Family) -> tuple[Disclosure, ...]:
    """Return a family's disclosures, each once."""
    return tuple(one for one in current(site) if site.catalogue.form(one.form).family == family.id)


def year(disclosure: Disclosure) -> int:
    """Return the year a disclosure covers, 0 where it covers none."""
    return periods.read(disclosure.period).year if disclosure.period else 0


def newest_first(found: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """Return disclosures by year, then by how far their stage has come, then by the last day they cover: the latest first."""
    return tuple(sorted(found, key=_recent, reverse=True))


def by_folder(site: Site, found: Sequence[Disclosure]) -> dict[str, list[Disclosure]]:
    """Return disclosures by the folder of their page, in their order."""
    folders: dict[str, list[Disclosure]] = {}
    for one in found:
        folders.setdefault(addresses.folder(one, site.catalogue), []).append(one)
    return folders


def entry_folder(family: Family, folder: str) -> str:
    """Return the folder a list leads to: a period with several tables has a page of its own above them."""
    parts = folder.split("/")
    return "/".join(parts[:-1]) if family.pages == "period" and len(parts) > 3 else folder


def place(maker: Maker, disclosure: Disclosure, family: Family) -> Place:
    """Return where a disclosure's page stands, with the folders above it by name."""
    folder = addresses.folder(disclosure, maker.site.catalogue)
    return Place(f"{folder}/index.html", family.id, above(maker, disclosure, family, folder))


def above(maker: Maker, disclosure: Disclosure, family: Family, folder: str) -> tuple[tuple[str, str], ...]:
    """Return the folders above a page, each with its name in the way back."""
    parts = folder.split("/")
    names = [family.name.to(maker.site.language)]
    if family.pages == "period" and disclosure.period:
        names += [str(year(disclosure)), stage_and_period(maker, disclosure)]
    return tuple(("/".join(parts[: depth + 1]), name) for depth, name in enumerate(names[: len(parts) - 1]))


def stage_and_period(maker: Maker, disclosure: Disclosure) -> str:
    """Return what a period's folder is called: its stage's name where it has a folder, else the period's."""
    stage = maker.site.catalogue.stage(disclosure.kind, disclosure.stage)
    name = stage.name.to(maker.site.language) if stage and stage.slug else maker.words.period(disclosure.period)
    return f"{name}, {disclosure.predecessor}" if disclosure.predecessor else name


def titled(maker: Maker, disclosure: Disclosure) -> str:
    """Return what tells a disclosure from all others: its form, its purpose, its stage where that has a name of its own, its period."""
    language = maker.site.language
    stage = maker.site.catalogue.stage(disclosure.kind, disclosure.stage)
    named = stage.name.to(language).lower() if stage and stage.slug else ""
    parts = (maker.site.catalogue.form(disclosure.form).name.to(language), disclosure.subject_name, named)
    period = "" if disclosure.subject_name else maker.words.period(disclosure.period)
    return " · ".join(part for part in (*parts, period) if part)


def _recent(disclosure: Disclosure) -> tuple[int, int, str, str]:
    last = periods.read(disclosure.period).last.isoformat() if disclosure.period else ""
    come = _STAGES.index(disclosure.stage) if disclosure.stage in _STAGES else len(_STAGES)
    return (year(disclosure), come, last, str(disclosure.posted_from or ""))
