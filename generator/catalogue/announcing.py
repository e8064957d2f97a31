"""How bulletins for the loudspeaker are read, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.catalogue.law import Certainty

_FILE = Path(__file__).parent / "announcements.toml"


class Reading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How fast bulletins are read, how long they may take, on how many days, and how much of a table they name."""

    syllables: int
    most: int
    days: int
    places: int
    top: int
    rows: int
    statute: str
    article: str
    certain: Certainty
    note: str = ""


@cache
def reading() -> Reading:
    """Return how bulletins are read; msgspec.ValidationError for a fault in announcements.toml."""
    return msgspec.convert(_entry("reading"), Reading)


class Voice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The synthesiser that may speak bulletins: its program, its voice, and its speed in its own words a minute."""

    program: str
    voice: str
    speed: int
    note: str = ""


@cache
def voice() -> Voice:
    """Return how bulletins are spoken by the machine; msgspec.ValidationError for a fault in announcements.toml."""
    return msgspec.convert(_entry("voice"), Voice)


def _entry(name: str) -> object:
    return tomllib.loads(_FILE.read_text("utf-8"))[name]
