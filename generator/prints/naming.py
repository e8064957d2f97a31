"""Files of what is to be printed that name a person who is to be named no more: which the program made, and which are an officer's."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.catalogue.texts import texts
from generator.papers.word import untouched
from generator.release.pieces import pieces
from generator.vietnamese import fold

_READ = (".pdf", ".docx", ".xlsx", ".html", ".htm", ".csv", ".txt", ".md", ".json")
_PRESS = "weasyprint"


class Naming(NamedTuple):
    """Files that name someone: `made` here and by nobody changed, `own` an officer's, `unread` nobody can search."""

    made: tuple[Path, ...] = ()
    own: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


def naming(folder: Path, names: Collection[str]) -> Naming:
    """Return the files of a commune's folder that name any of these persons, or can't be searched though an officer put them there."""
    made: list[Path] = []
    own: list[Path] = []
    unread: list[Path] = []
    requested = folder / Path(str(texts("prints", "vi")["files"]["requested"]).format(path="x")).parent
    sought = [f" {fold(name)} " for name in names]
    for path in _files(folder):
        said = _said(path)
        if said is None:
            unread += [path] if path.is_relative_to(requested) else []
        elif any(name in said for name in sought):
            (made if _ours(path, said) else own).append(path)
    return Naming(tuple(made), tuple(own), tuple(unread))


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))


def _said(path: Path) -> str | None:
    """Return all that a file says, folded; None where that can't be told."""
    if path.suffix.lower() not in _READ:
        return None
    try:
        return f" {fold(' '.join(piece.text for piece in pieces(path)))} "
    except (OSError, ValueError, zipfile.BadZipFile):
        return None


def _ours(path: Path, said: str) -> bool:
    return untouched(path.read_bytes()) if path.suffix == ".docx" else path.suffix == ".pdf" and _PRESS in said
