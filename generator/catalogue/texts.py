"""The texts people see, by room and language, from `texts/<room>.<language>.toml`; a missing text falls back to Vietnamese."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent / "texts"


@cache
def texts(room: str, language: str = "vi") -> dict[str, Any]:
    """Return a room's texts ("pages", "prints", "report" …) as nested tables of text; FileNotFoundError for an unknown room."""
    base = _load(room, "vi")
    return base if language == "vi" else _over(base, _load(room, language))


def _load(room: str, language: str) -> dict[str, Any]:
    path = _HERE / f"{room}.{language}.toml"
    if language != "vi" and not path.is_file():
        return {}
    return tomllib.loads(path.read_text("utf-8"))


def _over(base: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {key: _over(value, other.get(key, {})) if isinstance(value, dict) else other.get(key, value)
            for key, value in base.items()}
