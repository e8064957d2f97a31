"""A print to be made: everything a worker process needs, and nothing of the officer's workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.disclosure.site import Made
from generator.findings import Finding


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print as HTML; `path` is relative to the commune's folder of the site, or of `to-print/` where it names persons.

    `folder` is set by `prints.make_all` to where that folder lies.
    """

    disclosure: str
    title: str
    purpose: str
    paper: str
    path: str
    public: bool
    html: str
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a job: the print, or the finding that says why there is none (none where an earlier one said it for all)."""

    job: PrintJob
    made: Made | None = None
    finding: Finding | None = None
