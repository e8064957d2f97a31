"""A folder or share that a site is moved into: each file whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.release.writing import told, umask


class FolderPlace:
    """A folder on this machine or a share of another."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when something is sent."""
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None where there is none."""
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def send(self, source: Path, names: Iterable[str]) -> None:
        """Put files of the site into the folder, each in one step, with their times."""
        for name in names:
            target = self.folder / name
            with told(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                handle, part = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
                os.close(handle)
                try:
                    shutil.copy2(source / name, part)
                    Path(part).chmod(0o666 & ~umask())
                    Path(part).replace(target)
                finally:
                    Path(part).unlink(missing_ok=True)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files, and the folders that are empty after it."""
        for name in names:
            target = self.folder / name
            with told(target):
                target.unlink(missing_ok=True)
            for parent in target.parents:
                if parent == self.folder or not _emptied(parent):
                    break


def _emptied(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
