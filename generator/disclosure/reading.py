"""Read a commune's workbooks in worker processes with limits, so that no file can harm or hold up the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator import jobs
from generator.catalogue import Catalogue
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.findings import finding
from generator.sources import Source, source

SECONDS = 20
_TRIES = 3


def examined_all(files: Sequence[Source], catalogue: Catalogue, commune: Commune, workers: int) -> Iterator[Examined]:
    """Yield each workbook examined, in order; one that kills its worker or takes too long is one finding on that file.

    One that was written while it was being read is read again; one that keeps changing is a finding too.
    """
    work = partial(examine, catalogue=catalogue, commune=commune)
    for outcome in jobs.run(work, files, workers=workers, timeout=SECONDS):
        now = _as_it_is(outcome.item)
        yield _of(outcome) if now == outcome.item else _again(now, work)


def _again(file: Source, work: Callable[[Source], Examined]) -> Examined:
    for _ in range(_TRIES):
        (outcome,) = jobs.run(work, [file], timeout=SECONDS)
        now = _as_it_is(file)
        if now == file:
            return _of(outcome)
        file = now
    return Examined(file, findings=(finding("workbook-changing", file.name),), readable=False)


def _as_it_is(file: Source) -> Source:
    """Return a file as it is now: the same while nobody has written it, and where it could not be read at all."""
    return source(file.path, file.name) if file.sha256 else file


def _of(outcome: jobs.Outcome[Source, Examined]) -> Examined:
    if outcome.result is not None:
        return outcome.result
    code = "workbook-too-slow" if outcome.failure == "timeout" else "workbook-crashed"
    return Examined(outcome.item, findings=(finding(code, outcome.item.name),), readable=False)
