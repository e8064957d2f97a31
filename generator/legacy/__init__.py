"""Vietnamese typed before Unicode, in the encodings TCVN3 (ABC) and VNI: told by the font, turned into Unicode."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from generator.legacy.evidence import Evidence, evidence
from generator.legacy.syllables import is_vietnamese
from generator.legacy.tables import ENCODINGS, is_unicode

__all__ = ["Evidence", "Verdict", "convert", "encoding_of", "evidence", "is_capital", "judge", "name"]

Verdict: TypeAlias = Literal["plain", "legacy", "unicode", "either"]


@lru_cache(maxsize=256)
def encoding_of(font: str) -> str | None:
    """Return the encoding of a font's texts by its name, "tcvn3" or "vni"; None for a font of Unicode."""
    folded = font.strip().lower()
    return next((encoding.id for encoding in ENCODINGS.values() if folded.startswith(encoding.fonts)), None)


@lru_cache(maxsize=256)
def is_capital(font: str) -> bool:
    """Return whether a font of an old encoding shows every letter as a capital, as .VnTimeH does."""
    ending = ENCODINGS[encoding_of(font) or "vni"].capitals
    return bool(ending) and font.strip().lower().endswith(ending)


def name(encoding: str) -> str:
    """Return an encoding's name as people know it."""
    return ENCODINGS[encoding].name


def convert(text: str, encoding: str, *, capital: bool = False) -> str:
    """Return a text of an old encoding in Unicode; characters the encoding does not know stay as they are."""
    converted = ENCODINGS[encoding].convert(text)
    return converted.upper() if capital else converted


@lru_cache(maxsize=65536)
def judge(text: str, encoding: str) -> Verdict:
    """Return what a text in a font of an encoding is: typed in it, in Unicode all the same, readable as either, or plain ASCII."""
    if text.isascii():
        return "plain"
    if is_unicode(text):
        return "unicode"
    known = ENCODINGS[encoding]
    as_typed = is_vietnamese(text)
    if known.is_strange(text):
        return "unicode" if as_typed >= is_vietnamese(known.convert(text)) else "legacy"
    return "either" if as_typed == 1 else "legacy"
