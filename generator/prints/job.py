"""A print to be made: everything a worker process needs, and nothing of the officer's workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.disclosure.site import Made


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print as HTML; `path` is relative to the commune's folder of the site, or of `to-print/` where it names persons.

    `folder` is set by `prints.make_all` to where that folder lies.
    """

    disclosure: str
    purpose: str
    paper: str
    path: str
    public: bool
    html: str
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a job: the print, or why there is none; `why` is "unavailable" (no Pango here) or the fault in words."""

    job: PrintJob
    made: Made | None = None
    why: str = ""
