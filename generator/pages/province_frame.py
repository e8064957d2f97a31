"""What stands around a province's own pages, and what all of them are made of: the communes' public manifests and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.catalogue import Catalogue
from generator.pages.page import Link, Page, href
from generator.pages.province_totals import Manifest, Total, totals
from generator.pages.words import Words, beginning
from generator.pages.words import day as written
from generator.vietnamese import sort_key

LIST, FIGURES = "index.html", "tong-hop/index.html"


class Above:
    """A province: its name, its communes' public manifests in alphabetical order, the sums they allow, the day, the language."""

    def __init__(self, name: str, manifests: Sequence[Manifest], day: date, catalogue: Catalogue, language: str = "vi") -> None:
        """Take the manifests in any order."""
        self.name, self.day, self.catalogue, self.language = name, day, catalogue, language
        self.manifests = tuple(sorted(manifests, key=lambda each: sort_key(each["commune"]["name"])))
        self.words, self.usual = Words(language, "province"), Words(language)
        self.sums = totals(self.manifests)

    @property
    def inside(self) -> str:
        """Return the province's name inside a sentence: "tỉnh Đắk Lắk"."""
        named = self.name.lower().startswith(tuple(f"{word} " for word in self.usual.all["frame"]["province_words"]))
        return beginning(self.name) if named else self.name

    def called(self, one: Total) -> str:
        """Return what a sum's stage and period are called together."""
        return self.words.plain(f"stage_{one.alike.stage}", period=self.usual.period(one.alike.period))

    def page(self, path: str, template: str, title: str, view: Mapping[str, Any]) -> Page:
        """Return a page with its frame."""
        links = zip(self.words.all["menu"], (LIST, FIGURES) if self.sums else (), strict=False)
        frame = {
            "language": self.language, "title": title, "name": self.name, "initials": _initials(self.name), "root": "../" * path.count("/"),
            "description": self.words.plain("description", communes=len(self.manifests)),
            "nav": tuple(Link(text, href(path, target), target == path) for text, target in links),
            "made": self.words.plain("made", day=written(self.day)), "figures": href(path, FIGURES) if self.sums else "",
        }
        return Page(path, template, {"t": self.words.all, "v": self.usual.all["view"], "view": view, "frame": frame})


def _initials(name: str) -> str:
    """Return at most two letters for a province: of "Tỉnh Đắk Lắk" they are "ĐL"."""
    own = name.split()
    return "".join(part[0] for part in (own[1:] or own) if part[0].isalpha())[:2].upper()
