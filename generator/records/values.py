"""Readers of one cell by the kind of column it stands in; each returns a typed value, None for blank and "-", or raises Unreadable."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache

from generator import money
from generator.catalogue import HERE, Catalogue
from generator.catalogue.forms import Column
from generator.cells import Unreadable, Value, is_blank, typed
from generator.records.record import Typed
from generator.vietnamese import fold, nfc

_ADDRESS = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(?::\d+)?(?:/[^\s<>\"'\\]*)?")
Read = Callable[[Value], Typed]


def reader(column: Column, unit: int | None, catalogue: Catalogue) -> Read:
    """Return the reader of a column in a table of a unit; without a unit no amount is read at all."""
    if column.read == "money":
        return (lambda value: money.read(value, unit)) if unit else (lambda _: None)
    if column.read == "choice":
        choices = choice_names(str(column.choices), catalogue)
        return lambda value: _choice(value, column, choices)
    return _READERS[column.read]


def choice_names(group: str, catalogue: Catalogue) -> Mapping[str, str]:
    """Return the key of each folded spelling of a closed list's entries."""
    return {_plain(word): choice.key for choice in catalogue.choices.get(group, ())
            for word in (choice.key, choice.name.vi, choice.name.en, *choice.also) if word}


def text(value: Value) -> str | None:
    """Return a cell's text composed, its blanks made single; None for blank."""
    if isinstance(value, str):
        return _text(value)
    return None if value is None else typed(value)


def same_choice(words: str, choices: Mapping[str, str]) -> str | None:
    """Return the key of the entry that words stand for, or None."""
    return choices.get(_plain(words))


@lru_cache(maxsize=65536)
def _text(value: str) -> str | None:
    return " ".join(nfc(value).split()) or None


def _plain(words: str) -> str:
    return fold(words).strip(" .,:;/()")


def _line(value: Value) -> str | None:
    return None if money.is_dash(value) else text(value)


def _choice(value: Value, column: Column, choices: Mapping[str, str]) -> str | None:
    if is_blank(value) or money.is_dash(value):
        return None
    found = same_choice(typed(value), choices)
    if found is None:
        raise Unreadable("choice-unknown" if column.required else "choice-left-out")
    return found


def _flag(value: Value) -> bool | None:
    if isinstance(value, bool):
        return value
    if is_blank(value) or money.is_dash(value):
        return None
    said = fold(typed(value)).strip(" .")
    if said in _flags("yes"):
        return True
    if said in _flags("no"):
        return False
    raise Unreadable("flag-unclear")


def _link(value: Value) -> str | None:
    """Return an address of the web in full; nothing else may become a link."""
    found = _line(value)
    if found and not _ADDRESS.fullmatch(found):
        raise Unreadable("link-unreadable")
    return found


def _day(value: Value) -> date | None:
    return money.read_day(value)


@cache
def _flags(group: str) -> frozenset[str]:
    return frozenset(fold(word) for word in tomllib.loads((HERE / "reading.toml").read_text("utf-8"))[group])


_READERS: Mapping[str, Read] = {
    "marker": text, "text": _line, "name": _line, "code": _line, "count": money.read_count, "year": money.read_count,
    "percent": money.read_percent, "day": _day, "flag": _flag, "link": _link,
}
