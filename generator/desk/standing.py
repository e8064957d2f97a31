"""How the desk stands: the commune as last read, the preview of it, what the officer has seen, and the work under way."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from generator import sources
from generator.catalogue import Catalogue, load
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.desk.deciding import deciding
from generator.desk.dropping import Tray
from generator.desk.engine import Answer, Engine, Study
from generator.desk.work import Bench
from generator.findings import Finding, finding, tell
from generator.publication.inputs import files
from generator.publication.options import Options
from generator.serving.preview import Preview
from generator.serving.watching import changes
from generator.sources import SETTINGS


@dataclass(slots=True)
class Desk:
    """One run of the desk; pages read it, few functions change it."""

    options: Options
    preview: Preview
    bench: Bench
    engine: Engine = field(default_factory=Engine)
    answer: Answer | None = None
    reading: bool = False
    turn: int = 0
    previewed: str = ""
    seen: str = ""
    shelf: str = ""
    opened: set[str] = field(default_factory=set)
    tray: Tray = field(default_factory=Tray)
    _read: Mapping[str, str] = field(default_factory=dict)
    _asked: Event = field(default_factory=Event)
    _stop: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock)
    _looking: Lock = field(default_factory=Lock)

    @property
    def language(self) -> str:
        """Return the language of the desk's own words."""
        return self.options.language

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue, the commune's own rules in it once it was read."""
        study = self.study
        return study.office.books.catalogue if study and study.office.books else load()

    @property
    def study(self) -> Study | None:
        """Return the commune as last read; None before that, and where it can't be read."""
        return self.answer if isinstance(self.answer, Study) and not self.is_new else None

    @property
    def home(self) -> Path:
        """Return the commune's own folder, where files are dropped."""
        if isinstance(self.answer, Study) and not self.answer.office.folder.sample:
            return self.answer.office.folder.path
        return self.options.data

    @property
    def is_new(self) -> bool:
        """Return whether no commune of the officer's own is here yet."""
        if (self.options.data / SETTINGS).is_file():
            return False
        try:
            return all(folder.sample or not (folder.path / SETTINGS).is_file() for folder in sources.communes(self.options.data))
        except Unreadable:
            return True

    def mark(self) -> str:
        """Return a text that is another one whenever a page would look otherwise."""
        course = self.bench.course
        return f"{self.turn}.{int(self.reading)}.{self.preview.mark()}.{course.stage}.{course.at}.{self.previewed[:8]}"

    def state(self) -> str:
        """Return a digest of all that decides what would become public: every file put there, settings, answers, texts and the day."""
        return weighed(self.parts())

    def parts(self) -> dict[str, str]:
        """Return the digests of all that decides what would become public, by name."""
        return {**deciding(self.home, self.options.data), **deciding(self.options.content, self.options.content),
                "day": self.options.today.isoformat()}

    @property
    def stale(self) -> bool:
        """Return whether the preview is of something else than what lies here now."""
        return self.previewed != self.state()

    def places(self) -> tuple[str, ...]:
        """Return the words that tell a command where everything lies."""
        options = self.options
        pairs = (("data", options.data), ("content", options.content), ("output", options.output), ("to-print", options.to_print))
        return tuple(word for name, place in pairs for word in (f"--{name}", str(place)))

    def told(self, found: Finding) -> str:
        """Return a finding in the desk's language, with its remedy."""
        telling = tell(found, self.language)
        return f"{telling.message} {telling.help}"

    def renew(self) -> None:
        """Read the commune again now, and return when it was read."""
        with self._lock:
            self.reading = True
            self._asked.clear()
            try:
                self._read = self._fingerprint()
                if not self.is_new:
                    self.answer = self.engine.study(self.options)
            except OSError as fault:
                self.answer = finding("place-unusable", str(fault.filename or self.options.data), reason=fault.strerror or "")
            finally:
                self.reading = False
                self.turn += 1

    def ask(self) -> None:
        """Have the commune read again soon."""
        self.reading = True
        self._asked.set()

    def watch(self) -> None:
        """Read the commune whenever its folder changes or somebody asks, until the desk stops."""
        Thread(target=self._reader, daemon=True).start()
        Thread(target=self._watcher, daemon=True).start()

    def look(self) -> None:
        """Build the preview of what lies here now, unless that is the one there is."""
        Thread(target=self._preview, daemon=True).start()

    def close(self) -> None:
        """Stop all that runs."""
        self._stop.set()
        self._asked.set()
        self.preview.stop()
        self.bench.stop()
        self.engine.stop()

    def words(self, screen: str) -> dict[str, Any]:
        """Return a screen's texts."""
        found: dict[str, Any] = texts("desk", self.language)[screen]
        return found

    def _fingerprint(self) -> Mapping[str, str]:
        """Return the digests of all that a commune is read from, the desk's own notes among it."""
        return files(self.options.data, "data")

    def _reader(self) -> None:
        self.engine.warm()
        self.renew()
        while not self._stop.is_set():
            self._asked.wait()
            if not self._stop.is_set():
                self.renew()

    def _watcher(self) -> None:
        for changed in changes((self.options.data,), self._stop):
            if changed and self._fingerprint() != self._read:
                self.ask()
            if self._looking.acquire(blocking=False):
                self.preview.look()
                self._looking.release()

    def _preview(self) -> None:
        with self._looking:
            state = self.state()
            if state != self.previewed:
                self.preview.renew()
                self.opened.clear()
                self.previewed = state


def weighed(parts: Mapping[str, str]) -> str:
    """Return one digest of many by name."""
    return hashlib.sha256("\n".join(f"{name} {digest}" for name, digest in sorted(parts.items())).encode()).hexdigest()


def at(desk: Desk, **chosen: object) -> None:
    """Change a desk's options."""
    desk.options = replace(desk.options, **chosen)  # type: ignore[arg-type]
