"""What the parts and records of a workbook say besides its values, whatever its format."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from xlrd.compdoc import CompDocError

from generator.cells import Range
from generator.workbook.sheets import Notice

# What the parts of a damaged package make the readers of zip and XML raise.
FAULTS = (KeyError, ET.ParseError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, NotImplementedError)
# What the records of a damaged .xls or .xlsb make their readers raise.
RECORD_FAULTS = (*FAULTS, CompDocError, struct.error, IndexError, AssertionError, TypeError, AttributeError, OverflowError)

_HEADER_CODE = re.compile(r'&(?:"[^"]*"|\d+|[A-Za-z&])')


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a cell's text in one font."""

    text: str
    font: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What a sheet's part says besides its values; places are (row, column) from 1.

    `sparse` marks one that the slow readers must read, as calamine would make too large a table of it or none; `lettered` holds
    the cells that have old fonts.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    empty_formulas: tuple[str, ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    sparse: bool = False
    merged: tuple[Range, ...] = ()
    lettered: Mapping[tuple[int, int], tuple[Run, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scans:
    """The scans of a workbook: its sheets by name, and what the whole file holds that is never published."""

    sheets: Mapping[str, Scan] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def told(counts: Mapping[str, int]) -> tuple[Notice, ...]:
    """Return a notice on the whole file for each code that counted something."""
    return tuple(Notice(code, details=(("count", str(count)),), whole=True) for code, count in counts.items() if count)


def says_something(headers: Iterable[str]) -> int:
    """Return how many headers and footers say more than a word beside their numbers of pages."""
    return sum(len([word for word in _HEADER_CODE.sub(" ", header).split() if any(map(str.isalpha, word))]) > 1 for header in headers)


def records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the records of an .xlsb's part: a kind of one or two bytes, a length of one to four, both seven bits a byte, and the body."""
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
