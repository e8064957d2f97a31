"""Look many private values up in a text at once: numbers as words, phrases word by word, single words only where they fill a cell.

What says too little by itself is looked for only in a cell beside a person's name: a short number with its unit ("4 công"), and a day
within two years of the release. Lawful pages are full of both: a count with its unit may equal a private one, and so may a deadline.
What makes such a value private is whose it is. A number without its unit, under six digits, is left out everywhere, as no cell
tells what it counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from generator import units
from generator.release import identifiers
from generator.release.identifiers import Identifier
from generator.release.pieces import Piece

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}-\d\d-\d\d")
_QUANTITY = re.compile(r"(\d[\d.,]*)\s*(\D.*)", re.DOTALL)
_TELLING_DIGITS = 4
_LONG_NUMBER = 6
_SURE_NUMBER = 9
_YEARS_ABOUT = 2
_REACH = 30

Phrases: TypeAlias = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Private values made ready: `numbers` and `codes` by word, `phrases` and `slight` by their first word, `alone` by themselves.

    `slight` are those that say too little except beside a name.
    """

    numbers: dict[str, str] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=dict)
    alone: dict[str, str] = field(default_factory=dict)
    slight: Phrases = field(default_factory=dict)

    def without(self, public: frozenset[str]) -> Lookup:
        """Return the lookup without the values that are public."""
        return Lookup(
            {word: value for word, value in self.numbers.items() if value not in public},
            _left(self.phrases, public),
            {word: value for word, value in self.alone.items() if value not in public},
            _left(self.slight, public),
        )

    def __or__(self, other: Lookup) -> Lookup:
        both, slight = _both(self.phrases, other.phrases), _both(self.slight, other.slight)
        return Lookup(self.numbers | other.numbers, both, self.alone | other.alone, slight)


def words(text: str) -> list[str]:
    """Return a text's words, composed and in small letters."""
    return _WORD.findall(text.casefold() if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text).casefold())


def lookup(values: Iterable[str], day: date) -> Lookup:
    """Return private values ready to be looked up in a release of a day; numbers under six digits say too little and are left out."""
    made = Lookup()
    for value in values:
        parts = words(value)
        number = identifiers.bare(value)
        if parts and _says_little(value.strip(), day):
            made.slight.setdefault(parts[0], []).append((tuple(parts), value))
        elif _DAY.fullmatch(value.strip()) or (len(parts) > 1 and not number.isdigit()):
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
    yield from phrases(parts, wanted.phrases)


def beside_names(texts: Sequence[Piece], wanted: Lookup, names: Collection[tuple[str, ...]]) -> Iterator[str]:
    """Yield the private values that say little and fill a cell within a row's length of a person's name, before or after it."""
    if not wanted.slight or not names:
        return
    near: list[tuple[int, str]] = []
    last = -_REACH - 1
    for place, piece in enumerate(texts):
        parts = tuple(words(piece.text))
        if parts in names:
            yield from (value for at, value in near if place - at <= _REACH)
            near, last = [], place
        elif parts and not piece.typed:
            held = [value for phrase, value in wanted.slight.get(parts[0], ()) if phrase == parts]
            yield from (held if place - last <= _REACH else ())
            near += [(place, value) for value in held]


def public(text: str, wanted: Lookup) -> Iterator[str]:
    """Yield the private values that a public text makes public: words and phrases in it, a number only where it is all of it."""
    number = identifiers.bare(text)
    if number in wanted.numbers:
        yield wanted.numbers[number]
    yield from found(Piece(text), replace(wanted, numbers={}))
    yield from phrases(words(text), wanted.slight)


def phrases(parts: list[str], wanted: Phrases) -> Iterator[str]:
    """Yield the private phrases that stand in a run of words."""
    firsts = wanted.keys() & set(parts)
    if not firsts:
        return
    for place, word in enumerate(parts):
        if word in firsts:
            yield from (value for phrase, value in wanted[word] if tuple(parts[place:place + len(phrase)]) == phrase)


def _says_little(value: str, day: date) -> bool:
    """Return whether a value is a number of few telling digits with its unit, or a day about the release's own years."""
    if _DAY.fullmatch(value):
        year = next(int(part) for part in re.split(r"[/-]", value) if len(part) == len("2026"))
        return abs(year - day.year) <= _YEARS_ABOUT
    match = _QUANTITY.fullmatch(value)
    if not match or not units.is_measure(match[2]):
        return False
    return len(re.sub(r"\D", "", match[1]).strip("0")) < _TELLING_DIGITS


def _left(phrases: Phrases, public: frozenset[str]) -> Phrases:
    return {first: left for first, found in phrases.items() if (left := [each for each in found if each[1] not in public])}


def _both(one: Phrases, other: Phrases) -> Phrases:
    return {first: one.get(first, []) + other.get(first, []) for first in {**one, **other}}
