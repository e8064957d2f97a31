"""Prints kept from build to build, so that what did not change is not printed again; a lost or damaged one costs time only."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.disclosure.site import Made
from generator.prints.job import PrintJob
from generator.prints.versions import surroundings

_NAMED, _PLAIN = ".named", ".plain"
_MOST = 6000  # two of a province of 102 communes


class _Head(msgspec.Struct, frozen=True):
    """The first line of a kept print: its pages, what made it, and the digest of what follows."""

    pages: int
    made_by: str
    sha256: str


@dataclass(slots=True)
class Kept:
    """A folder of kept prints; `used` are the files that this build took or put there."""

    folder: Path
    used: set[str] = field(default_factory=set)

    def take(self, job: PrintJob) -> Made | None:
        """Return the print that the job would make, written to its place from what was kept; None where nothing sound was."""
        path = self._path(job)
        found = _read(path)
        if found is None:
            return None
        head, content = found
        job.target.parent.mkdir(parents=True, exist_ok=True)
        job.target.write_bytes(content)
        self.used.add(path.name)
        with suppress(OSError):
            os.utime(path)
        return made(job, head.pages, head.made_by)

    def put(self, job: PrintJob, one: Made) -> None:
        """Keep a copy of a print just made; where there is no room or no right to, nothing is kept."""
        path = self._path(job)
        with suppress(OSError):
            content = job.target.read_bytes()
            head = msgspec.json.encode(_Head(one.pages, one.made_by, hashlib.sha256(content).hexdigest()))
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # some name persons
            part = path.with_suffix(f".{os.getpid()}")
            part.write_bytes(head + b"\n" + content)
            part.replace(path)
            self.used.add(path.name)

    def tidy(self) -> None:
        """Remove prints with names that were not used now, since they may be named no more, and others beyond the newest six thousand."""
        with suppress(OSError):
            found = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
            plain = [path for path in found if path.suffix == _PLAIN and path.name not in self.used]
            stale = [path for path in found if path.suffix != _PLAIN and path.name not in self.used]
            for path in (*plain[_MOST:], *stale):
                path.unlink(missing_ok=True)

    def _path(self, job: PrintJob) -> Path:
        return self.folder / (_key(job) + (_NAMED if job.named else _PLAIN))


def made(job: PrintJob, pages: int, made_by: str) -> Made:
    """Return what a job became, once its file lies in its place."""
    return Made(job.disclosure, "print", job.paper, job.path, job.purpose, pages, job.target.stat().st_size, made_by, job.public, job.place)


def unready(job: PrintJob) -> Made:
    """Return what stands for a print that could not be made, so that its page says so; there is no file of it."""
    return Made(job.disclosure, "unready", job.paper, job.path, job.purpose, public=False)


def _key(job: PrintJob) -> str:
    """Return the digest of all that the print's bytes depend on."""
    parts = (surroundings(), *(part for one in (job, *job.members) for part in _content(one)))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _content(job: PrintJob) -> tuple[str, str]:
    return job.html, repr((job.least, job.carry, job.grow, job.tiling))


def _read(path: Path) -> tuple[_Head, bytes] | None:
    try:
        first, _, content = path.read_bytes().partition(b"\n")
        head = msgspec.json.decode(first, type=_Head)
    except (OSError, msgspec.MsgspecError):
        return None
    return (head, content) if hashlib.sha256(content).hexdigest() == head.sha256 else None
