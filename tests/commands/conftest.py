"""A small commune with a place of its own, and the commands run on it as an officer runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.conftest import ROOT
from tests.drawing import workbook

FIELD = ROOT / "tests" / "field"
DAY = "2026-11-23"
SETTINGS = """name = "Xã Thử"
names_on_web = true

[[posted]]
form = "poor-households"
posted_from = 2026-11-10
"""
DECLARED = """title = "Bảng kê trống chiêng"
columns = ["STT", "Tên bộ", "Số chiếc", "Người giữ"]
public = ["Tên bộ", "Số chiếc"]
sums = ["Số chiếc"]
[read]
"Số chiếc" = "count"
"""
CONTENT = """
BẢNG KÊ TRỐNG CHIÊNG NĂM 2026
STT | Tên bộ | Số chiếc | Người giữ
#1 | Bộ chiêng lớn | #9 | Y Mẫu Êban
#2 | Bộ chiêng nhỏ | #6 | H Thử Niê
#3 | Trống cái | #2 | Nguyễn Văn Mẫu
"""


@dataclass(frozen=True)
class Told:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything it said."""
        return self.out + self.err


@dataclass(frozen=True)
class Place:
    """A folder with a commune's data, and where its site goes."""

    root: Path

    @property
    def data(self) -> Path:
        """The folder of all communes."""
        return self.root / "data"

    @property
    def commune(self) -> Path:
        """The commune's folder."""
        return self.data / "xa-thu"

    @property
    def output(self) -> Path:
        """Where the site goes."""
        return self.root / "site" / "output"

    def add(self, workbook: str, name: str = "") -> Path:
        """Put one of the ugly workbooks into the commune's folder."""
        target = self.commune / (name or workbook)
        shutil.copyfile(FIELD / workbook, target)
        return target

    def declare(self) -> None:
        """Put a table of a form that this commune alone knows beside the others."""
        (self.commune / "trong-chieng.bang.toml").write_text(DECLARED, "utf-8")
        workbook(self.commune, CONTENT, name="trong chieng.xlsx")

    def words(self, command: str, *more: str, today: str = DAY) -> list[str]:
        """Return what is typed to run a command on this place."""
        places = ["--data", str(self.data), "--output", str(self.output), "--to-print", str(self.root / "site" / "to-print")]
        return [command, *places, "--today", today, *(["--no-prints"] if command == "build" else []), *more]

    def page(self, path: str) -> str:
        """Return a page of the site."""
        return (self.output / path / "index.html").read_text("utf-8")


def kept(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, locks aside."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.endswith(".lock")}


def ran(words: list[str], where: Path = ROOT) -> Told:
    """Run a command in a process of its own."""
    paths = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-m", "generator", *words], cwd=where, env=os.environ | paths, capture_output=True,
                          text=True, encoding="utf-8", check=False)
    return Told(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[[list[str]], Told]:
    """Run a command in this process; a traceback fails the test by itself."""

    def told(words: list[str]) -> Told:
        capsys.readouterr()
        code = main(words)
        captured = capsys.readouterr()
        return Told(code, captured.out, captured.err)

    return told


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A commune with a household list, a ledger and a budget table, none with a fault."""
    made = Place(tmp_path)
    made.commune.mkdir(parents=True)
    (made.commune / "commune.toml").write_text(SETTINGS, "utf-8")
    for name in ("households", "ledger", "spending"):
        made.add(f"nothing-wrong-{name}.xlsx")
    return made


Run = Callable[[list[str]], Told]
