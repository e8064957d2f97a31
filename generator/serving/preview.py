"""A preview in a folder of its own: built by the program's own commands, each in a process of its own, beside what they found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

OUTPUT, PAPERS, RESULTS, REPORT = "output", "to-print", "ket-qua", "build-report.json"
DUE, CALENDAR = "due.json", "han-cong-khai.ics"
_FINE = (0, 1)


@dataclass(frozen=True, slots=True)
class State:
    """How a preview stands: "building", "printing", "ready" or "failed"; the report of its last build, and what a failed one said."""

    stage: str = "building"
    report: Mapping[str, Any] = field(default_factory=dict)
    said: str = ""
    built_at: float = 0.0


class Preview:
    """The preview's folder and how it stands; other threads may read `state` at any time."""

    def __init__(self, folder: Path, places: Mapping[str, Path], words: Sequence[str], root: Path) -> None:
        """Take the folder, where data and content lie, further words for each command, and where the program lies."""
        self.folder = folder
        self.state = State()
        self._data, self._content = places["data"], places["content"]
        self._words, self._root = tuple(words), root
        self._printing: subprocess.Popen[str] | None = None

    def mark(self) -> str:
        """Return a text that is another one whenever the preview stands otherwise."""
        return f"{self.state.stage} {self.state.built_at}"

    def renew(self) -> None:
        """Build the pages and marked copies again, then begin with the prints."""
        self.stop()
        self.state = State("building", self.state.report, self.state.said, self.state.built_at)
        code, said = self._run(*self._build(), "--no-prints")
        if code not in _FINE:
            self.state = State("failed", self.state.report, said, self.state.built_at)
            return
        self._run("check", str(self._data), "--format", "html", "--marked", str(self.folder / RESULTS))
        self._take("printing")
        self._printing = self._start(*self._build(), heard=subprocess.DEVNULL)
        for shape, name in (("json", DUE), ("ics", CALENDAR)):
            self._kept(self.folder / name, "due", "--data", str(self._data), "--format", shape)

    def look(self) -> None:
        """Take the prints in once they are made."""
        if self._printing and self._printing.poll() is not None:
            self._take("ready")
            self.stop()

    def wait(self) -> None:
        """Wait for the prints that are being made."""
        printing = self._printing
        if printing:
            printing.wait()

    def stop(self) -> None:
        """End a build that is under way."""
        if self._printing:
            if self._printing.poll() is None:
                self._printing.terminate()
            self._printing.wait()
            self._printing = None

    def _take(self, stage: str) -> None:
        path = self.folder / REPORT
        self.state = State(stage, json.loads(path.read_text("utf-8")), "", path.stat().st_mtime)

    def _build(self) -> tuple[str, ...]:
        return ("build", "--data", str(self._data), "--content", str(self._content), "--output", str(self.folder / OUTPUT),
                "--to-print", str(self.folder / PAPERS))

    def _run(self, *words: str) -> tuple[int, str]:
        process = self._start(*words)
        try:
            _, said = process.communicate()
        except BaseException:
            process.terminate()
            process.wait()
            raise
        return process.returncode, said

    def _kept(self, path: Path, *words: str) -> None:
        """Keep what a command says in a file, byte by byte, if it did what it was asked."""
        fresh = path.with_suffix(".part")
        with fresh.open("wb") as file:
            process = self._start(*words, heard=subprocess.DEVNULL, said=file)
            try:
                code = process.wait()
            except BaseException:
                process.terminate()
                process.wait()
                raise
        if code in _FINE:
            fresh.replace(path)

    def _start(self, *words: str, heard: int = subprocess.PIPE, said: int | IO[bytes] = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """Start one of the program's own commands, its temporary files in the preview's folder, so that they go with it."""
        own = self.folder / "tam"
        own.mkdir(exist_ok=True)
        places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(own))
        return subprocess.Popen([sys.executable, "-m", "generator", *words, *self._words],  # noqa: S603 - our own commands
                                cwd=self._root, env={**os.environ, **places, "PYTHONIOENCODING": "utf-8"}, stdin=subprocess.DEVNULL,
                                stdout=said, stderr=heard, text=True, encoding="utf-8", errors="replace")
