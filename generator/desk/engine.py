"""A process that reads a commune's workbooks again whenever it is asked to, kept warm so that an answer takes no time to start."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, TypeAlias

from generator.attachments.carrying import by_disclosure
from generator.catalogue import load
from generator.cells import Unreadable
from generator.findings import Finding, finding, unreadable
from generator.posting.due import Item, due
from generator.posting.store import Store
from generator.posting.store import load as store_of
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from generator.release import manifests
from generator.release.writing import CannotWrite
from generator.report.telling import FileTold, told

# Spawned, never forked: the server's threads hold locks that a copy of the process would wait for in vain.
_CONTEXT: Any = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Study:
    """What was read of a commune: made ready for its day, what is due, its record, and its files in words by their names.

    `attached` are the digests of what its tables carry, `named` the tables that name persons in the site as it was built last.
    """

    office: Office
    due: tuple[Item, ...]
    store: Store
    told: Mapping[str, FileTold] = field(default_factory=dict)
    attached: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()


Answer: TypeAlias = Study | Finding


class Engine:
    """The process and the way to it; one question at a time, a process that died is started again."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._lock = Lock()
        self._process: Any = None
        self._way: Connection | None = None
        self._closed = False

    def warm(self) -> None:
        """Start the process, so that its libraries load while the officer looks at the first page."""
        with self._lock:
            if not self._closed:
                self._started()

    def study(self, options: Options) -> Answer:
        """Return a commune read as it lies there now, or the one finding that keeps it from being read at all."""
        with self._lock:
            for _ in range(2):
                if self._closed:
                    break
                way = self._started()
                try:
                    way.send(options)
                    found: Answer = way.recv()
                except (OSError, EOFError):
                    self._stop()
                    continue
                return found
        return finding("program-fault", str(options.data))

    def stop(self) -> None:
        """End the process for good."""
        self._closed = True
        self._stop()

    def _started(self) -> Connection:
        if self._way is None or not self._process.is_alive():
            self._way, other = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=_serve, args=(other,))
            self._process.start()
            other.close()
        assert self._way is not None  # noqa: S101 - made just now
        return self._way

    def _stop(self) -> None:
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
            self._process.join()
        self._process = self._way = None


def _serve(way: Connection) -> None:
    """Answer questions until the desk closes its end."""
    while True:
        try:
            options = way.recv()
        except (EOFError, KeyboardInterrupt):
            return
        way.send(answered(options))


def answered(options: Options) -> Answer:
    """Return what a commune's folder holds, or why nothing can be made of it."""
    try:
        catalogue = load()
        (folder,) = chosen_folders(options)
        office = ready(folder, options, catalogue)
        store = store_of(folder.path)
    except Unreadable as fault:
        return unreadable(fault, fault.details.get("file", ""))
    except CannotWrite as fault:
        return fault.finding()
    except OSError as fault:
        return finding("place-unusable", str(fault.filename or options.data), reason=fault.strerror or type(fault).__name__)
    items = due(office.books, office.shown.board.values(), store, options.language) if office.books else ()
    files = {one.source.name: told(one, catalogue, options.language, office.commune) for one in office.decided.examined}
    carried, _ = office.attachments(catalogue) if office.commune.attachment else ((), ())
    return Study(office, items, store, files, by_disclosure(carried), _named(options, office))


def _named(options: Options, office: Office) -> frozenset[str]:
    """Return the tables that name persons in the site that the last build made."""
    for place in (options.output / office.commune.id, options.output):
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads((place / manifests.FILE).read_bytes())
            return frozenset(one["id"] for one in told["disclosures"] if one["names_persons"])
    return frozenset()
