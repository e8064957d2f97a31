"""What is on show: upcoming, posted, expired, from the store, and names only where and while they may be seen."""

from datetime import date, timedelta
from pathlib import Path

from generator.commune import Commune, Posted
from generator.disclosed import Disclosure
from generator.posting.recording import Act, post
from generator.posting.showing import Shown, hidden_names, show
from generator.posting.store import load
from tests.posting import drawn

CATALOGUE = drawn.catalogue()
ON_WEB = drawn.commune(names_on_web=True)
LATER = drawn.DAY + timedelta(days=31)


def shown(data: Path, *candidates: Disclosure, commune: Commune = ON_WEB, day: date = drawn.DAY) -> Shown:
    return show(candidates, load(data), commune, CATALOGUE, day)


def posted(data: Path, *candidates: Disclosure, commune: Commune = ON_WEB, day: date = drawn.DAY) -> Shown:
    found = shown(data, *candidates, commune=commune, day=day)
    post(found, data, Act(day))
    return found


def test_an_upcoming_disclosure_is_not_shown(tmp_path: Path) -> None:
    """A posting day that is still to come keeps all of it away from the web and the board, and ready for printing."""
    found = shown(tmp_path, drawn.revenue(facts={"posted_from": "2026-07-09"}))
    assert (found.disclosures, dict(found.board)) == ((), {})
    assert [each.posted_from for each in found.upcoming] == [date(2026, 7, 9)]


def test_a_budget_stays_after_its_window(tmp_path: Path) -> None:
    """Without names the page and its prints go on, and say that the window ended."""
    posted(tmp_path, drawn.revenue())
    found = shown(tmp_path, drawn.revenue(), day=LATER)
    assert [(each.state, each.version, each.posted_from) for each in found.disclosures] == [("expired", 1, drawn.DAY)]
    assert list(found.board) == [found.disclosures[0].id]


def test_names_are_on_the_web_only_in_the_window(tmp_path: Path) -> None:
    """Names show from the first to the last day; then the page names nobody and no board print is made."""
    listed = drawn.households("Nguyễn Văn An", "Y Blŭ Êban")
    posted(tmp_path, listed)
    for day, named in ((drawn.DAY, True), (drawn.DAY + timedelta(days=30), True), (LATER, False)):
        found = shown(tmp_path, listed, day=day)
        page = found.disclosures[0]
        assert (page.names_persons, bool(page.names), page.id in found.board) == (named, named, named)


def test_names_stay_off_the_web_unless_the_commune_chose_so(tmp_path: Path) -> None:
    """Without the choice the web names nobody while the board does, and the sweep is told which names are hidden."""
    found = shown(tmp_path, drawn.households("Nguyễn Văn An"), commune=drawn.commune())
    page = found.disclosures[0]
    assert (page.names, page.names_persons) == ({}, False)
    assert found.board[page.id].names_persons
    assert hidden_names(found) == {page.id: frozenset({"Nguyễn Văn An"})}


def test_names_without_an_end_are_not_on_the_web(tmp_path: Path) -> None:
    """Where no rule and no officer sets a last day, the web names nobody."""
    found = shown(tmp_path, drawn.households("Nguyễn Văn An", form="unruled"))
    assert found.disclosures[0].names == {}


def test_a_lost_workbook_is_shown_from_the_store(tmp_path: Path) -> None:
    """What was posted stays, names too while their window lasts, with a notice."""
    before = posted(tmp_path, drawn.households("Nguyễn Văn An"), drawn.revenue())
    found = shown(tmp_path, day=drawn.DAY + timedelta(days=3))
    assert found.disclosures == before.disclosures
    assert found.recalled == {each.id for each in before.disclosures}
    assert [each.code for each in found.findings] == ["shown-from-store"] * 2
    assert shown(tmp_path, day=LATER).disclosures[0].names == {}


def test_an_upcoming_change_leaves_the_posted_version(tmp_path: Path) -> None:
    """A new version that is to be posted later does not take the present one away."""
    posted(tmp_path, drawn.revenue(1))
    found = shown(tmp_path, drawn.revenue(2, facts={"posted_from": "2026-08-01"}), day=drawn.DAY)
    assert [each.records[0].values["done"] for each in found.disclosures] == [1]
    assert [each.version for each in found.upcoming] == [2]


def test_a_changed_workbook_is_the_next_version(tmp_path: Path) -> None:
    """Other figures make version 2 with days of its own; the first is kept as replaced, without names."""
    posted(tmp_path, drawn.revenue(1))
    found = shown(tmp_path, drawn.revenue(2, source_sha256="c" * 64), day=drawn.DAY + timedelta(days=5))
    assert [(each.version, each.posted_from) for each in found.disclosures] == [(2, drawn.DAY + timedelta(days=5))]
    assert [(each.version, each.state) for each in found.replaced] == [(1, "replaced")]


def test_going_back_to_earlier_figures_is_a_version_too(tmp_path: Path) -> None:
    """Figures that return after others were posted are version 3, not a silent return to 1."""
    for day, amount in enumerate((1, 2)):
        posted(tmp_path, drawn.revenue(amount, source_sha256=str(amount) * 64), day=drawn.DAY + timedelta(days=day))
    assert shown(tmp_path, drawn.revenue(1), day=LATER).disclosures[0].version == 3


def test_a_changed_name_is_the_next_version(tmp_path: Path) -> None:
    """A corrected name changes no public figure and is still another version."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    assert shown(tmp_path, drawn.households("Nguyễn Văn Ân", source_sha256="c" * 64)).disclosures[0].version == 2


def test_the_same_workbook_read_otherwise_keeps_its_days(tmp_path: Path) -> None:
    """When only the program changed, no window opens again and no name comes back."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    found = shown(tmp_path, drawn.households("Nguyễn Văn An", unit=1), day=LATER)
    assert (found.disclosures[0].version, found.disclosures[0].posted_from, found.disclosures[0].names) == (2, drawn.DAY, {})


def test_a_clock_set_back_names_nobody_again(tmp_path: Path) -> None:
    """After a later day was recorded, building for an earlier one does not bring names back."""
    listed = drawn.households("Nguyễn Văn An")
    posted(tmp_path, listed)
    posted(tmp_path, listed, drawn.revenue(), day=LATER)
    found = shown(tmp_path, listed, day=drawn.DAY)
    assert all(not each.names for each in (*found.disclosures, *found.board.values()))
    assert "day-before-history" in [each.code for each in found.findings]


def test_a_stated_end_takes_names_down_though_the_workbook_is_gone(tmp_path: Path) -> None:
    """An end written into commune.toml is followed for what is shown from the store."""
    posted(tmp_path, drawn.households("Nguyễn Văn An"))
    ends = Posted(form="poor-households", posted_from=drawn.DAY, posted_until=drawn.DAY + timedelta(days=1))
    found = shown(tmp_path, commune=drawn.commune(names_on_web=True, posted=(ends,)), day=drawn.DAY + timedelta(days=2))
    assert (found.disclosures[0].names, found.disclosures[0].state) == ({}, "expired")


def test_newest_posting_comes_first(tmp_path: Path) -> None:
    """What was posted last leads."""
    old = drawn.revenue(facts={"posted_from": "2026-01-05"})
    assert [each.form for each in shown(tmp_path, old, drawn.households("Hộ A")).disclosures] == ["poor-households", "budget-revenue"]


def test_showing_writes_nothing(tmp_path: Path) -> None:
    """Deciding what is on show leaves the data folder as it was."""
    shown(tmp_path, drawn.revenue(), drawn.households("Hộ A"))
    assert not list(tmp_path.iterdir())
