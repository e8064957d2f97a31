"""The letters the prints' typeface holds, and how wide a text stands in it: one foreign letter makes a print slow and ugly."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

FAMILY = "Tinos"
HOLDS = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02BC, 0x02BC), (0x02C6, 0x02DD), (0x0300, 0x0331), (0x1E00, 0x1EFF), (0x2002, 0x2015),
    (0x2018, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x2070, 0x2071),
    (0x2074, 0x208E), (0x20AB, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2195), (0x2212, 0x2212), (0x2215, 0x2215),
    (0x2219, 0x2219), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25AA, 0x25AC), (0x25B2, 0x25B2),
    (0x25BA, 0x25BA), (0x25BC, 0x25BC), (0x25C4, 0x25C4), (0x25CA, 0x25CC), (0x25CF, 0x25CF),
)

_FOREIGN = re.compile("[^" + "".join(f"{chr(first)}-{chr(last)}".replace("]", r"\]") for first, last in HOLDS[1:]) + r"\x20-\x7e]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_SPACES = re.compile(r"[\s\u00a0\u2002-\u200a\u202f]+")
_STAND_IN = "\u25a1"
_NARROW = 0.28
_WIDE = 0.72


def clean(text: str) -> str:
    """Return a text composed (NFC), on one line, with only letters the typeface holds; □ stands for any other."""
    line = _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()
    return _FOREIGN.sub(_nearest, line.replace("\u2011", "-"))


def _nearest(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match[0])
    return _STAND_IN if _FOREIGN.search(plain) else plain


@lru_cache(maxsize=20_000)
def width(text: str, *, bold: bool = False) -> float:
    """Return about how wide a text stands, in ems, a little more rather than less."""
    return sum(map(_letter, unicodedata.normalize("NFC", text))) * (1.07 if bold else 1.0)


@cache
def _letter(letter: str) -> float:
    if letter.isdigit():
        return 0.5
    if letter in " .,:;'|!ijltf()-/":
        return _NARROW + (0.06 if letter in "()-" else 0)
    if unicodedata.combining(letter):
        return 0.0
    if letter in "mwMW%":
        return 0.9
    return _WIDE if letter.isupper() else 0.49
