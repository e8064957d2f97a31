"""An explanation text from the officer's folder to the page, the print, the record and `due`."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.commands.build import built
from generator.commands.due import items_of
from generator.posting.recording import Act, post
from generator.prints.compose import compose
from generator.publication.offices import Office, chosen_folders, ready
from generator.publication.options import Options
from tests.conftest import ROOT, options_in

DAY = date(2026, 10, 8)
TEXT = """# Thuyết minh tình hình thực hiện 9 tháng đầu năm 2026

Thu **tăng** do <script>alert(1)</script> có [nguồn mới](javascript:alert(1)).

- Phí & lệ phí 119.345.000 đồng
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Options:
    """A commune with nine months of 2026 and their explanation, built without prints."""
    folder = tmp_path_factory.mktemp("explained")
    (folder / "data").mkdir()
    (folder / "data/commune.toml").write_text('name = "Xã Thử Nghiệm"\n', "utf-8")
    shutil.copy(ROOT / "data/mau/Bieu cong khai 9 thang 2026.xlsx", folder / "data/9-thang.xlsx")
    (folder / "data/Thuyết minh 9 tháng 2026.md").write_text(TEXT, "utf-8")
    options = options_in(folder, data=folder / "data", today=DAY, jobs=1, prints=False)
    assert built(options) == 0
    return options


def office(options: Options) -> Office:
    """Return the commune made ready."""
    return ready(chosen_folders(options)[0], options, load())


def test_the_periods_page_shows_it_and_each_table_leads_there(made: Options) -> None:
    """The text stands on the period's page, its tags as letters; the tables' pages have the way to it."""
    page = (made.output / "ngan-sach/2026/09-thang/index.html").read_text("utf-8")
    assert '<h2 id="thuyet-minh">Thuyết minh của xã</h2>' in page
    assert "Thu <strong>tăng</strong> do &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<li>Phí &amp; lệ phí 119.345.000 đồng</li>" in page
    assert 'href="javascript' not in page
    assert "<script>alert" not in page
    table = (made.output / "ngan-sach/2026/09-thang/thu/index.html").read_text("utf-8")
    assert '<a href="../index.html#thuyet-minh">Đọc thuyết minh của xã cho kỳ này</a>' in table


def test_the_list_has_it_as_an_annex_and_the_board_copy_has_not(made: Options) -> None:
    """The A4 list ends with the text; the board's large copy has the figures alone."""
    site = office(made).site(made, load())
    revenue = next(one for one in site.shown if one.form == "budget-revenue")
    assert "Thu <b>tăng</b> do &lt;script&gt;" in compose(revenue, site, "list", names=False).html
    assert "119.345.000" not in compose(revenue, site, "board", names=False).html


def test_due_counts_the_period_as_complete(made: Options, tmp_path: Path) -> None:
    """Posted with its text nothing is owed for nine months; without the text it is incomplete."""
    for name, wanted in (("with", []), ("without", ["incomplete"])):
        data = tmp_path / name
        shutil.copytree(made.data, data)
        if not wanted:
            assert next(data.glob("Thuy*.md")).is_file()
        else:
            next(data.glob("Thuy*.md")).unlink()
        options = options_in(tmp_path, data=data, today=DAY, jobs=1)
        post(office(options).shown, data, Act(DAY))
        found = items_of(office(options), "vi")
        assert [one.standing for one in found if one.id == "budget-09m/2026-09m"] == wanted


def test_a_text_with_an_identifier_stops_itself_and_nothing_else(made: Options, tmp_path: Path) -> None:
    """The tables go public, the text does not, and the officer is told its line; nothing of it is anywhere in the site."""
    shutil.copytree(made.data, tmp_path / "data")
    next((tmp_path / "data").glob("Thuy*.md")).write_text("Thuyết minh.\n\nÔng Giả Định, 0912 345 678\n", "utf-8")
    found = office(options_in(tmp_path, data=tmp_path / "data", today=DAY, jobs=1))
    errors = [(one.code, dict(one.details)) for one in found.all_findings if one.severity == "error"]
    assert errors == [("explanation-private", {"line": "3"})]
    assert [one.explanation for one in found.shown.disclosures] == ["", "", ""]
