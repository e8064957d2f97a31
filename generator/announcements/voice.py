"""A bulletin spoken by the machine: a sound file, where the machine has the synthesiser that the catalogue names."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.announcements.bulletin import Bulletin
from generator.catalogue.announcing import Voice, voice

_LONGEST = 120


class Silent(Exception):  # noqa: N818 - the house names errors by what they are
    """There is no synthesiser on this machine, or it spoke nothing; the message is what it said, "" where it is not there."""


def sound(bulletin: Bulletin) -> bytes:
    """Return a bulletin as a WAV file, a pause after each sentence; the same words give the same bytes. Silent where it can't be spoken."""
    if shutil.which(voice().program) is None:
        raise Silent
    with tempfile.TemporaryDirectory(prefix="congkhai-", ignore_cleanup_errors=True) as folder:
        target = Path(folder, "sound.wav")
        try:
            done = subprocess.run(_command(voice(), target), input="\n\n".join(bulletin.sentences).encode(), check=False,  # noqa: S603
                                  capture_output=True, timeout=_LONGEST)
        except (OSError, subprocess.SubprocessError) as fault:
            raise Silent(str(fault)) from fault
        if done.returncode or not target.is_file():
            raise Silent(done.stderr.decode(errors="replace").strip() or str(done.returncode))
        return target.read_bytes()


def _command(said: Voice, target: Path) -> Sequence[str]:
    return (said.program, "-v", said.voice, "-s", str(said.speed), "-w", str(target), "--stdin")
