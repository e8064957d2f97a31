"""What a print depends on besides its HTML: the theme's styles and fonts, this room's code, the libraries and their versions."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.prints.compose import THEME

_PACKAGES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pillow", "pyphen")
_LIBRARIES = (
    ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.dylib", "libharfbuzz-0.dll")),
    ("FcGetVersion", ("libfontconfig.so.1", "libfontconfig.dylib", "libfontconfig-1.dll")),
)


@cache
def surroundings() -> str:
    """Return a digest of all that makes the same HTML another print: another library, font, style or press."""
    digest = hashlib.sha256()
    for part in (*_packages(), *_libraries()):
        digest.update(part.encode() + b"\0")
    for content in _files():
        digest.update(content + b"\0")
    return digest.hexdigest()


def _packages() -> Iterator[str]:
    for name in _PACKAGES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _libraries() -> Iterator[str]:
    for function, names in _LIBRARIES:
        for name in names:
            with suppress(OSError, AttributeError):
                call = getattr(ctypes.CDLL(name), function)
                call.restype = ctypes.c_int if function.startswith("Fc") else ctypes.c_char_p
                yield f"{function} {call()}"
                break


def _files() -> Iterator[bytes]:
    """Yield the styles, the fonts and the modules of this room, each with its name."""
    found = [*THEME.glob("*.css"), *(THEME / "fonts").glob("*.ttf"), *Path(__file__).parent.glob("*.py")]
    for path in sorted(found):
        yield path.name.encode() + b"\0" + path.read_bytes()
