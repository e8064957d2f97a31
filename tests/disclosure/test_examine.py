"""A workbook is examined whole: every table read, what can't be read is a finding, and findings stand in reading order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.cells import address, position
from generator.disclosure.examine import Examined, examine, examined, in_order
from generator.findings import Finding, finding
from generator.sources import Source
from generator.workbook.sheets import Notice, RawSheet
from tests.drawing import workbook
from tests.kinds.budgets import REVENUE, SPENDING
from tests.kinds.lists import COMMUNE
from tests.kinds.test_contributions import LEDGER
from tests.recognition.drawing import drawn

SOURCE = Source(Path("a.xlsx"), "a.xlsx", "0" * 64)
UNKNOWN = """
BẢNG THEO DÕI VẬT NUÔI NĂM 2026
STT | Con vật | Màu lông | Số con
1 | Mèo | đen | 3
2 | Chó | vàng | 4
3 | Gà | trắng | 5
"""
SPENT = SPENDING.replace("#", "")
places = st.tuples(st.integers(1, 40), st.integers(1, 30))


def whole(*sheets: RawSheet) -> Examined:
    """Return sheets examined as one workbook."""
    return examined(SOURCE, sheets, load(), COMMUNE)


def codes(one: Examined) -> list[tuple[str | None, str]]:
    """Return what was found in a workbook, as (sheet, code)."""
    return [(found.sheet, found.code) for found in one.all_findings]


@pytest.mark.parametrize(("content", "code"), [
    (b"", "workbook-empty"), (b"\x00\x01\x02", "workbook-unknown"), (b"PK\x03\x04 cut", "workbook-damaged")])
def test_what_cannot_be_read_is_one_finding(tmp_path: Path, content: bytes, code: str) -> None:
    """Bytes that are no workbook are one finding on the file, which is then not readable and has no table."""
    path = tmp_path / "hong.xlsx"
    path.write_bytes(content)
    one = examine(Source(path, "hong.xlsx", ""), load(), COMMUNE)
    assert (one.readable, one.readings, [(found.code, found.sheet) for found in one.findings]) == (False, (), [(code, None)])


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    """A file taken away between listing and reading is told like any other that can't be read."""
    one = examine(Source(tmp_path / "mat.xlsx", "mat.xlsx", ""), load(), COMMUNE)
    assert (one.readable, len(one.findings), one.findings[0].severity) == (False, 1, "error")


def test_each_sheet_gives_its_tables_in_order() -> None:
    """Three sheets of three forms are three readings, in the order of the sheets, and nothing is found."""
    one = whole(drawn(SPENT, name="Chi"), drawn(REVENUE.replace("#", ""), name="Thu"), drawn(LEDGER, name="So"))
    assert [(reading.table.sheet.name, reading.table.form) for reading in one.readings] == [
        ("Chi", "budget-spending"), ("Thu", "budget-revenue"), ("So", "contributions")]
    assert one.all_findings == ()


@pytest.mark.parametrize("visibility", ["hidden", "very hidden"])
def test_a_hidden_sheet_is_told_and_not_read(visibility: str) -> None:
    """A table on a hidden sheet is left out with a notice; an empty hidden sheet is not worth one."""
    hidden = replace(drawn(LEDGER, name="Nháp"), visibility=visibility)
    one = whole(drawn(SPENT, name="Chi"), hidden, replace(RawSheet("Trống", ()), visibility=visibility))
    assert [reading.table.sheet.name for reading in one.readings] == ["Chi"]
    assert codes(one) == [("Nháp", "sheet-hidden")]


def test_notices_of_a_hidden_sheet_stay_unless_they_are_on_the_file() -> None:
    """What is on the whole file is told wherever it was noticed; what is on a hidden sheet is not."""
    notices = (Notice("cell-merged-lost", "B2"), Notice("workbook-macros", whole=True))
    known = tuple(replace(notice, code="sheet-hidden") for notice in notices)
    told = whole(drawn(SPENT, name="Chi"), replace(RawSheet("Nháp", ()), visibility="hidden", notices=known)).findings
    assert [(found.sheet, found.cell) for found in told] == [(None, None)]


def test_a_workbook_without_a_known_table_says_so() -> None:
    """An unknown table is kept as a reading without a form; the file is told once that no form is known."""
    one = whole(drawn(UNKNOWN))
    assert [reading.table.form for reading in one.readings] == [None]
    assert [found.code for found in one.findings] == ["table-unknown"]
    assert not any(reading.publishable for reading in one.readings)
    assert [found.code for found in whole(RawSheet("Trống", ())).findings] == ["table-unknown"]


def test_a_known_table_beside_an_unknown_one_is_enough() -> None:
    """A workbook with one known table is no unknown workbook."""
    assert "table-unknown" not in {found.code for found in whole(drawn(UNKNOWN, name="Khác"), drawn(SPENT)).findings}


def test_remembered_heads_that_cannot_be_read_are_told_first(tmp_path: Path) -> None:
    """A damaged file of remembered heads is a warning on the workbook, which is read all the same."""
    (tmp_path / ".cong-khai").mkdir()
    (tmp_path / ".cong-khai" / "columns.toml").write_text("column = 3", "utf-8")
    path = workbook(tmp_path, SPENDING)
    one = examine(Source(path, "a.xlsx", ""), load(), COMMUNE)
    assert [found.code for found in one.findings] == ["columns-damaged"]
    assert one.readings[0].publishable


@given(st.lists(st.one_of(st.none(), places, st.tuples(places, places)), max_size=12))
def test_findings_stand_in_reading_order_each_once(drawn_places: list[object]) -> None:
    """Sorted by row, then column; those without a cell first; a repeated finding is told once; sorting again changes nothing."""
    def cell(place: object) -> str | None:
        if not isinstance(place, tuple):
            return None
        return ":".join(address(*each) for each in place) if isinstance(place[0], tuple) else address(*place)  # type: ignore[misc]

    found = tuple(Finding("table-unknown", "error", "a.xlsx", "T", cell(place)) for place in drawn_places)
    ordered = in_order(found)
    assert set(ordered) == set(found)
    assert len(ordered) == len(set(found))
    begins = [position(one.cell.split(":")[0]) if one.cell else (0, 0) for one in ordered]
    assert begins == sorted(begins)
    assert in_order(ordered) == ordered


def test_the_findings_of_a_file_stand_before_those_of_its_tables() -> None:
    """All findings are the file's own first, then each table's."""
    one = whole(drawn(SPENT.replace("| 500 |", "| 501 |"), name="Chi"))
    first = finding("file-repeated", "a.xlsx", other="b.xlsx")
    assert one.readings[0].findings
    assert replace(one, findings=(first,)).all_findings == (first, *one.readings[0].findings)
