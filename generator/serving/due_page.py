"""The preview's page on what is due, for each commune, and the calendar file of the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.catalogue.texts import texts
from generator.serving.overview import PLACE, environment
from generator.serving.preview import CALENDAR, DUE, Preview

FILE = f"{PLACE}/{CALENDAR}"
_PARTS = {"late": "late_head", "now": "now_head", "later": "later_head"}


def due_page(preview: Preview, language: str) -> str:
    """Return the page as HTML: what is overdue, what comes next, days to remember; a word to wait while nothing was found out yet."""
    words = texts("due", language)
    found = _read(preview.folder / DUE)
    on = "/".join(reversed(str(found.get("on", "")).split("-")))
    communes = [{"name": one["name"], "parts": [{"title": words[head], "late": part == "late", "items": own}
                                                for part, head in _PARTS.items()
                                                if (own := [each for each in one["items"] if each["part"] == part])]}
                for one in found.get("communes", ())]
    return environment().get_template("due.html").render(words=words, page=words["page"], language=language, communes=communes,
                                                          note=words["page"]["note"].format(day=on), calendar=f"/{FILE}", back=f"/{PLACE}/",
                                                          ready=bool(found), mark=preview.mark())


def calendar_file(preview: Preview) -> str:
    """Return the calendar file; an empty text while there is none yet."""
    path = preview.folder / CALENDAR
    return path.read_bytes().decode() if path.is_file() else ""


def _read(path: Path) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found
