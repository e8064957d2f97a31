"""A place elsewhere that rclone can reach: SFTP, FTP, WebDAV, S3 and what else it knows; its own settings say how."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.release.writing import CannotWrite

PROGRAM = "rclone"
_MISSING = (3, 4)  # rclone's exit codes for a folder and a file that is not there
_SHOWN = 300


class RemotePlace:
    """A remote of rclone's settings and a path in it, "tinh:cong-khai/suoi-may"."""

    def __init__(self, remote: str) -> None:
        """Take the remote; CannotWrite("publish-no-rclone") where the program is not on this machine."""
        self.remote = remote
        if shutil.which(PROGRAM) is None:
            raise CannotWrite("publish-no-rclone", Path(remote))

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None where there is none."""
        done = self._run("cat", self._at(name))
        if done.returncode in _MISSING or (done.returncode == 0 and not done.stdout):
            return None
        return self._sound(done).stdout

    def send(self, source: Path, names: Iterable[str]) -> None:
        """Put files of the site into the remote; what lies there already with the same digest or time is not sent again."""
        self._listed(("copy", str(source), self.remote, "--no-traverse"), names)

    def remove(self, names: Iterable[str]) -> None:
        """Remove files from the remote."""
        self._listed(("delete", self.remote), names)

    def _listed(self, words: Sequence[str], names: Iterable[str]) -> None:
        lines = list(names)
        if not lines:
            return
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as file:
            file.write("".join(f"{line}\n" for line in lines))
        try:
            self._sound(self._run(*words, "--files-from-raw", file.name))
        finally:
            Path(file.name).unlink(missing_ok=True)

    def _at(self, name: str) -> str:
        return self.remote + ("" if self.remote.endswith((":", "/")) else "/") + name

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([PROGRAM, *words, "--retries", "2", "--low-level-retries", "3"],  # noqa: S603 - the officer's own setting
                              check=False, capture_output=True, stdin=subprocess.DEVNULL)

    def _sound(self, done: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[bytes]:
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
            raise CannotWrite("publish-cut", Path(self.remote), reason=lines[-1][:_SHOWN])
        return done
