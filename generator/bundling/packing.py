"""The program's own files, and one zip of them with their wheels: the same files give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.bundling.wheels import FOLDER
from generator.release.writing import told

PAGE = "bat-dau.html"
_TOP = "congkhai"
_FILES = ("congkhai", "congkhai.cmd", "congkhai.command", "congkhai.desktop", "LICENSE", "README.md", "CHANGELOG.md", "pelicanconf.py",
          "requirements.lock", "requirements-bundle.lock")
_FOLDERS = ("generator", "themes", "content", "docs")
_RUN = frozenset({"congkhai", "congkhai.command", "congkhai.desktop"})
_FIRST = (1980, 1, 1, 0, 0, 0)
_FOLDER_BITS, _RUN_BITS, _BITS = 0o40755, 0o100755, 0o100644
_OWN = "data/"


def program(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name in the zip and the place of each file of the program; nothing below `data/`, no output, no settings of an office."""
    yield PAGE, root / "docs" / PAGE
    for name in _FILES:
        yield name, root / name
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            inner = path.relative_to(root)
            if path.is_file() and not path.is_symlink() and path.suffix != ".pyc" and not any(part.startswith((".", "__pycache__"))
                                                                                             for part in inner.parts):
                yield inner.as_posix(), path


def pack(root: Path, wheels: Path, target: Path) -> int:
    """Write the zip in one step and return its size in bytes; CannotWrite leaves an older one as it was."""
    beside = target.with_name(f".{target.name}.part")
    with told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with zipfile.ZipFile(beside, "w") as package:
                _put_in(package, root, wheels)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        return target.stat().st_size


def _put_in(package: zipfile.ZipFile, root: Path, wheels: Path) -> None:
    _entry(package, _OWN, b"", _FOLDER_BITS)
    for name, path in program(root):
        _entry(package, name, path.read_bytes(), _RUN_BITS if name in _RUN else _BITS)
    for path in sorted(wheels.glob("*.whl")):
        _entry(package, f"{FOLDER}/{path.name}", path.read_bytes(), _BITS)


def _entry(package: zipfile.ZipFile, name: str, content: bytes, bits: int) -> None:
    entry = zipfile.ZipInfo(f"{_TOP}/{name}", _FIRST)
    entry.external_attr = bits << 16
    entry.create_system = 3
    entry.compress_type = zipfile.ZIP_STORED if name.endswith((".whl", "/")) else zipfile.ZIP_DEFLATED
    package.writestr(entry, content)
