"""Two windows at once, a file that Excel holds, a full disk: what is stale or can't be written is refused, nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.desk import originals
from tests.conftest import ROOT
from tests.desk.inside import Window, window

FIELD = ROOT / "tests" / "field"
RIGHT = (FIELD / "nothing-wrong-spending.xlsx").read_bytes()
WRONG = (FIELD / "total-typed-over.xlsx").read_bytes()
SETTINGS = {"name": "Xã Thử", "who": "Trần Bảo", "names_on_web": "khong"}


@pytest.fixture
def desk(tmp_path: Path) -> Window:
    """A window at the desk of a commune with a table whose total was typed over."""
    found = window(tmp_path)
    found.send("/thiet-lap", SETTINGS)
    (tmp_path / "data" / "chi.xlsx").write_bytes(WRONG)
    return found


def bring(desk: Window, name: str, content: bytes) -> str:
    """Drop a file and return the screen after it."""
    with (Path(desk.desk.options.data).parent / "tmp.xlsx").open("w+b") as file:
        file.write(content)
        file.seek(0)
        answer = desk.client.post("/tep", data={"tep": (file, name)}, base_url="http://127.0.0.1:1",
                                  headers={"Origin": "http://127.0.0.1:1"})
    return desk.get("/tep") if answer.status_code == 303 else answer.get_data(as_text=True)


def test_a_stale_window_mends_nothing(desk: Window) -> None:
    """Two windows show one cell; the first writes it, the second is told that the file changed, and the file stays as the first left it."""
    place = desk.desk.home / "chi.xlsx"
    form = desk.form("/sua", "d", "ban") | {"o": "D8"}
    assert "Đã ghi ô D8" in desk.said("/sua/o", form | {"chu": "455000"})
    first = place.read_bytes()
    assert first != WRONG
    assert "hoặc tệp đã đổi" in desk.said("/sua/o", form | {"chu": "440000"})
    fresh = desk.form("/sua", "d", "ban") | {"o": "D8"}
    assert "Tệp này vừa đổi" in desk.said("/sua/o", fresh | {"chu": "440000", "ban": form["ban"]})
    assert place.read_bytes() == first
    assert "Tệp này vừa đổi" in desk.said("/sua/dung", fresh | {"ly-do": "Bản đã ký ghi như vậy", "ban": form["ban"]})
    assert not (desk.desk.home / ".cong-khai" / "answers.toml").exists()


def test_a_file_saved_between_the_page_and_the_button_is_not_written_over(desk: Window) -> None:
    """What Excel saved after the page was read is never lost to a button on that page."""
    form = desk.form("/sua", "d", "ban") | {"o": "D8", "chu": "450000"}
    place = desk.desk.home / "chi.xlsx"
    place.write_bytes(RIGHT)
    desk.send("/sua/o", form)
    assert place.read_bytes() == RIGHT


def test_a_stale_window_overwrites_no_settings(desk: Window) -> None:
    """Settings that another window wrote since stay; the second is told so and sees what holds."""
    form = desk.form("/thiet-lap", "ban") | SETTINGS
    desk.send("/thiet-lap", form | {"telephone": "0262 1"})
    assert "vừa được ghi ở cửa sổ khác" in desk.said("/thiet-lap", form | {"telephone": "0262 2"})
    assert 'telephone = "0262 1"' in (desk.desk.home / "commune.toml").read_text("utf-8")


def test_a_file_that_changed_is_not_replaced_unseen(desk: Window) -> None:
    """Both files are shown; when the one that is there changes after that, it isn't replaced until it was shown again."""
    place = desk.desk.home / "chi.xlsx"
    assert "Tệp vừa đưa vào" in bring(desk, "chi.xlsx", RIGHT)
    form = desk.form("/tep", "khoa", "ban") | {"chon": "thay"}
    other = (FIELD / "household-twice.xlsx").read_bytes()
    place.write_bytes(other)
    assert "vừa đổi, nên chưa thay" in desk.said("/tep/chon", form)
    assert place.read_bytes() == other
    assert "Đã thay" in desk.said("/tep/chon", desk.form("/tep", "khoa", "ban") | {"chon": "thay"})
    assert place.read_bytes() == RIGHT
    assert "không còn ở đây" in desk.said("/tep/chon", form)


def test_a_file_open_in_excel_waits_until_it_is_closed(desk: Window) -> None:
    """While Excel's lock file lies there the cell isn't written unless the officer says that it was closed."""
    (desk.desk.home / "~$chi.xlsx").touch()
    form = desk.form("/sua", "d", "ban") | {"o": "D8", "chu": "450000"}
    assert "đang mở trong Excel nên chưa ghi gì" in desk.said("/sua/o", form)
    assert (desk.desk.home / "chi.xlsx").read_bytes() == WRONG
    assert "Đã ghi ô D8" in desk.said("/sua/o", form | {"dong": "co"})


def test_a_file_that_windows_holds_is_told(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses to replace a file because a program holds it, the screen says to close it, and all stays as it was."""
    real = Path.replace

    def held(path: Path, target: Path) -> Path:
        if Path(target).suffix == ".xlsx" and Path(target).parent == desk.desk.home:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return real(path, target)

    form = desk.form("/sua", "d", "ban") | {"o": "D8", "chu": "450000"}
    monkeypatch.setattr(Path, "replace", held)
    answer = desk.send("/sua/o", form)
    assert answer.status_code == 409
    assert "“chi.xlsx” đang bị chương trình khác giữ" in answer.get_data(as_text=True)
    assert "Tệp vừa đưa vào" in bring(desk, "chi.xlsx", RIGHT)
    form = desk.form("/tep", "khoa", "ban") | {"chon": "thay"}
    assert desk.send("/tep/chon", form).status_code == 409
    assert (desk.desk.home / "chi.xlsx").read_bytes() == WRONG
    monkeypatch.undo()
    assert "Đã thay" in desk.said("/tep/chon", form), "the file still waits"
    assert [one.what for one in originals.changes(desk.desk.home)] == ["replaced"]
    assert not list(desk.desk.home.glob(".*.part"))


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A memory stick with 200 kB on it."""
    place = tmp_path / "usb"
    place.mkdir()
    if not shutil.which("mount") or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", place], check=False,
                                                   capture_output=True).returncode:
        pytest.skip("this account may not mount a small disk")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_is_told_and_nothing_is_lost(stick: Path) -> None:
    """On a full stick every step says that there is no room; files, settings and answers stay whole, and no half file is left."""
    desk = window(stick)
    desk.send("/thiet-lap", SETTINGS)
    (stick / "data" / "chi.xlsx").write_bytes(WRONG)
    form = desk.form("/sua", "d", "ban")
    settings = desk.form("/thiet-lap", "ban") | SETTINGS
    with (stick / "day").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"0" * 4096)
    before = {path: path.read_bytes() for path in sorted((stick / "data").rglob("*")) if path.is_file()}
    for answer in (desk.send("/sua/o", form | {"o": "D8", "chu": "450000"}), desk.send("/thiet-lap", settings | {"telephone": "0262" * 40}),
                   desk.send("/sua/dung", form | {"ly-do": "Bản đã ký ghi như vậy"})):
        assert answer.status_code == 409
        assert "đã đầy" in answer.get_data(as_text=True)
    assert {path: path.read_bytes() for path in sorted((stick / "data").rglob("*")) if path.is_file()} == before
    (stick / "day").unlink()
    assert "Đã ghi ô D8" in desk.said("/sua/o", form | {"o": "D8", "chu": "450000"})
