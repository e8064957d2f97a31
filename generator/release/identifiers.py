"""What identifies a person by its shape alone: citizen numbers, telephones, accounts, e-mail addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Sort: TypeAlias = Literal["citizen-number", "telephone", "account", "email", "private"]

_BEGIN, _DAY, _END = r"(?<![\w.,/+-])", r"(?!\d\d[.-]\d\d[.-]\d{4}(?!\d))", r"(?![\w/-]|[.,]\d)"
_TWELVE = r"(?=(?:[ .-]?\d){12}(?![ .-]?\d))"
_PATTERNS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("citizen-number", re.compile(rf"{_BEGIN}(?:\d{{9}}|\d{{12}}|0\d\d([ .-])\d{{3}}\1\d{{3}}\1\d{{3}}){_END}")),
    ("citizen-number", re.compile(rf"{_BEGIN}{_DAY}{_TWELVE}0\d{{2,5}}(?:[ .-]\d{{2,6}}){{1,4}}{_END}")),
    ("telephone", re.compile(rf"{_BEGIN}{_DAY}(?:\+84|84(?=\d{{9}})|0)(?:[ .-]?\d){{8,10}}{_END}")),
    ("telephone", re.compile(rf"\(0\d{{1,3}}\)(?:[ .-]?\d){{6,9}}{_END}")),
    ("account", re.compile(r"(?:\bstk|\bsố tài khoản|\btài khoản|\btk)\b[^\d\n]{0,25}(\d(?:[ .-]?\d){5,18})(?!\d)", re.IGNORECASE)),
    ("account", re.compile(rf"{_BEGIN}\d{{13,19}}{_END}")),
)
_BLANKS = re.compile(r"[ .()-]")
_ABROAD = re.compile(r"^\+84")
_ODD = re.compile(r"[^\x21-\x7e\u00a1-\u1eff ]| {2}")
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
_PERHAPS = re.compile(r"\d(?:\D{0,3}\d){5}|[@＠]")
_LIKELY = re.compile(r"\d[ .)-]?\d[ .)-]?\d[ .)-]?\d[ .)-]?\d[ .)-]?\d|@")


class Identifier(NamedTuple):
    """A piece of text that identifies a person, its sort, and its bare form to compare by."""

    sort: Sort
    bare: str


def find(text: str) -> Iterator[Identifier]:
    """Yield every identifier in a text that holds no amounts; the same digits may be found as two sorts.

    Odd blanks and dashes, wide digits and signs without width hide none.
    """
    if not _PERHAPS.search(text):
        return
    text = plain(text)
    if not _LIKELY.search(text):
        return
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found = match[1] if sort == "account" and pattern.groups else match[0]
            yield Identifier(sort, bare(found))


def plain(text: str) -> str:
    """Return a text with plain digits, dashes and single blanks, without the signs that take no room."""
    if not _ODD.search(text):
        return text
    seen = "".join(letter for letter in unicodedata.normalize("NFKC", text).translate(_DASHES) if unicodedata.category(letter) != "Cf")
    return " ".join(seen.split())


def bare(text: str) -> str:
    """Return an identifier without blanks, dots, dashes and brackets, "+84" as "0"; an e-mail address in small letters, with its dots."""
    return text.casefold() if "@" in text else _ABROAD.sub("0", _BLANKS.sub("", text))
