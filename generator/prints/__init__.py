"""Paper: a disclosure as prints for the file and the notice board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator import jobs
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.findings import Finding, finding
from generator.prints.compose import compose
from generator.prints.job import Printed, PrintJob
from generator.release.writing import CannotWrite, told

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
             timeout: float = TIMEOUT) -> Iterator[Printed]:
    """Make prints in worker processes and yield what became of each, in order; the rest goes on where one fails or takes too long.

    They lie under `public`, the commune's folder of the site, or, where they name persons, under `to_print`. Where WeasyPrint
    can't work at all, nothing is made and the first one's notice says so.
    """
    placed = (replace(job, folder=public if job.public else to_print) for job in prints)
    told = False
    for outcome in jobs.run(make, placed, workers=workers, timeout=timeout):
        job = outcome.item
        if outcome.failure:
            _target(job).with_suffix(_PART).unlink(missing_ok=True)
            yield Printed(job, finding=finding("print-failed", job.path, title=job.title, reason=outcome.reason or outcome.failure))
        elif outcome.result is None:
            yield Printed(job, finding=None if told else finding("prints-unavailable", ""))
            told = True
        elif isinstance(outcome.result, Finding):
            _target(job).with_suffix(_PART).unlink(missing_ok=True)
            yield Printed(job, finding=outcome.result)
        else:
            yield Printed(job, made=outcome.result)


def make(job: PrintJob) -> Made | Finding | None:
    """Make one print, in a worker process, and return it, or why it can't be written; None where WeasyPrint can't work."""
    try:
        from generator.prints.press import press  # noqa: PLC0415 - WeasyPrint is loaded by workers only
    except (ImportError, OSError):
        return None
    target = _target(job)
    part = target.with_suffix(_PART)
    try:
        with told(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            pages = press(job.html, part)
            part.replace(target)
    except CannotWrite as fault:
        return fault.finding()
    return Made(job.disclosure, "print", job.paper, job.path, job.purpose, pages, target.stat().st_size, "weasyprint", job.public)


def _target(job: PrintJob) -> Path:
    return (job.folder or Path()) / job.path
