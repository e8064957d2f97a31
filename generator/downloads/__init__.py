"""Open data: a disclosure as CSV and XLSX, for what names no person."""

from __future__ import annotations

from pathlib import Path

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.downloads.book import write_book
from generator.downloads.comma import write_comma
from generator.downloads.grid import grid

_WRITERS = {"csv": write_comma, "xlsx": write_book}


def make(disclosure: Disclosure, site: Site, folder: Path) -> tuple[Made, ...]:
    """Write a disclosure's downloads under the commune's folder of the site and return them; the same disclosure, the same bytes."""
    table = grid(disclosure, site)
    if not table.rows:
        return ()
    made = []
    for label, write in _WRITERS.items():
        path = f"{addresses.stem(disclosure, site.catalogue)}.{label}"
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write(table, target)
        made.append(Made(disclosure.id, "download", label, path, size=target.stat().st_size))
    return tuple(made)
