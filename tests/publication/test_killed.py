"""Builds killed at ten moments leave the old site or the new one, whole, and the next build mends what is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.commands.build import built
from generator.publication.options import Options
from generator.release import placing
from generator.release.sums import verify_sums
from generator.release.writing import CannotWrite
from tests.conftest import DAY, ROOT
from tests.publication.killing import Bench, Moment, bench, trial

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="killing a group of processes is POSIX")
MIGHTY = hasattr(os, "geteuid") and os.geteuid() == 0
MOMENTS = (0.0, 0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95, 1.0)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A province of three communes, built."""
    return bench(tmp_path_factory.mktemp("killed"))


@pytest.fixture
def options(one: Bench, tmp_path: Path) -> Options:
    """A copy of the province for a test of its own, to be built in this process."""
    shutil.copytree(one.folder / "data", tmp_path / "data")
    return Options(data=tmp_path / "data", output=tmp_path / "output", to_print=tmp_path / "to-print", today=DAY, jobs=1, prints=False)


@pytest.mark.parametrize(("number", "part"), list(enumerate(MOMENTS)))
def test_a_killed_build_leaves_a_whole_site(one: Bench, number: int, part: float) -> None:
    """Killed with all its processes, or the first alone: old or new, never torn; built again it is the new one, and nothing lies about."""
    mend = number % 3 == 0
    after, end, left = trial(one, Moment(part, group=number % 2 == 0), mend=mend)
    assert (after in {"before", "after"}, end, left) == (True, "mended" if mend else "", [])


def test_two_builds_at_once_are_one(one: Bench) -> None:
    """The second is refused with 2 while the first is at work, or finds nothing to do after it; the site is whole."""
    one.give("new" if one.state == "old" else "old")
    first, second = one.begin(), one.begin()
    codes = sorted((first.wait(), second.wait()))
    assert codes in ([0, 2], [0, 0])
    assert one.state in {"old", "new"}
    assert one.left_over == []


def test_a_clock_set_back_changes_nothing(options: Options) -> None:
    """Files of the future, as a clock set back makes them, are read as any others: the site is the same, byte for byte."""
    assert built(options) == 0
    before = (options.output / "SHA256SUMS").read_bytes()
    for path in (*options.data.rglob("*"), *options.output.rglob("*")):
        os.utime(path, (4_000_000_000, 4_000_000_000))
    assert built(options) == 0
    assert (options.output / "SHA256SUMS").read_bytes() == before
    assert verify_sums(options.output) == ()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for one site and not for two; the test is skipped where none may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2600k", "tmpfs", str(place)], capture_output=True, check=False).returncode == 0
    if not mounted:
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def test_a_full_disk_leaves_the_old_site(options: Options, small_disk: Path) -> None:
    """Where there is no room for a second site, the build is told so, the old one stays whole, and what was begun is taken away."""
    own = replace(options, output=small_disk / "output", to_print=small_disk / "to-print")
    assert built(own) == 0
    before = (own.output / "SHA256SUMS").read_bytes()
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 40_000))
    with pytest.raises(CannotWrite) as told:
        built(replace(own, today=DAY.replace(day=24)))
    assert told.value.code == "disk-full"
    assert (own.output / "SHA256SUMS").read_bytes() == before
    assert verify_sums(own.output) == ()
    assert not [path for path in small_disk.iterdir() if ".new-" in path.name]
    (small_disk / "filler").unlink()
    assert built(replace(own, today=DAY.replace(day=24))) == 0


@pytest.mark.parametrize("step", ["journal", "aside", "placed"])
def test_without_an_exchange_a_kill_between_the_steps_is_completed(tmp_path: Path, step: str) -> None:
    """Where two names can't be exchanged, a process that dies after any step of the journal leaves what the next start completes."""
    output, staged = tmp_path / "output", tmp_path / ".output.new-x"
    for folder, text in ((output, "old"), (staged, "new")):
        folder.mkdir()
        (folder / "manifest.json").write_text(text, "utf-8")
    dies = {"journal": "('rename', 1)", "aside": "('rename', 2)", "placed": "('unlink', 1)"}[step]
    code = f"""
import os, pathlib, sys
from generator.release import placing
name, turn = {dies}
kept, seen = getattr(pathlib.Path, name), []
def dying(self, *more, **words):
    if self.name.startswith(('.output', 'output')):
        seen.append(self)
        if len(seen) == turn:
            os._exit(9)
    return kept(self, *more, **words)
setattr(pathlib.Path, name, dying)
placing.put_in_place(pathlib.Path({str(staged)!r}), pathlib.Path({str(output)!r}), exchange=False)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 9
    placing.recover(output)
    assert (output / "manifest.json").read_text("utf-8") == {"journal": "old", "aside": "new", "placed": "new"}[step]
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.skipif(MIGHTY and not shutil.which("setpriv"), reason="root may write anywhere, unless setpriv takes that away")
def test_a_folder_without_the_right_to_write_is_told(options: Options, tmp_path: Path) -> None:
    """Where nobody may write beside the site the command says so and ends with 2; the site stays as it is."""
    assert built(options) == 0
    before = (options.output / "SHA256SUMS").read_bytes()
    meek = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] if MIGHTY else []
    places = [word for name in ("data", "output", "to-print") for word in (f"--{name}", str(tmp_path / name))]
    tmp_path.chmod(0o555)
    try:
        done = subprocess.run([*meek, sys.executable, "-m", "generator", "build", "--no-prints", "--today", "2026-11-24", *places],
                              cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    finally:
        tmp_path.chmod(0o755)
    assert (done.returncode, "[output-read-only]" in done.stderr) == (2, True), done.stderr
    assert (options.output / "SHA256SUMS").read_bytes() == before
