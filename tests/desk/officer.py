"""An officer in a browser: what is clicked and typed is counted, and how long the machine lets wait is measured."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Officer:
    """A page and what was done on it: how many steps, how long each wait was, how long the desk took for each answer."""

    page: Any
    steps: int = 0
    waits: dict[str, float] = field(default_factory=dict)
    answers: list[tuple[float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Hear every answer of the desk's screens; what a frame shows and the follow-up of changes are none."""
        self.page.on("requestfinished", self._heard)

    def click(self, place: str) -> None:
        """Click once."""
        self.steps += 1
        self.page.click(place)

    def fill(self, place: str, text: str) -> None:
        """Type a text."""
        self.steps += 1
        self.page.fill(place, text)

    @contextmanager
    def waiting(self, name: str) -> Iterator[None]:
        """Measure how long the machine lets wait for something."""
        begun = time.monotonic()
        yield
        self.waits[name] = self.waits.get(name, 0.0) + time.monotonic() - begun

    def told(self) -> str:
        """Return what was measured, for the report of the tests."""
        slow = sorted(self.answers, reverse=True)
        middle = slow[len(slow) // 2][0] if slow else 0.0
        lines = [f"{self.steps} steps; the machine's own time {sum(self.waits.values()):.1f} s: "
                 + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.waits.items()),
                 f"{len(slow)} answers, the middle one {middle:.0f} ms, the slowest: "
                 + ", ".join(f"{what} {taken:.0f} ms" for taken, what in slow[:5])]
        return "\n".join(lines)

    def _heard(self, request: Any) -> None:
        if request.resource_type == "document" and request.frame == self.page.main_frame:
            path = request.url.split("/", 3)[-1].split("?")[0]
            self.answers.append((request.timing["responseEnd"] - max(0.0, request.timing["requestStart"]), f"{request.method} /{path}"))
