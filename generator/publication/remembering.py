"""What the last build made of each commune, and of what: one small file each; a lost or damaged one costs time only."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from generator.publication.inputs import Inputs
from generator.release.writing import CannotWrite, write


class Stopped(Struct, frozen=True):
    """Why a place could not be written: the code of the finding, the place, and the words its text names."""

    code: str
    place: str
    details: dict[str, str]


class Result(Struct, frozen=True, kw_only=True):
    """What became of one commune: its part of the report, and how much was made.

    `errors` are what the terminal says of each refusal, `used` the kept prints it took. `failed` says that nothing new could be
    made of it, so that what was there stays; `stopped` that the place itself was at fault, which ends the whole build.
    """

    id: str
    name: str
    report: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    troubles: tuple[dict[str, Any], ...] = ()
    errors: tuple[str, ...] = ()
    refused: int = 0
    failed: bool = False
    stopped: Stopped | None = None
    used: tuple[str, ...] = ()
    seconds: float = 0.0


class Memory(Struct, frozen=True, kw_only=True):
    """A commune's result, the inputs it was made of, and the marks of its two folders as they were left."""

    result: Result
    inputs: Inputs
    site: str
    paper: str


class Memories:
    """The folder where results are remembered from build to build, private to who builds."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is touched yet."""
        self.folder = folder

    def recall(self, commune: str) -> Memory | None:
        """Return what is remembered of a commune; None where nothing sound is."""
        try:
            return msgspec.json.decode(self._path(commune).read_bytes(), type=Memory)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def keep(self, memory: Memory) -> None:
        """Remember a commune's result; where there is no room or no right to, nothing is remembered."""
        with suppress(OSError, CannotWrite):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write(self._path(memory.result.id), msgspec.json.encode(memory))

    def forget(self, commune: str) -> None:
        """Forget a commune."""
        with suppress(OSError):
            self._path(commune).unlink(missing_ok=True)

    def _path(self, commune: str) -> Path:
        return self.folder / f"{hashlib.sha256(commune.encode()).hexdigest()[:24]}.json"


def mark(folder: Path, without: frozenset[str] = frozenset()) -> str:
    """Return a text that is another one once any file below a folder was changed, added or taken away, by its size and time.

    `without` are folders directly in it that do not count.
    """
    lines = _lines(os.fspath(folder), "", without) if folder.is_dir() else ()
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _lines(folder: str, name: str, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield a line for each file in the order of names; a province has thousands, so no path is taken apart."""
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if entry.name not in without), key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _lines(entry.path, f"{name}{entry.name}/")
        else:
            told = entry.stat(follow_symlinks=False)
            yield f"{name}{entry.name} {told.st_size} {told.st_mtime_ns}"
