"""The texts people see, by room and language, from `texts/<room>.<language>.toml`; a missing text falls back to Vietnamese."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator import wording


@cache
def texts(room: str, language: str = "vi") -> dict[str, Any]:
    """Return a room's texts ("pages", "prints", "report" …) as nested tables of text; FileNotFoundError for an unknown room."""
    return wording.whole(room, language)
