"""A commune's folder taken over from the old site as it is: linked, not copied, and without pages that name persons past their day."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.release import manifests, sums


def take_over(old: Path, new: Path) -> None:
    """Put the files of a folder into a new one by hard links; copies where the disk has none. Nothing where there is no such folder."""
    if old.is_dir():
        _linked(os.fspath(old), os.fspath(new))


def overdue(site: Path, day: date) -> tuple[str, ...]:
    """Return the pages of a commune's folder that name persons although their last day is over, by its own manifest."""
    return tuple(_overdue(site / manifests.FILE, day))


def take_down(site: Path, pages: tuple[str, ...]) -> None:
    """Remove pages from a staged folder and sum up again what is left of it."""
    for page in pages:
        (site / page).unlink(missing_ok=True)
    if pages:
        sums.write_sums(site)


def _linked(old: str, new: str) -> None:
    """Link a folder's files into a new one with its rights and time; a province has thousands, so no path is taken apart."""
    os.mkdir(new)  # noqa: PTH102
    with os.scandir(old) as found:
        entries = tuple(found)
    for entry in entries:
        target = f"{new}{os.sep}{entry.name}"
        if entry.is_dir():
            _linked(entry.path, target)
        else:
            _link(entry.path, target)
    told = os.stat(old)  # noqa: PTH116
    os.chmod(new, stat.S_IMODE(told.st_mode))  # noqa: PTH101
    os.utime(new, ns=(told.st_atime_ns, told.st_mtime_ns))


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _overdue(path: Path, day: date) -> Iterator[str]:
    try:
        disclosures = json.loads(path.read_bytes())["disclosures"]
    except (OSError, ValueError, KeyError):
        return
    for one in disclosures:
        until = one.get("posted_until")
        if one.get("names_persons") and until and date.fromisoformat(until) < day:
            yield str(one["page"])
