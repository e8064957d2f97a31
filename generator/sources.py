"""What lies under `data/`: communes and their workbooks, by name and digest, nothing opened as a table."""

from __future__ import annotations

import errno
import hashlib
import os
import tomllib
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.catalogue import HERE
from generator.catalogue.texts import texts
from generator.cells import Unreadable
from generator.vietnamese import fold, nfc, slug

SETTINGS, PROVINCE, STATE = "commune.toml", "province.toml", ".cong-khai"
RULES, ATTACHED = "quy-dinh", "dinh-kem"

_KINDS = ("dac khu ", "phuong ", "xa ", "thi tran ")
_PASSED_OVER = frozenset({".toml", ".md", ".txt", ".ini", ".db", ".lnk", ".json", ".pdf", ".bak", ".tmp",
                          ".jpg", ".jpeg", ".png", ".gif", ".heic"})
_LONGEST_ID = 80
_LOCKS = ("~$", ".~lock", ".")
# A name defined in a marked copy, by which it is known whatever program has saved it since.
MARK = "congkhai_da_danh_dau"


@dataclass(frozen=True, slots=True)
class Source:
    """A file an officer dropped: where it lies, how findings name it, and its SHA-256."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A commune's folder: its id, where it lies, its workbooks in the order of their names; `sample` marks the sample's."""

    id: str
    path: Path
    sources: tuple[Source, ...]
    sample: bool = False


def communes(data: Path) -> tuple[Folder, ...]:
    """Return the communes under `data/`, in the order of their ids, the sample only where it is alone.

    Unreadable("data-folder-missing"), ("data-folder-empty") where no commune has a file or settings, or ("commune-outside-province")
    for several without province.toml, or ("commune-id-twice"); each names the folder as `file`.
    """
    if not data.is_dir():
        raise Unreadable("data-folder-missing", file=str(data))
    found = tuple(sorted(_folders(data), key=lambda folder: folder.id))
    own = tuple(folder for folder in found if not folder.sample) or found
    if not own or not any(folder.sources or (folder.path / SETTINGS).is_file() for folder in own):
        raise Unreadable("data-folder-empty", file=str(data))
    if len(own) > 1 and not is_province(data):
        raise Unreadable("commune-outside-province", file=str(data))
    for one, other in pairwise(own):
        if one.id == other.id:
            raise Unreadable("commune-id-twice", file=str(data), typed=one.id, other=other.path.name, one=one.path.name)
    return own


def is_province(data: Path) -> bool:
    """Return whether `data/` holds a province: several communes, each with its folder of the site."""
    return (data / PROVINCE).is_file()


def named(paths: Iterable[Path]) -> tuple[Source, ...]:
    """Return the workbooks among files and folders an officer named, each once; a file is taken whatever its extension.

    FileNotFoundError for a path that isn't there.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        for file in _files(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), source(file, path_name(file)))
    return tuple(found.values())


def workbooks(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, and of the folders in it, that may be workbooks: no settings, pictures, lock files or hidden ones."""
    return tuple(_files(folder))


def explanations(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, and of the folders in it, that hold a text explaining a budget, by their names."""
    found = ((path, path.relative_to(folder)) for path in sorted(folder.rglob("*"), key=lambda entry: nfc(entry.as_posix())))
    return tuple(path for path, inner in found if is_explanation(inner) and path.is_file()
                 and not any(part.startswith(_LOCKS) or part in {RULES, ATTACHED} for part in inner.parts))


def is_explanation(path: Path) -> bool:
    """Return whether a file is a text that explains a budget: of a type for texts, and so named or in a folder so named."""
    known = _explained()
    return path.suffix.lower() in known["types"] and any(slug(known["name"]) in slug(part) for part in (path.stem, path.parent.name))


@cache
def _explained() -> dict[str, Any]:
    return dict(tomllib.loads((HERE / "reading.toml").read_text("utf-8"))["explanations"])


def is_marked_copy(path: Path) -> bool:
    """Return whether a file is a marked copy that `check` wrote: it is named as one and says so within."""
    if not nfc(path.stem).endswith(texts("report")["marked"]["suffix"]):
        return False
    try:
        with zipfile.ZipFile(path) as package:
            return any(MARK.encode() in package.read(name) for name in package.namelist() if name.endswith("workbook.xml"))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return False


def is_report_page(path: Path) -> bool:
    """Return whether a file is a report page that `check` wrote, by its name."""
    return path.suffix == ".html" and nfc(path.stem).endswith(texts("report")["marked"]["page_suffix"])


def source(path: Path, name: str) -> Source:
    """Return a file as a source; it is read once, for its digest, which is "" where it can't be."""
    try:
        with path.open("rb") as file:
            return Source(path, nfc(name), hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return Source(path, nfc(name), "")


def path_name(path: Path) -> str:
    """Return how findings name a file: its path from where the program was started, with slashes, composed."""
    here = Path.cwd()
    return nfc((path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path).as_posix())


def _folders(data: Path) -> Iterator[Folder]:
    """Give the communes: `data/` itself where it has settings or workbooks of its own, and each folder that is one."""
    inner = tuple(path for path in sorted(data.iterdir())
                  if path.is_dir() and not path.name.startswith(".") and path.name not in {RULES, ATTACHED})
    parts = tuple(path for path in inner if (path / SETTINGS).is_file() or not (data / SETTINGS).is_file())
    communes_inside = tuple(path for path in parts if (path / SETTINGS).is_file() or any(_files(path)))
    own = tuple(_files(data, skip=communes_inside))
    if (data / SETTINGS).is_file() or own:
        yield _folder(data, own)
    for path in communes_inside:
        yield _folder(path, _files(path), slug(path.name))


def _folder(path: Path, files: Iterable[Path], name: str = "") -> Folder:
    """Return a commune's folder, its id that of its settings, else its name, else that of the commune's name."""
    settings = _settings(path)
    own = slug(str(settings.get("id", "")))[:_LONGEST_ID].strip("-") or name or _id_of(str(settings.get("name", "")))
    return Folder(own or "xa", path, tuple(source(file, path_name(file)) for file in files), settings.get("sample") is True)


def _id_of(name: str) -> str:
    """Return the id of a commune's name: "Xã Suối Mây" is "suoi-may"."""
    folded = fold(name)
    kind = next((kind for kind in _KINDS if folded.startswith(kind)), "")
    return slug(folded.removeprefix(kind))


def _settings(folder: Path) -> dict[str, Any]:
    """Return what commune.toml says, as far as it can be read: who reads it in earnest tells its faults."""
    try:
        return tomllib.loads((folder / SETTINGS).read_text("utf-8-sig"))
    except (OSError, ValueError):
        return {}


def _files(folder: Path, skip: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Give a folder's workbooks and those of the folders in it, in the order of their names."""
    for path in sorted(folder.iterdir(), key=lambda entry: nfc(entry.name)):
        if path.name.startswith(_LOCKS) or path in skip or (path.name in {RULES, ATTACHED} and path.is_dir()):
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.is_file() and path.suffix.lower() not in _PASSED_OVER and not _ours(path):
            yield path


def _ours(path: Path) -> bool:
    return is_marked_copy(path) or is_report_page(path) or is_explanation(path)
