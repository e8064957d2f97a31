"""Tell a Vietnamese syllable from a chance row of letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.legacy.tables import ONSETS, RIMES

_NO_WORD = re.compile(r"[\s\d.,;:!?()\[\]{}\"'“”‘’/\\|+*=%_–—-]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LONGEST_ONSET = 3


def is_vietnamese(text: str) -> float:
    """Return what part of a text's words with other than plain letters are Vietnamese syllables; 1 where it has none."""
    found = words(text)
    return sum(is_syllable(word) for word in found) / len(found) if found else 1


def words(text: str) -> tuple[str, ...]:
    """Return a text's words that have other than plain letters, signs that old encodings use for letters among them."""
    return tuple(word for word in _NO_WORD.split(text) if not word.isascii())


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Return whether a word is one Vietnamese syllable with at most one tone."""
    pieces = unicodedata.normalize("NFD", word.lower())
    tones = sum(character in _TONES for character in pieces)
    bare = unicodedata.normalize("NFC", "".join(character for character in pieces if character not in _TONES))
    return tones <= 1 and any(bare[:cut] in ONSETS and bare[cut:] in RIMES for cut in range(_LONGEST_ONSET + 1))
