"""A workbook that is locked with Excel's own password is opened; one with the officer's is told."""

from __future__ import annotations

import io
from pathlib import Path

import msoffcrypto.format.ooxml
import pytest

from generator import workbook
from generator.cells import Unreadable
from tests.drawing import workbook as drawn


def locked(folder: Path, password: str) -> Path:
    """Write a workbook locked with a password and return its path."""
    whole = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(drawn(folder, "STT | Họ và tên\n1 | Trần Thị Thử").read_bytes())).encrypt(password, whole)
    path = folder / "locked.xlsx"
    path.write_bytes(whole.getvalue())
    return path


def test_a_workbook_only_protected_against_changes_is_read(tmp_path: Path) -> None:
    """The password that Excel sets by itself keeps nobody out."""
    assert workbook.read(locked(tmp_path, "VelvetSweatshop"))[0].rows == (("STT", "Họ và tên"), ("1", "Trần Thị Thử"))


def test_a_password_of_the_officers_own_is_told(tmp_path: Path) -> None:
    """Another password is one finding."""
    with pytest.raises(Unreadable, match="workbook-encrypted"):
        workbook.read(locked(tmp_path, "bi-mat"))


def test_a_locked_workbook_cut_short_is_told(tmp_path: Path) -> None:
    """Half a locked workbook is refused with a code, whichever."""
    path = locked(tmp_path, "VelvetSweatshop")
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(Unreadable, match="workbook-"):
        workbook.read(path)
