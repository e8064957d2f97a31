"""A cell mended on the page: only its own part of the workbook changes, sums follow, and what can't be followed is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from generator import workbook
from generator.desk.mending import CannotMend, mended
from tests.conftest import ROOT


def book(folder: Path) -> Path:
    """A workbook with a sum of sums, a shared look, a picture-like part kept aside, and a second sheet."""
    path = folder / "chi.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet("Chi")
        money = made.add_format({"num_format": "#,##0", "bold": True})
        page.write_row(0, 0, ["Nội dung", "Số tiền"])
        for row, amount in enumerate((100, 200, 300), 1):
            page.write_string(row, 0, f"Khoản {row}")
            page.write_number(row, 1, amount, money)
        page.write_formula(4, 1, "=SUM(B2:B4)", money, 600)
        page.write_formula(5, 1, "=B5*2-$B$2/4", money, 1175)
        page.write_formula(6, 1, "=MAX(B3:B4)", money, 300)
        made.add_worksheet("Khác").write_string(0, 0, "giữ nguyên")
    return path


def values(path: Path) -> list[list[object]]:
    """The stored values of the first sheet."""
    return [list(row) for row in workbook.read(path)[0].rows]


def test_only_the_touched_part_changes(tmp_path: Path) -> None:
    """A mended text cell keeps its look, and every other part of the package keeps its bytes."""
    path = book(tmp_path)
    made = mended(path, "Chi", "A2", "Chi <b>&'mới'", number=False)
    out = tmp_path / "moi.xlsx"
    out.write_bytes(made.content)
    before, after = zipfile.ZipFile(path), zipfile.ZipFile(out)
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert before.namelist() == after.namelist()
    assert values(out)[1][0] == "Chi <b>&'mới'"
    assert openpyxl.load_workbook(out)["Chi"]["B2"].font.bold


def test_sums_follow(tmp_path: Path) -> None:
    """The stored results of the sums a cell goes into are those Excel would store; the formulas stay."""
    path = book(tmp_path)
    made = mended(path, "Chi", "B2", "1.200", number=True)
    path.write_bytes(made.content)
    found = values(path)
    assert [found[row][1] for row in (1, 4, 5, 6)] == [1200, 1700, 3100, 300]
    assert openpyxl.load_workbook(path)["Chi"]["B5"].value == "=SUM(B2:B4)"
    assert openpyxl.load_workbook(path)["Chi"]["B2"].number_format == "#,##0"


def test_what_goes_into_an_unknown_formula_is_left_to_excel(tmp_path: Path) -> None:
    """A cell of which a formula makes more than a sum isn't mended here, and a formula is never written over."""
    path = book(tmp_path)
    with pytest.raises(CannotMend, match="formulas"):
        mended(path, "Chi", "B3", "5", number=True)
    with pytest.raises(CannotMend, match="formula"):
        mended(path, "Chi", "B5", "5", number=True)


def test_a_blank_cell_and_a_new_row_are_put_in(tmp_path: Path) -> None:
    """A cell that isn't there yet is put where it belongs, in a row that is there and in one that isn't."""
    path = book(tmp_path)
    for place, text in (("D2", "thêm"), ("B9", "12")):
        path.write_bytes(mended(path, "Chi", place, text, number=True).content)
    found = values(path)
    assert (found[1][3], found[8][1]) == ("thêm", 12)


def test_a_text_table_becomes_a_workbook(tmp_path: Path) -> None:
    """A .csv is mended as an .xlsx of the same values."""
    path = tmp_path / "so.csv"
    path.write_bytes((ROOT / "tests" / "field" / "semicolons.csv").read_bytes())
    made = mended(path, None, "A1", "Đầu", number=False)
    assert made.suffix == ".xlsx"
    out = tmp_path / "so.xlsx"
    out.write_bytes(made.content)
    assert values(out)[0][0] == "Đầu"
    assert values(out)[1:] == values(path)[1:]


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    """A damaged package is left to Excel, without a fault."""
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(CannotMend, match="package"):
        mended(path, "Chi", "A1", "x", number=False)
