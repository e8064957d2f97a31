"""Find elements in the bytes of a part and change those alone: every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.parsers import expat

Edit: TypeAlias = tuple[int, int, bytes]

_TAG = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""")
# What XML can't hold, and what Excel would take for an escape of its own.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST = 32_000
# How a part in UTF-16 begins, with a mark or without one.
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\0<": "utf-16-be", b"<\0": "utf-16-le"}


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a part: its tag as written, its attributes, how deep it lies, and where its tags begin and end."""

    tag: str
    attributes: Mapping[str, str]
    depth: int
    start: int
    head: int
    tail: int
    end: int

    @property
    def name(self) -> str:
        """Return the tag without its prefix."""
        return self.tag.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """Return the prefix with its colon, "" where there is none."""
        return self.tag[:-len(self.name)]

    @property
    def is_empty(self) -> bool:
        """Return whether the start tag is all there is (`<row/>`)."""
        return self.head == self.end

    def holds(self, other: Element) -> bool:
        """Return whether another element lies in this one."""
        return self.start < other.start < self.end


def plain(content: bytes) -> bytes:
    """Return a part in an encoding whose ASCII is ASCII, without a byte order mark."""
    if encoding := _WIDE.get(content[:2]):
        return re.sub(r"^<\?xml[^>]*\?>", "", content.decode(encoding)).encode()
    return content.removeprefix(b"\xef\xbb\xbf")


def find(content: bytes, keep: Callable[[str, Mapping[str, str]], bool]) -> tuple[Element, ...]:
    """Return the elements whose name (without prefix) and attributes are asked for, in the order of their start tags.

    ValueError for a part with a document type: no entity is ever resolved; expat.ExpatError for one that is no XML.
    """
    parser = expat.ParserCreate()
    found: list[Element | None] = []
    open_elements: list[tuple[int, str, dict[str, str], int] | None] = []

    def started(tag: str, attributes: dict[str, str]) -> None:
        if keep(tag.rpartition(":")[2], attributes):
            open_elements.append((len(found), tag, attributes, parser.CurrentByteIndex))
            found.append(None)
        else:
            open_elements.append(None)

    def ended(_tag: str) -> None:
        if (opened := open_elements.pop()) is not None:
            number, tag, attributes, start = opened
            found[number] = _element(content, (tag, attributes, len(open_elements)), start, parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = started, ended
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)
    return tuple(element for element in found if element is not None)


def named(content: bytes, *names: str) -> tuple[Element, ...]:
    """Return the elements of some names."""
    return find(content, lambda name, _: name in names)


def first(content: bytes, name: str) -> Element:
    """Return the first element of a name; ValueError where there is none."""
    for element in named(content, name):
        return element
    raise ValueError(name)


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Return content with each edit's bytes in the place of those between its start and end; what is put in one place keeps its order."""
    parts, place = [], 0
    for start, end, added in sorted(edits, key=lambda edit: edit[:2]):
        parts += [content[place:start], added]
        place = end
    return b"".join((*parts, content[place:]))


def inside(content: bytes, element: Element, added: bytes) -> Edit:
    """Return the edit that puts something last into an element."""
    if element.is_empty:
        return content.rindex(b"/", element.start, element.head), element.head, b">" + added + f"</{element.tag}>".encode()
    return element.tail, element.tail, added


def retagged(content: bytes, element: Element, **attributes: str | None) -> Edit:
    """Return the edit that sets attributes of an element's start tag, or takes away those that are None."""
    tag = content[element.start:element.head]
    for name, value in attributes.items():
        tag = re.sub(rb"\s%s\s*=\s*(?:\"[^\"]*\"|'[^']*')" % name.encode(), b"", tag, count=1)
        if value is not None:
            place = 1 + len(element.tag.encode())
            tag = tag[:place] + f' {name}="{value}"'.encode() + tag[place:]
    return element.start, element.head, tag


def escaped(text: str, *, coded: bool = True) -> str:
    """Return a text as XML in ASCII, whatever its part's encoding; `coded` keeps Excel from taking "_x0041_" for an escape."""
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST]
    if coded:
        text = _ESCAPE.sub("_x005F_", text)
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "&#10;")):
        text = text.replace(mark, entity)
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _element(content: bytes, opened: tuple[str, dict[str, str], int], start: int, tail: int) -> Element:
    tag = _TAG.match(content, start)
    if tag is None:
        raise ValueError(opened[0])
    head = tag.end()
    if content.endswith(b"/>", start, head):
        return Element(*opened, start, head, head, head)
    return Element(*opened, start, head, tail, content.index(b">", tail) + 1)


def _refuse(*_: Any) -> None:
    raise ValueError("a document type")
