"""The sample: the same bytes each time, figures that balance to the đồng, nobody and no place that is real."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.maker import __main__ as maker
from tests.maker import accounts, field, gifts, households
from tests.maker.accounts import OldYear, both, total
from tests.maker.decided import agency_amounts, transfer_amounts
from tests.maker.expected import intended
from tests.maker.people import INVENTED_PROVINCE
from tests.maker.profile import SUOI_MAY
from tests.maker.trees import NEW_REVENUE, NEW_SPENDING, OLD_REVENUE, OLD_SPENDING, Item

ROOT = Path(__file__).parent.parent
UNITS = ROOT.parent / "shared" / "field" / "units-dak-lak.tsv"
MONEY = accounts.invent(SUOI_MAY)


def contents(path: Path) -> Mapping[tuple[str, str], object]:
    """Return every cell of a workbook by sheet and address."""
    book = openpyxl.load_workbook(path)
    return {
        (page.title, cell.coordinate): cell.value for page in book for row in page.iter_rows() for cell in row if cell.value is not None
    }


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """The sample is written twice and not a byte differs."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        maker.main(tmp_path / name)
    files, again = (sorted(path.relative_to(tmp_path / name).as_posix() for path in (tmp_path / name).rglob("*") if path.is_file())
                    for name in ("first", "second"))
    assert files == again
    assert [name for name in files if (tmp_path / "first" / name).read_bytes() != (tmp_path / "second" / name).read_bytes()] == []


@pytest.mark.parametrize(("folder", "make"), [("data/mau", maker.main), ("tests/field", field.main)])
def test_committed_workbooks_are_the_makers(folder: str, make: object, tmp_path: Path) -> None:
    """What lies in the project is what the maker writes today, cell by cell."""
    make(tmp_path)  # type: ignore[operator]
    readable = [path for path in sorted(tmp_path.glob("*.xlsx")) if path.read_bytes()[:2] == b"PK" and path.name != "cut-short.xlsx"]
    assert readable
    assert [path.name for path in readable if contents(path) != contents(ROOT / folder / path.name)] == []


@pytest.mark.parametrize(
    ("tree", "table"),
    [
        (OLD_REVENUE, MONEY.y2024.settled),
        (OLD_REVENUE, MONEY.y2025.settled_state),
        (OLD_REVENUE, MONEY.y2025.quarters[1]),
        (OLD_SPENDING, MONEY.y2025.settled_recurrent),
        (NEW_REVENUE, MONEY.y2026.revenue_prior),
        (NEW_REVENUE, MONEY.y2026.received[9]),
        (NEW_SPENDING, MONEY.y2026.spending),
        (NEW_SPENDING, MONEY.y2026.spent[9]),
    ],
)
def test_each_parent_is_the_sum_of_its_lines(tree: tuple[Item, ...], table: accounts.Whole) -> None:
    """Every line with lines under it is their sum to the đồng."""
    parents = {item.parent for item in tree} - {""}
    sums = {parent: sum(table[item.key] or 0 for item in tree if item.parent == parent) for parent in parents}
    assert sums == {parent: table[parent] or 0 for parent in parents}


@pytest.mark.parametrize("year", [MONEY.y2024, MONEY.y2025], ids=["2024", "2025"])
def test_old_plans_balance_and_settlements_leave_a_surplus(year: OldYear) -> None:
    """A plan spends what it takes in; a settlement leaves something over, which the next year takes in."""
    assert total(both(year.plan_invest, year.plan_recurrent)) == total(year.plan)
    assert total(year.settled) - total(both(year.settled_invest, year.settled_recurrent)) == year.surplus > 0


def test_the_surplus_is_carried_into_the_next_year() -> None:
    """Kết dư and chuyển nguồn of 2024 are revenue of 2025."""
    assert MONEY.y2025.settled["surplus-in"] == MONEY.y2024.surplus
    assert MONEY.y2025.settled["carried-in"] == MONEY.y2024.settled_recurrent["carried-out"]


def test_the_plan_of_2026_balances_by_field_by_agency_and_by_transfer() -> None:
    """All four tables of the decided budget say the same 11.826.000.000 đồng."""
    lines = agency_amounts(MONEY.y2026)
    assert total(MONEY.y2026.revenue) == total(MONEY.y2026.spending) == 11_826_000_000
    assert sum(line[2] + line[3] for line in lines) + (MONEY.y2026.spending["reserve"] or 0) == 11_826_000_000
    assert sum(line[3] for line in transfer_amounts(MONEY.y2026)) == MONEY.y2026.revenue["targeted"]


def test_nine_months_of_2026_are_71_2_percent_of_the_plan() -> None:
    """The sample's best known figure stands."""
    assert total(MONEY.y2026.spent[9]) == 8_420_427_000


@pytest.mark.parametrize("table", [MONEY.y2026.received, MONEY.y2026.spent], ids=["received", "spent"])
def test_months_of_2026_grow(table: Mapping[int, accounts.Whole]) -> None:
    """No line of a later period lies below that of an earlier one."""
    assert all((table[3][key] or 0) <= (table[6][key] or 0) <= (table[9][key] or 0) for key in table[9])


def test_the_commune_keeps_no_more_than_the_state_collects() -> None:
    """NSX is at most NSNN on every line of every year."""
    pairs = [
        (MONEY.y2024.settled, MONEY.y2024.settled_state),
        (MONEY.y2025.settled, MONEY.y2025.settled_state),
        (MONEY.y2026.revenue, MONEY.y2026.revenue_state),
        *((MONEY.y2026.received[months], MONEY.y2026.received_state[months]) for months in (3, 6, 9)),
    ]
    assert all((kept[key] or 0) <= (came[key] or 0) for kept, came in pairs for key in kept)


def test_households_of_two_years() -> None:
    """The lists hold as many households as intended, two heads of one name in one hamlet, and citizen numbers of no real province."""
    homes = households.invent(SUOI_MAY)
    people = [member for home in homes for member in home.members]
    named = [(home.hamlet.name, home.head.name) for home in homes]
    assert [name for _, name in {pair for pair in named if named.count(pair) > 1}] == ["Nguyễn Văn Thành"]
    assert len({person.citizen for person in people}) == len(people)
    assert all(re.fullmatch(INVENTED_PROVINCE + r"\d{9}", person.citizen) for person in people)


def test_drives_spend_no_more_than_they_receive() -> None:
    """Four hundred gifts in three drives, land among them, and something left of each."""
    drives = gifts.invent(SUOI_MAY)
    assert sum(len(drive.gifts) for drive in drives) == 400
    assert {gift.kind for drive in drives for gift in drive.gifts} == {"Tiền", "Hiện vật", "Ngày công", "Hiến đất"}
    assert all(0 < drive.spent < drive.received for drive in drives)


def test_intended_figures_have_one_id_each() -> None:
    """No two disclosures of the sample share an id."""
    ids = [one.id for one in intended(SUOI_MAY)]
    assert len(ids) == len(set(ids)) == 66


@pytest.mark.skipif(not UNITS.is_file(), reason="the list of Đắk Lắk's real communes is not here")
def test_the_commune_is_no_real_one() -> None:
    """Neither its name nor its code is among the province's."""
    real = UNITS.read_text("utf-8")
    assert SUOI_MAY.name not in real
    assert SUOI_MAY.code not in real
