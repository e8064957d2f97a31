"""Read .csv and .tsv: the encoding and the separator are told by the bytes, every value stays text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from generator import legacy
from generator.cells import Unreadable
from generator.workbook.lettering import in_unicode
from generator.workbook.rows import trimmed
from generator.workbook.sheets import RawSheet

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (";", ",", "\t", "|")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_LINES = 60
_LONGEST_CELL = 4 * 1024 * 1024


def read(content: bytes) -> tuple[RawSheet, ...]:
    """Return a file's bytes as one sheet without a name; Unreadable("workbook-unknown") where they are no text."""
    text = decode(content)
    delimiter = None
    if match := _SEPARATOR_LINE.match(text):
        delimiter, text = match[1], "\n" + text[match.end():]
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = trimmed(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or separator(text)))
    except csv.Error:
        raise Unreadable("workbook-damaged") from None
    return (in_unicode(RawSheet(None, rows), {}),)


def decode(content: bytes) -> str:
    """Return the text of bytes in UTF-8, UTF-16 or Windows-1258, or as old encodings stand in Windows-1252.

    Unreadable("workbook-unknown") where they are no text.
    """
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text):
            return text
    raise Unreadable("workbook-unknown")


def separator(text: str) -> str:
    """Return the separator that cuts most of the first lines into the same number of cells; a comma where none does."""
    def agreeing(delimiter: str) -> tuple[int, int]:
        lines = io.StringIO("".join(text.splitlines(keepends=True)[:_LINES]), newline="")
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        width, rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return rows, width
    best = max(_DELIMITERS, key=agreeing)
    return best if agreeing(best) != (0, 0) else ","


def _encodings(content: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    start = content[:2000]
    if start[1::2].count(0) > len(start) // 4:
        return ("utf-16-le",)
    if start[::2].count(0) > len(start) // 4:
        return ("utf-16-be",)
    western = content.decode("cp1252", "replace")
    found = None if content.isascii() else legacy.evidence(western.splitlines())
    return ("utf-8", "cp1252", "latin-1") if found and found.certain else ("utf-8", "cp1258", "cp1252")
