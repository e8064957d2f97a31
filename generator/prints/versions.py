"""What a print depends on besides its HTML: the theme's styles and fonts, this room's code, the libraries and their versions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.machine import libraries
from generator.prints.compose import THEME

_PACKAGES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pillow", "pyphen", "segno")


@cache
def surroundings() -> str:
    """Return a digest of all that makes the same HTML another print: another library, font, style or press."""
    digest = hashlib.sha256()
    for part in (*_packages(), *libraries()):
        digest.update(part.encode() + b"\0")
    for content in _files():
        digest.update(content + b"\0")
    return digest.hexdigest()


def _packages() -> Iterator[str]:
    for name in _PACKAGES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _files() -> Iterator[bytes]:
    """Yield the styles, the fonts and the modules of this room, each with its name."""
    found = [*THEME.glob("*.css"), *(THEME / "fonts").glob("*.ttf"), *Path(__file__).parent.glob("*.py")]
    for path in sorted(found):
        yield path.name.encode() + b"\0" + path.read_bytes()
