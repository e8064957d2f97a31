"""Vietnamese text: one composition, folding for comparison, the order of the dictionary, addresses made of words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

SortKey: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]

_BLANKS = re.compile(r"[\s\u00a0\u180e\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_STROKES = str.maketrans("đĐƀɓɗ", "ddbbd")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_WORD = re.compile(r"[^\w]+|_+")

_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_OWN_LETTERS = {("a", _BREVE), ("a", _CIRCUMFLEX), ("e", _CIRCUMFLEX), ("o", _CIRCUMFLEX), ("o", _HORN), ("u", _HORN)}
_ALPHABET = tuple(unicodedata.normalize("NFD", letter) for letter in "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz")
_LETTERS = {letter: 0x200 + place for place, letter in enumerate(_ALPHABET)}
# The order of the tones in Vietnamese dictionaries: huyền, hỏi, ngã, sắc, nặng.
_MARKS = {mark: 1 + place for place, mark in enumerate("\u0300\u0309\u0303\u0301\u0323")}


def nfc(text: str) -> str:
    """Return the text composed (NFC), the one form in which texts are kept and shown."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text for comparison: no marks, đ as d and ƀ as b, lower case, every run of blanks one space."""
    if not text.isascii():
        text = unicodedata.normalize("NFD", text.translate(_INVISIBLE))
        text = "".join(character for character in text if not unicodedata.combining(character)).translate(_STROKES)
    return _BLANKS.sub(" ", text.lower().translate(_STROKES)).strip()


@lru_cache(maxsize=65536)
def words(text: str) -> str:
    """Return the folded text with everything but letters and digits as spaces, as a search compares it."""
    return _NOT_WORD.sub(" ", fold(text)).strip()


def slug(text: str) -> str:
    """Return the text as a part of an address: "Làm cầu Suối Mây" is "lam-cau-suoi-may"."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def sort_key(text: str) -> SortKey:
    """Return a key in the order of Vietnamese dictionaries: letters first, then tones, then case."""
    letters: list[int] = []
    marks: list[int] = []
    cases: list[int] = []
    for character in unicodedata.normalize("NFD", _BLANKS.sub(" ", text).strip()):
        lower = character.lower()
        if not unicodedata.combining(character):
            letters.append(_weight(lower))
            marks.append(0)
            cases.append(character != lower)
        elif letters and letters[-1] >= _LETTERS["a"] and _own(letters[-1], lower):
            letters[-1] = _own(letters[-1], lower)
        elif marks:
            marks[-1] = marks[-1] * 64 + _MARKS.get(character, 6 + ord(character) % 50)
    return tuple(letters), tuple(marks), tuple(cases), text


def name_key(name: str) -> tuple[SortKey, SortKey]:
    """Return a key that orders persons as a Vietnamese list does: by the given name (the last word), then by the rest."""
    rest, _, given = _BLANKS.sub(" ", name).strip().rpartition(" ")
    return sort_key(given), sort_key(rest)


def _weight(lower: str) -> int:
    if lower in _LETTERS:
        return _LETTERS[lower]
    if lower.isalpha():
        return 0x1000 + ord(lower[0])
    return 0x100 + int(lower) if lower.isdecimal() else ord(lower[0]) % 0x100


def _own(weight: int, mark: str) -> int:
    """Return the weight of the letter that a mark makes of another (ă of a), or 0 where it makes none."""
    base = _ALPHABET[weight - 0x200] if weight - 0x200 < len(_ALPHABET) else ""
    return _LETTERS[base + mark] if (base, mark) in _OWN_LETTERS else 0
