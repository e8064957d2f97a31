"""The tables of the old encodings, from the catalogue."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "catalogue" / "legacy.toml").read_text("utf-8"))
_VIETNAMESE = re.compile(r"[\u0100-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding: its name, how the names of its fonts begin and those of its capital fonts end, and what its characters stand for."""

    id: str
    name: str
    fonts: tuple[str, ...]
    capitals: str
    table: Mapping[str, str]
    pattern: re.Pattern[str]

    def convert(self, text: str) -> str:
        """Return a text in Unicode; what the encoding does not know stays."""
        return self.pattern.sub(lambda match: self.table[match[0]], text)

    def is_strange(self, text: str) -> bool:
        """Return whether a text has Western letters that the encoding never has, or marks without their letter."""
        return any("\xc0" <= character <= "\xff" for character in self.pattern.sub("", text))


def is_unicode(text: str) -> bool:
    """Return whether a text has letters that only Unicode has."""
    return _VIETNAMESE.search(text) is not None


def _encoding(key: str) -> Encoding:
    told = _DATA[key]
    table = {typed: letter for typeds, letters in told["letters"] for typed, letter in zip(typeds, letters, strict=True)}
    for mark in told["marks"]:
        table |= dict(_pairs(table, mark))
    longest = sorted(table, key=len, reverse=True)
    return Encoding(key, told["name"], tuple(told["fonts"]), told["capitals"], table, re.compile("|".join(map(re.escape, longest))))


def _pairs(letters: Mapping[str, str], mark: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Yield each letter with a mark typed after it, in both cases of both, and the letter it makes."""
    for letter in (*mark["on"], *mark["on"].upper()):
        for typed, combining in zip(mark["typed"], mark["stands_for"], strict=True):
            made = unicodedata.normalize("NFC", letters.get(letter, letter) + combining)
            yield letter + typed, made
            yield letter + typed.upper(), made


ENCODINGS: Final = {key: _encoding(key) for key in ("tcvn3", "vni")}
ONSETS: Final = frozenset(["", *_DATA["syllables"]["onsets"].split()])
RIMES: Final = frozenset(_DATA["syllables"]["rimes"].split())
