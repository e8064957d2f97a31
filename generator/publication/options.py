"""What a build is asked to do: where from, where to, for which day."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Options:
    """A build's choices; `report` lies beside `output`.

    `jobs` is how many processes may work at once, `scheduler` the address of a cluster that works instead of them.
    `recorded` shows only what the record of postings holds: nothing of today's workbooks goes public that did not before.
    """

    data: Path = ROOT / "data"
    content: Path = ROOT / "content"
    output: Path = ROOT / "output"
    to_print: Path = ROOT / "to-print"
    today: date = field(default_factory=lambda: vietnam_day())  # noqa: PLW0108 - defined below
    only: str = ""
    jobs: int = field(default_factory=lambda: max(1, min(os.cpu_count() or 1, 8)))
    prints: bool = True
    language: str = "vi"
    strict: bool = False
    scheduler: str = ""
    said: bool = True
    recorded: bool = False

    @property
    def report(self) -> Path:
        """Return where the build's report goes: beside the site, never in it."""
        return self.output.parent / "build-report.json"


def vietnam_day() -> date:
    """Return today's day in Việt Nam."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


def from_settings(settings: Mapping[str, Any]) -> Options:
    """Return the options that Pelican's settings carry: an Options of the build command, or plain values of pelicanconf.py."""
    asked = settings.get("CONGKHAI", {})
    if isinstance(asked, Options):
        return asked
    today = asked.get("today")
    return Options(
        data=_path(asked.get("data", "data")), to_print=_path(asked.get("to_print", "to-print")),
        content=Path(settings["PATH"]), output=Path(settings["OUTPUT_PATH"]),
        today=date.fromisoformat(today) if today else vietnam_day(),
    )


def _path(name: str | Path) -> Path:
    return name if isinstance(name, Path) else ROOT / name
