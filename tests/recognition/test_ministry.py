"""The Ministry's real disclosure workbooks of 2003 to 2015 are recognised and read to the đồng."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import catalogue, records, workbook
from generator.recognition import recognise
from generator.records.record import Reading
from generator.sources import Source

FIELD = Path(__file__).parents[2] / ".." / "shared" / "field" / "budget"
pytestmark = pytest.mark.skipif(not FIELD.is_dir(), reason="the Ministry's workbooks (../shared/field) are not here")


class Sheet(NamedTuple):
    """What a sheet must be read as; `amounts` counts its amounts, `told` gives the main one of its first and last line."""

    book: str
    name: str
    form: str | None
    stage: str | None
    period: str
    unit: int | None
    head: str
    rows: int
    amounts: int = 0
    told: Mapping[int, int] = {}


MAIN = ("total", "done", "plan", "transfer", "revenue")
BILLION = 1_000_000_000
MILLION = 1_000_000
BALANCE, REVENUE, SPENDING = "budget-balance", "budget-revenue", "budget-spending"
AGENCIES, TRANSFERS = "budget-spending-agencies", "budget-transfers"
SETTLED, DECIDED = "settlement", "decided"
SHEETS = (
    Sheet("Final_2007", "M01+", BALANCE, SETTLED, "2007", BILLION, "A9:D9", 26, 26, {10: 431_057_000_000_000, 36: 12_995_000_000_000}),
    Sheet("Final_2007", "M02+", BALANCE, SETTLED, "2007", BILLION, "A9:D9", 30, 27, {12: 269_117_000_000_000, 40: 26_018_000_000_000}),
    Sheet("Final_2007", "M03+", REVENUE, SETTLED, "2007", BILLION, "A9:C9", 30, 30, {11: 327_911_300_000_000, 40: 431_057_300_000_000}),
    Sheet("Final_2007", "M04+", SPENDING, SETTLED, "2007", BILLION, "A10:E11", 17, 43, {12: 380_785_000_000_000, 28: 521_762_000_000_000}),
    Sheet("Final_2007", "M05+", None, None, "", BILLION, "A9:C9", 10),
    Sheet("Final_2007", "M06+", SPENDING, SETTLED, "2007", BILLION, "A9:C10", 40, 40, {11: 203_343_700_000_000, 50: 287_622_100_000_000}),
    Sheet("Final_2007", "M07+", AGENCIES, SETTLED, "2007", MILLION, "A8:Y11", 111, 2084, {13: 67_655_604_752, 123: 554_879_789_667}),
    Sheet("Final_2007", "M08+", SPENDING, SETTLED, "2007", BILLION, "A11:E12", 14, 37, {13: 9_317_500_000_000, 26: 653_000_000_000}),
    Sheet("Final_2007", "M09+", TRANSFERS, SETTLED, "2007", MILLION, "A10:H11", 73, 365, {12: 78_941_707_085_000, 84: 777_788_000_000}),
    Sheet("Final_2012", "M01+", BALANCE, SETTLED, "2012", BILLION, "A9:D9", 21, 21, {10: 1_038_451_000_000_000, 30: 173_815_000_000_000}),
    Sheet("Final_2012", "M02+", BALANCE, SETTLED, "2012", BILLION, "A9:D9", 28, 26, {12: 568_443_000_000_000, 38: 41_342_000_000_000}),
    Sheet("Final_2012", "M03+", REVENUE, SETTLED, "2012", BILLION, "A9:C9", 29, 29, {11: 734_883_000_000_000, 39: 1_038_451_000_000_000}),
    Sheet("Final_2012", "M04+", SPENDING, SETTLED, "2012", BILLION, "A10:E11", 15, 39,
          {12: 978_463_000_000_000, 26: 1_314_370_000_000_000}),
    Sheet("Final_2012", "M05+", None, None, "", BILLION, "A10:C11", 10),
    Sheet("Final_2012", "M06+", SPENDING, SETTLED, "2012", BILLION, "A10:C11", 27, 26, {12: 434_587_000_000_000, 38: 600_605_000_000_000}),
    Sheet("Final_2012", "M07+", AGENCIES, SETTLED, "2012", MILLION, "A6:U8", 50, 729, {12: 327_033_506_758_763, 61: 5_618_355_696_735}),
    Sheet("Final_2012", "M08+", SPENDING, SETTLED, "2012", MILLION, "A9:E10", 17, 51, {11: 17_668_541_600_000, 27: 75_647_000_000}),
    Sheet("Final_2012", "M09+", TRANSFERS, SETTLED, "2012", MILLION, "A10:J12", 70, 420, {13: 234_403_047_306_133, 82: 1_487_422_568_627}),
    Sheet("Plan_2003", "Sheet1", TRANSFERS, DECIDED, "2003", MILLION, "A9:G14", 61, 244, {19: 1_229_506_000_000, 79: 422_571_000_000}),
    Sheet("Plan_2003", "Sheet1 (2)", TRANSFERS, DECIDED, "2003", MILLION, "A9:G14", 61, 244, {19: 1_229_506_000_000, 79: 422_571_000_000}),
    Sheet("Plan_2012", "M01", BALANCE, DECIDED, "2012", BILLION, "A8:C9", 14, 14, {10: 740_500_000_000_000, 23: 140_200_000_000_000}),
    Sheet("Plan_2012", "M02", BALANCE, DECIDED, "2012", BILLION, "A8:C9", 21, 19, {11: 493_675_000_000_000, 30: 43_890_000_000_000}),
    Sheet("Plan_2012", "M03", REVENUE, DECIDED, "2012", BILLION, "A8:C9", 24, 24, {10: 740_500_000_000_000, 33: 5_000_000_000_000}),
    Sheet("Plan_2012", "M04", SPENDING, DECIDED, "2012", BILLION, "A8:E9", 16, 39, {11: 903_100_000_000_000, 26: 1_001_899_000_000_000}),
    Sheet("Plan_2012", "M05", None, None, "", BILLION, "A8:C9", 7),
    Sheet("Plan_2012", "M06", SPENDING, DECIDED, "2012", BILLION, "A8:C9", 30, 29, {10: 526_132_000_000_000, 39: 606_331_000_000_000}),
    Sheet("Plan_2012", "M07", AGENCIES, DECIDED, "2012", MILLION, "A9:S11", 87, 1249, {14: 149_410_000_000, 99: 5_757_100_000_000}),
    Sheet("Plan_2012", "M08", TRANSFERS, DECIDED, "2012", MILLION, "A7:J11", 70, 477, {14: 140_482_228_800_000, 83: 1_080_118_000_000}),
    Sheet("Plan_2015", "M01", BALANCE, DECIDED, "2015", BILLION, "A8:C9", 14, 14, {10: 911_100_000_000_000, 23: 226_000_000_000_000}),
    Sheet("Plan_2015", "M02", BALANCE, DECIDED, "2015", BILLION, "A8:C9", 21, 19, {11: 589_807_000_000_000, 30: 83_328_000_000_000}),
    Sheet("Plan_2015", "M03", REVENUE, DECIDED, "2015", BILLION, "A8:C9", 24, 24, {10: 911_100_400_000_000, 33: 4_500_000_000_000}),
    Sheet("Plan_2015", "M04", SPENDING, DECIDED, "2015", BILLION, "A8:E9", 16, 38, {11: 1_147_100_000_000_000, 26: 1_297_686_000_000_000}),
    Sheet("Plan_2015", "M05", None, None, "", BILLION, "A8:C9", 6),
    Sheet("Plan_2015", "M06", SPENDING, DECIDED, "2015", BILLION, "A8:D9", 29, 28, {10: 669_914_000_000_000, 38: 796_720_000_000_000}),
    Sheet("Plan_2015", "N07", AGENCIES, DECIDED, "2015", MILLION, "A7:U9", 49, 729, {13: 193_410_000_000, 60: 1_473_000_000_000}),
    Sheet("Plan_2015", "M08", SPENDING, DECIDED, "2015", BILLION, "A8:E9", 17, 49, {10: 15_801_610_000_000, 26: 121_000_000_000}),
    Sheet("Plan_2015", "M09", TRANSFERS, DECIDED, "2015", MILLION, "A7:K11", 70, 535, {13: 991_600_000_000_000, 82: 3_202_000_000_000}),
)


def readings(book: str) -> dict[str, Reading]:
    source = Source(FIELD / f"{book}.xls", f"{book}.xls", "")
    known = catalogue.load()
    found = {}
    for sheet in workbook.read(source.path):
        for table in recognise(sheet, source.name, known):
            found[str(sheet.name)] = records.read(table, source, known) if table.form else Reading(source.name, "", table)
    return found


@pytest.fixture(scope="module")
def books() -> dict[str, dict[str, Reading]]:
    """Every table of the five workbooks, by workbook and sheet."""
    return {book: readings(book) for book in dict.fromkeys(sheet.book for sheet in SHEETS)}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.book}-{sheet.name}")
def test_sheet(sheet: Sheet, books: dict[str, dict[str, Reading]]) -> None:
    """A sheet's form, stage, period, unit and head are found, and its amounts are read."""
    reading = books[sheet.book][sheet.name]
    table = reading.table
    assert (table.form, table.stage, str(table.period or ""), table.unit, str(table.head)) == sheet[2:7]
    assert len(reading.records or table.rows) == sheet.rows
    if table.form:
        money = {column.key for column in catalogue.load().form(table.form).column if column.read == "money"}
        assert sum(isinstance(record.values.get(key), int) for record in reading.records for key in money) == sheet.amounts
        key = next(key for key in MAIN if key in table.columns)
        assert {record.row: record.values[key] for record in reading.records if record.row in sheet.told} == dict(sheet.told)


def test_no_sheet_is_left_out(books: dict[str, dict[str, Reading]]) -> None:
    """Every sheet of the workbooks gives one table."""
    assert {(book, name) for book, found in books.items() for name in found} == {(sheet.book, sheet.name) for sheet in SHEETS}


def test_nothing_is_found_in_what_is_seen(books: dict[str, dict[str, Reading]]) -> None:
    """Nothing that the sheets show is unreadable or left out; the cells that Excel itself gave up lie in hidden rows and columns."""
    found = [(book, one.code, one.cell, one.typed)
             for book, tables in books.items() for reading in tables.values() for one in reading.findings]
    assert found == []


def test_every_number_has_a_column(books: dict[str, dict[str, Reading]]) -> None:
    """No number of a known table stands in a column that was not recognised, a stray column of zeros and errors aside."""
    for book, tables in books.items():
        for name, reading in tables.items():
            table = reading.table
            lost = {column for row in table.rows for column, value in enumerate(table.sheet.rows[row - 1], 1)
                    if isinstance(value, float | int) and value and column not in table.columns.values()}
            assert table.form is None or not lost, (book, name, lost)


def test_two_balances_of_a_book_have_two_subjects(books: dict[str, dict[str, Reading]]) -> None:
    """The balance of the whole and that of centre and localities are two disclosures, and so are the three tables of spending."""
    subjects = {name: books["Final_2012"][name].table.subject for name in ("M01+", "M02+", "M04+", "M06+", "M08+")}
    assert len(set(subjects.values())) == len(subjects)


def test_the_parts_make_the_whole(books: dict[str, dict[str, Reading]]) -> None:
    """Central and local spending of 2012 make the total of every line that gives all three."""
    whole = [record.values for record in books["Final_2012"]["M04+"].records]
    full = [values for values in whole if values["done_central"] is not None and values["done_local"] is not None]
    assert len(full) > 8
    assert all(abs(values["done"] - values["done_central"] - values["done_local"]) <= BILLION for values in full)  # type: ignore[operator]


def test_a_ratio_is_no_amount(books: dict[str, dict[str, Reading]]) -> None:
    """The deficit as a share of the product, printed among amounts, is set aside."""
    table = books["Final_2012"]["M01+"].table
    assert (31, "note") in {(aside.row, aside.why) for aside in table.set_aside}
