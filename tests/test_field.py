"""Our own ugly workbooks: what is said of each, by cell and code, and how much of it could be read all the same."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.sources import Source
from tests.maker import registers
from tests.maker.profile import SUOI_MAY

FIELD = Path(__file__).parent / "field"

SOUND = (
    "nothing-wrong-spending.xlsx",
    "nothing-wrong-ledger.xlsx",
    "nothing-wrong-households.xlsx",
    "nothing-wrong-two-levels.xlsx",
    "amounts-with-dots-blanks-and-signs.xlsx",
    "columns-in-another-order.xlsx",
    "two-row-head-moved.xlsx",
    "dash-is-not-blank-is-not-zero.xlsx",
    "ede-names-in-pieces.xlsx",
    "semicolons.csv",
    "unit-in-next-cell-agency-called-unit.xlsx",
)
REGISTERS = tuple(registers.ugly(SUOI_MAY))
FAULTY = {
    "total-typed-over.xlsx": {("D8", "sum-differs")},
    "parent-less-than-children.xlsx": {("C10", "sum-differs")},
    "parent-off-by-rounding.xlsx": {("C10", "sum-rounded")},
    "share-typed-wrong.xlsx": {("E11", "share-wrong")},
    "amount-1.2.xlsx": {("E13", "amount-ambiguous")},
    "amount-with-letter-o.xlsx": {("E13", "amount-unreadable")},
    "name-in-amount-column.xlsx": {("E12", "amount-unreadable")},
    "two-units-contradict.xlsx": {("C7", "units-contradict")},
    "unit-missing.xlsx": {("C5", "unit-missing")},
    "period-missing.xlsx": {(None, "period-missing")},
    "stage-missing.xlsx": {(None, "stage-unclear-list")},
    "title-row-gone.xlsx": {(None, "period-missing")},
    "title-row-gone-spending.xlsx": {(None, "period-missing")},
    "household-twice.xlsx": {("B10", "household-twice")},
    "numbering-jumps.xlsx": {("A9", "numbering-gap")},
    "class-unknown.xlsx": {("D9", "choice-unknown")},
    "consent-unclear.xlsx": {("F12", "flag-unclear")},
    "day-that-does-not-exist.xlsx": {("B13", "day-impossible")},
    "gift-twice.xlsx": {("C15", "gift-repeated")},
    "formulas-never-calculated.xlsx": {("D5", "formula-uncalculated")},
    "old-list-on-hidden-sheet.xlsx": {(None, "sheet-hidden")},
    "cut-short.xlsx": {(None, "workbook-damaged")},
    "no-bytes.xlsx": {(None, "workbook-empty")},
    "nothing-in-it.xlsx": {(None, "workbook-empty")},
    "unknown-table.xlsx": {(None, "table-unknown")},
    "no-table.xlsx": {(None, "table-unknown")},
}


def examined(name: str) -> Examined:
    """Return a workbook of the field examined for a commune that names no hamlets."""
    path = FIELD / name
    source = Source(path, name, hashlib.sha256(path.read_bytes()).hexdigest())
    return examine(source, catalogue.load(), Commune(name="Xã Thử Nghiệm"))


@pytest.mark.parametrize("name", SOUND)
def test_ugly_but_sound(name: str) -> None:
    """Nothing is found in a workbook that is only ugly."""
    assert [(found.cell, found.code) for found in examined(name).all_findings] == []


@pytest.mark.parametrize("name", REGISTERS)
def test_registers_turned_round_are_read_whole(name: str) -> None:
    """Every register is known with its columns turned round and its heads decomposed, each row of it, without a finding."""
    one = examined(name)
    assert [(found.cell, found.code) for found in one.all_findings] == []
    (reading,) = one.readings
    stage = f"-{reading.table.stage}" if reading.table.stage else ""
    assert (f"register-{reading.table.form}{stage}.xlsx", reading.publishable) == (name, True)
    assert 2 <= len(reading.records) <= 3


@pytest.mark.parametrize(("name", "wanted"), FAULTY.items(), ids=FAULTY)
def test_each_fault_is_found_in_its_cell(name: str, wanted: set[tuple[str | None, str]]) -> None:
    """The fault a workbook is named for is found where it stands."""
    assert wanted <= {(found.cell, found.code) for found in examined(name).all_findings}


@pytest.mark.parametrize("name", ["title-row-gone.xlsx", "title-row-gone-spending.xlsx"])
def test_a_table_without_title_is_known_by_its_content(name: str) -> None:
    """A form is recognised though its title row is gone."""
    assert [reading.table.form for reading in examined(name).readings] == ["budget-spending" if "spending" in name else "poor-households"]


def test_a_spending_table_without_title_tells_its_stage_in_its_head() -> None:
    """The words "Thực hiện 06 tháng" above a column are the stage, where the title row is gone."""
    assert [reading.table.stage for reading in examined("title-row-gone-spending.xlsx").readings] == ["execution"]


@pytest.mark.parametrize("name", ["two-units-contradict.xlsx", "unit-missing.xlsx", "amount-1.2.xlsx", "name-in-amount-column.xlsx"])
def test_one_mistake_is_one_finding(name: str) -> None:
    """What hangs on a unit or an amount that nobody knows is not told as well."""
    assert len(examined(name).all_findings) == 1


def test_two_units_make_no_amount_public() -> None:
    """A table of two contradictory units can't be published."""
    assert [reading.publishable for reading in examined("two-units-contradict.xlsx").readings] == [False]


def test_dash_blank_and_zero_stay_three_things() -> None:
    """A dash is none that was written as such, a blank is none, a nought is nought."""
    reading = examined("dash-is-not-blank-is-not-zero.xlsx").readings[0]
    told = {
        record.values["label"]: (record.values["plan"], record.values["done"], sorted(record.dashes)) for record in reading.records[-2:]
    }
    assert told == {"Chi bảo vệ môi trường": (None, None, ["done"]), "Chi thường xuyên khác": (0, None, [])}


def test_amounts_typed_in_four_ways_are_the_same_money() -> None:
    """Dots, commas, blanks and the sign of the đồng change no amount."""
    reading = examined("amounts-with-dots-blanks-and-signs.xlsx").readings[0]
    assert [record.values["amount"] for record in reading.records] == [500_000, 1_200_000, 5_000_000]


def test_names_in_pieces_are_put_together() -> None:
    """A name typed in decomposed letters is kept composed, every letter of it."""
    reading = examined("ede-names-in-pieces.xlsx").readings[0]
    assert [record.values["head_name"] for record in reading.records[-2:]] == ["Y Blŭ Êban", "H'Ƀlung Kpă"]


def test_the_hidden_sheet_is_left_out() -> None:
    """Only the names of the visible list are read."""
    readings = examined("old-list-on-hidden-sheet.xlsx").readings
    assert [record.values["head_name"] for reading in readings for record in reading.records] == ["Nguyễn Văn Mẫu", "Trần Thị Thử"]


def test_a_day_typed_as_text_is_a_day() -> None:
    """The ledger's days are days."""
    reading = examined("nothing-wrong-ledger.xlsx").readings[0]
    assert reading.records[0].values["day"] == date(2026, 2, 3)
