"""The files that texts are read from: one for each room and language, or one for all rooms of a language; what is missing is Vietnamese."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "catalogue" / "texts"
FIRST = "vi"


def languages(folder: Path = HERE) -> tuple[str, ...]:
    """Return the languages that have a file, Vietnamese first."""
    found = {path.name.removesuffix(".toml").rpartition(".")[2] for path in folder.glob("*.toml")}
    return (FIRST, *sorted(found - {FIRST}))


def whole(room: str, language: str = FIRST, folder: Path = HERE) -> dict[str, Any]:
    """Return a room's texts, those of a language over the Vietnamese ones; FileNotFoundError for an unknown room."""
    base = tomllib.loads((folder / f"{room}.{FIRST}.toml").read_text("utf-8"))
    return base if language == FIRST else over(base, own(room, language, folder))


def own(room: str, language: str, folder: Path = HERE) -> dict[str, Any]:
    """Return what a language has of a room: its own file's texts over the room's part of the file for all rooms."""
    single, common = folder / f"{room}.{language}.toml", _common(folder / f"{language}.toml").get(room, {})
    return {**common, **tomllib.loads(single.read_text("utf-8"))} if single.is_file() else dict(common)


def over(base: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return nested texts with another language's in their places, as far as there are any."""
    return {key: over(value, other.get(key, {})) if isinstance(value, dict) else other.get(key, value) for key, value in base.items()}


def missing(language: str, folder: Path = HERE) -> tuple[tuple[str, str], ...]:
    """Return the room and dotted key of each text that a language lacks."""
    rooms = sorted(path.name.removesuffix(f".{FIRST}.toml") for path in folder.glob(f"*.{FIRST}.toml"))
    return tuple((room, key) for room in rooms for key in _lacking(whole(room, FIRST, folder), own(room, language, folder)))


def _lacking(base: dict[str, Any], other: dict[str, Any], before: str = "") -> list[str]:
    found: list[str] = []
    for key, value in base.items():
        if isinstance(value, dict):
            found += _lacking(value, other.get(key, {}), f"{before}{key}.")
        elif key not in other:
            found.append(before + key)
    return found


@cache
def _common(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
