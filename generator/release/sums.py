"""SHA256SUMS: the digest of every other file of a folder of the site, as `sha256sum -c` reads it, and the check of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.findings import Finding, finding
from generator.release.writing import told

FILE = "SHA256SUMS"
SIGNATURES = (".sig", ".asc", ".minisig", ".p7s", ".tsr", ".ots")


def sums(folder: Path) -> bytes:
    """Return the content of a folder's SHA256SUMS: every other file sorted by path; of a commune's folder within, its sums alone."""
    return b"".join(_line(path, folder) for path in sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix()))


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS of a staged folder anew, after those of communes' folders within that have none yet."""
    inner = {path.parent for path in folder.glob("*/manifest.json") if not (path.parent / FILE).is_file()}
    for place in (*sorted(inner), folder):
        with told(place):
            (place / FILE).unlink(missing_ok=True)
            (place / FILE).write_bytes(sums(place))


def verify_sums(folder: Path) -> tuple[Finding, ...]:
    """Return a finding for every file of a site that was changed, is missing, or is not listed; of communes within as well."""
    listed = _listed(folder / FILE)
    if listed is None:
        return (finding("sums-damaged", FILE),)
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    problems = [finding("site-file-missing", name) for name in sorted(listed.keys() - found.keys())]
    problems += [finding("site-file-unlisted", name) for name in sorted(found.keys() - listed.keys())]
    both = sorted(found.keys() & listed.keys())
    problems += [finding("site-file-changed", name) for name in both if _digest(found[name]) != listed[name]]
    for path in sorted(path for path in found.values() if path.name == FILE):
        inner = path.parent.relative_to(folder).as_posix()
        problems += [finding(each.code, f"{inner}/{each.file}") for each in verify_sums(path.parent)]
    return tuple(problems)


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        if FILE in names and Path(place) != folder:
            folders.clear()
            yield Path(place, FILE)
            continue
        yield from (Path(place, name) for name in names if not _aside(Path(place, name), folder))


def _aside(path: Path, folder: Path) -> bool:
    return path == folder / FILE or path.name.endswith(SIGNATURES)


def _line(path: Path, folder: Path) -> bytes:
    name = path.relative_to(folder).as_posix()
    plain = name.replace("\\", "\\\\").replace("\n", "\\n")
    mark = "\\" if plain != name else ""
    return f"{mark}{_digest(path)}  {plain}\n".encode("utf-8", "surrogateescape")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def entries(content: bytes) -> dict[str, str] | None:
    """Return the digests that the content of a SHA256SUMS lists, by path; None where it can't be read as one."""
    try:
        *lines, rest = content.decode("utf-8", "surrogateescape").split("\n")
        return None if rest else dict(_entry(line) for line in lines)
    except ValueError:
        return None


def _listed(path: Path) -> dict[str, str] | None:
    try:
        return entries(path.read_bytes())
    except OSError:
        return None


def _entry(line: str) -> tuple[str, str]:
    escaped = line.startswith("\\")
    digest, name = line.removeprefix("\\").split("  ", 1)
    return (name.replace("\\n", "\n").replace("\\\\", "\\") if escaped else name), digest
