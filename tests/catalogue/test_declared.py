"""A table of no known form, declared by a few lines beside the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import catalogue
from generator.catalogue.declared import SUFFIX, declared
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.decide import decide, together
from generator.disclosure.examine import examine
from generator.findings import Finding
from generator.posting.recording import Act, post
from generator.posting.seals import seal
from generator.posting.showing import show
from generator.posting.store import load
from generator.sources import Source
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.lists import COMMUNE

TABLE = """
title = "Lịch thu gom rác"
columns = ["Thôn", "Ngày", "Số hộ", "Người phụ trách"]
public = ["Thôn", "Ngày", "Số hộ"]
sums = ["Số hộ"]
[read]
"Số hộ" = "count"
"""
SHEET = """
LỊCH THU GOM RÁC NĂM 2026
STT | Thôn | Ngày | Số hộ | Người phụ trách
1 | Thôn Một | Thứ hai | #30 | Đỗ Văn Thử
2 | Thôn Hai | Thứ ba | #25 | Lê Thị Thử
"""


def made(folder: Path, table: str, sheet: str = SHEET) -> tuple[tuple[Disclosure, ...], tuple[Finding, ...]]:
    """Return what becomes public of a sheet beside a declaration, and what is wrong with the declaration."""
    (folder / f"rac{SUFFIX}").write_text(table, "utf-8")
    known, found = declared(catalogue.load(), folder, lambda path: path.name)
    path = workbook(folder, sheet)
    one = examine(Source(path, path.name, "0" * 64), known, COMMUNE)
    return decide(together((one,), known, COMMUNE), (), known, COMMUNE).disclosures, found


def test_a_declared_table_is_published_with_its_public_columns_alone(tmp_path: Path) -> None:
    """Columns not named as public stay private; sums, address and title come of themselves."""
    (found,), wrong = made(tmp_path, TABLE)
    assert not wrong
    assert found.form == "table-lich-thu-gom-rac"
    assert [dict(record.values) for record in found.records] == [
        {"thon": "Thôn Một", "ngay": "Thứ hai", "so_ho": 30}, {"thon": "Thôn Hai", "ngay": "Thứ ba", "so_ho": 25}]
    assert found.summary["sums"] == {"so_ho": 55}
    known, _ = declared(catalogue.load(), tmp_path, lambda path: path.name)
    assert addresses.folder(found, known).endswith("/lich-thu-gom-rac-2026")


@pytest.mark.parametrize("wrong", [
    TABLE.replace('public = ["Thôn"', 'public = ["Buôn"'), TABLE.replace("title", "tên"), TABLE + 'colour = "đỏ"\n',
    TABLE.replace('public = ["Thôn", "Ngày", "Số hộ"]', "public = []"), "title = \n", TABLE.replace("count", "number"),
])
def test_a_declaration_that_is_wrong_publishes_nothing(tmp_path: Path, wrong: str) -> None:
    """A misspelt column or entry is one finding on the file, and its table stays unpublished."""
    published, found = made(tmp_path, wrong)
    assert published == ()
    assert [(one.code, one.file) for one in found] == [("table-declared-wrong", f"rac{SUFFIX}")]


def test_no_declaration_makes_a_declaration_of_assets_public(tmp_path: Path) -> None:
    """A table declared beside the data is refused where its title says that it never may be public."""
    sheet = SHEET.replace("LỊCH THU GOM RÁC", "BẢN KÊ KHAI TÀI SẢN")
    published, _ = made(tmp_path, TABLE.replace("Lịch thu gom rác", "Bản kê khai tài sản"), sheet)
    assert published == ()


def test_a_declaration_taken_away_later_breaks_nothing(tmp_path: Path) -> None:
    """A table posted under a declaration that is gone is told and left out; everything else goes on."""
    published, _ = made(tmp_path, TABLE)
    known, _ = declared(catalogue.load(), tmp_path, lambda path: path.name)
    shown = show([seal(one) for one in published], load(tmp_path), COMMUNE, known, DAY)
    assert post(shown, tmp_path, Act(DAY, ()))
    later = show((), load(tmp_path), COMMUNE, catalogue.load(), DAY)
    assert later.disclosures == ()
    assert [found.code for found in later.findings] == ["form-gone"]
