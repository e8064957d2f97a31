"""A PNG picture bare of all but its picture: no texts, times, profiles, further frames or trailing bytes."""

from __future__ import annotations

import zlib

SIGN = b"\x89PNG\r\n\x1a\n"
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"gAMA", b"sRGB", b"cHRM", b"sBIT")
_FRAME = 12


def stripped(content: bytes) -> bytes:
    """Return a PNG picture with the parts that draw it alone; ValueError where it is damaged."""
    if not content.startswith(SIGN):
        raise ValueError("no picture")
    kept, place = [SIGN], len(SIGN)
    names: list[bytes] = []
    while not names or names[-1] != b"IEND":
        size = int.from_bytes(content[place:place + 4], "big")
        chunk = content[place:place + _FRAME + size]
        if len(chunk) != _FRAME + size or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            raise ValueError("damaged")
        names.append(chunk[4:8])
        kept += [chunk] if names[-1] in _KEPT else []
        place += len(chunk)
    if names[0] != b"IHDR" or b"IDAT" not in names:
        raise ValueError("no picture")
    return b"".join(kept)
