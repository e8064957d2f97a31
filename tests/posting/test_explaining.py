"""Explanation texts beside figures: which stands where, what is kept of it, and what happens when its file is lost, changed or altered."""

from datetime import date
from pathlib import Path

from generator import periods
from generator.catalogue import load as law
from generator.disclosed import Disclosure
from generator.posting.explaining import explained
from generator.posting.explanations import Explanation
from generator.posting.recording import Act, post
from generator.posting.showing import Shown, show
from generator.posting.store import explanation_file, load
from generator.posting.verifying import verify_chain
from tests.posting import drawn

CATALOGUE = law()
DAY = date(2026, 7, 8)
BALANCE = {"id": "suoi-may/budget-balance/execution/2026-06m/-", "form": "budget-balance"}


def about(text: str = "Thu đạt.\n", file: str = "a.md", stages: tuple[str, ...] = (), forms: tuple[str, ...] = (),
          period: str = "2026-06m") -> Explanation:
    """Return a text about six months of 2026."""
    return Explanation(file, text, periods.read(period), frozenset(stages), frozenset(forms))


def on_show(data: Path, *texts: Explanation, day: date = DAY, found: tuple[Disclosure, ...] = ()) -> tuple[Shown, list[tuple[str, str]]]:
    """Return what is on show with some texts dropped, and the code and file of each finding."""
    found = found or (drawn.revenue(), drawn.revenue(**BALANCE))
    shown, findings = explained(show(found, load(data), drawn.commune(), CATALOGUE, day), texts, load(data), CATALOGUE)
    return shown, [(one.code, one.file) for one in findings]


def beside(shown: Shown) -> dict[str, str]:
    """Return what stands beside each table, by its form."""
    return {one.form: one.explanation for one in shown.disclosures}


def test_a_text_stands_beside_every_table_of_its_period(tmp_path: Path) -> None:
    """One text for the period explains all its tables, on the web and on the board."""
    shown, codes = on_show(tmp_path, about())
    assert beside(shown) == {"budget-revenue": "Thu đạt.\n", "budget-balance": "Thu đạt.\n"}
    assert {one.explanation for one in shown.board.values()} == {"Thu đạt.\n"}
    assert codes == []


def test_a_text_of_one_table_goes_before_the_periods(tmp_path: Path) -> None:
    """What names a table explains that one; the others keep the period's."""
    shown, codes = on_show(tmp_path, about(), about("Riêng.\n", "b.md", forms=("budget-revenue",)))
    assert beside(shown) == {"budget-revenue": "Riêng.\n", "budget-balance": "Thu đạt.\n"}
    assert codes == []


def test_two_texts_of_one_table_are_used_neither(tmp_path: Path) -> None:
    """Which of two is meant is not guessed: both are told, each naming the other."""
    shown, codes = on_show(tmp_path, about(), about("Khác.\n", "b.md"))
    assert set(beside(shown).values()) == {""}
    assert sorted(codes) == [("explanation-twice", "a.md"), ("explanation-twice", "b.md")]


def test_a_text_that_matches_nothing_or_two_stages_is_told(tmp_path: Path) -> None:
    """A text of a period without tables, and one of a year that has a budget and its settlement, wait for the officer's word."""
    _, codes = on_show(tmp_path, about(period="2026-03m"), about(file="b.md", stages=("settlement",)))
    assert codes == [("explanation-alone", "a.md"), ("explanation-alone", "b.md")]
    year = {"period": "2026", "id": "suoi-may/budget-revenue/decided/2026/-", "stage": "decided"}
    both = (drawn.revenue(**year), drawn.revenue(**year | {"id": "suoi-may/budget-revenue/settlement/2026/-", "stage": "settlement"}))
    shown, codes = on_show(tmp_path, about(period="2026"), found=both)
    assert (codes, {one.explanation for one in shown.disclosures}) == ([("explanation-stage", "a.md")], {""})
    shown, codes = on_show(tmp_path, about(period="2026", stages=("draft", "decided")), found=both)
    assert (codes, {one.stage: one.explanation for one in shown.disclosures}) == ([], {"decided": "Thu đạt.\n", "settlement": ""})


def test_what_was_posted_outlives_its_file(tmp_path: Path) -> None:
    """With the file lost, and with the workbook lost too, the text is shown from the store."""
    post(on_show(tmp_path, about())[0], tmp_path, Act(DAY))
    assert set(beside(on_show(tmp_path)[0]).values()) == {"Thu đạt.\n"}
    other = drawn.revenue(**BALANCE | {"period": "2025-06m", "id": "suoi-may/budget-balance/execution/2025-06m/-"})
    lost, _ = on_show(tmp_path, found=(other,))
    assert {one.id: one.explanation for one in lost.disclosures if "2026" in one.id} == dict.fromkeys(
        ("suoi-may/budget-balance/execution/2026-06m/-", "suoi-may/budget-revenue/execution/2026-06m/-"), "Thu đạt.\n")


def test_its_digest_is_in_the_history_and_the_figures_keep_their_version(tmp_path: Path) -> None:
    """Text posted later, or changed, is a new line of the history with its own digest; version and code of the figures stay."""
    first = post(on_show(tmp_path)[0], tmp_path, Act(DAY))
    second = post(on_show(tmp_path, about())[0], tmp_path, Act(date(2026, 7, 9)))
    third = post(on_show(tmp_path, about("Sửa.\n"))[0], tmp_path, Act(date(2026, 7, 10)))
    assert [len(first), len(second), len(third)] == [2, 2, 2]
    assert {(one.version, one.code) for one in (*second, *third)} == {(one.version, one.code) for one in first}
    assert [bool(one.explanation) for one in (*first, *second, *third)] == [False, False, True, True, True, True]
    assert second[0].explanation != third[0].explanation
    assert post(on_show(tmp_path, about("Sửa.\n"))[0], tmp_path, Act(date(2026, 7, 11))) == ()
    assert verify_chain(tmp_path) == ()
    assert explanation_file(load(tmp_path).folder, second[0].id, second[0].explanation).read_text("utf-8") == "Thu đạt.\n"


def test_an_earlier_version_keeps_the_text_it_was_posted_with(tmp_path: Path) -> None:
    """New figures take over the old text until there is a new one; the replaced version shows what it was posted with."""
    post(on_show(tmp_path, about())[0], tmp_path, Act(DAY))
    newer = (drawn.revenue(2_000_000, source_sha256="c" * 64),)
    kept, _ = on_show(tmp_path, found=newer)
    assert beside(kept)["budget-revenue"] == "Thu đạt.\n"
    shown, _ = on_show(tmp_path, about("Mới.\n"), found=newer)
    assert beside(shown)["budget-revenue"] == "Mới.\n"
    assert [(one.version, one.explanation) for one in shown.replaced] == [(1, "Thu đạt.\n")]


def test_one_letter_altered_in_the_store_is_found(tmp_path: Path) -> None:
    """A kept text that is not what was posted is told by `verify` and by the build, and not shown."""
    entries = post(on_show(tmp_path, about())[0], tmp_path, Act(DAY))
    path = explanation_file(load(tmp_path).folder, entries[0].id, entries[0].explanation)
    path.write_text("Thu đạt!\n", "utf-8")
    assert [one.code for one in verify_chain(tmp_path)] == ["posted-copy-damaged"]
    shown, codes = on_show(tmp_path)
    assert [code for code, _ in codes] == ["posted-copy-damaged"]
    assert beside(shown) == {"budget-balance": "", "budget-revenue": "Thu đạt.\n"}
