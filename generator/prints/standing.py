"""Prints that were asked for stand while what they show may hang, made again by each build; an officer's own files stay as they are."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import msgspec

from generator.catalogue.texts import texts
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.findings import Finding, finding
from generator.prints.job import PrintJob
from generator.prints.requests import Request, requested

_FILE = ".asked.json"
_Key: TypeAlias = tuple[tuple[str, ...], str, str, str]


class _Entry(msgspec.Struct, frozen=True):
    """A request as it was asked, and the files made for it: their places below the commune's folder, and their digests."""

    what: tuple[str, ...]
    purpose: str
    paper: str
    place: str
    files: dict[str, str] = {}

    @property
    def request(self) -> Request:
        """Return what was asked for."""
        return Request(self.what, self.purpose, self.paper, self.place)


@dataclass(slots=True)
class Standing:
    """The requests that stand for a commune: what was asked, and the files in their folder that an officer put there or changed."""

    folder: Path
    entries: tuple[_Entry, ...] = ()
    own: tuple[str, ...] = ()
    paths: dict[_Key, tuple[str, ...]] = field(default_factory=dict)

    def jobs(self, board: Mapping[str, Disclosure], site: Site) -> tuple[list[PrintJob], list[Finding]]:
        """Return the prints to make again, but for those whose files an officer changed, and what there is to say of either."""
        jobs: dict[str, PrintJob] = {}
        told = [finding("print-own", path, title=Path(path).name) for entry in self.entries for path in entry.files if path in self.own]
        for entry in self.entries:
            found = {job.path: job for job in requested(board, site, entry.request)}
            self.paths[_key(entry)] = tuple(found)
            jobs |= found
            told += [finding("print-ended", path, title=Path(path).name) for path in entry.files if path not in {*found, *self.own}]
        return [job for job in jobs.values() if job.path not in self.own], told

    def keep(self, target: Path) -> None:
        """Copy an officer's own files to the commune's new folder of what is to be printed, and write down there what stands."""
        for path in self.own:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self.folder / path, target / path)
        _write(target, [self._made(entry, target) for entry in self.entries if self.paths.get(_key(entry), _FILE)])

    def _made(self, entry: _Entry, target: Path) -> _Entry:
        """Return a request with what was made for it now; a file that an officer changed keeps the digest of what it was before."""
        files = {path: entry.files.get(path, "") if path in self.own else digest
                 for path, digest in _digests(target, self.paths.get(_key(entry), ())).items()}
        return msgspec.structs.replace(entry, files=files)


def standing(folder: Path) -> Standing:
    """Return the requests that stand in a commune's folder of what is to be printed; one whose files were all removed stands no more."""
    entries = tuple(entry for entry in _read(folder) if not entry.files or any((folder / path).is_file() for path in entry.files))
    known = {path: digest for entry in _read(folder) for path, digest in entry.files.items()}
    place = _place(folder)
    found = [path.relative_to(folder).as_posix() for path in sorted(place.rglob("*")) if path.is_file() and path != place / _FILE]
    return Standing(folder, entries, tuple(path for path in found if known.get(path) != _digest(folder / path)))


def note(folder: Path, request: Request, made: Iterable[str]) -> None:
    """Write down that these files were made for a request, so that builds keep them true."""
    entry = _Entry(tuple(request.what), request.purpose, request.paper, request.place, _digests(folder, tuple(made)))
    _write(folder, [*(other for other in _read(folder) if _key(other) != _key(entry)), entry])


def _key(entry: _Entry) -> _Key:
    return entry.what, entry.purpose, entry.paper, entry.place


def _place(folder: Path) -> Path:
    return folder / Path(str(texts("prints", "vi")["files"]["requested"]).format(path=_FILE)).parent


def _read(folder: Path) -> tuple[_Entry, ...]:
    try:
        return msgspec.json.decode((_place(folder) / _FILE).read_bytes(), type=tuple[_Entry, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def _write(folder: Path, entries: list[_Entry]) -> None:
    if entries:
        _place(folder).mkdir(parents=True, exist_ok=True)
        (_place(folder) / _FILE).write_bytes(msgspec.json.encode(entries))


def _digests(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    return {path: digest for path in paths if (digest := _digest(folder / path))}


def _digest(path: Path) -> str:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""
