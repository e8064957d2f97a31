"""What is told of a workbook: verdict, tables, columns, totals; and the same on the terminal."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.report.telling import FileTold, told
from generator.report.terminal import lines
from generator.sources import source
from tests.drawing import workbook

ROOT = Path(__file__).parents[2]
FIELD = ROOT / "tests" / "field"
LIST = """
DANH SÁCH HỘ NGHÈO NĂM 2026
(Kèm theo Quyết định công nhận số 12/QĐ-UBND)
STT | Họ và tên chủ hộ | Thôn | Phân loại | Số nhân khẩu | Số CCCD | Cột lạ
#1 | Nguyễn Văn Mẫu | Thôn 1 | Hộ nghèo | #4 | 066000000001 | x
#2 | Trần Thị Thử | Thôn 1 | Hộ cận nghèo | #3 | 066000000002 | y
"""


def examined(path: Path) -> Examined:
    """Return a workbook examined for an invented commune."""
    return examine(source(path, path.name), catalogue.load(), Commune(name="Xã Thử Nghiệm"))


def telling(path: Path) -> FileTold:
    """Return what is told of a workbook."""
    return told(examined(path), catalogue.load(), "vi")


def test_columns_that_stay_private_are_named(tmp_path: Path) -> None:
    """Columns are told as to be made public or not, those that no form knows among the latter, by their own heads."""
    public, private = telling(workbook(tmp_path, LIST)).tables[0].lines[-2:]
    assert public == "Cột sẽ công khai: STT, Họ và tên chủ hộ, Thôn, buôn, Phân loại, Số nhân khẩu."
    assert private == "Cột không công khai: Số CCCD, Cột lạ."


def test_lists_are_summed_up(tmp_path: Path) -> None:
    """A list is told with its number of rows and the sums of what can be summed."""
    assert telling(workbook(tmp_path, LIST)).tables[0].totals == (("Số dòng", "2"), ("Số nhân khẩu", "7"))


def test_budgets_are_told_by_their_totals() -> None:
    """A budget is told with the totals that stand in it, each once."""
    tables = telling(ROOT / "data" / "mau" / "Bieu cong khai 9 thang 2026.xlsx").tables
    names = [name for table in tables for name, _ in table.totals if name.startswith("TỔNG SỐ THU")]
    assert names == ["TỔNG SỐ THU: Dự toán", "TỔNG SỐ THU: Thực hiện"]
    assert all(value.endswith(" đồng") for table in tables for _, value in table.totals)


def test_a_column_of_a_two_sided_form_is_told_once() -> None:
    """A form's columns of the other side are not told."""
    (line,) = [line for line in telling(ROOT / "data" / "mau" / "Bieu cong khai 9 thang 2026.xlsx").tables[0].lines if "Cột sẽ" in line]
    columns = line.removeprefix("Cột sẽ công khai: ").removesuffix(".").split(", ")
    assert len(columns) == len(set(columns))


@pytest.mark.parametrize(("name", "passed", "words"), [
    ("nothing-wrong-ledger.xlsx", True, "ĐẠT: không có lỗi nào, không có điều gì phải xem lại."),
    ("gift-twice.xlsx", True, "ĐẠT: không có lỗi nào. Có 1 điều nên xem lại"),
    ("amount-1.2.xlsx", False, "CHƯA ĐẠT: còn 1 lỗi phải sửa"),
    ("cut-short.xlsx", False, "CHƯA ĐẠT: không đọc được tệp này."),
])
def test_the_verdict_is_plain(name: str, passed: bool, words: str) -> None:  # noqa: FBT001 - a column of the table above
    """A workbook passes, passes with something to look at, or doesn't pass."""
    found = telling(FIELD / name)
    assert found.passed is passed
    assert found.verdict.startswith(words)


@pytest.mark.parametrize("path", sorted(FIELD.iterdir()), ids=lambda path: path.name)
def test_the_terminal_says_the_same(path: Path) -> None:
    """Each finding is on the terminal with the same message, way to mend and code, in the same order."""
    one = examined(path)
    shown = "\n".join(lines([(None, one)], catalogue.load(), "vi"))
    place = 0
    for item in told(one, catalogue.load(), "vi").items:
        for words in (item.label, item.message, item.help, f"[{item.code}]"):
            place = shown.index(words, place)


def test_english_has_every_text() -> None:
    """What the report says in Vietnamese it can say in English, with the same words to be filled in; names of files and sheets stay."""
    vietnamese, english = (_flat(tomllib.loads((ROOT / "generator/catalogue/texts" / f"report.{language}.toml").read_text("utf-8")))
                           for language in ("vi", "en"))
    assert vietnamese.keys() - english.keys() == {"marked.suffix", "marked.page_suffix", "marked.sheet", "marked.one_sheet"}
    assert {key for key, words in english.items() if words != vietnamese[key]} == set()


def _flat(part: dict[str, Any], above: str = "") -> dict[str, set[str]]:
    """Return each text's words to be filled in, by the names of the tables it stands in."""
    found: dict[str, set[str]] = {}
    for key, value in part.items():
        found |= _flat(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: set(re.findall(r"{\w+}", value))}
    return found
