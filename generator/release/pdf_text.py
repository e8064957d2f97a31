"""The text of a PDF as our printer writes it: shown glyphs through their ToUnicode maps, metadata, tags, links."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)stream\r?\n(.*)endstream", re.DOTALL)
_FONT = re.compile(rb"/([A-Za-z0-9+_.-]+) (\d+) 0 R")
_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_SHOW = re.compile(rb"/([A-Za-z0-9+_.-]+) [\d.-]+ Tf"
                   rb"|\[((?:[^\]\\()]|\((?:\\.|[^\\)])*\))*)\]\s*TJ|<([0-9a-fA-F\s]*)>\s*Tj|\(((?:\\.|[^\\)])*)\)\s*Tj")
_HEX = re.compile(rb"<([0-9a-fA-F\s]+)>|\(((?:\\.|[^\\)])*)\)")
_TEXT = re.compile(rb"<([fF][eE][fF][fF][0-9a-fA-F\s]*)>|\(((?:\\.|[^\\)])*)\)", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_TRIPLE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)

_Map = Mapping[int, str]


def texts(content: bytes) -> Iterator[str]:
    """Yield every shown line, every text of the document's objects, and the lines of its XML metadata, in NFC.

    ValueError where no page shows a text: then the file is not one that can be searched.
    """
    bodies, streams = _objects(content)
    maps = _fonts(bodies, streams)
    for body in bodies.values():
        for match in _TEXT.finditer(body):
            yield _nfc(_hex16(match[1][4:]) if match[1] else _literal(match[2]))
    any_text = False
    for number, data in streams.items():
        if b"/XML" in bodies[number]:
            yield from _nfc(data.decode("utf-8", "ignore")).splitlines()
        elif b"BT" in data and (b"Tj" in data or b"TJ" in data):
            for line in _shown(data, maps):
                any_text = any_text or bool(line.strip())
                yield line
    if not any_text:
        raise ValueError("no text")


def _objects(content: bytes) -> tuple[dict[int, bytes], dict[int, bytes]]:
    bodies: dict[int, bytes] = {}
    streams: dict[int, bytes] = {}
    for match in _OBJECT.finditer(content):
        number, body = int(match[1]), match[2]
        stream = _STREAM.match(body)
        bodies[number] = stream[1] if stream else body
        if stream:
            streams[number] = _inflated(stream[1], stream[2])
    for number, data in list(streams.items()):
        if b"/ObjStm" in bodies[number]:
            bodies |= _packed(bodies[number], data)
    return bodies, streams


def _inflated(head: bytes, data: bytes) -> bytes:
    if b"/FlateDecode" not in head:
        return data
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _packed(head: bytes, data: bytes) -> dict[int, bytes]:
    first = re.search(rb"/First (\d+)", head)
    if first is None:
        return {}
    begin = int(first[1])
    numbers = [int(word) for word in data[:begin].split()]
    starts = [begin + offset for offset in numbers[1::2]]
    return {number: data[start:end] for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(data)], strict=True)}


def _fonts(bodies: Mapping[int, bytes], streams: Mapping[int, bytes]) -> dict[bytes, _Map]:
    unicodes = {number: int(found[1]) for number, body in bodies.items() if (found := _UNICODE.search(body))}
    maps: dict[bytes, _Map] = {}
    for body in bodies.values():
        for name, number in _FONT.findall(body):
            if int(number) in unicodes:
                maps[name] = _read_map(streams.get(unicodes[int(number)], b""))
    return maps


def _read_map(data: bytes) -> _Map:
    glyphs: dict[int, str] = {}
    for sort, block in _BLOCK.findall(data):
        if sort == b"char":
            glyphs |= {int(glyph, 16): _hex16(text) for glyph, text in _PAIR.findall(block)}
            continue
        for low, high, text in _TRIPLE.findall(block):
            begin = int(low, 16)
            glyphs |= {glyph: chr(int(text, 16) + glyph - begin) for glyph in range(begin, int(high, 16) + 1)}
    return glyphs


def _shown(data: bytes, maps: Mapping[bytes, _Map]) -> Iterator[str]:
    glyphs: _Map = {}
    for font, many, one, literal in _SHOW.findall(data):
        if font:
            glyphs = maps.get(font, {})
        elif many:
            yield _nfc("".join(_glyphs(found[1], glyphs) if found[1] else _literal(found[2]) for found in _HEX.finditer(many)))
        else:
            yield _nfc(_glyphs(one, glyphs) if one else _literal(literal))


def _glyphs(digits: bytes, glyphs: _Map) -> str:
    clean = b"".join(digits.split())
    return "".join(glyphs.get(int(clean[place:place + 4], 16), "") for place in range(0, len(clean), 4))


def _hex16(digits: bytes) -> str:
    clean = b"".join(digits.split())
    return bytes.fromhex((clean + b"0" * (-len(clean) % 4)).decode()).decode("utf-16-be", "ignore")


def _literal(text: bytes) -> str:
    bare = re.sub(rb"\\([()\\])", rb"\1", text)
    return bare[2:].decode("utf-16-be", "ignore") if bare.startswith(b"\xfe\xff") else bare.decode("latin-1")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
