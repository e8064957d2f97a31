"""Prints for tests, pressed in the tests' own process, each different one once a session; what workers do is tested by `make_all`."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import prints
from generator.disclosure.site import Made
from generator.prints import Kept
from generator.prints.job import PrintJob


def pressed(job: PrintJob, public: Path, to_print: Path | None = None) -> Made:
    """Return what a job became, its file in the folder of the site or of what is to be printed."""
    placed = replace(job, folder=public if job.public or to_print is None else to_print)
    before = _kept().take(placed)
    if before:
        return before
    made = prints.make(placed)
    assert isinstance(made, Made)
    _kept().put(placed, made)
    return made


@cache
def _kept() -> Kept:
    folder = tempfile.mkdtemp(prefix="congkhai-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Kept(Path(folder))
