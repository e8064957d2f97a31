"""A commune is made ready: settings sound, workbooks side by side, answers weighed, what is strict kept back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue import load
from generator.cells import Unreadable
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING

WRONG_SUM = SPENDING.replace("#400 | #57.1", "#390 | #55.7")
ANSWER = """[[answer]]
file = "chi.xlsx"
cell = "{cell}"
code = "{code}"
reason = "Công khai theo số đã ký."
by = "Đỗ Thị Kế Toán"
day = 2026-07-10
"""


def commune(folder: Path, text: str = SPENDING, settings: str = 'name = "Xã Suối Mây"\nsite = "https://suoimay.example"\n') -> Path:
    """Make a commune's folder with one workbook of spending, and return the data folder."""
    own = folder / "data" / "suoi-may"
    own.mkdir(parents=True)
    (own / "commune.toml").write_text(settings, "utf-8")
    workbook(own, text, name="chi.xlsx")
    return folder / "data"


def office(data: Path, **more: object) -> Office:
    """Return the one commune under a data folder made ready."""
    options = Options(data=data, output=data.parent / "output", today=DAY, jobs=1, **more)  # type: ignore[arg-type]
    (folder,) = chosen_folders(options)
    return ready(folder, options, load())


def codes(made: Office) -> set[str]:
    """Return the codes of all that was found."""
    return {found.code for found in made.all_findings}


def answer(data: Path, *asked: tuple[str, str]) -> None:
    """Write an officer's answers to findings, each by its code and cell."""
    store = data / "suoi-may" / ".cong-khai"
    store.mkdir(exist_ok=True)
    (store / "answers.toml").write_text("".join(ANSWER.format(code=code, cell=cell) for code, cell in asked), "utf-8")


def test_a_sound_commune_is_ready_to_be_published(tmp_path: Path) -> None:
    """Its workbook is decided upon, its site bears its name, and nothing stands in the way."""
    data = commune(tmp_path)
    made = office(data)
    assert [found.severity for found in made.all_findings if found.severity != "notice"] == []
    assert [one.form for one in made.decided.disclosures] == ["budget-spending"]
    site = made.site(Options(data=data, today=DAY), load())
    assert (site.commune.full_name, site.day, site.commune.id) == ("Xã Suối Mây", DAY, "suoi-may")


@pytest.mark.parametrize("settings", ["names_on_web = true\n", 'name = "Xã Suối Mây"\nnames_on_web = "có"\n', 'name = "Xã\n'])
def test_a_commune_with_faulty_settings_is_refused_with_every_fault_said(
        tmp_path: Path, settings: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is guessed at could name whom it must not: an error in commune.toml ends it, and is told on stderr first."""
    with pytest.raises(Unreadable, match="settings-refused") as told:
        office(commune(tmp_path, settings=settings))
    assert told.value.details["file"].endswith("commune.toml")
    assert "commune.toml" in capsys.readouterr().err


def test_a_missing_address_is_told_and_stops_nothing(tmp_path: Path) -> None:
    """Without `site` the codes to scan have no address: told, and published all the same."""
    made = office(commune(tmp_path, settings='name = "Xã Suối Mây"\n'))
    assert "site-missing" in codes(made)
    assert len(made.decided.disclosures) == 1


def test_a_sum_that_differs_is_refused_until_it_is_answered(tmp_path: Path) -> None:
    """Each error wants its own answer; then the table is published, and the reason stands beside the figures once."""
    data = commune(tmp_path, WRONG_SUM)
    refused = office(data)
    assert refused.decided.disclosures == ()
    errors = [found for found in refused.all_findings if found.severity == "error"]
    asked = [(found.code, str(found.cell)) for found in errors]
    assert asked == [("sum-differs", "D4"), ("sum-differs", "D6")]
    answer(data, asked[0])
    assert office(data).decided.disclosures == ()
    answer(data, *asked)
    accepted = office(data)
    assert [found.code for found in accepted.all_findings if found.severity == "error"] == []
    (made,) = accepted.decided.disclosures
    assert ["Công khai theo số đã ký." in note for note in made.notes].count(True) == 1
    assert "answer-accepted" in codes(accepted)


def test_an_answer_nobody_asked_for_is_told(tmp_path: Path) -> None:
    """An answer left over from a mended sum is a notice, and a damaged file of answers accepts nothing."""
    data = commune(tmp_path)
    answer(data, ("sum-differs", "D4"))
    assert "answer-unused" in codes(office(data))
    (data / "suoi-may" / ".cong-khai" / "answers.toml").write_text("[[answer]\n", "utf-8")
    assert "answers-damaged" in codes(office(data))


def test_strict_makes_every_warning_an_error(tmp_path: Path) -> None:
    """A share typed wrong is a warning that publishes; strictly it is an error that does not."""
    data = commune(tmp_path, SPENDING.replace("#400 | #57.1", "#400 | #75.1"))
    usual, strict = office(data), office(data, strict=True)
    warned = {found.code for found in usual.all_findings if found.severity == "warning"}
    assert warned
    assert (len(usual.decided.disclosures), len(strict.decided.disclosures)) == (1, 0)
    assert warned <= {found.code for found in strict.all_findings if found.severity == "error"}


def test_a_commune_is_chosen_by_its_id(tmp_path: Path) -> None:
    """An id that no folder has is refused with what was typed; the one that has it is taken."""
    data = commune(tmp_path)
    assert [folder.id for folder in chosen_folders(Options(data=data, only="suoi-may"))] == ["suoi-may"]
    with pytest.raises(Unreadable, match="commune-unknown") as told:
        chosen_folders(Options(data=data, only="suoi-khac"))
    assert told.value.details["typed"] == "suoi-khac"
