"""What `check` prints: where, how grave, what is wrong, how to mend it; and the sum of all at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.catalogue.texts import texts
from generator.disclosure.examine import Examined, examined
from generator.findings import codes, entry, finding
from generator.report.terminal import lines, told, where
from generator.sources import Source
from tests.kinds.budgets import SPENDING
from tests.kinds.lists import COMMUNE
from tests.kinds.test_contributions import LEDGER
from tests.recognition.drawing import drawn

PASSED = texts("report")["check"]["passed"]


def one(text: str, name: str = "a.xlsx") -> Examined:
    """Return a workbook of one drawn sheet, examined."""
    return examined(Source(Path(name), name, "0" * 64), (drawn(text.replace("#", ""), name="Biểu"),), load(), COMMUNE)


def printed(*ones: Examined, language: str = "vi") -> str:
    """Return all that is printed of workbooks."""
    return "\n".join(lines([(None, one) for one in ones], load(), language))


@pytest.mark.parametrize(("language", "place"), [("vi", "ô D4"), ("en", "cell D4")])
def test_a_place_is_file_sheet_and_cell_as_far_as_there_are_any(language: str, place: str) -> None:
    """A cell, a sheet, a .csv's cell and a whole file are each named with no part that isn't there."""
    cell, sheet = where(finding("table-empty", "a.xlsx", "Chi", "D4"), language), where(finding("table-empty", "a.xlsx", "Chi"), language)
    csv, file = where(finding("table-empty", "a.csv", None, "D4"), language), where(finding("table-empty", "a.xlsx"), language)
    assert ["Chi" in text for text in (cell, sheet, csv, file)] == [True, True, False, False]
    assert [place in text for text in (cell, sheet, csv, file)] == [True, False, True, False]
    assert all("a." in text and "None" not in text for text in (cell, sheet, csv, file))


def test_a_finding_says_how_grave_it_is_and_how_to_mend_it() -> None:
    """Severity, place, message, help and code, in a language; the severity told is the finding's own, not its code's usual one."""
    found = finding("table-empty", "a.xlsx", "Chi", "D4")
    text = told(found, "vi")
    assert text.count("\n") == 1
    assert text.endswith("[table-empty]")
    assert "a.xlsx" in text.splitlines()[0]
    levels = {told(replace(found, severity=level), language).split("·")[0].strip()  # type: ignore[arg-type]
              for level in ("error", "warning", "notice") for language in ("vi", "en")}
    assert len(levels) == 6


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", codes())
def test_every_finding_can_be_told_where_only_its_words_are_given(code: str, language: str) -> None:
    """With the words its text names put in, a finding is told without a brace left, in both languages."""
    wanted = {word for each in ("vi", "en") for part in ("what", "mend") for word in re.findall(r"{(\w+)}", entry(code, each)[part])}
    details = dict.fromkeys(wanted - {"file", "sheet", "cell", "typed"}, "chữ")
    text = told(finding(code, "a.xlsx", "Chi", "D4", typed="gõ", level=None, private=False, **details), language)
    assert not re.search(r"[{}]", text)
    assert text.endswith(f"[{code}]")


def test_a_private_cell_is_not_quoted() -> None:
    """What was typed in a private column is dots on the screen too."""
    text = told(finding("flag-unclear", "a.xlsx", "Sổ", "H4", typed="bí mật", private=True, column="Đồng ý nêu tên"), "vi")
    assert "bí mật" not in text
    assert "H4" in text


def test_a_sound_workbook_is_named_with_its_table_and_passes() -> None:
    """The form's name and its public columns are told, no private column is, and the file passes."""
    text = printed(one(LEDGER))
    assert "a.xlsx" in text
    assert load().form("contributions").name.vi in text
    assert load().form("contributions").get("giver").name.vi in text
    assert PASSED in text.splitlines()
    assert load().form("contributions").get("phone").name.vi not in text
    assert text != printed(one(LEDGER), language="en")


def test_the_sum_counts_files_tables_and_findings() -> None:
    """The last line counts what stands above it: files, tables, errors, warnings, notices."""
    ones = (one(LEDGER, "a.xlsx"), one(SPENDING.replace("#400 | #57.1", "bốn trăm | #57.1"), "b.xlsx"))
    found = [each for workbook in ones for each in workbook.all_findings]
    counts = [2, 2, *(sum(each.severity == level for each in found) for level in ("error", "warning", "notice"))]
    assert counts[2] > 0
    last = printed(*ones).splitlines()[-1]
    assert [int(number) for number in re.findall(r"\d+", last)] == counts
    assert printed(*ones).splitlines()[-1] != printed(ones[0]).splitlines()[-1]


def test_an_unknown_table_and_an_unreadable_file_do_not_pass() -> None:
    """A table of no form is told as that, and neither it nor a file that can't be read is said to pass."""
    unread = Examined(Source(Path("h.xlsx"), "h.xlsx", ""), findings=(finding("workbook-empty", "h.xlsx"),), readable=False)
    assert PASSED not in printed(unread)
    assert "h.xlsx" in printed(unread)
    unknown = one("BẢNG THEO DÕI VẬT NUÔI\nSTT | Con vật | Màu lông | Số con\n1 | Mèo | đen | 3\n2 | Chó | vàng | 4\n3 | Gà | trắng | 5")
    assert [reading.table.form for reading in unknown.readings] == [None]
    assert "Biểu" in printed(unknown)
    assert PASSED not in printed(unknown)
