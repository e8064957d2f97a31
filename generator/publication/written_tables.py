"""Tables of written pages stand in a region of their own, as those of data do: what is too wide scrolls there, not the page."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_LAST = 5  # after the words within lines were read
_HEADING = re.compile(r"h[1-6]")
_WORDS = re.compile(r"[^⟦⟧]*")


class _Regions(Treeprocessor):  # type: ignore[misc]  # Markdown has no types
    def run(self, root: Element) -> None:
        """Put each table directly in the text into a region named after the heading above it, or its own heads."""
        above = ""
        for place, one in enumerate(list(root)):
            if _HEADING.fullmatch(one.tag):
                above = _said(one)
            elif one.tag == "table":
                heads = ", ".join(filter(None, map(_said, one.iter("th"))))
                region = Element("div", {"class": "scroll", "role": "region", "aria-label": above or heads, "tabindex": "0"})
                region.tail, one.tail = one.tail, None
                region.append(one)
                root[place] = region


def _said(one: Element) -> str:
    """Return an element's words; nothing of one that the law has yet to fill in."""
    text = " ".join("".join(one.itertext()).split())
    return text if _WORDS.fullmatch(text) else ""


class WrittenTables(Extension):  # type: ignore[misc]
    """The extension that Pelican's reader of Markdown is given."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        """Look at the text last of all."""
        md.treeprocessors.register(_Regions(md), "written-tables", _LAST)


def makeExtension(**_: object) -> WrittenTables:  # noqa: N802 - Markdown looks for this name
    """Return the extension, as Markdown asks for one by the module's name."""
    return WrittenTables()
