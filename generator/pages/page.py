"""A page to be rendered, and the links between pages: always relative, and to a file, so that a USB stick serves as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file relative to the commune's folder, the theme's template, and all that the template may see.

    Every context holds `frame` (a `frame.Frame`), `t` (the texts) and `view` (what the page is about).
    """

    path: str
    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words, where it leads from the page it stands on, and whether it is the page's own place."""

    text: str
    href: str
    here: bool = False
    note: str = ""


def root(path: str) -> str:
    """Return the way from a page up to the commune's folder: "../../" for "trang/hoi-dap/index.html", "" at the top."""
    return "../" * path.count("/")


def href(path: str, target: str) -> str:
    """Return the relative address of a target (relative to the commune's folder) from the page at `path`."""
    mine, theirs = path.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(mine), len(theirs) - 1) and mine[shared] == theirs[shared]:
        shared += 1
    return "../" * (len(mine) - shared) + "/".join(theirs[shared:])
