"""A list's life through whole builds where its state changes: posted, ended, corrected, a person removed, files lost."""

from __future__ import annotations

import hashlib
import shutil

import openpyxl
import pytest

from generator.posting.store import FOLDER
from tests.commands.conftest import FIELD, Place, Run, kept
from tests.commands.test_bad_input import LIST, said
from tests.commands.test_takedown import NAME, OTHER, everywhere, take

BOOK = "nothing-wrong-households.xlsx"
LAST, AFTER = "2026-12-10", "2026-12-11"


@pytest.fixture
def listed(place: Place) -> Place:
    """A commune with one list, posted on 10 November for thirty days."""
    for name in ("ledger", "spending"):
        (place.commune / f"nothing-wrong-{name}.xlsx").unlink()
    return place


def correct(place: Place) -> None:
    """Put another head's name into the list, and save it."""
    book = openpyxl.load_workbook(place.commune / BOOK)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == OTHER]
    assert cells
    for cell in cells:
        cell.value = "Nguyễn Văn Khác"
    book.save(place.commune / BOOK)


def test_names_are_there_until_the_last_day_and_nowhere_after(listed: Place, run: Run) -> None:
    """On the last day the site names them; the day after neither the site nor the store does, and the counts stay."""
    assert run(listed.words("post", today="2026-11-10")).code == 0
    assert run(listed.words("build", today=LAST)).code == 0
    assert NAME in listed.page(LIST)
    assert run(listed.words("post", today=AFTER)).code == 0
    assert run(listed.words("build", today=AFTER)).code == 0
    assert everywhere(listed) == everywhere(listed, OTHER) == []
    assert "Đã hết thời gian niêm yết (10/12/2026)" in listed.page(LIST)
    assert run(listed.words("verify", today=AFTER)).code == 0


def test_lost_files_lose_nothing_that_was_posted(listed: Place, run: Run) -> None:
    """A lost site comes back from workbook and store byte for byte; an overwritten and a lost workbook leave what was posted."""
    assert run(listed.words("post")).code == 0
    assert run(listed.words("build")).code == 0
    before = kept(listed.output)
    shutil.rmtree(listed.output)
    assert run(listed.words("build")).code == 0
    assert kept(listed.output) == before
    shutil.copyfile(FIELD / "household-twice.xlsx", listed.commune / BOOK)
    assert run(listed.words("build")).code == 1
    assert NAME in listed.page(LIST)
    (listed.commune / BOOK).unlink()
    assert run(listed.words("build")).code == 0
    lost = kept(listed.output)
    assert NAME in listed.page(LIST)
    shutil.rmtree(listed.output)
    assert run(listed.words("build")).code == 0
    assert kept(listed.output) == lost


def test_a_correction_and_a_removal_stay_through_every_build(listed: Place, run: Run) -> None:
    """A corrected list is version 2 beside version 1 without names; a person removed is out of both, whatever is built."""
    assert run(listed.words("post", today="2026-11-20")).code == 0
    correct(listed)
    assert run(listed.words("post")).code == 0
    assert run(take(listed, "--person", NAME, "--no-build")).code == 0
    assert run(listed.words("build")).code == 0
    assert everywhere(listed) == []
    assert "Nguyễn Văn Khác" in listed.page(LIST)
    assert everywhere(listed, OTHER) == []
    assert "Bản 1" in listed.page(f"{LIST}/phien-ban-1")
    assert run(listed.words("build", today=AFTER)).code == 0
    assert everywhere(listed) == []
    assert run(listed.words("verify")).code == 0


def test_an_altered_print_is_told_in_plain_words(listed: Place, run: Run) -> None:
    """A print with names is in the record by digest; changed by one byte, lost, or of an older version, verify says so."""
    to_print = listed.output.parent / "to-print"
    words = [word for word in listed.words("build") if word != "--no-prints"]
    assert run(words).code == 0
    assert run(listed.words("post")).code == 0
    digests = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in to_print.rglob("*.pdf")}
    path = next(path for path in sorted(to_print.rglob("*.pdf")) if "cong-nhan" in path.as_posix())
    history = (listed.commune / FOLDER / "history.jsonl").read_text("utf-8")
    assert f"to-print/{path.relative_to(to_print).as_posix()}" in history
    assert digests[path] not in history
    assert run(listed.words("verify")).code == 0
    content = path.read_bytes()
    path.write_bytes(content.replace(b"%%EOF", b"%%EOG"))
    assert said("print-altered", run(listed.words("verify")).out)
    path.write_bytes(content)
    correct(listed)
    assert run(listed.words("post")).code == 0
    assert said("print-replaced", run(listed.words("verify")).out)
    path.unlink()
    assert said("print-missing", run(listed.words("verify")).out)
