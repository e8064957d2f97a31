"""What officers write in plain text with a little Markdown, as values: headings, paragraphs and lists of words; no HTML, no links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["heading", "paragraph", "list"]

_HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*")
_POINT = re.compile(r"[-*+•–]\s+(.+)")
_RULE = re.compile(r"[-*_=\s]{3,}")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?[^()]*\)")
_STRESSED = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![\w*])[*_](?=[^\s*_])([^*_]+?)(?<=\S)[*_](?![\w*])")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one weight."""

    text: str
    strong: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, or a list: `lines` holds one line of runs, a list's one for each point."""

    sort: Sort
    lines: tuple[tuple[Run, ...], ...]


def blocks(text: str) -> tuple[Block, ...]:
    """Return a text's blocks; whatever is no heading, list or stress stays the words it is, tags and addresses too."""
    return tuple(_joined([block for part in re.split(r"\n[ \t]*\n", text) for block in _part(part)]))


def _joined(found: list[Block]) -> list[Block]:
    """Return blocks with lists that follow one another as one list."""
    made: list[Block] = []
    for block in found:
        if made and block.sort == made[-1].sort == "list":
            made[-1] = Block("list", made[-1].lines + block.lines)
        else:
            made.append(block)
    return made


def _part(part: str) -> Iterator[Block]:
    """Yield the blocks between two blank lines: lines of one paragraph are joined, a point's further lines belong to it."""
    held: list[str] = []
    sort: Sort = "paragraph"
    for line in (raw.strip() for raw in part.splitlines()):
        heading, point = _HEADING.fullmatch(line), _POINT.fullmatch(line)
        if (heading or point or _RULE.fullmatch(line)) and held:
            yield _block(sort, held)
            held, sort = [], "paragraph"
        if heading:
            yield _block("heading", [heading[1]])
        elif point:
            held, sort = [point[1]], "list"
        elif line and not _RULE.fullmatch(line):
            held.append(line)
    if held:
        yield _block(sort, held)


def _block(sort: Sort, lines: list[str]) -> Block:
    return Block(sort, (tuple(_runs(_LINK.sub(_named, " ".join(lines)))),))


def _named(link: re.Match[str]) -> str:
    """Return a link as words: what it says, then its address."""
    said, address = link[1].strip(), link[2]
    return f"{said} ({address})" if said and address and said != address else said or address


def _runs(text: str) -> Iterator[Run]:
    end = 0
    for match in _STRESSED.finditer(text):
        if match.start() > end:
            yield Run(text[end:match.start()])
        yield Run(match[1] or match[2], strong=match[1] is not None, slanted=match[1] is None)
        end = match.end()
    if end < len(text):
        yield Run(text[end:])
