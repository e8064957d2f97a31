"""What must be moved, and in which order, so that a connection cut at any point leaves nothing public that should not be."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.release import manifests, sums

Read: TypeAlias = Callable[[str], bytes | None]
Listing: TypeAlias = Mapping[str, str]

_RECORDS = (sums.FILE, manifests.FILE)


@dataclass(frozen=True, slots=True)
class Steps:
    """A move in its order; what a step holds may be sent in any order, but no step begins before the one above it ended.

    First pages that named persons and are other now, and files to remove; then files that pages link to, pages, manifests, the sums
    of communes, the sums of the whole: a place that was cut in the middle still has the old sums, by which the next move goes on.
    """

    first: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    manifests: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each step that has files, with its name."""
        yield from ((name, names) for name in self.__slots__ if (names := getattr(self, name)))

    @property
    def sent(self) -> int:
        """Return how many files are to be sent."""
        return sum(len(names) for name, names in self if name != "removed")


def listing(read: Read, folder: str = "") -> dict[str, str]:
    """Return the digest of every file that the sums in a place list, those of communes' folders within as well; nothing where none are."""
    content = read(f"{folder}{sums.FILE}")
    listed = sums.entries(content) if content is not None else {}
    found: dict[str, str] = {}
    for name, digest in (listed or {}).items():
        found[f"{folder}{name}"] = digest
        if name.endswith(f"/{sums.FILE}"):
            found |= listing(read, f"{folder}{name.removesuffix(sums.FILE)}")
    return found


def steps(new: Read, old: Read) -> Steps:
    """Return how to make a place that holds `old` hold `new`; both are read by path, None where there is no such file."""
    wanted, there = listing(new), listing(old)
    changed = sorted(name for name, digest in wanted.items() if there.get(name) != digest)
    named = naming(old, there)
    rest = [name for name in changed if _leaf(name) not in _RECORDS]
    return Steps(
        first=tuple(name for name in rest if name in named),
        removed=tuple(sorted(there.keys() - wanted.keys())),
        files=tuple(name for name in rest if not name.endswith(".html")),
        pages=tuple(name for name in rest if name.endswith(".html") and name not in named),
        manifests=tuple(name for name in changed if _leaf(name) == manifests.FILE),
        sums=tuple(name for name in changed if _leaf(name) == sums.FILE),
        whole=(sums.FILE,) if new(sums.FILE) != old(sums.FILE) else (),
    )


def naming(read: Read, listed: Listing) -> frozenset[str]:
    """Return the pages of a place that name persons, by the manifests in it."""
    found = set()
    for name in listed:
        if _leaf(name) == manifests.FILE:
            content = read(name)
            folder = name.removesuffix(manifests.FILE)
            found |= {f"{folder}{one['page']}" for one in _disclosures(content) if one.get("names_persons")}
    return frozenset(found)


def _disclosures(content: bytes | None) -> list[dict[str, object]]:
    try:
        found: list[dict[str, object]] = json.loads(content or b"{}").get("disclosures", [])
    except ValueError:
        return []
    return found


def _leaf(name: str) -> str:
    return name.rpartition("/")[2]
