"""Paper: a disclosure as prints for the file and the notice board."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator import jobs
from generator.disclosed import Disclosure
from generator.disclosure.site import Made, Site
from generator.findings import Finding, finding
from generator.prints import browser, orders
from generator.prints.job import Printed, PrintJob
from generator.prints.keeping import Kept, made, unready
from generator.release.writing import CannotWrite, told

__all__ = ["Kept", "Workshop", "make", "make_all", "prepare", "prepare_all", "unready"]
TIMEOUT = 120.0
_MEMORY_OF_BROWSER = 8 * 1024**3  # what it asks for and never touches counts too
_PART = ".part"


def prepare(disclosure: Disclosure, site: Site, *, names: bool) -> PrintJob:
    """Return the list of a disclosure as a job; with `names` it names whom `disclosure.names` names, and is not public then."""
    return orders.listed(disclosure, site, names=names)


def prepare_all(board: Iterable[Disclosure], site: Site) -> list[PrintJob]:
    """Return all that a build prints of what may hang: lists; board copies and posters of what hangs now."""
    return [*orders.wanted(board, site)]


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where prints go and what makes them: `public` is the commune's folder of the site, `to_print` its folder for the board.

    `workers` processes have `timeout` seconds for each print; `kept` are prints from before.
    """

    public: Path
    to_print: Path
    workers: int = 1
    timeout: float = TIMEOUT
    kept: Kept | None = None


def make_all(prints: Iterable[PrintJob], shop: Workshop) -> Iterator[Printed]:
    """Yield what became of each print: first those kept from before, then those made in worker processes, in order.

    Prints that name persons or are for the board alone never lie in the site. The rest goes on where one fails or takes too long.
    Where nothing on the machine can print, nothing is made and the first one's notice says so.
    """
    placed = (replace(job, folder=shop.public if job.public else shop.to_print) for job in prints)
    kept = shop.kept
    missing = []
    for job in placed:
        before = kept.take(job) if kept else None
        if before:
            yield Printed(job, made=before)
        else:
            missing.append(job)
    said = False
    for outcome in _pressed(missing, shop):
        printed = _printed(outcome, said=said)
        said = said or bool(printed.finding and not outcome.failure and not printed.made)
        if kept and printed.made:
            kept.put(printed.job, printed.made)
        yield printed


def _pressed(missing: list[PrintJob], shop: Workshop) -> Iterator[jobs.Outcome[PrintJob, Made | Finding | None]]:
    """Yield what WeasyPrint, or where it can't work at all the browser, made of each job."""
    left = []
    for outcome in jobs.run(make, missing, workers=shop.workers, timeout=shop.timeout):
        if outcome.failure or outcome.result or not browser.found():
            yield outcome
        else:
            left.append(outcome.item)
    yield from jobs.run(make_by_browser, left, workers=shop.workers, timeout=shop.timeout, memory=_MEMORY_OF_BROWSER)


def _printed(outcome: jobs.Outcome[PrintJob, Made | Finding | None], *, said: bool) -> Printed:
    job = outcome.item
    if outcome.failure or isinstance(outcome.result, Finding):
        job.target.with_suffix(_PART).unlink(missing_ok=True)
    if isinstance(outcome.result, Finding):
        return Printed(job, finding=outcome.result)
    if outcome.failure:
        return Printed(job, finding=finding("print-failed", job.path, title=job.title, reason=outcome.reason or outcome.failure))
    if outcome.result is None:
        return Printed(job, finding=None if said else finding("prints-unavailable", ""))
    plainer = outcome.result.made_by == "browser" and (job.carry or job.tiling or job.grow)
    return Printed(job, made=outcome.result, finding=finding("print-plainer", job.path, title=job.title) if plainer else None)


def make(job: PrintJob) -> Made | Finding | None:
    """Make one print, in a worker process, and return it, or why it can't be written; None where WeasyPrint can't work."""
    try:
        from generator.prints.press import press  # noqa: PLC0415 - WeasyPrint is loaded by workers only
    except (ImportError, OSError):
        return None
    return _placed(job, press, "weasyprint")


def make_by_browser(job: PrintJob) -> Made | Finding | None:
    """Make one print by the machine's browser, in a worker process; as `make`, but None where the browser made nothing."""
    return _placed(job, browser.press, "browser")


def _placed(job: PrintJob, press: Callable[[PrintJob, Path], int], by: str) -> Made | Finding | None:
    part = job.target.with_suffix(_PART)
    try:
        with told(job.target):
            job.target.parent.mkdir(parents=True, exist_ok=True)
            pages = press(job, part)
            if not pages:
                return None
            part.replace(job.target)
            return made(job, pages, by)
    except CannotWrite as fault:
        if fault.code == "write-failed":  # no place's fault: this print alone is missing then
            raise
        return fault.finding()
