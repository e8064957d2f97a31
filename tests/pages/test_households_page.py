"""A household list's page: counts always, names only while they may be shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from generator.disclosure.site import Site
from tests.pages import fixtures
from tests.pages.conftest import plain

Render = Callable[[Site], dict[str, str]]
LIST = "ho-ngheo/2026/cong-nhan/index.html"
NAMES = {name["head_name"] for name in fixtures.households().names.values()}


def test_the_answer_counts_households_and_changes(drawn: dict[str, str]) -> None:
    """The first sentence counts both classes, and who came and left."""
    assert (
        "Danh sách năm 2026 có 13 hộ nghèo (54 người), 27 hộ cận nghèo (106 người). So với danh sách năm 2025: 3 hộ mới vào, 5 hộ ra khỏi."
    ) in plain(drawn[LIST])


def test_classes_are_named_in_the_pages_language(render: Render) -> None:
    """A page in English says "poor households" though the list was summed up in Vietnamese."""
    text = plain(render(fixtures.site(fixtures.households(), language="en"))[LIST])
    assert "The list of 2026 has 13 poor households (54 people), 27 near-poor households (106 people)." in text
    assert "From poor to near-poor: 2 households." in text
    assert "3 poor, 7 near-poor, 40 people in all." in text


def test_names_stand_by_hamlet_in_vietnamese_order(drawn: dict[str, str]) -> None:
    """Within a hamlet heads stand by their given names, An before Ánh before Bình."""
    first = drawn[LIST].split('class="hamlet"')[1]
    given = [name.split()[-1] for name in re.findall(r'<th scope="row">([^<]+)</th>', first)]
    order = ["An", "Ánh", "Bình", "Dung", "Đạt", "Hương", "Lành", "Ơn", "Sơn", "Yến"]
    assert given == sorted(given, key=order.index)
    assert "Thôn Suối Mây" in first


def test_a_page_with_names_keeps_out_of_search(drawn: dict[str, str]) -> None:
    """Such a page is noindex, noarchive, and knows the last day of its names."""
    assert '<meta name="robots" content="noindex, noarchive">' in drawn[LIST]
    assert 'data-until="2026-10-31"' in drawn[LIST]


def test_names_stand_on_no_other_page(drawn: dict[str, str]) -> None:
    """Home, lists and all else never name a head of household."""
    others = "".join(html for path, html in drawn.items() if path != LIST and not path.startswith("dong-gop"))
    assert not [name for name in NAMES if name in others]


def test_without_names_the_page_says_where_the_list_hangs(render: Render) -> None:
    """A list that may not be named on the web keeps its counts and tells places and last day."""
    html = render(fixtures.site(fixtures.households(named=False)))[LIST]
    assert not [name for name in NAMES if name in html]
    assert "Tên từng hộ không đưa lên mạng. Danh sách có tên chủ hộ niêm yết tại: Trụ sở Ủy ban nhân dân xã; Nhà văn hóa" in plain(html)
    assert "Niêm yết đến hết ngày 31/10/2026." in plain(html)
    assert "noindex" not in html
    assert 'id="h1"' not in html


def test_an_expired_list_keeps_its_counts(render: Render) -> None:
    """After the last day names are gone and counts remain."""
    past = replace(fixtures.households(named=False), state="expired", posted_until=date(2026, 10, 5))
    html = render(fixtures.site(past))[LIST]
    assert "Đã hết thời gian niêm yết nên tên không còn hiện." in html
    assert "13 hộ nghèo" in plain(html)
    assert "Thời gian niêm yết đã hết ngày 05/10/2026" in html


def test_one_decision_for_all_is_said_once(drawn: dict[str, str]) -> None:
    """The same decision is a sentence, not a column."""
    assert drawn[LIST].count("215/QĐ-UBND") == 1
    assert "Theo Quyết định 215/QĐ-UBND ngày 12/12/2025." in drawn[LIST]


def test_each_hamlet_has_its_own_address_and_says_its_changes(drawn: dict[str, str]) -> None:
    """A hamlet's part has an address, which its name in the picture leads to, and says what changed and whom to ask."""
    own = drawn[LIST].split('id="thon-thon-dong-tranh"')[1].split("</section>")[0]
    assert '<a href="#thon-thon-dong-tranh">Thôn Đồng Tranh</a>' in drawn[LIST]
    assert "So với danh sách năm 2025: 1 hộ mới vào, 1 hộ ra khỏi, 1 hộ chuyển loại." in plain(own)
    assert 'href="#khieu-nai"' in own
    assert drawn[LIST].count('data-until="2026-10-31"') == len(fixtures.HAMLETS)


def test_small_changes_are_not_told_by_hamlet_without_names(render: Render) -> None:
    """A list whose names are not on show tells no change by hamlet that befell fewer households than the form says."""
    html = render(fixtures.site(fixtures.households(named=False)))[LIST]
    table = html.split('id="doi-ten"')[1].split("</table>")[0]
    assert set(re.findall(r"<td>([^<]+)</td>", table)) == {"*", "0"}
    assert "Dấu * thay cho số quá nhỏ" in html
    assert 'id="thon-thon-dong-tranh"' in html
    assert "có thay đổi nhỏ không nêu số riêng" in plain(html)


def test_reasons_are_counted_for_the_whole_commune(render: Render) -> None:
    """Why households joined and left is told by the catalogue's words, most first, and what no list says is told as unsaid."""
    one = fixtures.households(named=False)
    reasons = {"joined": {"split": 1, "new": 2, "": 1}, "left": {"left": 4, "kept": 1}}
    summary = dict(one.summary) | {"changes": dict(one.summary["changes"]) | {"reasons": reasons}}
    text = plain(render(fixtures.site(replace(one, summary=summary)))[LIST])
    assert "Vì sao vào danh sách Lý do Số hộ Mới 2 Tách hộ 1 Bảng không ghi lý do 1" in text
    assert "Vì sao ra khỏi danh sách Lý do Số hộ Thoát nghèo 4 Bảng không ghi lý do 1" in text


def test_a_birth_year_beside_a_name_does_not_change_its_place(render: Render) -> None:
    """Two of one name told apart by their birth years still stand where their given name puts them."""
    one = fixtures.households()
    names = dict(one.names) | {"h1": {"head_name": "Nguyễn Văn Sơn (sinh 1968)"}}
    first = render(fixtures.site(replace(one, names=names)))[LIST].split('class="hamlet"')[1]
    found = re.findall(r'<th scope="row">([^<]+)</th>', first)
    assert found.index("Nguyễn Văn Sơn (sinh 1968)") > found.index(next(name for name in found if name.endswith("Hương")))


def test_the_rules_are_those_of_the_lists_day(drawn: dict[str, str], render: Render) -> None:
    """The income line is the one in force on the list's day, in the commune's area."""
    assert "1.500.000 đồng mỗi người mỗi tháng trở xuống" in plain(drawn[LIST])
    later = fixtures.households()
    summary = dict(later.summary) | {"list_day": "2027-03-01"}
    assert "2.200.000 đồng mỗi người mỗi tháng trở xuống" in plain(render(fixtures.site(replace(later, summary=summary)))[LIST])
    town = replace(fixtures.COMMUNE, area="urban")
    assert "2.000.000 đồng mỗi người mỗi tháng trở xuống" in plain(render(fixtures.site(fixtures.households(), commune=town))[LIST])


def test_a_first_list_claims_no_changes(render: Render) -> None:
    """Without a list before there is nothing to compare, and the page says so."""
    first = fixtures.households()
    html = render(fixtures.site(replace(first, summary=dict(first.summary) | {"changes": None})))[LIST]
    assert "Chưa có danh sách trước để so." in html
    assert "mới vào" not in plain(html).split("Danh sách thay đổi")[0]


def test_private_columns_never_reach_the_page(render: Render) -> None:
    """Only the form's public columns are shown, whatever the disclosure lists."""
    one = fixtures.households()
    records = tuple(replace(record, values=record.values | {"citizen_number": "001099000001"}) for record in one.records)
    html = "".join(render(fixtures.site(replace(one, records=records, columns=(*one.columns, "citizen_number")))).values())
    assert "001099000001" not in html


def test_objection_says_whom_and_until_when(drawn: dict[str, str]) -> None:
    """Whom to tell, how, and until when stand on the page."""
    text = plain(drawn[LIST])
    assert "gửi ý kiến bằng lời, bằng đơn tới Phòng Kinh tế xã." in text
    assert "Nên gửi trước hết ngày 31/10/2026" in text
