"""The text a reader or a program could get out of a published file, in pieces: a block, a cell, a value each."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from generator import jobs
from generator.attachments.stripping import kind_of, said, stripped
from generator.release import pdf_text
from generator.sources import ATTACHED

_TAG = re.compile(r"(<!--.*?-->|<[^<>]*>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
    "r", "t",
})
_TYPED = re.compile(r"""\bclass\s*=\s*["'][^"']*(?<![\w-])(?:num|code|amount)(?![\w-])""")
_DRAWN = frozenset({
    "d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height",
    "viewbox", "transform", "colspan", "rowspan", "integrity", "datetime", "sizes", "offset",
})
_PRINT_CODE = re.compile(r"&amp;[A-Za-z]")
_RUN = re.compile(r"<(\w+:)?rPr\b(?:[^>]*/>|.*?</(?:\w+:)?rPr>)"
                  r"|<\w+:(?:proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak)\b[^>]*>", re.DOTALL)
_NUMBERED = re.compile(r" \d+$")
_HOLDS_NUMBER = re.compile(r"<c\b[^>]*>(?:<f\b[^>]*>[^<]*</f>)?<v>[^<]*</v></c>|<c\b[^>]*/>")


class Piece(NamedTuple):
    """A block of text; `typed` says that it is a number, an amount or a digest by its cell's type, where shapes tell nothing."""

    text: str
    typed: bool = False


def pieces(path: Path, numbers: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """Return the pieces of a published file by its kind; `numbers` are the heads under which a .csv holds numbers."""
    content = path.read_bytes()
    if path.parent.name == ATTACHED:
        return (piece for piece in attached(content) if piece.text.strip())
    found = table(_decoded(content), numbers) if path.suffix == ".csv" else _READERS.get(path.suffix, plain)(content)
    return (piece for piece in found if piece.text and not piece.text.isspace())


def table(text: str, numbers: frozenset[str]) -> Iterator[Piece]:
    """Yield a .csv file's cells; those under a head of `numbers` are typed."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    typed: list[bool] = []
    for row in rows:
        if not typed and len(row) > 1:
            typed = [_NUMBERED.sub("", head).strip().casefold() in numbers for head in row]
        for place, cell in enumerate(row):
            yield Piece(cell, place < len(typed) and typed[place])


def markup(content: bytes) -> Iterator[Piece]:
    """Yield the blocks and attribute values of HTML, SVG or XML; what lies in an element of class "num" or "code" is typed."""
    block: list[str] = []
    typed_by, depth = "", 0
    for part in _TAG.split(_decoded(content)):
        if not part.startswith("<"):
            block.append(part)
            continue
        name = _name(part)
        if name not in _INLINE or typed_by or _TYPED.search(part):
            yield Piece(html.unescape("".join(block)), bool(typed_by))
            block.clear()
        if typed_by:
            depth += _step(part, name, typed_by)
            typed_by = typed_by if depth else ""
        elif _TYPED.search(part) and not part.endswith("/>"):
            typed_by, depth = name, 1
        elif part.startswith("<!--"):
            yield Piece(part[4:-3])
        yield from _attributes(part, typed=bool(typed_by))
    yield Piece(html.unescape("".join(block)))


def values(content: bytes) -> Iterator[Piece]:
    """Yield every key and text of a JSON file; its numbers are typed."""
    try:
        parsed = json.loads(content)
    except ValueError:
        yield from plain(content)
        return
    yield from _walk(parsed)


def package(content: bytes) -> Iterator[Piece]:
    """Yield the texts of every part of an Office package (.xlsx, .docx), its properties and comments included; number cells are typed."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            yield Piece(name)
            part = parts.read(name)
            if not name.endswith((".xml", ".rels", ".vml")):
                yield from plain(part)
                continue
            if "/worksheets/" in name:
                text = _PRINT_CODE.sub(" ", _decoded(part))
                yield from (Piece(_TAG.sub("", cell[0]), typed=True) for cell in _HOLDS_NUMBER.finditer(text))
                part = _HOLDS_NUMBER.sub("", text).encode()
            yield from markup(_RUN.sub("", _decoded(part)).encode())
        yield Piece(parts.comment.decode("utf-8", "ignore"))


def paper(content: bytes) -> Iterator[Piece]:
    """Yield the texts of a PDF: what its pages show, its metadata, its tags and its links."""
    yield from map(Piece, pdf_text.texts(content))


def attached(content: bytes) -> Iterator[Piece]:
    """Yield the texts of an attachment; ValueError where it is not bare, and could hold what nobody would find."""
    if kind_of(content) != "pdf":
        if stripped(content).content != content:
            raise ValueError("not bare")
        return
    (outcome,) = jobs.run(said, [content])
    if outcome.result is None:
        raise ValueError("unsearched")
    yield from (Piece(unicodedata.normalize("NFC", text)) for text in outcome.result)


def plain(content: bytes) -> Iterator[Piece]:
    """Yield the lines of a text; of a picture or a font, whatever in it reads as UTF-8."""
    yield from map(Piece, _decoded(content).splitlines())


def _decoded(content: bytes) -> str:
    return unicodedata.normalize("NFC", content.decode("utf-8", "ignore"))


def _name(tag: str) -> str:
    found = re.match(r"</?([\w:-]+)", tag)
    return found[1].lower().removeprefix("w:") if found else ""


def _step(tag: str, name: str, typed_by: str) -> int:
    if name != typed_by or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def _attributes(tag: str, *, typed: bool) -> Iterator[Piece]:
    for name, double, single in _ATTRIBUTE.findall(tag):
        value = html.unescape(double or single)
        yield Piece(value, typed or name.lower() in _DRAWN)
        if "%" in value:
            yield Piece(unquote(value), typed)


def _walk(value: object) -> Iterator[Piece]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield Piece(str(key))
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)
    elif value is not None:
        yield Piece(unicodedata.normalize("NFC", str(value)), not isinstance(value, str))


_READERS: dict[str, Callable[[bytes], Iterator[Piece]]] = {
    **dict.fromkeys((".html", ".htm", ".svg", ".xml", ".atom", ".rss"), markup),
    **dict.fromkeys((".json", ".geojson", ".webmanifest"), values),
    **dict.fromkeys((".xlsx", ".docx"), package),
    ".pdf": paper,
}
