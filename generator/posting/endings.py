"""How postings ended: comments received and what was done about them, as the officer told, for the minutes of the end."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from generator.posting.store import FOLDER

FILE = "ket-thuc.toml"


class Ending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The end of one version's posting: the day, how many comments came, what they were about, what was done, and who says so."""

    id: str
    version: int
    day: date
    comments: Annotated[int, Meta(ge=0)] = 0
    about: str = ""
    handled: str = ""
    by: str = ""


class _Endings(Struct, frozen=True, forbid_unknown_fields=True):
    ended: tuple[Ending, ...] = ()


def read(data: Path) -> tuple[Ending, ...]:
    """Return the endings kept in a commune's data folder; none where there is no sound file."""
    try:
        return msgspec.convert(tomllib.loads((data / FOLDER / FILE).read_text("utf-8")), _Endings).ended
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError):
        return ()
