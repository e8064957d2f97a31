"""Run a command of the program and die at its Nth change on the disk: `python -m tests.publication.dying N alone|all COMMAND …`.

0 lets it live and writes how many changes its first process makes; a change is whatever opens a file to write, links, makes, moves,
times or removes, and the look for the system's own step that exchanges two names.
"""

from __future__ import annotations

import os
import signal
import sys

from generator.__main__ import main

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.utime", "os.chmod", "ctypes.dlsym"}


class Counter:
    """Counts the changes of one process and ends it at one of them, together with its group or alone."""

    def __init__(self, last: int, *, alone: bool) -> None:
        self.own, self.seen, self.last, self.alone = os.getpid(), 0, last, alone

    def __call__(self, event: str, words: tuple[object, ...]) -> None:
        """Hear what the process is about to do."""
        writes = event == "open" and isinstance(words[2], int) and bool(words[2] & (os.O_WRONLY | os.O_RDWR))
        if not (writes or event in CHANGES) or os.getpid() != self.own:
            return
        self.seen += 1
        if self.seen == self.last:
            (os.kill if self.alone else os.killpg)(self.own, signal.SIGKILL)


if __name__ == "__main__":
    counter = Counter(int(sys.argv[1]), alone=sys.argv[2] == "alone")
    sys.addaudithook(counter)
    code = main(sys.argv[3:])
    sys.stdout.write(f"changes: {counter.seen}\n")
    sys.exit(code)
