"""A print to be made: everything a worker process needs, and nothing of the officer's workbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.disclosure.site import Made
from generator.findings import Finding


@dataclass(frozen=True, slots=True)
class Carry:
    """What a table carries over a page's end: each row's running sum, and the two rows' HTML with a mark for the amount.

    The table's rows have the ids "r0", "r1" …; `foot` is the page's lower margin in mm.
    """

    sums: tuple[int, ...]
    out: str
    into: str
    foot: float


@dataclass(frozen=True, slots=True)
class Grow:
    """The type sizes, in points, between which a poster's type grows until its sheet is full; it starts at `first`."""

    least: float
    most: float
    first: float


@dataclass(frozen=True, slots=True)
class Tiling:
    """A poster cut into A4 sheets: the HTML of all sheets (marks and names), and where on the poster each begins, in mm."""

    html: str
    corners: tuple[tuple[float, float], ...]
    window: tuple[float, float]
    margin: float


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print as HTML; `path` is relative to the commune's folder of the site, or of `to-print/` where it is not `public`.

    `folder` is set by `prints.make_all` to where that folder lies. `named` says that it names persons. `least` is the type size
    in points to which a table may shrink where that saves a page, 0 for none. `members` are prints bound behind this one, a cover.
    `place` is the posting place or hamlet that it is for, where it is for one.
    """

    disclosure: str
    title: str
    purpose: str
    paper: str
    path: str
    public: bool
    html: str
    folder: Path | None = None
    named: bool = False
    least: float = 0.0
    carry: Carry | None = None
    grow: Grow | None = None
    tiling: Tiling | None = None
    members: tuple[PrintJob, ...] = ()
    place: str = ""

    @property
    def target(self) -> Path:
        """Return the file that the print becomes."""
        return (self.folder or Path()) / self.path


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a job: the print, or the finding that says why there is none (none where an earlier one said it for all)."""

    job: PrintJob
    made: Made | None = None
    finding: Finding | None = None
