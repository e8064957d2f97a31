"""The words by which a line's label is understood, from the catalogue's outline.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache

from generator import vietnamese
from generator.catalogue import HERE

_ASIDE = re.compile(r"\(\s*\d{1,2}\s*\)|\(\s*nếu có\s*\)|\(\s*\w+(?:\s*\+\s*[\w.…]+)+\s*\)", re.IGNORECASE)
_YEAR = re.compile(r" nam \d{4}$")


def begins(label: str, group: str) -> bool:
    """Return whether a label begins with a word of a group of outline.toml, such as "within" or "ratios"."""
    return f"{vietnamese.words(label)} ".startswith(_words(group))


def is_total(label: str) -> bool:
    """Return whether a label is a headline total's."""
    return begins(label, "totals") or f"{vietnamese.words(label)} " in _words("alone")


def rest(label: str, group: str) -> str:
    """Return what follows a group's word at the beginning of a label ("Trong đó: - Học phí" gives "- Học phí"), or ""."""
    count = max((len(word.split()) for word in _words(group) if f"{vietnamese.words(label)} ".startswith(word)), default=0)
    typed = label.split() if count else []
    while typed and count:
        count -= bool(vietnamese.words(typed.pop(0)))
    return " ".join(typed).lstrip(":;,. ")


@lru_cache(maxsize=20_000)
def plain(label: str) -> str:
    """Return a label as row sets are searched: folded, without footnotes, sums, "nếu có" and the year at its end."""
    return _YEAR.sub("", vietnamese.words(_ASIDE.sub(" ", vietnamese.nfc(label))))


@cache
def _words(group: str) -> tuple[str, ...]:
    known = (vietnamese.words(word) for word in tomllib.loads((HERE / "outline.toml").read_text("utf-8"))[group])
    return tuple(f"{word} " for word in sorted(known, key=len, reverse=True))
