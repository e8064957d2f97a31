"""The office's own tool for signing or time-stamping: run with the head of the history as its last word; never needed."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from generator.findings import Finding, finding
from generator.posting.store import FOLDER, load, named

_SECONDS = 60


def sealed(data: Path, command: Sequence[str]) -> tuple[Finding, ...]:
    """Run the office's command in the folder of the record, without a shell; what goes wrong is a finding, the record stands."""
    head = load(data).head
    if not command or not head:
        return ()
    folder = data / FOLDER
    try:
        done = subprocess.run([*command, head], cwd=folder, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - the office's own words
    except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else type(fault).__name__
        return (finding("seal-failed", named(folder), reason=reason),)
    return (finding("seal-failed", named(folder), reason=str(done.returncode)),) if done.returncode else ()
