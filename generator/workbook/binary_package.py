"""Scan the records of an .xlsb for the errors that calamine gives as blanks."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import xlrd

from generator.workbook.package import FAULTS, Scan

_ROW, _SHEET, _ERROR, _ERROR_OF_FORMULA = 0, 156, 3, 11
_LINK = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb'\b(Id|Target)="([^"]*)"')


def scan(path: Path) -> dict[str, Scan]:
    """Return a scan of each sheet by its name; nothing for a package whose records can't be followed."""
    try:
        with zipfile.ZipFile(path) as package:
            return {name: Scan(errors=dict(_errors(package.read(part)))) for name, part in _parts(package)}
    except (*FAULTS, struct.error, IndexError):
        return {}


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    links = (dict(_ATTRIBUTE.findall(match[0])) for match in _LINK.finditer(package.read("xl/_rels/workbook.bin.rels")))
    targets = {link[b"Id"].decode(): link[b"Target"].decode() for link in links}
    for kind, body in _records(package.read("xl/workbook.bin")):
        if kind == _SHEET:
            link, rest = _text(body[8:])
            target = targets[link]
            yield _text(rest)[0], target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _text(body: bytes) -> tuple[str, bytes]:
    end = 4 + 2 * struct.unpack_from("<I", body)[0]
    return body[4:end].decode("utf-16-le"), body[end:]


def _errors(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    row = 0
    for kind, body in _records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
        elif kind in (_ERROR, _ERROR_OF_FORMULA):
            yield (row, struct.unpack_from("<I", body)[0] + 1), xlrd.error_text_from_code.get(body[8], "#N/A")


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the records of a part: a kind of one or two bytes, a length of one to four, both seven bits a byte, and the body."""
    place = 0
    while place < len(content):
        kind = content[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (content[place] & 0x7F) << 7
            place += 1
        length = 0
        for shift in (0, 7, 14, 21):
            byte = content[place]
            place += 1
            length |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, content[place:place + length]
        place += length
