"""Texts that would run, load, leave their place or start a formula where a page or a table let them: a few hundred make thousands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

# Written for these tests after the well-known ways: markup, attributes, addresses, templates, formulas, letters that turn, paths.
_TRICKS: tuple[str, ...] = (*json.loads(Path(__file__).with_name("hostile.json").read_text("utf-8")), "An " * 400, "A" * 2000)
_WAYS: tuple[Callable[[str], str], ...] = (
    str, lambda text: f"Nguyễn Văn {text}", lambda text: f"{text} An", str.upper, str.swapcase, escape,
    lambda text: quote(text.encode("utf-8", "replace")), lambda text: text.replace("<", "\uff1c").replace(">", "\uff1e"),
    lambda text: text.replace(" ", "/"), lambda text: text.replace("'", '"'), lambda text: f'"{text}"', lambda text: f"'{text}'",
    lambda text: f"<b>{text}</b>", lambda text: f"a={text}&b=<", lambda text: text * 2, lambda text: f"<<{text}>>",
    lambda text: "".join(f"&#x{ord(letter):x};" for letter in text[:60]), lambda text: f"={text}", lambda text: f"\u202e{text}\u202c",
    lambda text: text.replace("<", "< "), lambda text: f"\"'><{text}", lambda text: f"-{text}", lambda text: f"+{text}",
    lambda text: f"@{text}",
)


def hostile() -> Iterator[str]:
    """Yield every text once, in the same order each time."""
    made = dict.fromkeys(way(trick) for way in _WAYS for trick in _TRICKS)
    yield from (text for text in made if "@" not in text[1:])
