"""Find the field material that lies beside the checkout and is no part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

FIELD = Path(__file__).resolve().parents[1].parent / "shared" / "field"


def field(*parts: str) -> Path:
    """Return a path in the field material; the test is skipped, with the reason said, where it is absent."""
    path = FIELD.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the field material ../shared/field/{'/'.join(parts)} is absent")
    return path


def vectors(name: str) -> list[list[str]]:
    """Return the rows of a table of vectors below its head."""
    lines = field("vectors", name).read_text("utf-8").split("\n")[1:]
    return [line.split("\t") for line in lines if line]
