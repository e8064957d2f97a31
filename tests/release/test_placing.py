"""Putting a site in place: whole old or whole new, nothing of others touched, unchanged files left their times."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.findings import tell
from generator.release import placing
from generator.release.locking import locked
from generator.release.placing import put_in_place
from generator.release.staging import discard, lock_of, stage
from generator.release.sums import write_sums
from generator.release.writing import CannotWrite, write

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def site(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        place = folder / f"{name}.html"
        place.write_text(text, "utf-8")
    write_sums(folder)
    return folder


def build(output: Path, *, exchange: bool = True, **files: str) -> None:
    with locked(lock_of(output)):
        put_in_place(site(stage(output), **files), output, exchange=exchange)


def texts(output: Path) -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in output.glob("*.html")}


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir() if path not in {output, lock_of(output)})


@pytest.mark.parametrize("exchange", [True, False])
def test_the_new_site_takes_the_old_ones_place(tmp_path: Path, *, exchange: bool) -> None:
    """The first and the second site appear whole, nothing is left beside them, with and without the system's exchange."""
    output = tmp_path / "output"
    build(output, exchange=exchange, one="1", two="2")
    build(output, exchange=exchange, two="2", three="3")
    assert texts(output) == {"two": "2", "three": "3"}
    assert beside(output) == []


def test_unchanged_files_keep_their_times(tmp_path: Path) -> None:
    """The same bytes keep the old time, others get a new one, and no file is shared with the old site."""
    output = tmp_path / "output"
    build(output, one="1", two="2")
    for path in output.iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    build(output, one="1", two="changed")
    assert (output / "one.html").stat().st_mtime == 1_000_000_000
    assert (output / "two.html").stat().st_mtime != 1_000_000_000
    assert {path.stat().st_nlink for path in output.iterdir()} == {1}


def test_the_site_is_readable_for_a_web_server(tmp_path: Path) -> None:
    """The staged folder is as open as the process makes its folders."""
    plain = tmp_path / "plain"
    plain.mkdir()
    build(tmp_path / "output", one="1")
    assert (tmp_path / "output").stat().st_mode == plain.stat().st_mode


def test_a_build_killed_before_the_last_step_leaves_the_old_site(tmp_path: Path) -> None:
    """A process killed while it stages changes nothing, and the next build clears what it left."""
    output = tmp_path / "output"
    build(output, one="1")
    code = ("import os, signal, sys; from pathlib import Path; from generator.release.staging import stage, lock_of;"
            "from generator.release.locking import locked\n"
            "with locked(lock_of(Path(sys.argv[1]))):\n"
            "    (stage(Path(sys.argv[1])) / 'half.html').write_text('half'); os.kill(os.getpid(), signal.SIGKILL)\n")
    killed = subprocess.run([sys.executable, "-c", code, str(output)], check=False)
    assert killed.returncode < 0
    assert texts(output) == {"one": "1"}
    assert len(beside(output)) == 1
    build(output, two="2")
    assert (texts(output), beside(output)) == ({"two": "2"}, [])


@pytest.mark.parametrize("done", [0, 1, 2])
def test_a_journal_is_completed_by_the_next_start(tmp_path: Path, done: int) -> None:
    """Killed after none, one or both of the two renamings, the next start leaves the old or the new site, whole."""
    output = tmp_path / "output"
    build(output, one="1")
    staged = site(stage(output), two="2")
    aside = output.parent / staged.name.replace(".new-", ".old-")
    write(tmp_path / ".output.journal", f'{{"staged": "{staged.name}", "aside": "{aside.name}"}}'.encode())
    for here, there in ((output, aside), (staged, output))[:done]:
        here.rename(there)
    discard(stage(output))
    assert texts(output) == ({"one": "1"} if done == 0 else {"two": "2"})
    assert beside(output) == []


def test_a_damaged_journal_loses_nothing(tmp_path: Path) -> None:
    """A journal that can't be read is dropped and the site stays."""
    output = tmp_path / "output"
    build(output, one="1")
    (tmp_path / ".output.journal").write_text("[", "utf-8")
    placing.recover(output)
    assert (texts(output), beside(output)) == ({"one": "1"}, [])


def test_a_folder_of_others_is_not_touched(tmp_path: Path) -> None:
    """A folder with files that are no site of ours is refused, an empty one is used."""
    (tmp_path / "letters").mkdir()
    build(tmp_path / "letters", one="1")
    other = tmp_path / "documents"
    other.mkdir()
    (other / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(CannotWrite) as refused:
        stage(other)
    assert (refused.value.code, [path.name for path in other.iterdir()]) == ("output-not-ours", ["letter.txt"])


def test_a_folder_of_prints_may_be_exchanged_again(tmp_path: Path) -> None:
    """A folder without checksums that we put in place ourselves is known by its mark the next time."""
    output = tmp_path / "to-print"
    for text in ("1", "2"):
        staged = stage(output)
        (staged / "list.html").write_text(text, "utf-8")
        put_in_place(staged, output)
    assert texts(output) == {"list": "2"}


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    """An output that is a file, or lies below one, is refused with its own sentence."""
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(CannotWrite) as refused:
        stage(tmp_path / name)
    assert refused.value.code == "output-not-a-folder"
    assert "file" in tell(refused.value.finding()).message


def test_a_second_build_says_so(tmp_path: Path) -> None:
    """Two builds at once do not mix: the second stops at once, and may begin when the first is done."""
    output = tmp_path / "output"
    with locked(lock_of(output)), pytest.raises(CannotWrite) as refused, locked(lock_of(output)):
        pass
    assert refused.value.code == "build-running"
    build(output, one="1")


@pytest.fixture
def unchangeable(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with a site that may not be written, whoever asks."""
    folder = tmp_path / "fixed"
    folder.mkdir()
    build(folder / "output", one="1")
    command = shutil.which("chattr")
    if AS_ROOT and (command is None or subprocess.run([command, "+i", folder], check=False, capture_output=True).returncode):
        pytest.skip("root may write everywhere and this disk can't fix a folder (chattr +i)")
    if not AS_ROOT:
        folder.chmod(0o555)
    yield folder
    if AS_ROOT:
        subprocess.run([str(command), "-i", folder], check=True)
    folder.chmod(0o755)


def test_a_read_only_folder_keeps_its_site(unchangeable: Path) -> None:
    """Without the right to write the old site stays and the reason is told."""
    with pytest.raises(CannotWrite) as refused:
        stage(unchangeable / "output")
    assert refused.value.code == "output-read-only"
    assert texts(unchangeable / "output") == {"one": "1"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 64 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place]
    if not AS_ROOT or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_keeps_the_old_site(small_disk: Path) -> None:
    """A disk that fills up while writing is told; the old site is whole and no part of a file is left."""
    output = small_disk / "output"
    build(output, one="1")
    staged = stage(output)
    with pytest.raises(CannotWrite) as refused:
        write(staged / "big.html", b"x" * 100_000)
    assert (refused.value.code, list(staged.iterdir()), texts(output)) == ("disk-full", [], {"one": "1"})


def test_a_mounted_disk_as_output_is_told(small_disk: Path) -> None:
    """A folder that is a disk of its own can't be exchanged: the old site stays and the reason is told."""
    site(small_disk, one="1")
    staged = site(stage(small_disk), two="2")
    with pytest.raises(CannotWrite) as refused:
        put_in_place(staged, small_disk)
    assert (refused.value.code, texts(small_disk)) == ("output-busy", {"one": "1"})
