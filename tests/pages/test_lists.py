"""Home, families, years: the way to every disclosure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from generator.disclosure.site import Site
from tests.conftest import Site as Sample
from tests.pages import fixtures
from tests.pages.conftest import plain


def test_home_answers_each_family(drawn: dict[str, str]) -> None:
    """Each family's card holds its question, its newest answer and the way in."""
    text = plain(drawn["index.html"])
    assert "Trong 9 tháng đầu năm 2026, xã thu 9,12 tỷ đồng và chi 8,42 tỷ đồng" in text
    assert "Danh sách năm 2026 có 13 hộ nghèo" in text
    assert "Làm cầu Suối Mây: Đến nay bà con" in text
    assert re.findall(r'<h3><a href="([^"]+)"', drawn["index.html"]) == [
        "ngan-sach/index.html",
        "ho-ngheo/index.html",
        "dong-gop/index.html",
    ]


def test_home_shows_the_newest_first(drawn: dict[str, str]) -> None:
    """What was posted last stands first, each with its day."""
    days = re.findall(r'<time datetime="([^"]+)"', drawn["index.html"])
    assert days == sorted(days, reverse=True)
    assert days[0] == "2026-10-08"


def test_a_year_shows_what_was_done_before_what_was_planned(drawn: dict[str, str]) -> None:
    """Within a year the execution stands above the budget that was decided."""
    html = drawn["ngan-sach/2026/index.html"]
    assert html.index("9 tháng đầu năm 2026") < html.index("Dự toán đã được quyết định")


def test_years_stand_latest_first(drawn: dict[str, str]) -> None:
    """A family's page begins with the latest year."""
    assert re.findall(r">Năm (\d{4})<", drawn["ngan-sach/index.html"]) == ["2026", "2025", "2024"]


def test_the_way_back_names_every_folder(drawn: dict[str, str]) -> None:
    """The crumbs of a table lead through family, year and period."""
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', drawn["ngan-sach/2026/09-thang/chi/index.html"], re.DOTALL)
    assert crumbs
    assert plain(crumbs[0]).strip() == "Trang đầu Ngân sách 2026 9 tháng đầu năm 2026 Chi ngân sách"
    assert re.findall(r'href="([^"]+)"', crumbs[0]) == [
        "../../../../index.html",
        "../../../index.html",
        "../../index.html",
        "../index.html",
    ]


def test_the_page_about_the_commune_says_where_papers_hang(drawn: dict[str, str]) -> None:
    """Hamlets, posting places, contacts and predecessors come from commune.toml."""
    text = plain(drawn["gioi-thieu/index.html"])
    for part in (
        "Buôn Blŭk",
        "Nhà văn hóa, Thôn Đồng Tranh",
        "0262 000 0000",
        "Xã Mây Thượng, đến hết ngày 30/06/2025",
        "9.214 người",
        "Chủ tịch: Trần Văn Lộc",
    ):
        assert part in text


def test_a_periods_tables_are_one_piece_of_news(drawn: dict[str, str]) -> None:
    """Revenue and spending of one period lead to the period's page, once."""
    news = drawn["index.html"].split('class="news"')[1].split("</ol>")[0]
    assert news.count("9 tháng đầu năm 2026") == 1
    assert 'href="ngan-sach/2026/09-thang/index.html">Ngân sách, 9 tháng đầu năm 2026</a>' in news


def chain_of(html: str) -> list[str]:
    """Return the lines of a year's chain as text."""
    table = re.search(r'<caption id="cac-buoc-ten">.*?</table>', html, re.DOTALL)
    return [" ".join(plain(row).split()) for row in re.findall(r"<tr.*?</tr>", table[0], re.DOTALL)] if table else []


def test_a_year_of_the_budget_is_one_chain_from_draft_to_settlement(sample: Sample) -> None:
    """Each step with what came in and went out, what is to come told as that; a year of one step has no chain."""
    found = chain_of((sample.output / "ngan-sach" / "2026" / "index.html").read_text("utf-8"))
    assert [line.replace("\u00a0", " ") for line in found] == [
        "Bước Thu Chi", "Dự toán trình Hội đồng nhân dân 11,83 tỷ 11,83 tỷ", "Dự toán đã được quyết định 11,83 tỷ 11,83 tỷ",
        "3 tháng đầu năm 2026 3,39 tỷ 2,41 tỷ", "6 tháng đầu năm 2026 7,24 tỷ 5,33 tỷ", "9 tháng đầu năm 2026 10,33 tỷ 8,42 tỷ",
        "Cả năm 2026 (chưa đến kỳ) – –", "Quyết toán (chưa đến kỳ) – –",
    ]
    assert [line.split(" 20")[0] for line in chain_of((sample.output / "ngan-sach" / "2025" / "index.html").read_text("utf-8"))][1:] == [
        "Quý I năm", "Quý II năm", "Quý III năm", "Quý IV năm", "Quyết toán 11,9 tỷ 11,35 tỷ"]
    assert chain_of((sample.output / "ngan-sach" / "2024" / "index.html").read_text("utf-8")) == []


def test_a_step_whose_period_is_over_is_not_said_to_be_to_come(render: Callable[[Site], dict[str, str]]) -> None:
    """What the site lacks is said to be lacking, nobody is said to be late."""
    shown = [fixtures.budget(form, period) for form in ("budget-revenue", "budget-spending") for period in ("2026-03m", "2026-09m")]
    found = chain_of(render(fixtures.site(*shown, day=date(2026, 12, 1)))["ngan-sach/2026/index.html"])
    assert [line.partition(" (")[2].partition(")")[0] for line in found] == ["", "", "trang này chưa có", "", "chưa đến kỳ", "chưa đến kỳ"]
