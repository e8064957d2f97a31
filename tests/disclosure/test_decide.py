"""What becomes public: tables of one id together, none with an error, nothing of a private column."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.disclosure.decide import Decided, decide, grouped, identity, private_words, together
from generator.disclosure.examine import Examined, examined
from generator.findings import finding
from generator.sources import Source
from tests.kinds.budgets import PLAN, REVENUE, SPENDING
from tests.kinds.lists import COMMUNE
from tests.kinds.test_contributions import LEDGER, USE
from tests.kinds.test_household_checks import LIST
from tests.recognition.drawing import drawn
from tests.vocabulary import names

CATALOGUE = load()


def one(text: str, name: str = "a.xlsx", sheet: str = "Biểu") -> Examined:
    """Return a workbook of one drawn sheet, examined."""
    return examined(Source(Path(name), name, name[0] * 64), (drawn(text.replace("#", ""), name=sheet),), CATALOGUE, COMMUNE)


def decided(*ones: Examined, posted: tuple[Disclosure, ...] = ()) -> Decided:
    """Return what a commune's workbooks make public."""
    return decide(together(ones, CATALOGUE, COMMUNE), posted, CATALOGUE, COMMUNE)


@pytest.mark.parametrize(("text", "expected"), [
    (SPENDING, "suoi-may/budget-spending/execution/2026-06m/-"),
    (REVENUE, "suoi-may/budget-revenue/settlement/2024/-"),
    (PLAN, "suoi-may/budget-balance/decided/2026/-"),
    (LIST, "suoi-may/poor-households/recognised/2026/-"),
    (LEDGER, "suoi-may/contributions/-/2026/lam-cau-suoi-may"),
    (USE, "suoi-may/contribution-use/-/2026/lam-cau-suoi-may"),
])
def test_an_id_says_whose_what_when_and_of_which_purpose(text: str, expected: str) -> None:
    """Commune, form, stage, period and subject, each with "-" where there is none; every reading of the table has the same."""
    readings = one(text).readings
    assert {identity(reading, COMMUNE) for reading in readings} == {expected}
    assert {key: len(group) for key, group in grouped(readings, COMMUNE).items()} == {expected: len(readings)}
    assert [made.id for made in decided(one(text)).disclosures] == [expected]


def test_two_sides_of_a_balance_are_one_disclosure() -> None:
    """A two-sided table is read as two and published as one."""
    readings = one(PLAN).readings
    assert [reading.table.side for reading in readings] == ["revenue", "spending"]
    (made,) = decided(one(PLAN)).disclosures
    assert {record.side for record in made.records} == {"revenue", "spending"}


def test_the_same_table_in_two_files_is_refused_in_both() -> None:
    """Two workbooks that make one disclosure are told at each of them, naming both, and neither is published."""
    other = SPENDING.replace("#250 | #62.5", "#260 | #65").replace("#150 | #50", "#140 | #46.7")
    told = decided(one(SPENDING, "a.xlsx"), one(other, "b.xlsx"), one(LEDGER, "c.xlsx"))
    assert [made.form for made in told.disclosures] == ["contributions"]
    twice = [found for each in told.examined for found in each.all_findings if found.code == "published-twice"]
    assert [(found.file, dict(found.details)["files"]) for found in twice] == [("a.xlsx", "a.xlsx, b.xlsx"), ("b.xlsx", "a.xlsx, b.xlsx")]


def test_a_table_with_an_error_makes_no_disclosure_and_the_others_do() -> None:
    """An amount that can't be read keeps its own table back; the ledger in the next file is published, with its file and its secrets."""
    told = decided(one(SPENDING.replace("#400 | #57.1", "bốn trăm | #57.1"), "a.xlsx"), one(LEDGER, "b.xlsx"))
    assert [made.form for made in told.disclosures] == ["contributions"]
    (name,) = (made.id for made in told.disclosures)
    assert dict(told.files) == {name: ("b.xlsx",)}
    assert told.secrets.keys() == {name}


def test_a_group_is_published_whole_or_not_at_all() -> None:
    """An error on one side of a balance keeps both sides back."""
    assert decided(one(PLAN.replace("#680", "sáu trăm"))).disclosures == ()


def test_a_finding_side_by_side_stands_at_its_own_table() -> None:
    """What shows between two tables of one workbook is put where its cell lies, and keeps reading order."""
    later = SPENDING.replace("06 THÁNG", "09 THÁNG").replace("06 tháng", "09 tháng")
    sheets = (drawn(SPENDING.replace("#", ""), name="Sáu"), drawn(later.replace("#", ""), name="Chín"))
    (held,) = together((examined(Source(Path("a"), "a", "0" * 64), sheets, CATALOGUE, COMMUNE),), CATALOGUE, COMMUNE)
    assert ["table-repeated" in {found.code for found in reading.findings} for reading in held.readings] == [False, True]
    assert held.findings == ()


def test_a_finding_that_belongs_to_no_table_stays_with_its_file() -> None:
    """Whatever is found between tables is kept, on the file where no table has its cell."""
    twice = one(SPENDING), one(SPENDING)
    again = together(tuple(replace(each, source=replace(each.source, name=name)) for each, name in zip(twice, "ab", strict=True)),
                     CATALOGUE, COMMUNE)
    assert [[found.code for found in each.findings] for each in again] == [[], ["file-repeated"]]


def test_titles_name_form_purpose_and_period() -> None:
    """A title is the form's name, the purpose where there is one, and the period in words."""
    (use,), (spent,) = decided(one(USE)).disclosures, decided(one(SPENDING)).disclosures
    assert use.title == "Sử dụng tiền đóng góp · Làm cầu Suối Mây · năm 2026"
    assert spent.title.endswith(" · 6 tháng đầu năm 2026")
    assert (use.subject, use.subject_name, spent.subject) == ("lam-cau-suoi-may", "Làm cầu Suối Mây", None)
    (fund,) = decided(one(USE.replace("Làm cầu Suối Mây", "Quỹ Vì người nghèo năm 2026"))).disclosures
    assert fund.title == "Sử dụng tiền đóng góp · Quỹ Vì người nghèo năm 2026"


def test_accepted_notes_go_with_the_figures_once() -> None:
    """Why a difference was accepted is public with the disclosure, told once though both sides say it."""
    held = one(PLAN)
    noted = replace(held, readings=tuple(replace(reading, notes=("Theo số đã ký.",)) for reading in held.readings))
    (made,) = decided(noted).disclosures
    assert made.notes.count("Theo số đã ký.") == 1


@given(st.lists(names, min_size=3, max_size=3, unique=True), st.integers(10**11, 10**12 - 1))
@settings(deadline=None, max_examples=40)
def test_no_private_value_is_in_a_disclosure(people: list[str], number: int) -> None:
    """Citizen numbers and points are in no disclosure, names only apart from the records, and the sweep is told every number."""
    drawn_names = iter(people)
    text = re.sub("Nguyễn Văn An|Lê Thị Bưởi|Y Blŭ Êban", lambda _: next(drawn_names), LIST)
    told = decided(one(text.replace("079175000001", f"{number:012}")))
    (made,) = told.disclosures
    content = msgspec.json.encode(msgspec.structs.replace(made, names={})).decode()
    assert f"{number:012}" not in msgspec.json.encode(made).decode()
    assert not [person for person in people if re.search(rf'"{re.escape(person)}"', content)]
    assert {name for by_column in made.names.values() for name in by_column.values()} == set(people)
    assert f"{number:012}" in told.secrets[made.id]
    assert not set(people) & told.secrets[made.id].keys()


def test_the_sweep_is_told_where_each_private_word_stands() -> None:
    """Each private text is given with its file, sheet and cell; a budget, which names nobody, has none."""
    (ledger,), (spent,) = one(LEDGER).readings, one(SPENDING).readings
    words = dict(private_words(ledger, CATALOGUE))
    assert words["0900000001"] == "a.xlsx, Biểu I10"
    assert words["gửi hộ con"] == "a.xlsx, Biểu J10"
    assert "Thôn 2" not in words
    assert list(private_words(spent, CATALOGUE)) == []


def test_deciding_keeps_findings_and_order() -> None:
    """Every workbook comes out in the order it went in, with at least the findings it had."""
    held = (one(LEDGER, "a.xlsx"), one(SPENDING.replace("#500 |", "#501 |"), "b.xlsx"), one("Tên | Màu\nMèo | đen\nChó | vàng", "c.xlsx"))
    told = decided(*held)
    assert [each.source.name for each in told.examined] == ["a.xlsx", "b.xlsx", "c.xlsx"]
    for before, after in zip(held, told.examined, strict=True):
        assert set(before.all_findings) <= set(after.all_findings)
    marked = replace(held[0], findings=(finding("file-repeated", "a.xlsx", other="z.xlsx"),))
    assert decided(marked).examined[0].findings == marked.findings
