"""Move a site to a place, step by step; begun again after it was cut, it goes on with what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from generator.publishing.folder import FolderPlace
from generator.publishing.remote import RemotePlace
from generator.publishing.steps import Steps, steps
from generator.release import sums


class Place(Protocol):
    """Where a site is served from."""

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None where there is none."""
        ...

    def send(self, source: Path, names: Iterable[str]) -> None:
        """Put files of the site there."""
        ...

    def remove(self, names: Iterable[str]) -> None:
        """Remove files."""
        ...


def place_of(words: str) -> Place:
    """Return the place that words mean: "name:path" is a remote of rclone's, anything else a folder."""
    head, colon, _ = words.partition(":")
    drive = len(head) == 1 and head.isalpha()
    return RemotePlace(words) if colon and not drive and "/" not in head else FolderPlace(Path(words))


def move(site: Path, place: Place, said: Callable[[str, int], None], *, again: bool = False) -> Steps:
    """Make a place hold a site and return what was done; `said` hears each step and its number of files before it begins.

    With `again` every file is sent, whatever the place says it holds.
    """
    todo = steps(FolderPlace(site).read, _nothing if again else place.read)
    for name, names in todo:
        said(name, len(names))
        if name == "removed":
            place.remove(names)
        else:
            place.send(site, names)
    return todo


def _nothing(_: str) -> None:
    """Read nothing, as a new place would."""


def is_whole(site: Path) -> bool:
    """Return whether a built site agrees with its own sums, which is asked before any of it leaves this machine."""
    return not sums.verify_sums(site)
