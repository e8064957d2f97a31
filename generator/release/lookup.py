"""Look many private values up in a text at once: numbers as words, phrases word by word, single words only where they fill a cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.release import identifiers
from generator.release.identifiers import Identifier
from generator.release.pieces import Piece

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}-\d\d-\d\d")
_LONG_NUMBER = 6
_SURE_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Lookup:
    """Private values made ready to be looked up: `numbers` and `codes` by word, `phrases` by their first word, `alone` by themselves."""

    numbers: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    alone: dict[str, str] = field(default_factory=dict)

    def without(self, public: frozenset[str]) -> Lookup:
        """Return the lookup without the values that are public."""
        return Lookup(
            {word: value for word, value in self.numbers.items() if value not in public},
            {first: left for first, found in self.phrases.items() if (left := [each for each in found if each[1] not in public])},
            {word: value for word, value in self.alone.items() if value not in public},
        )

    def __or__(self, other: Lookup) -> Lookup:
        phrases = {first: self.phrases.get(first, []) + other.phrases.get(first, []) for first in {**self.phrases, **other.phrases}}
        return Lookup(self.numbers | other.numbers, phrases, self.alone | other.alone)


def words(text: str) -> list[str]:
    """Return a text's words, composed and in small letters."""
    return _WORD.findall(text.casefold() if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text).casefold())


def lookup(values: Iterable[str]) -> Lookup:
    """Return private values ready to be looked up; numbers under six digits say too little and are left out."""
    made = Lookup()
    for value in values:
        parts = words(value)
        number = identifiers.bare(value)
        if _DAY.fullmatch(value.strip()) or (len(parts) > 1 and not number.isdigit()):
            made.phrases.setdefault(parts[0], []).append((tuple(parts), value))
        elif number.removeprefix("+").isdigit():
            if len(number) >= _LONG_NUMBER:
                made.numbers[number] = value
        elif parts and len(parts[0]) >= _LONG_NUMBER and any(map(str.isdigit, parts[0])):
            made.numbers[parts[0]] = value
        elif parts and len(parts[0]) > 1:
            made.alone[parts[0]] = value
    return made


def found(piece: Piece, wanted: Lookup, shapes: Iterable[Identifier] = ()) -> Iterator[str]:
    """Yield the private values a piece holds; in a number's own cell only what is too long to be like an amount by chance.

    `shapes` are the identifiers found in it, whose digits may be written apart.
    """
    parts = words(piece.text)
    for word in wanted.numbers.keys() & parts:
        if not piece.typed or len(word) >= _SURE_NUMBER or not word.isdigit():
            yield wanted.numbers[word]
    yield from (wanted.numbers[each.bare] for each in shapes if each.bare in wanted.numbers)
    if len(parts) == 1 and parts[0] in wanted.alone:
        yield wanted.alone[parts[0]]
    yield from phrases(parts, wanted)


def public(text: str, wanted: Lookup) -> Iterator[str]:
    """Yield the private values that a public text makes public: words and phrases in it, a number only where it is all of it."""
    number = identifiers.bare(text)
    if number in wanted.numbers:
        yield wanted.numbers[number]
    yield from found(Piece(text), replace(wanted, numbers={}))


def phrases(parts: list[str], wanted: Lookup) -> Iterator[str]:
    """Yield the private phrases that stand in a run of words."""
    firsts = wanted.phrases.keys() & set(parts)
    if not firsts:
        return
    for place, word in enumerate(parts):
        if word in firsts:
            yield from (value for phrase, value in wanted.phrases[word] if tuple(parts[place:place + len(phrase)]) == phrase)
