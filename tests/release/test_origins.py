"""A hit names the cell that the value came from, wherever in the workbook it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue import load
from generator.commune import Commune
from generator.disclosure.examine import examine
from generator.findings import tell
from generator.release.origins import origins
from generator.release.sweep import Beside, sweep, sweep_around
from generator.sources import source
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING
from tests.release.test_sweep import CAUSE, LIST, page, site

NUMBER = "066098765432"


def beside(folder: Path, text: str) -> Beside:
    """Return what a sweep goes by after a workbook was examined."""
    path = workbook(folder, text, name="chi.xlsx")
    return Beside(origins([examine(source(path, "chi.xlsx"), load(), Commune(name="Xã Thử"))]))


@pytest.mark.parametrize("cell", ["Chi quản lý, ông A 066 098 765 432", NUMBER, "'066098765432 (CCCD)"])
def test_an_identifier_is_traced_to_its_cell(tmp_path: Path, cell: str) -> None:
    """A citizen number on a page is told with workbook, sheet and cell, and not by its digits."""
    lines = SPENDING.split("\n")
    place = next(number for number, line in enumerate(lines) if line.strip() and "|" in line and number > 4)
    parts = lines[place].split("|")
    lines[place] = "|".join([parts[0], f" {cell} ", *parts[2:]])
    told = beside(tmp_path, "\n".join(lines))
    (hit, *_) = sweep(page(tmp_path / "site", f"<p>Chi cho {NUMBER}</p>"), site(), {}, told)
    assert hit.code == "privacy-shape-cell"
    assert "chi.xlsx, Trang 1 B" in tell(hit).message
    assert NUMBER not in tell(hit).message


def test_what_is_in_no_workbook_is_told_without_a_cell(tmp_path: Path) -> None:
    """A number that people wrote into a page has no cell, and the hit says which page."""
    (hit,) = sweep(page(tmp_path / "site", f"<p>{NUMBER}</p>", "trang/lich/index.html"), site(), {}, beside(tmp_path, SPENDING))
    assert (hit.code, hit.file) == ("privacy-shape", "trang/lich/index.html")


def test_a_name_that_is_not_to_be_shown_is_traced_too(tmp_path: Path) -> None:
    """A name known only by its disclosure is found in the workbook, in other letters too."""
    told = beside(tmp_path, SPENDING + "\n | Người lập: NGUYỄN VĂN AN\n")
    (hit,) = sweep(page(tmp_path / "site", "<td>Nguyễn Văn An</td>"), site(), {LIST.id: {"Nguyễn Văn An": LIST.id}}, told)
    assert (hit.code, "chi.xlsx, Trang 1 B" in tell(hit).message) == ("privacy-leak", True)


def test_what_lies_beside_several_communes_is_searched(tmp_path: Path) -> None:
    """A province's own files hold no identifier of anybody; the communes' folders have sweeps of their own."""
    page(tmp_path, f"<p>{NUMBER}</p>", "suoi-may/index.html")
    page(tmp_path, "<p>102 xã, phường</p>", "index.html")
    assert sweep_around(tmp_path, ["suoi-may", "khac"]) == ()
    page(tmp_path, f"<p>{CAUSE}, {NUMBER}</p>", "index.html")
    assert [(each.code, each.file) for each in sweep_around(tmp_path, ["suoi-may", "khac"])] == [("privacy-shape", "index.html")]
