"""What tells a person apart: the patterns a sweep looks for, and masks for names."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from generator.vietnamese import fold

Kind: TypeAlias = Literal["citizen", "telephone", "account", "e-mail"]

_GAP = r"[ .\-]?"
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_TELEPHONE = re.compile(rf"(?<![\d.,])(?:\(?\+?84\)?{_GAP}|0)"
                        rf"(?:[35789](?:{_GAP}\d){{8}}|2(?:{_GAP}\d){{9}})(?![\d]|[.,]\d)")
# A citizen number begins with the code of a province, 001 to 096, and a digit of century and sex; the older card has nine digits.
_CITIZEN = re.compile(r"(?<![\d.,])(?:0\d\d ?\d{3} ?\d{3} ?\d{3}|\d{3} ?\d{3} ?\d{3})(?!\d|[.,]\d)")
_ACCOUNT = re.compile(r"(?:stk|so tai khoan|so tk|tai khoan(?: so)?|account(?: no\.?)?)\s*:?\s*(\d(?:[ .\-]?\d){5,18})(?!\d)")


def suspects(text: str) -> tuple[tuple[Kind, str], ...]:
    """Return what in a text looks like a person's number or address, by kind; the caller knows which are amounts or digests."""
    found: dict[str, Kind] = {}
    for match in _ACCOUNT.finditer(fold(text)):
        found.setdefault(match[1], "account")
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...] = (("e-mail", _EMAIL), ("telephone", _TELEPHONE), ("citizen", _CITIZEN))
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            found.setdefault(match[0].strip(), kind)
    return tuple((kind, token) for token, kind in found.items())


def mask(name: str) -> str:
    """Return a name as its initials, for those who must tell two entries apart without naming anyone: "N. V. A."."""
    return " ".join(f"{word[0].upper()}." for word in name.split())
