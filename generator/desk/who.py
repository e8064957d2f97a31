"""Who sits at the desk: a name that stands beside every change and answer, kept in the commune's own store."""

from __future__ import annotations

from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from generator.posting.store import FOLDER
from generator.release.writing import write

FILE = "nguoi-lam.toml"


def who(home: Path) -> str:
    """Return the officer's name, "" where nobody said it yet."""
    try:
        return str(tomlkit.parse((home / FOLDER / FILE).read_text("utf-8")).get("name", ""))
    except (OSError, UnicodeDecodeError, TOMLKitError):
        return ""


def remember(home: Path, name: str) -> None:
    """Keep the officer's name."""
    if name != who(home):
        write(home / FOLDER / FILE, tomlkit.dumps({"name": name}).encode())
