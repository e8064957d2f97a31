"""All that a reader, a program or a curious neighbour could get out of files, read by means of our own."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdf


def text_of(path: Path) -> str:
    """Return everything a file says: its bytes, the parts of its package, the pages and metadata of its PDF."""
    content = path.read_bytes()
    told = [path.name, content.decode("utf-8", "ignore")]
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(content))
        told += [f"{reader.metadata} {reader.xmp_metadata}", *(page.extract_text() for page in reader.pages)]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            told += [f"{name} {re.sub(r'<[^>]*>', ' ', parts.read(name).decode('utf-8', 'ignore'))}" for name in parts.namelist()]
    return html.unescape(" ".join(told))


def held(texts: Iterable[tuple[str, str]], values: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield (name, value) for each value that a text holds: as words in a row, or as digits however they are set apart."""
    phrases = {tuple(words(value)): value for value in values}
    numbers = {digits: value for value in values if len(digits := re.sub(r"\D", "", value.replace("+84", "0"))) > 8}
    lengths = {len(phrase) for phrase in phrases}
    for name, text in texts:
        said = words(text)
        for length in lengths:
            runs = set(zip(*(said[start:] for start in range(length)), strict=False))
            yield from ((name, phrases[run]) for run in phrases.keys() & runs)
        runs = {*re.findall(r"\d{9,}", text), *re.findall(r"\d{9,}", re.sub(r"(?<=\d)[ .\-](?=\d)", "", text))}
        yield from ((name, numbers[run]) for run in numbers.keys() & runs)


def words(text: str) -> list[str]:
    """Return a text's words, composed and in small letters."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
