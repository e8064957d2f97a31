"""The page that explains terms, and the filter that links a term to its explanation where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from generator.catalogue.texts import texts
from generator.pages.frame import GLOSSARY, Frame, Maker, Place
from generator.pages.page import Link, Page
from generator.vietnamese import sort_key

PATH = GLOSSARY
_TAG = re.compile(r"(<[^>]*>)")


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its address on the page, its name, the spellings that lead to it, what it means."""

    id: str
    name: str
    words: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with a letter; `id` is the letter's address."""

    name: str
    id: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What the page shows."""

    letters: tuple[Letter, ...]
    ways: tuple[Link, ...]


def glossary_page(maker: Maker) -> Page:
    """Return the page of all terms in the order of the alphabet."""
    words = maker.words
    found: dict[str, list[Term]] = {}
    for term in terms(words.language):
        found.setdefault(term.name[0].upper(), []).append(term)
    letters = tuple(Letter(name, f"van-{place}", tuple(own)) for place, (name, own) in enumerate(found.items(), 1))
    view = GlossaryView(letters, tuple(Link(one.name, f"#{one.id}") for one in letters))
    return maker.page(Place(PATH, "glossary"), "glossary.html", view, words.get("glossary.name"), description=words.get("glossary.lead"))


@cache
def terms(language: str) -> tuple[Term, ...]:
    """Return the terms of a language, sorted by name."""
    entries = texts("glossary", language).items()
    found = [Term(name, entry["name"], _split(entry["words"]), entry["means"]) for name, entry in entries]
    return tuple(sorted(found, key=lambda term: sort_key(term.name)))


def linked(text: str, frame: Frame) -> Markup:
    """Return a text whose terms lead to their explanations, each the first time it stands there; links stay as they are."""
    pattern, known = _spellings(frame.language)
    seen: set[str] = set()
    inside = False

    def link(match: re.Match[str]) -> str:
        term = known[match[0].lower()]
        if term in seen:
            return match[0]
        seen.add(term)
        return f'<a class="term" href="{frame.root}{PATH}#{term}">{match[0]}</a>'

    pieces = []
    for piece in _TAG.split(str(escape(text))):
        if piece.startswith("<"):
            inside = piece.startswith("<a ") or (inside and piece != "</a>")
            pieces.append(piece)
        else:
            pieces.append(piece if inside else pattern.sub(link, piece))
    return Markup("".join(pieces))  # noqa: S704 - escaped above; only our own links were added


def _split(words: str) -> tuple[str, ...]:
    return tuple(word for word in words.split("; ") if word)


@cache
def _spellings(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all spellings, the longest first, blanks of any kind alike, and whose each is."""
    known = {str(escape(word)).lower(): term.id for term in terms(language) for word in term.words}
    longest = sorted(known, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE), known
