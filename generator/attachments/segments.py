"""A JPEG picture bare of all but its picture: no camera, place, author, comment, preview or trailing bytes; every pixel as it was."""

from __future__ import annotations

import re
import struct

START, END = b"\xff\xd8", b"\xff\xd9"
_SCAN, _END, _EXIF, _JFIF, _ADOBE = 0xDA, 0xD9, 0xE1, 0xE0, 0xEE
_NOT_FRAMES = (0xC4, 0xC8, 0xCC)
_FRAMES = frozenset(code for code in range(0xC0, 0xD0) if code not in _NOT_FRAMES)
_PICTURE = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD, _SCAN}
_MARK = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_JFIF_SIZE, _ADOBE_SIZE = 12, 12
_TURNS = range(2, 9)
_ORIENTATION = 0x0112


def stripped(content: bytes, *, turned: bool = True) -> bytes:
    """Return a JPEG picture without anything but its picture and, if `turned`, which way is up; ValueError where it is damaged."""
    if not content.startswith(START):
        raise ValueError("no picture")
    kept, turn, place, codes = [], 1, len(START), set()
    while (found := _segment(content, place)) is not None:
        code, body, place = found
        if code == _EXIF and body.startswith(b"Exif\0\0"):
            turn = orientation(body[6:]) or turn
        kept.append(_kept(code, body))
        codes.add(code)
        if code == _SCAN:
            end = _scanned(content, place)
            kept.append(content[place:end])
            place = end
    if not (codes & _FRAMES and _SCAN in codes):
        raise ValueError("no picture")
    return b"".join((START, _upright(turn) if turned and turn in _TURNS else b"", *kept, END))


def orientation(exif: bytes) -> int:
    """Return which way is up by a camera's own note, 1 to 8; 0 where it doesn't say."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        entries = [struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number) for number in range(count)]
    except struct.error:
        return 0
    return next((int(value) for tag, _, _, value in entries if tag == _ORIENTATION), 0)


def _segment(content: bytes, place: int) -> tuple[int, bytes, int] | None:
    """Return the marker at a place, what it holds, and where the next one begins; None at the picture's end, or where it was cut off."""
    if place >= len(content):
        return None
    found = _MARK.match(content, place)
    if found is None:
        raise ValueError("no marker")
    code, begin = content[found.end() - 1], found.end()
    if code == _END:
        return None
    size = int.from_bytes(content[begin:begin + 2], "big")
    if size < len(content[begin:begin + 2]) or begin + size > len(content):
        raise ValueError("cut short")
    return code, content[begin + 2:begin + size], begin + size


def _scanned(content: bytes, place: int) -> int:
    found = _MARK.search(content, place)
    return found.start() if found else len(content)


def _kept(code: int, body: bytes) -> bytes:
    if code == _JFIF and body.startswith(b"JFIF\0") and len(body) >= _JFIF_SIZE:
        return _written(code, body[:_JFIF_SIZE] + b"\0\0")
    if code in _PICTURE or (code == _ADOBE and body.startswith(b"Adobe") and len(body) == _ADOBE_SIZE):
        return _written(code, body)
    return b""


def _written(code: int, body: bytes) -> bytes:
    return bytes((0xFF, code)) + (len(body) + 2).to_bytes(2, "big") + body


def _upright(turn: int) -> bytes:
    """Return the shortest note that says which way is up, and nothing else."""
    return _written(_EXIF, b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, turn, 0, 0))
