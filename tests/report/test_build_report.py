"""build-report.json tells the office all of a build, and of a private cell its place alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.catalogue import load
from generator.disclosure.decide import decide, together
from generator.disclosure.examine import Examined, examined
from generator.disclosure.site import Made, Site
from generator.findings import finding
from generator.report import build_report
from generator.sources import Source
from tests.kinds.budgets import SPENDING
from tests.kinds.lists import COMMUNE
from tests.kinds.test_contributions import LEDGER
from tests.recognition.drawing import drawn

CATALOGUE = load()
DAY = date(2026, 11, 23)


def one(text: str, name: str) -> Examined:
    """Return a workbook of one drawn sheet, examined."""
    return examined(Source(Path(name), name, name[0] * 64), (drawn(text.replace("#", ""), name="Biểu"),), CATALOGUE, COMMUNE)


def report(*ones: Examined, made: tuple[Made, ...] = ()) -> dict[str, object]:
    """Return the report on a commune's workbooks as it is read from its file."""
    decided = decide(together(ones, CATALOGUE, COMMUNE), (), CATALOGUE, COMMUNE)
    shown = tuple(replace(each, posted_from=DAY, state="posted") for each in decided.disclosures)
    site = Site(COMMUNE, DAY, CATALOGUE, shown, {each.id: made for each in shown})
    content: dict[str, object] = json.loads(build_report.as_bytes(
        build_report.office_report(site, decided.examined, decided.files, shown, "vi")))
    return content


def test_each_workbook_is_listed_with_what_became_of_its_tables() -> None:
    """A published table and a refused one stand each under its file, with the file's digest and the findings."""
    told = report(one(LEDGER, "a.xlsx"), one(SPENDING.replace("#400 | #57.1", "bốn trăm | #57.1"), "b.xlsx"))
    assert told["commune"] == {"id": "suoi-may", "name": "Xã Suối Mây"}
    sound, refused = told["files"]  # type: ignore[misc]
    assert (sound["file"], sound["sha256"], sound["readable"], sound["findings"]) == ("a.xlsx", "a" * 64, True, [])
    assert sound["tables"] == [{"sheet": "Biểu", "form": "contributions", "published": True}]
    assert refused["tables"] == [{"sheet": "Biểu", "form": "budget-spending", "published": False}]
    assert all(found["message"] and found["help"] and found["severity"] for found in refused["findings"])


def test_each_disclosure_names_its_workbooks() -> None:
    """Where a page's figures come from is told to the office, by the workbook's name; days are ISO texts."""
    (shown,) = report(one(LEDGER, "a.xlsx"))["disclosures"]  # type: ignore[misc]
    assert shown["source"] == {"file": ["a.xlsx"]}
    assert (shown["posted_from"], shown["form"], shown["records"]) == ("2026-11-23", "contributions", 4)


def test_what_is_to_print_is_what_is_not_public() -> None:
    """Prints that name persons are listed for the office, with their paper and place below to-print; public ones are not."""
    named = Made("x", "print", "A4", "dong-gop/lam-cau/so-dong-gop.pdf", purpose="list", pages=3, made_by="weasyprint", public=False)
    hall = Made("x", "print", "A3", "bang-tin.pdf", purpose="board", public=False, place="Buôn Kdrông")
    assert report(one(LEDGER, "a.xlsx"), made=(hall,))["to_print"][0]["place"] == "Buôn Kdrông"  # type: ignore[index]
    told = report(one(LEDGER, "a.xlsx"), made=(named, Made("x", "print", "A3", "dong-gop/ap-phich.pdf")))
    assert told["to_print"] == [{
        "commune": "suoi-may", "disclosure": "x", "paper": "A4", "purpose": "list", "place": None,
        "file": "suoi-may/dong-gop/lam-cau/so-dong-gop.pdf", "pages": 3, "made_by": "weasyprint"}]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_private_cell_is_told_by_its_place_alone(language: str) -> None:
    """What was typed in a private column is hidden in every part of the finding."""
    found = finding("flag-unclear", "a.xlsx", "Sổ", "H4", typed="bí mật", private=True, column="Đồng ý nêu tên")
    told = build_report.finding_json(found, language)
    assert {key: told[key] for key in ("code", "severity", "sheet", "cell", "typed")} == {
        "code": "flag-unclear", "severity": found.severity, "sheet": "Sổ", "cell": "H4", "typed": "•••"}
    assert "bí mật" not in json.dumps(told, ensure_ascii=False)


def test_the_report_is_utf_8_that_people_can_read() -> None:
    """Vietnamese stands as it is written, one thing a line, the same bytes for the same build."""
    content = build_report.as_bytes({"a": "Xã Suối Mây", "day": DAY})
    assert content == '{\n "a": "Xã Suối Mây",\n "day": "2026-11-23"\n}\n'.encode()
