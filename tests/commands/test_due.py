"""`due` as it is typed, and what the pages tell of days: on a small commune that posted three tables in time and one late."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.catalogue import load
from generator.disclosure import duties
from generator.disclosure.site import Site
from generator.posting.recording import Act, post
from generator.prints import duties as prints
from generator.publication.offices import chosen_folders, ready
from tests.conftest import ROOT, options_in
from tests.report.ics import parse

SETTINGS = """name = "Xã Thử Nghiệm"
site = "https://thu-nghiem.example"
[[place]]
name = "Trụ sở"
[[place]]
name = "Nhà văn hóa Thôn Một"
[[posted]]
form = "budget-balance"
posted_from = 2026-10-08
[[posted]]
form = "budget-revenue"
posted_from = 2026-10-08
[[posted]]
form = "budget-spending"
posted_from = 2026-10-15
"""
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune's folder with nine months of 2026, posted on the days it says."""
    folder = tmp_path_factory.mktemp("due") / "data"
    folder.mkdir()
    (folder / "commune.toml").write_text(SETTINGS, "utf-8")
    shutil.copy(ROOT / "data/mau/Bieu cong khai 9 thang 2026.xlsx", folder / "9-thang.xlsx")
    for day in (date(2026, 10, 8), date(2026, 10, 15)):
        options = options_in(folder.parent, data=folder, today=day, jobs=1)
        place = chosen_folders(options)[0]
        post(ready(place, options, load()).shown, place.path, Act(day, ("Trụ sở", "Nhà văn hóa Thôn Một")))
    return folder


@pytest.fixture(scope="module")
def site(data: Path) -> Site:
    """The commune as pages and prints see it."""
    options = options_in(data.parent, data=data, today=DAY, jobs=1)
    return ready(chosen_folders(options)[0], options, load()).site(options, load())


def said(capsys: pytest.CaptureFixture[str], data: Path, *words: str) -> tuple[int, str]:
    """Return the code and what was printed."""
    code = main(["due", "--data", str(data), *words])
    return code, capsys.readouterr().out


def test_text_tells_what_is_late_and_what_comes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In plain words: overdue first, then what is next with its day, then days of the year; something overdue is code 1."""
    code, text = said(capsys, data, "--on", "2026-11-23")
    assert code == 1
    assert text.index("Đã quá hạn") < text.index("Cần làm tiếp") < text.index("Ngày trong năm cần nhớ")
    assert "Tình hình thực hiện ngân sách 06 tháng năm 2026: chậm 136 ngày (hạn cuối 10/07/2026)" in text
    assert "Tình hình thực hiện ngân sách 09 tháng năm 2026: đã có số liệu, còn thiếu phần thuyết minh (hạn 12/10/2026)" in text
    assert "Hết thời gian rà soát hộ nghèo, hộ cận nghèo năm 2026: ngày 14/12/2026" in text


def test_json_is_whole_and_the_calendar_can_be_read(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has every item with its days; the calendar has those of them that have a day, under the same names."""
    _, text = said(capsys, data, "--on", "2026-11-23", "--format", "json")
    found = json.loads(text)
    items = {one["id"]: one for one in found["communes"][0]["items"]}
    assert found["on"] == "2026-11-23"
    assert items["budget-06m/2026-06m"] | {"more": []} == {
        "id": "budget-06m/2026-06m", "part": "late", "sort": "publish", "state": "late",
        "name": "Tình hình thực hiện ngân sách 06 tháng năm 2026", "due": "2026-07-10", "last": "2026-07-10", "days_late": 136,
        "expected": False, "missing": [], "explained": False, "event": None, "source": "Điều 37 khoản 3, Nghị định 73/2026/NĐ-CP",
        "certain": "certain", "says": "chậm 136 ngày (hạn cuối 10/07/2026)", "more": []}
    _, calendar = said(capsys, data, "--on", "2026-11-23", "--format", "ics")
    uids = {event["UID"].partition("@")[0] for event in parse(calendar.encode())["VEVENT"]}
    assert uids == {name for name, one in items.items() if one["due"]}


def test_only_what_is_proved_is_told_in_public(site: Site) -> None:
    """The tables posted on 8 October were in time, the one of the 15th was three days late; nothing is said of others."""
    told = {name.split("/")[1]: (verdict.state, verdict.days_late) for name, verdict in site.timing.verdicts.items()}
    assert told == {"budget-balance": ("on-time", 0), "budget-revenue": ("on-time", 0), "budget-spending": ("late", 3)}


def test_residents_are_told_only_certain_days_ahead(site: Site) -> None:
    """The home page tells of the budget of 2027, not of lists whose rule is a reading, and of nothing overdue."""
    assert [(one.last, one.expected) for one in site.timing.coming] == [(date(2026, 12, 25), True), (date(2027, 1, 19), True)]
    assert all("2027" in one.name for one in site.timing.coming)


def test_the_quarterly_list_is_the_history(site: Site) -> None:
    """Each posting is a line with its days, places and page, in the quarter in which it began."""
    (quarter,) = site.timing.quarters
    assert (quarter.year, quarter.number, len(quarter.lines)) == (2026, 4, 3)
    assert [line.posted_from for line in quarter.lines] == [date(2026, 10, 8), date(2026, 10, 8), date(2026, 10, 15)]
    assert {line.places for line in quarter.lines} == {("Trụ sở", "Nhà văn hóa Thôn Một")}
    assert all(line.channels == ("board", "web") and line.page.endswith("/index.html") for line in quarter.lines)


def test_the_list_outlives_its_workbooks(data: Path, tmp_path: Path) -> None:
    """With the workbooks gone the list is the same: it comes from the history alone."""
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    (folder / "9-thang.xlsx").unlink()
    options = options_in(tmp_path, data=folder, today=DAY, jobs=1)
    office = ready(chosen_folders(options)[0], options, load())
    assert [line.title for line in office.timing.quarters[0].lines] == [
        "Cân đối ngân sách · 9 tháng đầu năm 2026", "Thu ngân sách · 9 tháng đầu năm 2026", "Chi ngân sách · 9 tháng đầu năm 2026"]


def test_the_plan_is_of_the_coming_year(site: Site) -> None:
    """From October on the plan is next year's, in the order of days, each with its rule and how long it hangs."""
    assert site.timing.plan_year == 2027
    days = [one.last for one in site.timing.plan if one.last]
    assert days == sorted(days)
    assert {day.year for day in days} == {2027}
    months = {one.name: one.last for one in site.timing.plan}
    assert months["Tình hình thực hiện ngân sách 03 tháng năm 2027"] == date(2027, 4, 12)
    assert all(one.source and one.days for one in site.timing.plan)


def test_list_and_plan_are_papers(site: Site) -> None:
    """Both are public prints without a name of a resident; the .docx beside them is the same each time."""
    papers = prints.papers(site)
    assert [one.job.path for one in papers] == [f"{duties.FOLDER}/2026/quy-4.pdf", f"{duties.FOLDER}/ke-hoach-2027.pdf"]
    assert all(one.job.public and not one.job.named for one in papers)
    assert "https://thu-nghiem.example/ngan-sach/2026/09-thang/thu/" in papers[0].job.html
    assert "Niêm yết tại 2 điểm (1)" in papers[0].job.html
    assert [one.word() for one in prints.to_edit(papers)] == [one.word() for one in prints.to_edit(papers)]
    assert len(prints.to_edit(papers)) == 2


def test_a_misspelt_event_and_a_bad_rule_are_findings(data: Path, tmp_path: Path) -> None:
    """An office says what is wrong with its events and its own rules, and goes by the general ones."""
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    (folder / "commune.toml").write_text(SETTINGS + '[events]\n"nghi quyet du tonn 2027" = 2026-12-18\n', "utf-8")
    (folder / "quy-dinh").mkdir()
    (folder / "quy-dinh" / "postings.toml").write_text("[[posting]]\nid = 'budget'\n", "utf-8")
    options = options_in(tmp_path, data=folder, today=DAY, jobs=1)
    office = ready(chosen_folders(options)[0], options, load())
    assert {"event-unknown", "rule-damaged"} <= {found.code for found in office.findings}
    assert office.shown.disclosures[0].posted_until
