"""What lies under `data/`: communes and their workbooks, by name and digest, nothing opened as a table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file an officer dropped: where it lies, how findings name it, and its SHA-256."""

    path: Path
    name: str
    sha256: str
