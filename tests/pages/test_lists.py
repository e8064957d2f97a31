"""Home, families, years: the way to every disclosure."""

from __future__ import annotations

import re

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
