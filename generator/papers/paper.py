"""An official paper as a value, in the order Decree 30/2020 gives its parts; the writers give it form and know no facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

_REST, _SHORT = "……", 14
_BLANK = re.compile(r"……|…(?:(\d+)\|)?")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text within a line."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A dotted line to be written on by hand, so many millimetres long; 0 is the rest of the line."""

    mm: int = 0


Piece: TypeAlias = Text | Blank
Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `look` is "body" (indented, justified), "plain" (no indent), "basis" (italic), "middle" or "note"."""

    pieces: Line
    look: str = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the paper, such as "1. Nội dung niêm yết"."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list, each item with its mark before it: "-", "1.", "a)"."""

    items: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """So many empty dotted lines of full width."""

    count: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row; `align` has "", "c" or "n" (figures, to the right) by column, `widths` each column's share.

    A cell is a line: text, or a blank to be written on. The column `lead` names the row.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    align: tuple[str, ...]
    widths: tuple[float, ...]
    lead: int = 0
    caption: str = ""


Block: TypeAlias = Paragraph | Heading | Items | Lines | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Where somebody signs: the lines above, a hint in italics ("Ký, ghi rõ họ tên"), and the name, "" where a hand writes it."""

    above: tuple[str, ...]
    name: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a paper: who issues it (the last lines bold), the nation's name and motto, number and symbol, place and day.

    `above` is the agency above the issuing one, "" for none; `number` and `place_day` are empty where the paper has none.
    """

    issuer: tuple[str, ...]
    nation: str
    motto: str
    place_day: Line
    number: Line = ()
    above: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """An official paper. `title`, `author`, `language` are for the file's own data and never name a private person.

    `kind` is the word in capitals ("THÔNG BÁO"), `abstract` what it is about; `organ` stands above the bases of a decision and
    `resolves` below them ("QUYẾT ĐỊNH:"). `annex` says what the paper is attached to. `signatures` are rows of one or several
    side by side; `recipients` stand at the left of a lone one, under `recipients_word`. `mark` is printed at every page's foot.
    """

    title: str
    author: str
    head: Letterhead
    kind: str
    abstract: str
    body: tuple[Block, ...]
    signatures: tuple[tuple[Signature, ...], ...]
    language: str = "vi"
    annex: str = ""
    organ: str = ""
    bases: tuple[Line, ...] = ()
    resolves: str = ""
    recipients: tuple[str, ...] = ()
    recipients_word: str = ""
    mark: str = ""
    landscape: bool = False


def line(*parts: str | Piece) -> Line:
    """Return a line of texts and blanks, empty texts left out."""
    return tuple(Text(part) if isinstance(part, str) else part for part in parts if part)


def article(number: str, *parts: str | Piece) -> Paragraph:
    """Return an article of a decision: its number bold, its text after it."""
    return Paragraph((Text(f"{number} ", bold=True), *line(*parts)))


def blanks(text: str, /, **values: object) -> Line:
    """Return a text with its words filled in as a line: each "…" in it a short blank, "…60|" one of 60 mm, "……" the rest of the line.

    What is filled in stays as it is, dots included.
    """
    pieces: list[Piece] = []
    done = 0
    for found in _BLANK.finditer(text):
        pieces += [Text(text[done:found.start()].format_map(values)), Blank(0 if found[0] == _REST else int(found[1] or _SHORT))]
        done = found.end()
    pieces.append(Text(text[done:].format_map(values)))
    return tuple(piece for piece in pieces if isinstance(piece, Blank) or piece.text)


def said(pieces: Iterable[Piece]) -> str:
    """Return the text of a line without its blanks."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Text))

