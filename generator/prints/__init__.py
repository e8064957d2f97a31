"""Paper: a disclosure as prints for the file and the notice board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator import jobs
from generator.disclosed import Disclosure
from generator.disclosure.site import Made, Site
from generator.findings import finding
from generator.prints import orders
from generator.prints.job import Printed, PrintJob

TIMEOUT = 120.0
_PART = ".part"


def prepare(disclosure: Disclosure, site: Site, *, names: bool) -> PrintJob:
    """Return the list of a disclosure as a job; with `names` it names whom `disclosure.names` names, and is not public then."""
    return orders.listed(disclosure, site, names=names)


def prepare_all(board: Iterable[Disclosure], site: Site) -> list[PrintJob]:
    """Return all that a build prints of what may hang: lists; board copies and posters of what hangs now."""
    return [*orders.wanted(board, site)]


def make_all(prints: Iterable[PrintJob], public: Path, to_print: Path, *, workers: int = 1,
             timeout: float = TIMEOUT) -> Iterator[Printed]:
    """Make prints in worker processes and yield what became of each, in order; the rest goes on where one fails or takes too long.

    They lie under `public`, the commune's folder of the site, or, where they name persons or are for the board alone, under
    `to_print`. Where nothing on the machine can print, nothing is made and the first one's notice says so.
    """
    placed = (replace(job, folder=public if job.public else to_print) for job in prints)
    told = False
    for outcome in jobs.run(make, placed, workers=workers, timeout=timeout):
        job = outcome.item
        if outcome.failure:
            job.target.with_suffix(_PART).unlink(missing_ok=True)
            yield Printed(job, finding=finding("print-failed", job.path, title=job.title, reason=outcome.reason or outcome.failure))
        elif outcome.result is None:
            yield Printed(job, finding=None if told else finding("prints-unavailable", ""))
            told = True
        else:
            yield Printed(job, made=outcome.result)


def make(job: PrintJob) -> Made | None:
    """Make one print, in a worker process, and return it; None where WeasyPrint or its libraries are missing."""
    try:
        from generator.prints.press import press  # noqa: PLC0415 - WeasyPrint is loaded by workers only
    except (ImportError, OSError):
        return None
    target = job.target
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(_PART)
    pages = press(job, part)
    part.replace(target)
    return Made(job.disclosure, "print", job.paper, job.path, job.purpose, pages, target.stat().st_size, "weasyprint", job.public)
