"""A budget table's page: the sentence, the picture, the figures, the law."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from generator.disclosure.site import Site
from tests.pages import fixtures
from tests.pages.conftest import plain

Render = Callable[[Site], dict[str, str]]
SPENDING = "ngan-sach/2026/09-thang/chi/index.html"
DECIDED = "ngan-sach/2026/du-toan/chi/index.html"
BALANCE = "ngan-sach/2024/quyet-toan/can-doi/index.html"


def row(html: str, ident: str) -> list[str]:
    """Return the texts of the cells of a line, by its address."""
    line = re.search(rf'<tr id="{ident}".*?</tr>', html, re.DOTALL)
    assert line, ident
    return [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", line[0], re.DOTALL)]


def test_the_answer_says_how_much_and_of_what_plan(drawn: dict[str, str]) -> None:
    """The first sentence gives the total, its share of the plan and the largest item."""
    assert (
        "Trong 9 tháng đầu năm 2026, xã đã chi 8,42 tỷ đồng, bằng 71,2 % dự toán cả năm; "
        "nhiều nhất là giáo dục, đào tạo và dạy nghề: 3,11 tỷ đồng."
    ) in plain(drawn[SPENDING])


def test_a_plan_is_never_said_to_be_done(drawn: dict[str, str]) -> None:
    """A decided budget says what is to be spent, without a share."""
    text = plain(drawn[DECIDED])
    assert "Năm 2026, xã dự kiến chi 11,83 tỷ đồng; nhiều nhất là" in text
    assert "đã chi" not in text.split("Những khoản lớn nhất")[0]


def test_a_balance_tells_both_sides_and_the_difference(drawn: dict[str, str]) -> None:
    """The sentence of a balance gives revenue, spending and what lies between."""
    assert "Năm 2024, xã quyết toán thu 10,25 tỷ đồng, quyết toán chi 10,1 tỷ đồng. Thu lớn hơn chi 150,3 triệu đồng." in plain(
        drawn[BALANCE]
    )


def test_the_period_page_tells_both_tables(drawn: dict[str, str]) -> None:
    """Revenue and spending of a period meet on its own page, with a way to each."""
    html = drawn["ngan-sach/2026/09-thang/index.html"]
    assert "xã thu 9,12 tỷ đồng và chi 8,42 tỷ đồng; thu đạt 77,1 %, chi đạt 71,2 % dự toán cả năm." in plain(html)
    assert 'href="chi/index.html"' in html
    assert 'href="thu/index.html"' in html


def test_amounts_stand_in_the_largest_unit_that_rounds_nothing(drawn: dict[str, str]) -> None:
    """Whole millions are written in millions; one odd đồng keeps the whole table in đồng."""
    assert "Đơn vị: triệu đồng" in drawn[SPENDING]
    assert row(drawn[SPENDING], "s1") == ["11.826", "8.420", "71,2"]
    assert "Đơn vị: đồng" in drawn[BALANCE]
    assert row(drawn[BALANCE], "s3") == ["43", "50"]


def test_dashes_stay_dashes_and_blanks_stay_blank(drawn: dict[str, str]) -> None:
    """What the sheet left out is never filled in."""
    assert row(drawn[SPENDING], "s4") == ["400", "-", "-"]
    assert row(drawn[SPENDING], "s21") == ["200", "", ""]


def test_percentages_of_a_column_stand_under_each_other(drawn: dict[str, str]) -> None:
    """A whole percentage gets its ",0" where others of the column have a place after the comma."""
    assert row(drawn[SPENDING], "s2")[-1] == "45,0"


def test_above_plan_is_said_in_words(drawn: dict[str, str]) -> None:
    """An item above its plan is told in text, beside the hatch."""
    assert "868 / 840 · 103,3 % vượt dự toán" in plain(drawn[SPENDING])
    assert drawn[SPENDING].count('class="over-word more"') == 1


def test_heads_of_two_levels_are_linked(drawn: dict[str, str]) -> None:
    """Every cell under a head of two levels names its row, group and column, which are head cells of the table."""
    html = drawn[DECIDED]
    heads = set(re.findall(r'<th[^>]* id="([^"]+)"', html))
    linked = [names.split() for names in re.findall(r'<td headers="([^"]+)"', html)]
    assert {name for names in linked for name in names} <= heads
    assert ["s1-c", "g-plan", "c-plan_invest"] in linked
    assert 'scope="colgroup" colspan="3"' in html


def test_the_sides_of_a_balance_are_two_tables(drawn: dict[str, str]) -> None:
    """Each side has its own table, caption and head."""
    assert drawn[BALANCE].count("<table") == 2
    assert "Nội dung thu" in drawn[BALANCE]
    assert "Nội dung chi" in drawn[BALANCE]


def test_prints_and_downloads_are_linked_with_their_pages(drawn: dict[str, str]) -> None:
    """The print comes first, with the number of its pages."""
    assert 'href="../chi.pdf">Bản in A4 (PDF) <span>2 trang</span>' in drawn[SPENDING]
    assert drawn[SPENDING].index("chi.xlsx") < drawn[SPENDING].index("chi.csv")


def test_a_print_that_is_not_public_is_not_linked(render: Render) -> None:
    """What lies in to-print/ is not reachable from a page."""
    one = fixtures.budget("budget-spending", "2026-09m")
    hidden = fixtures.Made(one.id, "print", "A4", "suoi-may/chi.pdf", public=False)
    assert "chi.pdf" not in render(fixtures.site(one, made={one.id: (hidden,)}))[SPENDING]


def test_a_print_that_could_not_be_made_is_said_to_be_unready(render: Render) -> None:
    """The page says so in plain words, links what there is, and doesn't promise the file."""
    one = fixtures.budget("budget-spending", "2026-09m")
    late = fixtures.Made(one.id, "unready", "A4", "chi.pdf", "list", public=False)
    table = fixtures.Made(one.id, "download", "csv", "chi.csv")
    html = render(fixtures.site(one, made={one.id: (late, table)}))[SPENDING]
    assert "Bản in chưa sẵn sàng." in html
    assert "chi.pdf" not in html
    assert "chi.csv" in html


def test_the_law_is_named_with_how_sure_we_are(drawn: dict[str, str]) -> None:
    """Deadline and posting stand with article, statute and certainty."""
    text = plain(drawn[SPENDING])
    assert "Phải công khai trong 10 ngày kể từ ngày hết kỳ." in text
    assert "Nghị định 73/2026/NĐ-CP" in text


def test_a_period_older_than_the_law_says_so(render: Render) -> None:
    """Before the catalogue's first deadline no deadline and no statute is named."""
    old = fixtures.budget("budget-spending", "2012", "settlement")
    text = plain(next(html for path, html in render(fixtures.site(old)).items() if path.endswith("2012/quyet-toan/chi/index.html")))
    assert "có trước văn bản đầu tiên trong danh mục" in text
    assert "Phải công khai trong" not in text
    assert "Luật" not in text


def test_the_year_before_is_set_beside(render: Render) -> None:
    """The same period a year before is told with its amount and the change, and linked."""
    now, before = (fixtures.budget("budget-spending", f"{year}-09m") for year in (2027, 2026))
    lower = dict(before.summary) | {"total": dict(before.summary["total"]) | {"done": 8_000_000_000}}
    html = render(fixtures.site(now, replace(before, summary=lower)))["ngan-sach/2027/09-thang/chi/index.html"]
    assert re.search(r"9 tháng đầu năm 2026: 8 tỷ đồng\. Năm nay tăng 5,3 %", plain(html))
    assert 'href="../../../2026/09-thang/chi/index.html"' in html


def test_a_correction_is_visible(render: Render) -> None:
    """A second version says so; the page of the first is gone from its address."""
    first = fixtures.budget("budget-spending", "2026-09m")
    html = render(fixtures.site(replace(first, version=2, code="AAAA-BBBB"), replace(first, state="replaced")))[SPENDING]
    assert "Bản 2, có chỉnh sửa" in html
    assert "AAAA-BBBB" in html
    assert "7F3A-91C2" not in html


def test_a_table_without_a_total_still_has_a_page(render: Render) -> None:
    """Where the sheet has no total the sentence claims none."""
    bare = replace(
        fixtures.budget("budget-spending", "2026-09m", title="Chi ngân sách 9 tháng"),
        summary={"side": "spending", "total": None, "top": []},
    )
    assert "Bảng này công khai Chi ngân sách 9 tháng." in plain(render(fixtures.site(bare))[SPENDING])


def test_a_plans_share_is_of_the_year_before(render: Render) -> None:
    """The percentage of a plan stands beside the year before, not beside itself."""
    planned = fixtures.decided()
    records = tuple(replace(record, values=record.values | {"share": 111.1}) for record in planned.records)
    html = render(fixtures.site(replace(planned, records=records, columns=(*planned.columns, "share"))))[DECIDED]
    assert "So với năm trước (%)" in html
    assert "So với dự toán (%)" not in html


def test_the_communes_own_column_is_told_from_the_states(render: Render) -> None:
    """Beside the state's revenue the main column is named as the commune's own, under the same group."""
    one = fixtures.budget("budget-revenue", "2026-09m")
    records = tuple(replace(record, values=record.values | {"plan_nsnn": 20_000_000_000}) for record in one.records)
    columns = ("marker", "label", "plan_nsnn", "plan", "done")
    html = render(fixtures.site(replace(one, records=records, columns=columns)))["ngan-sach/2026/09-thang/thu/index.html"]
    head = plain(html.split("<thead>")[1].split("</thead>")[0])
    assert "Dự toán Thực hiện Thu NSNN Ngân sách xã" in head
