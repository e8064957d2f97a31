"""All that a commune's site depends on, as digests by name, so that what would come out the same is not made again."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from generator.machine import libraries, packages
from generator.publication.options import ROOT, Options
from generator.sources import RULES, STATE, Folder

Inputs: TypeAlias = Mapping[str, str]

_PROGRAM = Path(__file__).resolve().parent.parent
_PASSED_OVER = ("__pycache__",)
_LOCKS = ("~$", ".~lock")


def inputs(folder: Folder, options: Options) -> dict[str, str]:
    """Return the digest of each thing a commune's site is made of: its files by their names, and the program's own by "program/…".

    The catalogue counts apart from the code, and the choices of the command and the day are named as they are.
    """
    return {
        **program(),
        **files(options.content, "content"),
        **{f"province/{path.name}": _digest(path) for path in _own_files(options.data) if folder.path != options.data},
        **files(options.data / RULES, "province"),
        **files(folder.path, "data"),
        "choice/day": options.today.isoformat(),
        "choice/language": options.language,
        "choice/strict": str(options.strict),
        "choice/prints": str(options.prints),
        **({"choice/recorded": "True"} if options.recorded else {}),
    }


def changed(before: Inputs, now: Inputs) -> tuple[str, ...]:
    """Return the names of what is new, gone or other than before, sorted."""
    return tuple(sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name)))


@cache
def program() -> dict[str, str]:
    """Return the digests of the program itself: code, catalogue, theme, settings, and the libraries it runs on."""
    return {
        "program/code": _whole(path for path in _files(_PROGRAM) if path.suffix == ".py"),
        "program/catalogue": _whole(path for path in _files(_PROGRAM) if path.suffix != ".py"),
        "program/theme": _whole(_files(ROOT / "themes")),
        "program/settings": _digest(ROOT / "pelicanconf.py"),
        "program/libraries": _text((sys.version, *packages())),
        "program/prints": _text(libraries()),
    }


def files(folder: Path, name: str) -> dict[str, str]:
    """Return the digest of every file below a folder, by its path within, but for locks."""
    return {f"{name}/{path.relative_to(folder).as_posix()}": _digest(path) for path in _files(folder)}


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in _PASSED_OVER)
        locks = ("lock",) if Path(place).name == STATE else ()
        yield from (Path(place, one) for one in sorted(names) if one not in locks and not one.startswith(_LOCKS))


def _own_files(data: Path) -> Iterator[Path]:
    """Give what lies in a province's folder beside its communes."""
    yield from (path for path in sorted(data.iterdir()) if path.is_file())


def _whole(paths: Iterable[Path]) -> str:
    return _text(f"{path.as_posix()} {_digest(path)}" for path in paths)


def _text(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _digest(path: Path) -> str:
    """Return a file's SHA-256, "" where it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
