"""Say how far the work is: a line that moves on a terminal, plain lines in a log, or an event a line for another program."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

_Item = TypeVar("_Item")
_EVENTS: ContextVar[bool] = ContextVar("events", default=False)
_SURE = 3  # so many items done tell how long the rest takes


@contextmanager
def events(*, wanted: bool) -> Iterator[None]:
    """During the block, write an event per line as JSON on stdout besides what people read on stderr, where that is wanted."""
    before = _EVENTS.set(wanted)
    try:
        yield
    finally:
        _EVENTS.reset(before)


def event(name: str, **more: object) -> None:
    """Write an event where another program listens: its name, and what it tells."""
    if _EVENTS.get():
        sys.stdout.write(json.dumps({"event": name, **more}, ensure_ascii=False, default=str) + "\n")
        sys.stdout.flush()


def say(text: str) -> None:
    """Write one line for the person who waits."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def counted(items: Iterable[_Item], total: int, words: Mapping[str, str], name: str) -> Iterator[_Item]:
    """Yield the items, showing how many of all are done and how long the rest may take; on a log every quarter of them.

    `words` has the text of the step under its name, and "left" for the time that is left.
    """
    live = sys.stderr.isatty()
    every = 1 if live else max(1, total // 4)
    begun = time.monotonic()
    for number, item in enumerate(items, 1):
        event(name, done=number, total=total)
        if number % every == 0 or number == total:
            end = "" if live and number < total else "\n"
            sys.stderr.write(("\r" if live else "") + f"{words[name]} {number}/{total}{_left(begun, number, total, words)}" + end)
            sys.stderr.flush()
        yield item


def _left(begun: float, number: int, total: int, words: Mapping[str, str]) -> str:
    """Return how long the rest may take; nothing while there is too little to tell by."""
    if number < _SURE or number == total:
        return ""
    minutes, seconds = divmod(round((time.monotonic() - begun) / number * (total - number)), 60)
    return words["left"].format(minutes=minutes, seconds=seconds)
