"""Work in processes of their own, with limits on time and memory: what kills its process is one outcome, the rest goes on."""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, Literal, TypeAlias, TypeVar
from urllib.parse import urlsplit

from generator.scratch import scratch

Item = TypeVar("Item")
Result = TypeVar("Result")
Failure: TypeAlias = Literal["crashed", "timeout"]

TIMEOUT = 20.0
MEMORY = 1024 * 1024 * 1024
PATIENCE = 30.0

_CONTEXT: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
_AHEAD = 8
_RETRIES = 2
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PARENT_CHECK = 5.0
_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of an item: its result, or how its work failed and, where the worker could still say so, why."""

    item: Item
    result: Result | None = None
    failure: Failure | None = None
    reason: str = ""


@dataclass(slots=True)
class _Running:
    """A worker process, the pipe to it, the item it has until when, and how many it did before."""

    process: Any
    pipe: Connection
    place: int = -1
    deadline: float = 0.0
    done: int = 0


def run(function: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1, timeout: float = TIMEOUT,  # noqa: PLR0913 - limits
        memory: int = MEMORY, lives: int = 0, meanwhile: Callable[[], None] | None = None) -> Generator[Outcome[Item, Result], None, None]:
    """Yield an outcome per item, in their order; each has `timeout` seconds and its process `memory` bytes more than at its start.

    A process does `lives` items before a fresh one takes its place, any number with 0: what libraries keep from item to item goes with it.
    `meanwhile` is done once, as soon as the first workers have something to do; threads of it must have ended when it returns.
    An exception of the function is a failure "crashed" of that item. Where processes are spawned, function and items must be picklable.
    """
    pool = _Pool(function, workers, timeout, memory, lives)
    pending: deque[Item] = deque()
    done: dict[int, tuple[Any, Failure | None, str]] = {}
    source = iter(items)
    shown = taken = 0
    try:
        while True:
            for item in _some(source, len(pending), workers):
                pending.append(item)
            while pool.has_room and taken < shown + len(pending):
                pool.start(taken, pending[taken - shown])
                taken += 1
            if meanwhile:
                meanwhile()
                meanwhile = None
            if not pending:
                return
            done.update(pool.collect())
            while shown in done:
                yield Outcome(pending.popleft(), *done.pop(shown))
                shown += 1
    finally:
        pool.close()


def run_on(executor: Executor, function: Callable[[Item], Result], items: Iterable[Item], *, timeout: float = TIMEOUT,
           meanwhile: Callable[[], None] | None = None) -> Generator[Outcome[Item, Result], None, None]:
    """Yield the same outcomes from any executor, such as a cluster's client, which sees to its own limits of memory."""
    futures: list[tuple[Item, Future[Result]]] = [(item, executor.submit(function, item)) for item in items]
    if meanwhile:
        meanwhile()
    for item, future in futures:
        try:
            fault = future.exception(timeout)
        except FutureTimeoutError:
            future.cancel()
            yield Outcome(item, failure="timeout")
            continue
        yield Outcome(item, failure="crashed", reason=repr(fault)) if fault else Outcome(item, future.result())


class NoCluster(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A cluster that can't be used: "scheduler-open" to strangers, its library "scheduler-missing", or "scheduler-unreachable"."""


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Yield the executor of a Dask scheduler; NoCluster with its code. Personal data moves, so only the loopback or TLS will do.

    The workers see the same folders as this machine under the same names.
    """
    if not (address.startswith("tls://") or urlsplit(address).hostname in _LOOPBACK):
        raise NoCluster("scheduler-open")
    try:
        from distributed import Client  # noqa: PLC0415 - an extra of the program, missing on most machines
    except ImportError:
        raise NoCluster("scheduler-missing") from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError):
        raise NoCluster("scheduler-unreachable") from None
    with client:
        yield client.get_executor(pure=False, retries=_RETRIES)


def _some(source: Iterator[Item], waiting: int, workers: int) -> Iterator[Item]:
    """Give as many items as keep the workers busy without holding every result in memory."""
    for _, item in zip(range(max(workers, 1) * _AHEAD - waiting), source, strict=False):
        yield item


class _Pool:
    """The worker processes, started when first needed and replaced when one dies or must be stopped."""

    def __init__(self, function: Callable[[Any], Any], workers: int, timeout: float, memory: int, lives: int) -> None:
        self._function, self._timeout, self._memory, self._lives = function, timeout, memory, lives
        self._size = max(workers, 1)
        self._idle: list[_Running] = []
        self._busy: list[_Running] = []
        self._held = contextlib.ExitStack()
        self._scratch: Path | None = None

    @property
    def has_room(self) -> bool:
        return len(self._busy) < self._size

    def start(self, place: int, item: object) -> None:
        """Give an item to an idle worker, or to a new one where there is none or it has died."""
        worker = self._idle.pop() if self._idle else self._new()
        try:
            worker.pipe.send(item)
        except OSError:
            _stop(worker)
            worker = self._new()
            worker.pipe.send(item)
        worker.place, worker.deadline = place, time.monotonic() + self._timeout
        self._busy.append(worker)

    def collect(self) -> dict[int, tuple[Any, Failure | None, str]]:
        """Wait for the next worker that answers, dies or runs out of time; return what they did by the items' places."""
        left = max(min(worker.deadline for worker in self._busy) - time.monotonic(), 0)
        ready = wait([worker.pipe for worker in self._busy], left)
        found: dict[int, tuple[Any, Failure | None, str]] = {}
        for worker in tuple(self._busy):
            if worker.pipe in ready:
                found[worker.place] = self._answer(worker)
            elif time.monotonic() >= worker.deadline:
                self._busy.remove(worker)
                _stop(worker)
                found[worker.place] = (None, "timeout", "")
        return found

    def close(self) -> None:
        """Stop every worker, and remove what they left in their temporary folder."""
        with self._held:
            for worker in (*self._idle, *self._busy):
                _stop(worker)

    def _answer(self, worker: _Running) -> tuple[Any, Failure | None, str]:
        self._busy.remove(worker)
        try:
            answer: tuple[Any, Failure | None, str] = worker.pipe.recv()
        except (EOFError, OSError):
            _stop(worker)
            return None, "crashed", ""
        worker.done += 1
        if answer[1] is None and worker.done != self._lives:
            self._idle.append(worker)
        else:
            _stop(worker)
        return answer

    def _new(self) -> _Running:
        if self._scratch is None:
            self._scratch = self._held.enter_context(scratch())
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_work, args=(theirs, self._function, self._memory, os.getpid(), self._scratch))
        process.start()
        theirs.close()
        return _Running(process, ours)


def _stop(worker: _Running) -> None:
    worker.pipe.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()
    worker.process.close()


def _work(pipe: Connection, function: Callable[[Any], Any], memory: int, parent: int, folder: Path | None) -> None:
    """Answer items in a worker process until its parent closes the pipe or is gone; its temporary files lie in the pool's folder."""
    _silence()
    _die_with(parent)
    if folder:
        tempfile.tempdir = os.environ["TMPDIR"] = str(folder)  # a killed worker cleans nothing up: its pool does
    _limit(memory)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while os.getppid() == parent:
            if pipe.poll(_PARENT_CHECK):
                _reply(pipe, function, pipe.recv())


def _reply(pipe: Connection, function: Callable[[Any], Any], item: object) -> None:
    """Send what the function makes of an item; an error of it ends the process, after its last words."""
    with contextlib.ExitStack() as last_words:
        last_words.callback(lambda: pipe.send((None, "crashed", repr(sys.exception()))))
        answer = function(item)
        last_words.pop_all()
    pipe.send((answer, None, ""))


def _die_with(parent: int) -> None:
    """Let the system kill this process once its parent is gone, where it can: an orphan would hold the parent's locks and go on writing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def _silence() -> None:
    """Keep a dying library's last words from the terminal, and leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _limit(memory: int) -> None:
    """Allow the process so much memory more than it has now, where the system can be told so."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[5])
        _, most = resource.getrlimit(resource.RLIMIT_DATA)  # a worker's own workers may be given more
        resource.setrlimit(resource.RLIMIT_DATA, (pages * resource.getpagesize() + memory, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return
