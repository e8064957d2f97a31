"""What identifies a person by its shape alone: citizen numbers, telephones, accounts, e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Sort: TypeAlias = Literal["citizen-number", "telephone", "account", "email", "private"]

_PATTERNS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("citizen-number", re.compile(r"(?<![\w.,/+-])(?:\d{9}|\d{12}|0\d\d([ .-])\d{3}\1\d{3}\1\d{3})(?![\w/-]|[.,]\d)")),
    ("telephone", re.compile(r"(?<![\w.,/+-])(?!\d\d[.-]\d\d[.-]\d{4}(?!\d))(?:\+84|84(?=\d{9})|0)(?:[ .-]?\d){8,10}(?![\w/-]|[.,]\d)")),
    ("telephone", re.compile(r"\(0\d{1,3}\)(?:[ .-]?\d){6,9}(?![\w/-]|[.,]\d)")),
    ("account", re.compile(r"(?:\bstk|\bsố tài khoản|\btài khoản|\btk)\b[^\d\n]{0,25}(\d(?:[ .-]?\d){5,18})(?!\d)", re.IGNORECASE)),
    ("account", re.compile(r"(?<![\w.,/+-])\d{13,19}(?![\w/-]|[.,]\d)")),
)
_BLANKS = re.compile(r"[ .()-]")
_ABROAD = re.compile(r"^\+84")
_LIKELY = re.compile(r"\d[ .)-]?\d[ .)-]?\d[ .)-]?\d[ .)-]?\d[ .)-]?\d|@")


class Identifier(NamedTuple):
    """A piece of text that identifies a person, its sort, and its bare form to compare by."""

    sort: Sort
    bare: str


def find(text: str) -> Iterator[Identifier]:
    """Yield every identifier in a text that holds no amounts; the same digits may be found as two sorts."""
    if not _LIKELY.search(text):
        return
    for sort, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            found = match[1] if sort == "account" and pattern.groups else match[0]
            yield Identifier(sort, bare(found))


def bare(text: str) -> str:
    """Return an identifier without blanks, dots, dashes and brackets, "+84" as "0"; an e-mail address in small letters, with its dots."""
    return text.casefold() if "@" in text else _ABROAD.sub("0", _BLANKS.sub("", text))
