"""Heads with small mistakes are read and told; heads an officer explained once are known from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.recognition import remembered
from generator.sources import Source
from tests.drawing import workbook

LEDGER = """SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu Suối Mây
Đơn vị tính: đồng
STT | Ngày | {giver} | Hình thức | {amount}
1 | 01/03/2026 | Công ty TNHH Mây Xanh | Tiền | #200000
2 | 02/03/2026 | Trương Thị Lành | Tiền | #300000"""


def examined(folder: Path, giver: str = "Người đóng góp", amount: str = "Số tiền") -> Examined:
    path = workbook(folder, LEDGER.format(giver=giver, amount=amount), name="so.xlsx")
    return examine(Source(path, "so.xlsx", "0" * 64), catalogue.load(), Commune(name="Xã Thử Nghiệm", id="thu-nghiem"))


def told(one: Examined) -> set[tuple[str | None, str]]:
    return {(found.cell, found.code) for found in one.all_findings}


@pytest.mark.parametrize("amount", ["Số tiền", "SỐ  TIỀN", "So tien", "Sốtiền", "Số ti ền", "Số tiền (đồng)"])
def test_case_accents_and_spaces_are_no_matter(tmp_path: Path, amount: str) -> None:
    """A head that only differs in case, accents or spaces is the head, and nothing is said of it."""
    assert told(examined(tmp_path, amount=amount)) == set()


@pytest.mark.parametrize("giver", ["Người đóngg góp", "Nguời đónh góp", "Ngừoi đogn góp"])
def test_a_misspelt_head_is_read_and_told(tmp_path: Path, giver: str) -> None:
    """A letter wrong in a word, or two that changed places, is read as the head it must be, with a notice that names it."""
    one = examined(tmp_path, giver)
    assert told(one) == {("C4", "head-guessed")}
    (found,) = one.all_findings
    assert (found.severity, found.typed, dict(found.details)["column"]) == ("notice", giver, "Người, đơn vị đóng góp")
    assert one.readings[0].publishable


@pytest.mark.parametrize("giver", ["Ai góp", "Người chi tiền", "Ngày đóng góp bù"])
def test_another_word_is_not_guessed_at(tmp_path: Path, giver: str) -> None:
    """A head that may be anything is no column: the one that is missing is told, with how it may be called."""
    assert ("A4", "column-missing") in told(examined(tmp_path, giver))


def remember(folder: Path, text: str) -> None:
    (folder / ".cong-khai").mkdir(exist_ok=True)
    (folder / ".cong-khai" / "columns.toml").write_text(text, "utf-8")


def test_a_head_explained_once_is_known(tmp_path: Path) -> None:
    """What the officer answered makes the head one of the form's own, without a finding, in the folders below too."""
    remember(tmp_path, '[[column]]\nhead = "Ai góp"\nkey = "giver"\nform = "contributions"\n')
    inner = tmp_path / "so"
    inner.mkdir()
    one = examined(inner, "AI GÓP")
    assert told(one) == set()
    assert one.readings[0].table.columns["giver"] == 3


def test_a_head_explained_otherwise_is_not_what_it_was(tmp_path: Path) -> None:
    """A head remembered for one column is taken away from the column whose label it is."""
    remember(tmp_path, '[[column]]\nhead = "Hình thức"\nkey = "note"\n')
    assert "gift_kind" not in examined(tmp_path).readings[0].table.columns


def test_another_commune_remembers_for_itself(tmp_path: Path) -> None:
    """A folder with settings of its own looks no further up."""
    remember(tmp_path, '[[column]]\nhead = "Ai góp"\nkey = "giver"\n')
    inner = tmp_path / "xa-khac"
    inner.mkdir()
    (inner / "commune.toml").write_text('name = "Xã Khác"\n', "utf-8")
    assert ("A4", "column-missing") in told(examined(inner, "Ai góp"))


@pytest.mark.parametrize("text", ["[[column]]\nhead = 1\n", "head", '[[column]]\nhead = "A"\n'])
def test_a_damaged_memory_is_told_and_left_aside(tmp_path: Path, text: str) -> None:
    """What can't be read is a warning, and the workbook is read without it."""
    remember(tmp_path, text)
    one = examined(tmp_path)
    assert told(one) == {(None, "columns-damaged")}
    assert one.readings[0].publishable


def test_an_unknown_key_changes_nothing(tmp_path: Path) -> None:
    """An answer for a column that no form has leaves the catalogue as it is."""
    known = remembered.known(catalogue.load(), (remembered.Remembered("Ai góp", "nobody"),))
    assert known.forms == catalogue.load().forms
