"""Wheels for a machine other than this one, fetched by pip with the hashes of a lock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.bundling.locks import Pin
from generator.bundling.targets import Target

FOLDER = "wheels"
_ERROR = "ERROR: "


class NotFetched(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Wheels that could not be had; `reason` is what pip said last, without any address."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def fetch(pinned: Sequence[Pin], target: Target, folder: Path, root: Path) -> None:
    """Put the wheel of each pin that fits the target into a folder; NotFetched where one can't be had."""
    wanted = folder.parent / f"{target.system}-{target.python}.txt"
    wanted.write_text("".join(pin.line() for pin in pinned), "utf-8")
    tags = [word for tag in target.tags for word in ("--platform", tag)]
    command = [*installer(root), "download", "--quiet", "--disable-pip-version-check", "--no-input", "--retries", "1", "--no-deps",
               "--require-hashes", "--only-binary", ":all:", "--implementation", "cp", "--python-version", target.python, *tags,
               "--requirement", str(wanted), "--dest", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,  # noqa: S603 - own words
                          env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    if done.returncode:
        raise NotFetched(_reason(done.stderr))


def installer(root: Path) -> list[str]:
    """Return the words that start pip: the one that a bundle brought along, or this Python's own."""
    brought = sorted((root / FOLDER).glob("pip-*.whl"))
    return [sys.executable, str(brought[-1] / "pip")] if brought else [sys.executable, "-m", "pip"]


def _reason(said: str) -> str:
    """Return pip's last error; what stands after a bracket or an address is of no use to the officer."""
    errors = [line.removeprefix(_ERROR) for line in said.splitlines() if line.startswith(_ERROR)]
    last = errors[-1] if errors else (said.strip().splitlines() or ["pip"])[-1]
    return " ".join(word for word in last.partition(" (")[0].split() if "://" not in word)
