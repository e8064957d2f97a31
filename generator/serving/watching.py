"""Wait for changes in folders, those of lock files and of the program's own notes aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

_LOCKS = ("~$", ".", "~")
_PAUSE = 400


def changes(folders: tuple[Path, ...], stop: Event) -> Iterator[bool]:
    """Yield again and again whether something changed, a few times a second, until told to stop."""
    for found in watch(*folders, watch_filter=_matters, debounce=_PAUSE * 2, step=_PAUSE // 4, rust_timeout=_PAUSE, yield_on_timeout=True,
                       stop_event=stop, raise_interrupt=True):
        yield bool(found)


def _matters(_: Change, path: str) -> bool:
    return not any(part.startswith(_LOCKS) for part in Path(path).parts[-3:])
