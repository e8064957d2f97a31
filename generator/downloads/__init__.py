"""Open data: a disclosure as CSV, XLSX and JSON, and each folder of them as a dataset, for what names no person."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.downloads.announced import write_announced
from generator.downloads.book import write_book
from generator.downloads.calendar_file import write_calendar
from generator.downloads.comma import write_comma
from generator.downloads.grid import Grid, grid
from generator.downloads.notation import write_notation
from generator.downloads.package import Part, datasets, write_package

_FORMATS = ("csv", "xlsx", "json")
_CALENDAR = "ics"


def make_all(site: Site, folder: Path) -> Mapping[str, tuple[Made, ...]]:
    """Write the downloads of all that is shown, the newest version's in place, and each dataset's descriptor; return them by disclosure."""
    made: dict[str, tuple[Made, ...]] = {}
    parts: list[Part] = []
    for found in sorted(site.shown, key=lambda one: one.version):
        table = grid(found, site)
        made[found.id] = _write(table, found, site, folder)
        if made[found.id]:
            parts.append(Part(found, table, made[found.id][0].path))
    for place, own in datasets(parts).items():
        for one in write_package(place, own, site, folder):
            made[one.disclosure] += (one,)
    announced = write_announced(site, folder)
    return made | {announced.disclosure: (announced,)}


def make(disclosure: Disclosure, site: Site, folder: Path) -> tuple[Made, ...]:
    """Write a disclosure's downloads under the commune's folder of the site and return them; the same disclosure, the same bytes."""
    return _write(grid(disclosure, site), disclosure, site, folder)


def _write(table: Grid, disclosure: Disclosure, site: Site, folder: Path) -> tuple[Made, ...]:
    if not table.rows:
        return ()
    made = []
    for label in (*_FORMATS, *([_CALENDAR] if site.catalogue.form(disclosure.form).register.calendar else ())):
        path = f"{addresses.stem(disclosure, site.catalogue)}.{label}"
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if label == "json":
            write_notation(table, disclosure, target)
        elif label == _CALENDAR:
            write_calendar(disclosure, site, target)
        else:
            (write_comma if label == "csv" else write_book)(table, target)
        made.append(Made(disclosure.id, "download", label, path, size=target.stat().st_size))
    return tuple(made)
