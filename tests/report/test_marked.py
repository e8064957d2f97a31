"""Where marked copies and pages are written, what they are called, and that they are passed over when a folder is read."""

from __future__ import annotations

import shutil
import zipfile
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from generator.__main__ import main
from generator.commands.arguments import ROOT
from generator.sources import is_marked_copy, workbooks
from tests.drawing import workbook
from tests.report.test_page import LIST

FIELD = Path(__file__).parents[1] / "field"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a faulty workbook, a sound .csv and one that can't be read."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("amount-1.2.xlsx", "semicolons.csv", "cut-short.xlsx"):
        shutil.copy(FIELD / name, folder)
    return folder


def names(folder: Path) -> list[str]:
    """Return the names of a folder's files."""
    return sorted(path.name for path in folder.iterdir())


def test_each_readable_workbook_has_its_copy(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Copies are named after their workbooks, those that passed included, and stderr says where they lie."""
    code = main(["check", "--marked", str(tmp_path / "kq"), str(data)])
    told = capsys.readouterr()
    assert code == 1
    assert names(tmp_path / "kq") == ["amount-1.2 (đã đánh dấu).xlsx", "semicolons (đã đánh dấu).xlsx"]
    assert told.err.count("Bản đánh dấu: ") == 2
    assert "amount-ambiguous" in told.out


def test_the_copy_marks_what_the_terminal_tells(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The comment in the copy says in the same words what the terminal says."""
    main(["check", "--marked", str(tmp_path / "kq"), str(data / "amount-1.2.xlsx")])
    book = openpyxl.load_workbook(tmp_path / "kq" / "amount-1.2 (đã đánh dấu).xlsx")
    note = book["So"]["E13"].comment.text
    told = capsys.readouterr().out
    assert all(line.removeprefix("→ ") in told for line in note.splitlines()[1:])


def test_with_html_each_workbook_has_its_page(data: Path, tmp_path: Path) -> None:
    """Pages lie beside the copies, one for the workbook that can't be read too."""
    main(["check", "--format", "html", "--marked", str(tmp_path / "kq"), str(data)])
    assert [name for name in names(tmp_path / "kq") if name.endswith(".html")] == [
        "amount-1.2 (kết quả kiểm tra).html", "cut-short (kết quả kiểm tra).html", "semicolons (kết quả kiểm tra).html"]


def test_one_page_goes_to_the_terminal(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For one workbook the page is printed."""
    assert main(["check", "--format", "html", str(data / "semicolons.csv")]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


def test_several_pages_need_a_folder(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For several workbooks the command says that it needs --marked."""
    assert main(["check", "--format", "html", str(data)]) == 2
    assert "--marked" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["output", "output/a/b", "content/kq", "themes/congkhai"])
def test_no_copy_where_the_public_could_find_it(data: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The public site and what it is made of are refused before anything is done."""
    assert main(["check", "--marked", str(ROOT / folder), str(data)]) == 2
    told = capsys.readouterr()
    assert "bản đánh dấu có dữ liệu riêng" in told.err
    assert told.out == ""


def test_no_copy_in_a_site_built_elsewhere(data: Path, tmp_path: Path) -> None:
    """A folder of another site that the program built is known by its manifest and sums, through a link too."""
    site = tmp_path / "site"
    (site / "kq").mkdir(parents=True)
    for name in ("SHA256SUMS", "manifest.json"):
        (site / name).touch()
    (tmp_path / "link").symlink_to(site / "kq")
    assert main(["check", "--marked", str(tmp_path / "link"), str(data)]) == 2
    assert names(site / "kq") == []


def test_a_file_of_the_officers_is_not_overwritten(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of the copy's name that isn't one of ours stays."""
    own = tmp_path / "amount-1.2 (đã đánh dấu).xlsx"
    shutil.copy(FIELD / "amount-1.2.xlsx", own)
    before = own.read_bytes()
    assert main(["check", "--marked", str(tmp_path), str(data / "amount-1.2.xlsx")]) == 2
    assert own.read_bytes() == before
    assert "không bị ghi đè" in capsys.readouterr().err


def test_a_copy_is_written_over_its_older_self(data: Path, tmp_path: Path) -> None:
    """Checking again gives the same bytes in the same place."""
    command = ["check", "--marked", str(tmp_path / "kq"), str(data / "amount-1.2.xlsx")]
    copies = []
    for _ in range(2):
        main(command)
        copies.append((tmp_path / "kq" / "amount-1.2 (đã đánh dấu).xlsx").read_bytes())
    assert copies[0] == copies[1]


def test_workbooks_of_one_name_do_not_share_a_copy(data: Path, tmp_path: Path) -> None:
    """Two workbooks whose names differ only in folder or extension have two copies."""
    (data / "b").mkdir()
    shutil.copy(FIELD / "semicolons.csv", data / "b")
    main(["check", "--marked", str(tmp_path / "kq"), str(data)])
    assert {"semicolons (đã đánh dấu).xlsx", "semicolons 2 (đã đánh dấu).xlsx"} < set(names(tmp_path / "kq"))


def test_copies_and_pages_are_passed_over(data: Path) -> None:
    """What `check` wrote among the officer's files is no workbook of theirs."""
    before = workbooks(data)
    main(["check", "--format", "html", "--marked", str(data), str(data)])
    assert len(names(data)) > len(before)
    assert workbooks(data) == before


def test_a_copy_saved_by_another_program_is_known_still(data: Path) -> None:
    """After another program has saved it, a copy of our name is passed over."""
    main(["check", "--marked", str(data), str(data / "amount-1.2.xlsx")])
    copy = data / "amount-1.2 (đã đánh dấu).xlsx"
    openpyxl.load_workbook(copy).save(copy)
    assert is_marked_copy(copy)


def test_a_mended_copy_under_another_name_is_read(data: Path) -> None:
    """A copy that the officer mended and gave a name of their own is theirs, and a file merely named like a copy is too."""
    main(["check", "--marked", str(data), str(data / "amount-1.2.xlsx")])
    (data / "amount-1.2 (đã đánh dấu).xlsx").rename(data / "so sua.xlsx")
    shutil.copy(data / "semicolons.csv", data / "bang (đã đánh dấu).csv")
    assert {data / "so sua.xlsx", data / "bang (đã đánh dấu).csv"} < set(workbooks(data))


def test_lock_files_are_passed_over(data: Path) -> None:
    """What Excel and LibreOffice leave while a workbook is open is no workbook."""
    before = workbooks(data)
    for name in ("~$amount-1.2.xlsx", ".~lock.semicolons.csv#"):
        (data / name).write_bytes(b"x")
    assert workbooks(data) == before


def test_private_values_are_not_quoted(tmp_path: Path) -> None:
    """Neither the list of findings nor a comment quotes what stands in a private cell."""
    path = workbook(tmp_path, LIST)
    main(["check", "--marked", str(tmp_path / "kq"), str(path)])
    with zipfile.ZipFile(next((tmp_path / "kq").iterdir())) as package:
        front, notes = (package.read(name).decode() for name in ("xl/worksheets/sheetCk1.xml", "xl/comments1.xml"))
    for part in (front, notes):
        assert "note-unlisted" in part
        assert "count-unreadable" in part
        assert not any(word in unescape(part) for word in ("bệnh nặng", "066000000001", "Nguyễn Văn Mẫu"))
