"""Own rules of a province or commune: laid over the catalogue entry by entry, checked the same way."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, load
from generator.catalogue.overlays import overlaid

POSTING = """[[posting]]
id = "budget"
days = 45
working = false
places = ["office"]
channels = ["board"]
statute = "luat-10-2022"
article = "Quyết định của tỉnh"
since = 2026-07-01
until = 2026-12-31
"""
BASE = load()
Own = Callable[[dict[str, str]], tuple[Catalogue, list[tuple[str, str]]]]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """Lay files over the catalogue; findings come as code and the entry they are on."""
    def laid(files: dict[str, str]) -> tuple[Catalogue, list[tuple[str, str]]]:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        over, found = overlaid(BASE, tmp_path, lambda path: path.name)
        return over, [(one.code, dict(one.details).get("entry", "")) for one in found]

    return laid


def days(catalogue: Catalogue, day: date) -> int:
    """Return for how long budgets hang that are posted on a day."""
    rule = catalogue.posting("budget", day)
    assert rule
    return rule.days


def test_no_folder_no_change(tmp_path: Path) -> None:
    """Without a folder of own rules the catalogue is the general one."""
    assert overlaid(BASE, tmp_path / "quy-dinh", str) == (BASE, ())


def test_an_own_rule_holds_in_its_days_and_the_general_one_outside(own: Own) -> None:
    """Each posting goes by the rule of its own day, before, in and after the days of the province's rule."""
    over, found = own({"postings.toml": POSTING})
    assert found == []
    assert [days(over, day) for day in (date(2025, 7, 1), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1))] == [30, 45, 45, 30]


def test_a_commune_stands_before_its_province(own: Own, tmp_path: Path) -> None:
    """What is laid over last comes first."""
    province, _ = own({"postings.toml": POSTING})
    place = tmp_path / "xa"
    place.mkdir()
    (place / "postings.toml").write_text(POSTING.replace("45", "60"), "utf-8")
    both, found = overlaid(province, place, str)
    assert (days(both, date(2026, 8, 1)), found) == (60, ())


def test_statutes_deadlines_lines_and_days_off(own: Own) -> None:
    """A province's own decision, deadline, poverty line and swapped day are all used."""
    over, found = own({
        "statutes.toml": '[[statute]]\nid = "nq-tinh"\nnumber = "05/2026/NQ-HĐND"\nname.vi = "Nghị quyết 05"\nsince = 2026-01-01\n',
        "deadlines.toml": '[[deadline]]\nid = "budget-execution"\ndays = 7\nworking = false\nafter = "period-ended"\nstatute = "nq-tinh"\n'
                          'article = "Điều 2"\nsince = 2026-01-01\n',
        "poverty.toml": '[[line]]\narea = "rural"\namount = 2_500_000\nstatute = "nq-tinh"\nsince = 2027-01-01\nuntil = 2030-12-31\n',
        "workdays.toml": '[[day]]\nday = 2027-02-03\nworks = false\nsource = "Thông báo"\n[[year]]\nyear = 2027\nsource = "Thông báo"\n',
    })
    assert found == []
    rule = over.deadline("budget-execution", date(2026, 9, 30))
    assert rule
    assert (rule.days, over.statute(rule.statute).number) == (7, "05/2026/NQ-HĐND")
    assert over.poverty_lines[0].amount == 2_500_000
    assert not over.work_days[0].works
    assert over.work_years[0].certain == "certain"


def test_own_rows_and_an_own_form(own: Own) -> None:
    """A row set of the same name stands instead of the general one; a form of the same id, too."""
    form = (Path(__file__).parents[2] / "generator/catalogue/forms/budget-balance.toml").read_text("utf-8")
    rows = (Path(__file__).parents[2] / "generator/catalogue/rows/thu-2026.csv").read_text("utf-8").splitlines()
    over, found = own({"forms/budget-balance.toml": form.replace('id = "budget-balance"', 'id = "budget-balance"\norder = 9', 1)
                       if "\norder" not in form else form, "rows/thu-2026.csv": "\n".join(rows[:4]) + "\n"})
    assert found == []
    assert len(over.row_sets["thu-2026"]) == 3
    assert len(BASE.row_sets["thu-2026"]) > 3
    assert over.form("budget-balance").id == "budget-balance"


@pytest.mark.parametrize(("files", "expected"), [
    ({"postings.toml": POSTING.replace("days = 45", 'days = "bốn lăm"')}, [("rule-damaged", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace("days = 45\n", "")}, [("rule-damaged", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace("days = 45", "days = -1")}, [("rule-damaged", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace("since = 2026-07-01\n", "")}, [("rule-damaged", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace("until = 2026-12-31", "until = 2026-01-31")}, [("rule-damaged", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace("luat-10-2022", "luat-10")}, [("rule-unknown", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace('"budget"', '"budgets"')}, [("rule-unknown", "[[posting]] 1")]),
    ({"postings.toml": POSTING.replace("[[posting]]", "[[postings]]")}, [("rule-unknown", "[[postings]]")]),
    ({"posting.toml": POSTING}, [("rule-unknown", "posting.toml")]),
    ({"postings.toml": "days = = 1"}, [("commune-file-damaged", "")]),
    ({"rows/thu-2026.csv": "key,name\na,b\n"}, [("rule-damaged", "thu-2026.csv")]),
    ({"forms/x.toml": "id = 'x'"}, [("rule-damaged", "x.toml")]),
    ({"postings.toml": "posting = 3\n"}, [("rule-damaged", "[[posting]] 1")]),
])
def test_what_is_wrong_is_told_and_the_general_rule_holds(own: Own, files: dict[str, str], expected: list[tuple[str, str]]) -> None:
    """Each fault is one finding on its entry, and nothing of the entry is used."""
    over, found = own(files)
    assert found == expected
    assert (over.postings, over.row_sets, over.forms) == (BASE.postings, BASE.row_sets, BASE.forms)


def test_one_bad_entry_does_not_hide_the_others(own: Own) -> None:
    """The good entry beside a bad one is used."""
    over, found = own({"postings.toml": POSTING.replace("days = 45", "days = true") + POSTING})
    assert found == [("rule-damaged", "[[posting]] 1")]
    assert days(over, date(2026, 8, 1)) == 45


@pytest.mark.parametrize("files", [
    {"postings.toml": POSTING.replace("45", "15")},
    {"deadlines.toml": '[[deadline]]\nid = "budget-execution"\ndays = 40\nworking = false\nafter = "period-ended"\nstatute = "nd-73-2026"\n'
                       'article = "?"\nsince = 2026-01-01\n'},
    {"poverty.toml": '[[line]]\narea = "rural"\namount = 900_000\nstatute = "nd-351-2025"\nsince = 2027-01-01\nuntil = 2030-12-31\n'},
])
def test_a_weaker_rule_is_used_and_told(own: Own, files: dict[str, str]) -> None:
    """A rule that asks for less than the general one is a warning to the officer."""
    over, found = own(files)
    assert [code for code, _ in found] == ["rule-weaker"]
    assert over != BASE
