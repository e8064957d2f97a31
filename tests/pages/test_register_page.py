"""Registers on the sample's site: every form has its page, its downloads and its print; persons stand in no public file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator import catalogue
from generator.disclosure.site import Site as ShownSite
from generator.pages.frame import Maker
from generator.pages.register_words import answer
from tests.announcements.test_rows import COMMUNE, RECEPTION
from tests.conftest import Site
from tests.kinds.test_register import published
from tests.maker import registers

MADE = [one for own in registers.BOOKS.values() for one in own if one.form != "table"]
PERSONS = [str(row[0]) for one in MADE if one.form in {"direct-support", "land-recovery"} for row in one.rows]


@pytest.fixture(scope="module")
def shown(sample: Site) -> Mapping[str, Any]:
    """What the manifest says of each register, by form and stage."""
    manifest = json.loads((sample.output / "manifest.json").read_text("utf-8"))
    return {f"{one['form']}/{one['stage'] or ''}": one for one in manifest["disclosures"] if one["kind"] == "register"}


def page(sample: Site, one: Mapping[str, Any]) -> str:
    """Return a register's page as text."""
    return unescape((sample.output / one["page"]).read_text("utf-8"))


@pytest.mark.parametrize("made", MADE, ids=lambda one: f"{one.form}-{one.stage or ''}")
def test_each_register_of_the_sample_has_page_and_downloads(made: registers.Register, sample: Site, shown: Mapping[str, Any]) -> None:
    """The page asks its form's question, says who may be asked and offers the table to take away."""
    one = shown[f"{made.form}/{made.stage or ''}"]
    text, form = page(sample, one), catalogue.load().form(made.form)
    question = form.asked(made.stage or None).vi.partition("{")[0]
    assert question in text
    assert {"csv", "xlsx", "json"} <= {each["format"] for each in one["downloads"]}
    assert one["prints"] or made.form in {"direct-support", "land-recovery"}
    assert all((sample.output / each["file"]).is_file() for each in (*one["downloads"], *one["prints"]))
    assert 'id="luat"' in text


def test_a_form_of_each_family_is_reached_from_its_page(sample: Site, shown: Mapping[str, Any]) -> None:
    """Each register is linked from its family's page, which the menu leads to."""
    home = (sample.output / "index.html").read_text("utf-8")
    for one in shown.values():
        family, own, _ = one["page"].split("/")
        assert f'href="{family}/index.html"' in home
        assert f'href="{own}/index.html"' in (sample.output / family / "index.html").read_text("utf-8")


def test_no_public_file_names_whose_land_is_recovered(sample: Site, shown: Mapping[str, Any]) -> None:
    """The named list is for the board alone, even where the commune lets the web name persons; its page gives sums."""
    one = shown["land-recovery/"]
    text = page(sample, one)
    assert not one["names_persons"]
    assert "324,6\N{NO-BREAK SPACE}triệu\N{NO-BREAK SPACE}đồng" in text
    owners = [str(row[0]) for made in MADE if made.form == "land-recovery" for row in made.rows]
    public = [path for path in sample.output.rglob("*") if path.suffix in {".html", ".csv", ".json", ".xml"}]
    assert [path.name for path in public for name in owners if name in path.read_text("utf-8")] == []
    assert len(list((sample.to_print / "suoi-may" / "dat-dai").glob("thu-hoi-dat*.pdf"))) == 1


def test_downloads_of_persons_hold_sums_alone(sample: Site, shown: Mapping[str, Any]) -> None:
    """A register of persons is taken away as its sums by part."""
    for form in ("direct-support/", "land-recovery/"):
        text = (sample.output / next(each["file"] for each in shown[form]["downloads"] if each["format"] == "csv")).read_text("utf-8")
        assert not [name for name in PERSONS if name in text]
        assert len(text.strip().splitlines()) < 5


def test_a_schedule_is_a_calendar_too(sample: Site, shown: Mapping[str, Any]) -> None:
    """Each reception is a whole-day entry with hours, receiver and place; no line is longer than the standard lets it be."""
    file = next(each["file"] for each in shown["reception-schedule/"]["downloads"] if each["format"] == "ics")
    raw = (sample.output / file).read_bytes()
    text = raw.replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == 5
    assert "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125\r\n" in text
    assert "Người tiếp: Y Thuăn Mlô" in text
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75


def test_what_is_to_come_stands_first(sample: Site, shown: Mapping[str, Any]) -> None:
    """A schedule shows the days to come, then those gone by folded away."""
    text = page(sample, shown["reception-schedule/"]).partition('class="cards')[2]
    assert text.index("<strong>24/11/2026") < text.index("<strong>08/12/2026") < text.index("<details><summary>Đã qua (2)") \
        < text.index("<strong>03/11/2026")


def test_links_lead_out_and_states_are_badges(sample: Site, shown: Mapping[str, Any]) -> None:
    """A procedure leads to its official page by name; a project's state is a badge with its word."""
    assert '<a href="https://dichvucong.gov.vn" rel="external noopener">dichvucong.gov.vn</a>' in page(sample, shown["procedures/"])
    assert '<span class="badge wrong">Tạm dừng</span>' in page(sample, shown["projects/"])


def test_the_declared_table_is_published_from_ten_lines(sample: Site, shown: Mapping[str, Any]) -> None:
    """The table declared beside the data has its page; the column it does not name stays private."""
    one = next(each for form, each in shown.items() if form.startswith("table-"))
    text = page(sample, one)
    assert "Rác được thu gom ngày nào, để ở đâu?" in text
    assert "Đầu đường bê tông" in text
    assert "Người phụ trách" not in text


def answered(sample: Site, folder: str) -> str:
    """Return the answer of a page as text."""
    html = (sample.output / folder / "index.html").read_text("utf-8")
    found = re.search(r'<p class="answer">(.*?)</p>', html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""


def test_a_family_is_answered_by_its_first_form_that_hangs(sample: Site) -> None:
    """Who asks where to meet the commune is told the next reception, whatever else was posted since; what came down answers nothing."""
    told = answered(sample, "tiep-dan")
    assert told.startswith("Buổi tiếp công dân sắp tới: ngày 24/11/2026. Giờ tiếp: 7 giờ 30 đến 11 giờ. Người tiếp: Y Thuăn Mlô. Nơi tiếp:")
    assert answered(sample, "dat-dai").startswith("Kế hoạch năm 2026 có 4 hạng mục")
    assert "quỹ" not in answered(sample, "cong-trinh")
    assert told in " ".join(re.sub(r"<[^>]+>", "", (sample.output / "index.html").read_text("utf-8")).split())


def test_stages_of_a_register_are_told_apart(sample: Site, shown: Mapping[str, Any]) -> None:
    """What was received and what was given out have questions, names and answers of their own, on the page and at the loudspeaker."""
    received, given = (page(sample, shown[f"relief-campaign/{stage}"]) for stage in ("received", "given"))
    assert "đã nhận được bao nhiêu?" in received
    assert "đã trao cho ai?" in given
    assert "Vận động cứu trợ, kết quả phân phối, Giúp bà con bị lốc xoáy, năm 2026" in given
    assert "Vận động cứu trợ, kết quả phân phối, Giúp bà con" in (sample.output / "loa-truyen-thanh.txt").read_text("utf-8")


def test_words_an_officer_typed_wrap_and_are_vietnamese_on_any_page(tmp_path: Path) -> None:
    """A long place does not stand on one line as a figure does; beside English it says its language."""
    (schedule,) = published(tmp_path, RECEPTION)
    for language, shown in (("vi", "Nơi tiếp: Phòng tiếp dân"), ("en", 'Place: <span lang="vi">Phòng tiếp dân')):
        maker = Maker(ShownSite(COMMUNE, date(2026, 11, 23), catalogue.load(), (schedule,), language=language))
        assert shown in answer(maker, schedule)
