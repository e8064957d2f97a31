"""Write the marked copies and report pages where the officer wants them, never where the public could find them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import jobs
from generator.release.placing import MARKS
from generator.release.writing import CannotWrite, write
from generator.report.marking import marked
from generator.report.telling import FileTold
from generator.sources import is_marked_copy
from generator.vietnamese import nfc

_SITES = ("output", "content", "themes")


@dataclass(frozen=True, slots=True)
class Job:
    """A workbook to mark: where it lies, what is told of it, the words of the first sheet."""

    path: Path
    told: FileTold
    words: Mapping[str, Any]


def refuse_public(folder: Path, root: Path) -> None:
    """Raise CannotWrite for a folder in the public site, in what it is made of, or in any site the program has built."""
    place = folder.resolve()
    inside = any(place.is_relative_to((root / name).resolve()) for name in _SITES)
    if inside or any(all((above / mark).is_file() for mark in MARKS[:2]) for above in (place, *place.parents)):
        raise CannotWrite("marked-inside-site", folder)


def write_copies(tasks: Sequence[Job], folder: Path, workers: int) -> Iterator[tuple[Job, Path | None]]:
    """Write a marked copy of each workbook, worked out in processes with limits, and yield its place; None where none could be made."""
    taken: set[Path] = set()
    for outcome in jobs.run(_mark, tasks, workers=workers):
        if outcome.result is None:
            yield outcome.item, None
            continue
        content, suffix = outcome.result
        target = unused(folder, f"{nfc(outcome.item.path.stem)}", f"{outcome.item.words['suffix']}{suffix}", taken)
        if target.exists() and not is_marked_copy(target):
            raise CannotWrite("marked-not-ours", target)
        write(target, content)
        yield outcome.item, target


def write_pages(pages: Iterable[tuple[Path, str]], folder: Path, suffix: str) -> Iterator[Path]:
    """Write the report pages of workbooks and yield their places."""
    taken: set[Path] = set()
    for path, page in pages:
        target = unused(folder, nfc(path.stem), f"{suffix}.html", taken)
        write(target, page.encode())
        yield target


def unused(folder: Path, stem: str, end: str, taken: set[Path]) -> Path:
    """Return a place for a file, numbered where another of this run has its name."""
    number = 1
    while (target := folder / f"{stem}{f' {number}' if number > 1 else ''}{end}") in taken:
        number += 1
    taken.add(target)
    return target


def _mark(job: Job) -> tuple[bytes, str]:
    return marked(job.path, job.told, job.words)
