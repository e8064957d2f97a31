"""The JSON: what the table is, its fields, and its rows as objects whose names are the same in every language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from generator.disclosed import Disclosure
from generator.downloads.grid import DASH, Grid

DONG = "VND"
_TYPES = {"money": "integer", "count": "integer", "year": "year", "percent": "number", "day": "date"}


def field_type(kind: str) -> str:
    """Return a column's type as Table Schema names it: "integer", "number", "date", "year", "string"."""
    return _TYPES.get(kind, "string")


def write_notation(table: Grid, disclosure: Disclosure, target: Path) -> None:
    """Write a table as JSON: amounts and counts as numbers, days in ISO, a blank and a dash as null."""
    content = {
        "id": disclosure.id, "title": table.title, "publisher": table.author, "version": disclosure.version,
        "code": disclosure.code or None, "stage": disclosure.stage, "period": disclosure.period,
        "posted_from": disclosure.posted_from, "posted_until": disclosure.posted_until, "notes": table.notes,
        "fields": [_field(table, number) for number in range(len(table.keys))],
        "rows": [{key: None if cell == DASH else cell for key, cell in zip(table.keys, row, strict=True)} for row in table.rows],
    }
    target.write_bytes(json_text(content))


def json_text(content: Any) -> bytes:
    """Return JSON that people can read as well, ending in a line's end."""
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _field(table: Grid, number: int) -> dict[str, str]:
    kind = table.kinds[number]
    found = {"name": table.keys[number], "title": table.heads[number], "type": field_type(kind)}
    return found | ({"unit": DONG} if kind == "money" else {})
