"""`check` as the contract describes it: texts for the officer, JSON for other programs, nothing private in either."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import load
from tests.commands.conftest import FIELD, Place, Run

TABLE = {"sheet", "form", "kind", "stage", "period", "subject", "unit", "head", "columns", "rows", "set_aside"}
FOUND = {"code", "severity", "sheet", "cell", "typed", "message", "help"}
Json = Mapping[str, Any]


@pytest.fixture
def checked(run: Run) -> Callable[..., Json]:
    """Return what `check --format json` says of files of the field, after holding its exit code against it."""

    def report(*names: str) -> Json:
        told = run(["check", *(str(FIELD / name) for name in names), "--format", "json"])
        found: Json = json.loads(told.out)
        assert told.code == int(found["summary"]["errors"] > 0)
        return found

    return report


def test_every_workbook_of_the_field_is_reported_as_the_contract_says(run: Run) -> None:
    """Files, tables, rows and findings have the contract's keys and types, and the summary counts them."""
    told = run(["check", str(FIELD), "--format", "json"])
    assert told.code == 1
    report = json.loads(told.out)
    assert set(report) == {"files", "summary"}
    findings = [found for file in report["files"] for found in file["findings"]]
    counts = {f"{level}s": sum(found["severity"] == level for found in findings) for level in ("error", "warning", "notice")}
    tables = [table for file in report["files"] for table in file["tables"]]
    assert report["summary"] == {"files": len(report["files"]), "tables": len(tables), **counts}
    assert len(report["files"]) == len(list(FIELD.glob("*.*")))
    for file in report["files"]:
        assert {"file", "sha256", "readable", "tables", "findings"} <= set(file)
        assert file["sha256"] == hashlib.sha256(Path(file["file"]).read_bytes()).hexdigest()
    assert all(set(found) >= FOUND and found["message"] and found["help"] for found in findings)
    for table in tables:
        _fits_the_contract(table)


def _fits_the_contract(table: Json) -> None:
    assert set(table) >= TABLE
    assert table["unit"] is None or isinstance(table["unit"], int)
    assert all(isinstance(key, str) and letters.isalpha() for key, letters in table["columns"].items())
    assert all(set(row) == {"row", "marker", "values"} and isinstance(row["row"], int) for row in table["rows"])
    assert all(set(aside) == {"row", "why"} for aside in table["set_aside"])
    if table["form"]:
        public = {column.key for column in load().form(table["form"]).column if column.public}
        assert {key for row in table["rows"] for key in row["values"]} <= public


def test_a_household_list_shows_its_public_columns_only(checked: Callable[..., Json]) -> None:
    """Rows hold the head, hamlet, class, members and the catalogue's word for the note; no number of any person."""
    report = checked("nothing-wrong-households.xlsx")
    [table] = report["files"][0]["tables"]
    assert (table["form"], table["kind"], table["stage"], table["period"]) == ("poor-households", "households", "recognised", "2026")
    assert (table["head"], table["unit"], table["subject"]) == ("A6:G6", None, None)
    assert [row["row"] for row in table["rows"]] == [7, 8, 9]
    assert table["rows"][1]["values"]["head_name"] == "H'Mẫu Niê"
    assert table["rows"][1]["values"]["note"] == "new"
    assert "0991" not in json.dumps(report)


def test_givers_who_did_not_agree_are_nameless(checked: Callable[..., Json]) -> None:
    """The ledger names who agreed and organisations; amounts are whole đồng and days ISO."""
    [table] = checked("nothing-wrong-ledger.xlsx")["files"][0]["tables"]
    assert [row["values"]["giver"] for row in table["rows"]] == ["Nguyễn Văn Mẫu", "Ẩn danh", "Hợp tác xã Thử Nghiệm"]
    assert [row["values"]["amount"] for row in table["rows"]] == [500_000, 1_200_000, 5_000_000]
    assert table["rows"][0]["values"]["day"] == "2026-02-03"
    assert {"row": 15, "why": "total"} in table["set_aside"]


def test_budget_amounts_are_dong_and_totals_are_rows(checked: Callable[..., Json]) -> None:
    """Thousands become đồng, the total is a row, the ruler is set aside, a dash and a blank are null."""
    [table] = checked("nothing-wrong-spending.xlsx")["files"][0]["tables"]
    assert (table["unit"], table["period"], table["stage"]) == (1000, "2026-06m", "execution")
    assert table["rows"][0]["values"] == {"label": "TỔNG CHI NGÂN SÁCH XÃ", "plan": 1_000_000_000, "done": 450_000_000, "share": 45.0}
    assert any(aside["why"] == "ruler" for aside in table["set_aside"])
    [dashes] = checked("dash-is-not-blank-is-not-zero.xlsx")["files"][0]["tables"]
    assert [row["values"]["done"] for row in dashes["rows"]][-1] is None or dashes["rows"][-1]["values"]["plan"] == 0


def test_an_ambiguous_amount_is_quoted_with_its_cell(checked: Callable[..., Json]) -> None:
    """A finding has its code, severity, sheet and cell, quotes what was typed and says what to do."""
    report = checked("amount-1.2.xlsx")
    [found] = [one for one in report["files"][0]["findings"] if one["code"] == "amount-ambiguous"]
    assert {key: found[key] for key in ("severity", "sheet", "cell", "typed")} == {
        "severity": "error", "sheet": "So", "cell": "E13", "typed": "1.2"}
    assert "1.2" in found["message"]


def test_a_private_cell_is_not_quoted(checked: Callable[..., Json], run: Run) -> None:
    """A finding on a private column gives its address and "•••", in JSON and in text."""
    found = checked("consent-unclear.xlsx")["files"][0]["findings"]
    assert [(one["cell"], one["typed"]) for one in found if one["code"] == "flag-unclear"] == [("F12", "•••")]
    told = run(["check", str(FIELD / "consent-unclear.xlsx")])
    assert "•••" in told.out
    assert "ô F12" in told.out


def test_a_table_of_no_known_form_is_listed_as_text(checked: Callable[..., Json]) -> None:
    """Its form is null, its head and rows are there, and the file is told as unknown."""
    [file] = checked("unknown-table.xlsx")["files"]
    assert [table["form"] for table in file["tables"]] == [None] * len(file["tables"])
    assert file["tables"][0]["rows"]
    assert all(isinstance(value, str) for row in file["tables"][0]["rows"] for value in row["values"].values())
    assert "table-unknown" in {found["code"] for found in file["findings"]}


def test_an_unreadable_file_is_a_file_without_tables(checked: Callable[..., Json]) -> None:
    """A damaged workbook is listed as not readable with its finding on the whole file."""
    [file] = checked("cut-short.xlsx")["files"]
    assert (file["readable"], file["tables"]) == (False, [])
    assert [(found["sheet"], found["cell"]) for found in file["findings"]] == [(None, None)]


def test_a_csv_has_no_sheet(checked: Callable[..., Json]) -> None:
    """The sheet of a .csv is null."""
    [file] = checked("semicolons.csv")["files"]
    assert [table["sheet"] for table in file["tables"]] == [None]


def test_several_paths_are_checked_each_once(place: Place, run: Run) -> None:
    """A folder and a file in it, given twice, are read once."""
    words = [str(place.commune), str(place.commune / "nothing-wrong-ledger.xlsx"), str(FIELD / "semicolons.csv")]
    report = json.loads(run(["check", *words, "--format", "json"]).out)
    assert [Path(file["file"]).name for file in report["files"]] == [
        "nothing-wrong-households.xlsx", "nothing-wrong-ledger.xlsx", "nothing-wrong-spending.xlsx", "semicolons.csv"]


def test_a_folder_without_workbooks(place: Place, run: Run) -> None:
    """Nothing to check ends with 2 and says where to put workbooks."""
    (place.root / "empty").mkdir()
    told = run(["check", str(place.root / "empty")])
    assert told.code == 2
    assert "Không thấy tệp bảng tính nào" in told.err
    assert told.out == ""


def test_english_on_request(run: Run) -> None:
    """With --lang en the findings are English and the codes the same."""
    words = ["check", str(FIELD / "cut-short.xlsx"), "--format", "json"]
    here, there = (json.loads(run([*words, "--lang", language]).out)["files"][0]["findings"][0] for language in ("vi", "en"))
    assert here["code"] == there["code"] == "workbook-damaged"
    assert "damaged" in there["message"]
    assert here["message"] != there["message"]
