"""Work that takes longer than an answer: the program's own commands one after another, their progress told, never two at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, Thread

_FINE = (0, 1)


@dataclass(frozen=True, slots=True)
class Step:
    """A command to run: the key of what is said of it, its words, and whether its failing ends the rest.

    `still` says, just before it runs, whether all is as it was when the officer decided; where it isn't, nothing more is done.
    """

    key: str
    words: tuple[str, ...]
    needed: bool = True
    still: Callable[[], bool] | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """How a piece of work stands: the step it is at, how many of the step's items are done, and what its commands said."""

    name: str = ""
    steps: tuple[str, ...] = ()
    at: int = 0
    done: int = 0
    total: int = 0
    stage: str = ""
    said: tuple[str, ...] = ()

    @property
    def running(self) -> bool:
        """Return whether it is under way."""
        return self.stage == "running"


@dataclass(slots=True)
class Bench:
    """The one place where work is done; `course` may be read at any time."""

    root: Path
    more: tuple[str, ...]
    course: Course = field(default_factory=Course)
    _lock: Lock = field(default_factory=Lock)
    _process: subprocess.Popen[str] | None = None

    def begin(self, name: str, steps: Sequence[Step], after: Callable[[bool], None]) -> bool:
        """Begin a piece of work and return True; False while another is under way. `after` hears whether all went well."""
        with self._lock:
            if self.course.running:
                return False
            self.course = Course(name, tuple(step.key for step in steps), stage="running")
        Thread(target=self._work, args=(steps, after), daemon=True).start()
        return True

    def stop(self) -> None:
        """End the command that is under way."""
        process = self._process
        if process and process.poll() is None:
            process.terminate()
            process.wait()

    def _work(self, steps: Sequence[Step], after: Callable[[bool], None]) -> None:
        well, ended = True, "failed"
        for number, step in enumerate(steps):
            self.course = replace(self.course, at=number, done=0, total=0)
            if step.still and not step.still():
                well, ended = False, "changed"
                break
            code = self._run(step.words)
            if code not in _FINE and step.needed:
                well = False
                break
        after(well)
        self.course = replace(self.course, at=len(steps) if well else self.course.at, stage="done" if well else ended)

    def _run(self, words: tuple[str, ...]) -> int:
        """Run one command; its events move the course on, what it says to people is kept."""
        command = [sys.executable, "-m", "generator", *words, *self.more]
        with subprocess.Popen(command, cwd=self.root, env={**os.environ, "PYTHONIOENCODING": "utf-8"},  # noqa: S603 - our own commands
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
                              errors="replace") as self._process:
            assert self._process.stdout is not None  # noqa: S101 - it was asked for
            for line in self._process.stdout:
                self._heard(line.strip())
        return self._process.returncode

    def _heard(self, line: str) -> None:
        try:
            event = json.loads(line) if line.startswith("{") else None
        except ValueError:
            event = None
        if isinstance(event, dict):
            if "total" in event:
                self.course = replace(self.course, done=int(event["done"]), total=int(event["total"]))
        elif line:
            self.course = replace(self.course, said=(*self.course.said, line)[-200:])
