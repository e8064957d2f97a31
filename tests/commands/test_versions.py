"""Versions on pages: what changed, the earlier figures one click away, and what stands where something was taken down."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.commands.conftest import FIELD, Place, Run

SPENDING, LIST = "ngan-sach/2026/06-thang/chi", "ho-ngheo/2026/cong-nhan"
NAME = "Trần Thị Thử"


def corrected(path: Path, **cells: object) -> None:
    """The officer corrects cells of a workbook and saves it."""
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(path)


def named(path: Path, name: str) -> str:
    """Return the first cell of a workbook that holds a text."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return next(cell.coordinate for row in sheet for cell in row if cell.value == name)


@pytest.fixture
def two(place: Place, run: Run) -> Place:
    """A commune that posted, corrected one figure's word and one name, and built again."""
    assert run(place.words("post", today="2026-11-20")).code == 0
    heads = place.commune / "nothing-wrong-households.xlsx"
    corrected(heads, **{named(heads, NAME): "Lê Thị Mận"})
    sheet = place.commune / "nothing-wrong-spending.xlsx"
    shutil.copyfile(FIELD / "nothing-wrong-spending.xlsx", sheet)
    label = next(cell for row in openpyxl.load_workbook(sheet).worksheets[0] for cell in row if str(cell.value).startswith("Chi giáo dục"))
    corrected(sheet, **{label.coordinate: "Chi giáo dục, đào tạo (đã sửa tên)"})
    assert run(place.words("build")).code == 0
    return place


def test_the_newest_keeps_the_plain_address(two: Place) -> None:
    """The plain address shows version 2, what it changed, and the way to version 1."""
    page = two.page(SPENDING)
    assert "Bản 2 sửa gì so với bản 1?" in page
    assert 'href="phien-ban-1/index.html"' in page
    assert "đã sửa tên" in page


def test_each_version_has_an_address_of_its_own(two: Place) -> None:
    """Version 1 is marked as replaced and still has its figures; version 2 says that it is in use."""
    old, new = two.page(f"{SPENDING}/phien-ban-1"), two.page(f"{SPENDING}/phien-ban-2")
    assert "đã được thay thế" in old
    assert "đã sửa tên" not in old
    assert "Đây là bản đang dùng" in new


def test_the_versions_of_a_list_name_nobody(two: Place) -> None:
    """A list's versions say how many joined and left, and have counts only."""
    for version in (1, 2):
        page = two.page(f"{LIST}/phien-ban-{version}")
        assert NAME not in page
        assert "Lê Thị Mận" not in page
    assert re.search(r"Thêm 1 hộ.*Bớt 1 hộ", two.page(f"{LIST}/phien-ban-2"), re.DOTALL)


def test_the_manifest_lists_both_with_their_states(two: Place) -> None:
    """A replaced version stands in the manifest with its own address, and without prints or downloads."""
    entries = json.loads((two.output / "manifest.json").read_bytes())["disclosures"]
    found = {(entry["form"], entry["version"]): entry for entry in entries}
    assert found["budget-spending", 1]["state"] == "replaced"
    assert found["budget-spending", 1]["page"] == f"{SPENDING}/phien-ban-1/index.html"
    assert not found["budget-spending", 1]["downloads"]
    assert found["budget-spending", 2]["page"] == f"{SPENDING}/index.html"
    assert all((two.output / entry["page"]).is_file() for entry in entries)


def test_verify_passes_a_site_with_versions(two: Place, run: Run) -> None:
    """What was built of two versions agrees with its sums and with the history."""
    assert run(two.words("post")).code == 0
    assert run(two.words("verify")).code == 0
