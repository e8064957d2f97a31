"""A fresh folder beside the site's own, on the same disk, where the new site is made unseen; leftovers of killed builds go."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.release import placing
from generator.release.clearing import clear
from generator.release.writing import CannotWrite, told, umask


def stage(output: Path) -> Path:
    """Return a new empty folder beside `output`, hidden; CannotWrite where it can't be made or `output` isn't ours to exchange.

    What a killed build left is completed or removed first: call it while holding `locked(lock_of(output))`.
    """
    output = output.resolve()
    with told(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        placing.recover(output)
        _ours(output)
        _writable(output)
        folder = Path(tempfile.mkdtemp(prefix=placing.prefix(output, "new"), dir=output.parent))
        folder.chmod(0o777 & ~umask())
        return folder


def discard(staged: Path) -> None:
    """Remove a staged folder that will not be put in place."""
    clear(staged)


def lock_of(output: Path) -> Path:
    """Return the lock file of an output folder, beside it; its folder is made where it is missing."""
    output = output.resolve()
    with told(output):
        output.parent.mkdir(parents=True, exist_ok=True)
    return output.parent / f".{output.name}.lock"


def _ours(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise CannotWrite("output-not-a-folder", output)
    if output.is_dir() and any(output.iterdir()) and not any((output / mark).is_file() for mark in placing.MARKS):
        raise CannotWrite("output-not-ours", output)


def _writable(output: Path) -> None:
    """Try to write into a folder that is to be exchanged: one that can't be emptied afterwards would be left lying there."""
    if output.is_dir():
        with tempfile.TemporaryFile(dir=output):
            pass
