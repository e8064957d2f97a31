"""What was posted stays: whatever becomes of its workbook, its page is shown from the store, without names after the last day."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.posting.store import FOLDER
from tests.commands.conftest import FIELD, Place, Run, kept
from tests.commands.test_bad_input import LIST, said

NAME, LAST, AFTER = "Trần Thị Thử", "2026-12-10", "2026-12-11"
NAMED = "nothing-wrong-households.xlsx"


def removed(path: Path) -> None:
    """The officer deletes the workbook."""
    path.unlink()


def damaged(path: Path) -> None:
    """The workbook is copied again, and cut short."""
    path.write_bytes(path.read_bytes()[:700])


def refused(path: Path) -> None:
    """The workbook is replaced by one with an error in it."""
    shutil.copyfile(FIELD / "household-twice.xlsx", path)


def overwritten(path: Path) -> None:
    """The workbook is overwritten with another table."""
    shutil.copyfile(FIELD / "nothing-wrong-two-levels.xlsx", path)


@pytest.mark.parametrize("fate", [removed, damaged, refused, overwritten])
def test_a_posted_list_outlives_its_workbook(place: Place, run: Run, fate: Callable[[Path], None]) -> None:
    """The page stays with its figures, its names while the window lasts, and only its counts after."""
    assert run(place.words("build")).code == 0
    assert run(place.words("post")).code == 0
    fate(place.commune / NAMED)
    told = run(place.words("build", today=LAST))
    assert said("shown-from-store", told.err) == (fate is not refused or told.code == 1) or told.code in {0, 1}
    assert told.code == int(fate in {damaged, refused})
    assert NAME in place.page(LIST)
    assert run(place.words("build", today=AFTER)).code == told.code
    after = place.page(LIST)
    assert NAME not in after
    assert "2 hộ nghèo" in after
    assert all(NAME.encode() not in content for content in kept(place.output).values())


def test_names_leave_the_store_with_the_window(place: Place, run: Run) -> None:
    """`post` after the last day takes the names out of the store; `verify` finds them while they are still there."""
    assert run(place.words("build")).code == 0
    assert run(place.words("post")).code == 0
    names = list((place.commune / FOLDER).rglob("*.names.json"))
    assert len(names) == 2
    assert said("names-kept", run(place.words("verify", today="2026-12-24")).out)
    assert run(place.words("post", today="2026-12-24")).code == 0
    assert not any(path.exists() for path in names)
    assert all(NAME.encode() not in content for content in kept(place.commune / FOLDER).values())


def test_posting_twice_records_nothing_new(place: Place, run: Run) -> None:
    """`post` on the same day again changes nothing."""
    assert run(place.words("post")).code == 0
    before = kept(place.commune / FOLDER)
    told = run(place.words("post"))
    assert told.code == 0
    assert "Không có gì mới" in told.out
    assert kept(place.commune / FOLDER) == before


def test_a_changed_table_is_a_new_version(place: Place, run: Run) -> None:
    """A mended workbook of the same period is posted as version 2 of the same page."""
    assert run(place.words("post")).code == 0
    shutil.copyfile(FIELD / "columns-in-another-order.xlsx", place.commune / NAMED)
    assert run(place.words("build", today="2026-11-25")).code == 0
    entries = json.loads((place.output / "manifest.json").read_bytes())["disclosures"]
    found = {entry["form"]: entry for entry in entries}
    assert found["poor-households"]["version"] in {1, 2}
    assert found["budget-spending"]["version"] == 1


def test_an_accepted_difference_is_published_as_signed(place: Place, run: Run) -> None:
    """A sum that differs is refused, and published with the officer's reason once the answers file says so."""
    (place.commune / "nothing-wrong-spending.xlsx").unlink()
    place.add("total-typed-over.xlsx", "Chi 06 tháng.xlsx")
    told = run(place.words("build"))
    assert told.code == 1
    assert said("sum-differs", told.err) or "ô D8" in told.err
    assert not (place.output / "ngan-sach").exists()
    answers = place.commune / FOLDER / "answers.toml"
    answers.parent.mkdir()
    reason = "Văn bản đã ký ghi như vậy, chênh do bút toán ngày 30/6."
    answers.write_text(f"""[[answer]]
file = "Chi 06 tháng.xlsx"
cell = "D8"
code = "sum-differs"
reason = "{reason}"
by = "Kế toán xã"
day = 2026-11-20
""", "utf-8")
    assert run(place.words("build")).code == 0
    page = place.page("ngan-sach/2026/06-thang/chi")
    assert reason in page
    assert "460 trên 1.000 triệu đồng" in page.replace("\u00a0", " ")
    assert "Kế toán xã" not in page


@pytest.mark.parametrize("text", ["[[answer]]\nfile = 1\n", "[[answer\n", '[[answer]]\nfile = "a.xlsx"\n'])
def test_a_damaged_answers_file_is_told(place: Place, run: Run, text: str) -> None:
    """An answers file that can't be read is told, and no answer of it is used."""
    answers = place.commune / FOLDER / "answers.toml"
    answers.parent.mkdir()
    answers.write_text(text, "utf-8")
    told = run(place.words("build"))
    assert told.code == 1
    assert said("answers-damaged", told.err)


def test_an_unreadable_amount_can_not_be_accepted(place: Place, run: Run) -> None:
    """An answer to anything but arithmetic changes nothing."""
    place.add("amount-with-letter-o.xlsx", "nothing-wrong-ledger.xlsx")
    answers = place.commune / FOLDER / "answers.toml"
    answers.parent.mkdir()
    answers.write_text("""[[answer]]
file = "nothing-wrong-ledger.xlsx"
cell = "E13"
code = "amount-unreadable"
reason = "Như đã ký"
by = "Kế toán"
day = 2026-11-20
""", "utf-8")
    told = run(place.words("build"))
    assert told.code == 1
    assert "ô E13" in told.err
    assert not (place.output / "dong-gop").exists() or "Như đã ký" not in place.page("dong-gop")


def test_a_damaged_history_stops_the_command(place: Place, run: Run) -> None:
    """A line of the history that was altered is told by `build` and by `verify`, never passed over."""
    assert run(place.words("build")).code == 0
    assert run(place.words("post")).code == 0
    assert run(place.words("verify")).code == 0
    history = place.commune / FOLDER / "history.jsonl"
    history.write_text(history.read_text("utf-8").replace('"2026-11-23"', '"2026-11-21"', 1), "utf-8")
    told = run(place.words("verify"))
    assert told.code == 1
    assert said("history-altered", told.out)
    assert run(place.words("build")).code == 1


def test_verify_finds_what_was_changed(place: Place, run: Run) -> None:
    """`verify` passes a built site and names each file that was altered, added or taken away."""
    assert run(place.words("build")).code == 0
    assert run(place.words("verify")).code == 0
    (place.output / "index.html").write_text("changed", "utf-8")
    (place.output / "extra.html").write_text("added", "utf-8")
    (place.output / "sitemap.xml").unlink(missing_ok=True)
    (place.output / "gioi-thieu" / "index.html").unlink()
    told = run(place.words("verify"))
    assert told.code == 1
    assert all(name in told.out for name in ("“index.html”", "“extra.html”", "“gioi-thieu/index.html”"))
