"""A head that was guessed once is remembered when its table is posted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.__main__ import main
from tests.conftest import ROOT


def _places(folder: Path) -> list[str]:
    return ["--today", "2026-11-23", "--data", str(folder / "data"), "--output", str(folder / "output"),
            "--to-print", str(folder / "to-print")]


def test_a_guessed_head_is_asked_about_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt head is told as guessed before posting, and read without a word after."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(ROOT / "data" / "mau" / "commune.toml", data / "commune.toml")
    book = load_workbook(ROOT / "tests" / "field" / "nothing-wrong-ledger.xlsx")
    sheet = book.active
    head = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).strip() == "Người đóng góp")
    head.value = "Ngườii đóng góp"
    book.save(data / "so.xlsx")
    assert main(["check", str(data)]) == 0
    assert "head-guessed" in capsys.readouterr().out
    assert main(["post", *_places(tmp_path)]) == 0
    capsys.readouterr()
    kept = (data / ".cong-khai" / "columns.toml").read_text("utf-8")
    assert 'key = "giver"' in kept
    assert main(["check", str(data)]) == 0
    assert "head-guessed" not in capsys.readouterr().out
    assert main(["post", *_places(tmp_path)]) == 0
    assert (data / ".cong-khai" / "columns.toml").read_text("utf-8") == kept
