"""What this machine brings along and what is made depends on: the packages installed, and the system's libraries that set type."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_LIBRARIES = (
    ("pango_version_string", ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")),
    ("hb_version_string", ("libharfbuzz.so.0", "libharfbuzz.dylib", "libharfbuzz-0.dll")),
    ("FcGetVersion", ("libfontconfig.so.1", "libfontconfig.dylib", "libfontconfig-1.dll")),
)


def packages() -> tuple[str, ...]:
    """Return the names of all installed packages with their versions, as their folders are called, sorted."""
    places = (Path(place) for place in dict.fromkeys(sys.path) if place)
    return tuple(sorted({path.stem for place in places if place.is_dir() for path in place.glob("*.dist-info")}))


def libraries() -> Iterator[str]:
    """Yield the version of each library of the system that sets type, those that are there."""
    for function, names in _LIBRARIES:
        for name in names:
            with suppress(OSError, AttributeError):
                call = getattr(ctypes.CDLL(name), function)
                call.restype = ctypes.c_int if function.startswith("Fc") else ctypes.c_char_p
                yield f"{function} {call()}"
                break
