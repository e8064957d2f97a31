"""Whether texts without a telling font are of an old encoding all the same: said only where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.legacy.syllables import is_syllable, words
from generator.legacy.tables import ENCODINGS, is_unicode

# Characters of the old encodings that no Vietnamese text in Unicode has.
_FOREIGN = re.compile(r"[¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþ]")
_ENOUGH, _SOME = 5, 3
_NEARLY_ALL = 0.95


@dataclass(frozen=True, slots=True)
class Evidence:
    """What texts show: an old encoding, how many different words tell it, and whether all the texts are of it."""

    encoding: str
    words: tuple[str, ...]
    certain: bool


def evidence(texts: Iterable[str]) -> Evidence | None:
    """Return what texts show of an old encoding, None where nothing speaks for one.

    It is certain where no text is Unicode, at least five different words are Vietnamese in this encoding and in nothing else,
    and nearly all words with other than plain letters are.
    """
    whole = "\n".join(texts)
    if not _FOREIGN.search(whole):
        return None
    typed = sorted({*words(whole)})
    found = [Evidence(encoding, _telling(typed, encoding), certain=False) for encoding in ENCODINGS]
    best, other = sorted(found, key=lambda one: len(one.words), reverse=True)
    if len(best.words) < _SOME:
        return None
    convert = ENCODINGS[best.encoding].convert
    pure = sum(is_syllable(convert(word)) for word in typed) >= _NEARLY_ALL * len(typed)
    certain = pure and not is_unicode(whole) and len(best.words) >= _ENOUGH and len(other.words) * 4 < len(best.words)
    return Evidence(best.encoding, best.words, certain)


def _telling(typed: Iterable[str], encoding: str) -> tuple[str, ...]:
    """Return the words that are Vietnamese in an encoding, and neither as they stand nor in another."""
    others = [one.convert for one in ENCODINGS.values() if one.id != encoding]
    convert = ENCODINGS[encoding].convert
    return tuple(word for word in typed if _FOREIGN.search(word) and is_syllable(convert(word))
                 and not is_syllable(word) and not any(is_syllable(other(word)) for other in others))
