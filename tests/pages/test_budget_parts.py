"""What a budget page tells beside its table: each hundred đồng, last year, the years, each household; and the page of each line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from generator.commune import Predecessor
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from tests.pages import fixtures
from tests.pages.conftest import plain
from tests.pages.test_budget_page import DECIDED, SPENDING

Render = Callable[[Site], dict[str, str]]
EDUCATION = "ngan-sach/dong/chi/giao-duc/index.html"


def section(html: str, ident: str) -> str:
    """Return the part of a page under a heading."""
    return html.split(f'aria-labelledby="{ident}"', 1)[1].split("</section>", 1)[0]


def noted(one: Disclosure, ident: str, note: str) -> Disclosure:
    """Return a table with an officer's note on one line."""
    records = tuple(replace(record, values=record.values | {"note": note}) if record.id == ident else record for record in one.records)
    return replace(one, records=records, columns=(*one.columns, "note"))


def test_each_hundred_is_a_hundred_coins_and_a_table_that_adds_up(drawn: dict[str, str]) -> None:
    """The letters of the coins count what the table says, and all of it is a hundred."""
    part = section(drawn[SPENDING], "tram-dong")
    told = {mark: int(count) for mark, count in re.findall(r'coin-mark">(\w)</span>.*?<td><b>(\d+)</b>', part)}
    coins = re.findall(r"<text [^>]*>(\w+)</text>", part)
    assert {run[0]: len(run) for run in coins} == told
    assert sum(told.values()) == 100
    assert told["A"] == 37
    assert "làm tròn lên trước" in plain(part)


def test_each_person_and_household_is_told_with_how_it_was_worked_out(render: Render) -> None:
    """The total over the commune's own counts, in whole đồng; not without counts, nor for a time before a merger."""
    counted = replace(fixtures.COMMUNE, population=7818, households=1907)
    part = plain(section(render(fixtures.site(commune=counted))[SPENDING], "moi-nguoi"))
    assert "1.077.002 đồng cho mỗi người dân" in part
    assert "4.415.312 đồng cho mỗi hộ" in part
    assert "8.420.000.000 đồng chia đều cho 7.818 người và 1.907 hộ" in part
    merged = replace(counted, predecessor=(Predecessor(name="Xã Cũ", until=date(2026, 6, 30)),))
    for other in (merged, replace(fixtures.COMMUNE, population=None, households=None)):
        assert 'id="moi-nguoi"' not in render(fixtures.site(commune=other))[SPENDING]


def test_one_known_count_is_told_alone(render: Render) -> None:
    """With households alone there is one tile and no person."""
    part = section(render(fixtures.site(commune=replace(fixtures.COMMUNE, population=None, households=1907)))[SPENDING], "moi-nguoi")
    assert part.count('class="tile"') == 1
    assert "người" not in plain(part).split("Lấy tổng số")[1].split("mà")[0]


def test_across_a_change_of_the_law_no_change_is_worked_out(render: Render) -> None:
    """The year before is set beside, the break is said, and neither a percentage of ours nor a line's change is told."""
    before = [fixtures.budget("budget-spending", f"2025-q{number}", code=f"AAAA-000{number}") for number in (1, 2, 3)]
    html = render(fixtures.site(fixtures.budget("budget-spending", "2026-09m"), *before))[SPENDING]
    part = plain(section(html, "so"))
    assert "9 tháng đầu năm 2025: 25,26 tỷ đồng." in part
    assert "Từ năm 2026, danh mục các khoản theo quy định đã đổi" in part
    assert not re.search(r"Năm nay (tăng|giảm)", part)
    assert 'id="doi-nhieu"' not in html


def test_the_lines_that_changed_most_stand_with_the_officers_note(render: Render) -> None:
    """Within one law each line is set beside its year before, with what the officer wrote on it."""
    now = noted(fixtures.budget("budget-spending", "2027-09m"), "s18", "Hỗ trợ sau bão số 9")
    before = fixtures.budget("budget-spending", "2026-09m", code="BBBB-0001")
    lower = tuple(replace(one, values=one.values | {"done": 500_000_000}) if one.id == "s18" else one for one in before.records)
    html = render(fixtures.site(now, replace(before, records=lower)))["ngan-sach/2027/09-thang/chi/index.html"]
    rows = [plain(row) for row in re.findall(r"<tr>.*?</tr>", section(html, "so"), re.DOTALL)]
    assert "Bộ máy xã: lương, trụ sở 1.738 500 347,6 % Hỗ trợ sau bão số 9" in rows[1]


def test_a_line_has_its_page_from_its_second_period_on(render: Render) -> None:
    """A line told once has an address on its page and none of its own; told twice, its name leads to its own page."""
    one = fixtures.budget("budget-spending", "2026-09m")
    alone = render(fixtures.site(one))
    assert not [path for path in alone if "/dong/" in path]
    assert '<a class="to" href="#s6">' in alone[SPENDING]
    twice = render(fixtures.site(one, fixtures.decided()))
    assert '<a class="to" href="../../../dong/chi/giao-duc/index.html">' in twice[SPENDING]
    assert 'href="#s6" aria-label="a địa chỉ của dòng này"' in twice[SPENDING]
    assert "ngan-sach/dong/index.html" in twice


def test_a_lines_page_answers_and_lists_every_period(drawn: dict[str, str]) -> None:
    """The newest figure first, then each period with its stage, what was done beside what was planned, and the way to its line."""
    text = plain(drawn[EDUCATION])
    assert "9 tháng đầu năm 2026: đã chi 3,11 tỷ đồng, trên 4,2 tỷ đồng dự toán cả năm, bằng 73,9 %." in text
    table = drawn[EDUCATION].split('id="ky-bang"')[1]
    assert re.findall(r'<a class="to" href="([^"]+)">', table) == [
        "../../../2025/quy-3/chi/index.html#s6",
        "../../../2026/du-toan/chi/index.html#s6",
        "../../../2026/09-thang/chi/index.html#s6",
    ]
    assert "Dự toán đã được quyết định" in plain(table)


def test_a_lines_page_says_where_the_law_changed(drawn: dict[str, str]) -> None:
    """The break stands in words between the pictures and between the rows of the table."""
    assert plain(drawn[EDUCATION]).count("nên không nối với nhau") == 2


def test_bars_of_all_years_share_one_scale(render: Render) -> None:
    """A plan half as large as another year's is drawn half as long, in its own small picture."""
    one, later = (fixtures.budget("budget-spending", f"{year}-09m", code=f"AAAA-{year}") for year in (2026, 2027))
    twice = tuple(
        replace(record, values=record.values | {"plan": 8_400_000_000}) if record.id == "s6" else record for record in later.records
    )
    part = section(render(fixtures.site(one, replace(later, records=twice)))[EDUCATION], "cac-nam")
    assert re.findall(r'class="plan" width="([^"]+)"', part.split("</ul>", 1)[1]) == ["50%", "100%"]


def test_one_period_shows_no_empty_parts(render: Render) -> None:
    """With one table there is no course of years, and the ways on the page lead only to what is there."""
    html = render(fixtures.site(fixtures.budget("budget-spending", "2026-09m")))[SPENDING]
    ways = re.findall(r'<a href="#([\w-]+)">', html.split('class="parts"')[1].split("</nav>")[0])
    assert ways == [name for name in ways if f'id="{name}"' in html]
    assert "cac-nam" not in ways
    assert 'id="cac-nam"' not in html


def test_a_table_without_a_plan_reads_on(render: Render) -> None:
    """Where nothing was planned no plan, share or ground is spoken of."""
    one = fixtures.budget("budget-spending", "2026-09m")
    bare = {"plan": None, "share": None}
    records = tuple(
        replace(record, values={key: value for key, value in record.values.items() if key not in bare}) for record in one.records
    )
    summary = dict(one.summary) | {"total": dict(one.summary["total"]) | bare, "top": [dict(line) | bare for line in one.summary["top"]]}
    html = render(fixtures.site(replace(one, records=records, summary=summary, columns=("marker", "label", "done"), notes=())))[SPENDING]
    text = plain(html.split("<main")[1].split("</main>")[0])
    assert "xã đã chi 8,42 tỷ đồng; nhiều nhất là" in text
    assert "dự toán cả năm" not in text.lower().split("quy định nào")[0].replace("so với dự toán", "")


def test_more_revenue_than_planned_is_good_and_more_spending_is_marked(render: Render) -> None:
    """Neither is red: the word above the plan has another look on each side."""
    sides = {}
    for form, slug in (("budget-revenue", "thu"), ("budget-spending", "chi")):
        one = fixtures.budget(form, "2026-09m")
        top = [dict(line) | {"done": line["plan"] + 1_000_000} for line in one.summary["top"]]
        html = render(fixtures.site(replace(one, summary=dict(one.summary) | {"top": top})))[f"ngan-sach/2026/09-thang/{slug}/index.html"]
        sides[slug] = set(re.findall(r'class="(over-word[^"]*)"', html))
    assert sides == {"thu": {"over-word good"}, "chi": {"over-word more"}}


def test_english_pages_name_lines_in_english(render: Render) -> None:
    """The catalogue's English names stand in sentence, picture, table and the line's page; others are marked as Vietnamese."""
    made = render(fixtures.site(language="en"))
    text = plain(made[SPENDING])
    assert "most of it: education and training" in text
    assert "Education and vocational training" in text
    assert re.search(r'lang="vi">Thủy lợi nội đồng</a>', made[SPENDING])
    assert "Education and training: how much over time?" in plain(made[EDUCATION])


def test_english_pages_say_the_notes_of_the_program_in_english(render: Render) -> None:
    """A sentence of the catalogue is told in English; the officer's own stays as written."""
    rounded = "Một vài tổng chênh chút ít so với các khoản cộng lại, do từng khoản đã được làm tròn."
    one = replace(fixtures.budget("budget-spending", "2026-09m"), notes=(rounded, "Lời của xã."))
    text = plain(render(fixtures.site(one, language="en"))[SPENDING])
    assert rounded not in text
    assert "A few totals differ slightly" in text
    assert "Lời của xã." in text


def test_the_period_page_leads_to_the_largest_lines(drawn: dict[str, str]) -> None:
    """What was spent on education stands on the period's own page, planned beside done, and leads to its line."""
    html = drawn["ngan-sach/2026/09-thang/index.html"]
    assert 'href="chi/index.html#s6"' in html
    assert "3.105 / 4.200 · 73,9 %" in plain(html)


def test_lines_that_hold_others_open_and_close(drawn: dict[str, str]) -> None:
    """Only a line with lines under it has a button; it says what it opens; the total has none."""
    buttons = re.findall(r'<button class="fold"[^>]*aria-expanded="true" aria-label="([^"]+)"', drawn[DECIDED])
    assert "Các dòng nằm trong: Chi thường xuyên" in buttons
    assert not any("TỔNG CHI" in text for text in buttons)


def test_the_officers_note_stands_at_the_bar_it_explains(render: Render) -> None:
    """What was written beside a line stands under its bar, once; a line without a note has no room for one."""
    html = render(fixtures.site(noted(fixtures.budget("budget-spending", "2026-09m"), "s19", "Hỗ trợ sau bão số 9")))[SPENDING]
    assert re.findall(r'class="bar-note">([^<]+)<', html) == ["Xã ghi: Hỗ trợ sau bão số 9"]
    assert html.index("bar-note") > html.index("vượt dự toán</span>")
