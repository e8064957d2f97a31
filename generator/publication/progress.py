"""Say on stderr what is being done: a line that moves on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Item = TypeVar("_Item")


def say(text: str) -> None:
    """Write one line for the person who waits."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def counted(items: Iterable[_Item], total: int, text: str) -> Iterator[_Item]:
    """Yield the items, showing how many of all are done; on a log every quarter of them."""
    live = sys.stderr.isatty()
    every = 1 if live else max(1, total // 4)
    for number, item in enumerate(items, 1):
        if live:
            sys.stderr.write(f"\r{text} {number}/{total}" + ("\n" if number == total else ""))
        elif number % every == 0 or number == total:
            sys.stderr.write(f"{text} {number}/{total}\n")
        sys.stderr.flush()
        yield item
