"""Read a commune's workbooks in worker processes with limits, so that no file can harm or hold up the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator import jobs
from generator.catalogue import Catalogue
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.findings import finding
from generator.sources import Source

SECONDS = 20


def examined_all(files: Sequence[Source], catalogue: Catalogue, commune: Commune, workers: int) -> Iterator[Examined]:
    """Yield each workbook examined, in order; one that kills its worker or takes too long is one finding on that file."""
    work = partial(examine, catalogue=catalogue, commune=commune)
    for outcome in jobs.run(work, files, workers=workers, timeout=SECONDS):
        if outcome.result is not None:
            yield outcome.result
        else:
            code = "workbook-too-slow" if outcome.failure == "timeout" else "workbook-crashed"
            yield Examined(outcome.item, findings=(finding(code, outcome.item.name),), readable=False)
