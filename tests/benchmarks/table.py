"""What was measured, as rows of one table, with the machine named."""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

HEAD = "| what | ours | beside it |\n|---|---|---|\n"


@dataclass(frozen=True)
class Row:
    """A line of the table; `figures` are numbers by name that later lines are worked out from."""

    what: str
    ours: str
    beside: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it as Markdown."""
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in (self.what, self.ours, self.beside)) + " |"


def missing(what: str, why: str) -> Row:
    """Return the line of what could not be measured."""
    return Row(what, f"not measured: {why}")


def add(row: Row, file: Path) -> None:
    """Add a row to a file that another process reads."""
    with file.open("a", encoding="utf-8") as taken:
        taken.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


def read(file: Path) -> tuple[Row, ...]:
    """Return the rows of a file so far; a line cut short is left out."""
    lines = file.read_text("utf-8").splitlines(keepends=True) if file.is_file() else []
    return tuple(Row(**json.loads(line)) for line in lines if line.endswith("\n"))


def markdown(rows: Iterable[Row]) -> str:
    """Return the table."""
    return HEAD + "".join(f"{row}\n" for row in rows)


def machine() -> str:
    """Return what this machine is, and how busy it was with others' work a minute ago."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3 if hasattr(os, "sysconf") else 0
    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    return (f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {_system()}, "
            f"Python {platform.python_version()}{load}")


def program(root: Path) -> str:
    """Return a digest of the program's files as they are now, since one that changes while it is measured builds everything anew."""
    files = [path for name in ("generator", "themes", "content", "data/mau") for path in sorted((root / name).rglob("*"))
             if path.suffix != ".pyc" and path.is_file()]
    stamps = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr(stamps).encode()).hexdigest()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _system() -> str:
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']} {platform.machine()}"
    except (OSError, KeyError):
        return f"{platform.system()} {platform.machine()}"
