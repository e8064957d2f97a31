"""Paper: a disclosure as prints for the file and the notice board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator import jobs
from generator.disclosure import addresses
from generator.disclosure.disclosed import Disclosure
from generator.disclosure.site import Made, Site
from generator.findings import Finding, finding
from generator.prints.compose import compose
from generator.prints.job import PrintJob

PURPOSE = "list"
TIMEOUT = 120.0
_PART = ".part"


def prepare(disclosure: Disclosure, site: Site, *, names: bool) -> PrintJob:
    """Return the print of a disclosure as a job; with `names` it names whom `disclosure.names` names, and is not public then."""
    named = names and bool(disclosure.names)
    paper, html = compose(disclosure, site, PURPOSE, names=named)
    path = f"{addresses.stem(disclosure, site.catalogue)}.pdf"
    return PrintJob(disclosure.id, disclosure.title, PURPOSE, paper, path, not named, html)


def make_all(prints: Iterable[PrintJob], public: Path, to_print: Path, *, workers: int = 1,
             timeout: float = TIMEOUT) -> tuple[tuple[Made, ...], tuple[Finding, ...]]:
    """Make prints in worker processes, under the commune's folder of the site or, where they name persons, of `to-print/`.

    A print that fails or takes longer than `timeout` seconds is a finding, and the rest is made; where WeasyPrint can't
    work at all, nothing is made and one notice says so.
    """
    made, found, missing = [], [], False
    placed = (replace(job, folder=public if job.public else to_print) for job in prints)
    for outcome in jobs.run(make, placed, workers=workers, timeout=timeout):
        if outcome.failure:
            _target(outcome.item).with_suffix(_PART).unlink(missing_ok=True)
            found.append(finding("print-failed", outcome.item.path, title=outcome.item.title, reason=outcome.reason or outcome.failure))
        elif outcome.result is None:
            missing = True
            break
        else:
            made.append(outcome.result)
    if missing:
        return (), (finding("prints-unavailable", ""),)
    return tuple(made), tuple(found)


def make(job: PrintJob) -> Made | None:
    """Make one print, in a worker process, and return it; None where WeasyPrint or its libraries are missing."""
    try:
        from generator.prints.press import press  # noqa: PLC0415 - WeasyPrint is loaded by workers only
    except (ImportError, OSError):
        return None
    target = _target(job)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(_PART)
    pages = press(job.html, part)
    part.replace(target)
    return Made(job.disclosure, "print", job.paper, job.path, job.purpose, pages, target.stat().st_size, "weasyprint", job.public)


def _target(job: PrintJob) -> Path:
    return (job.folder or Path()) / job.path
