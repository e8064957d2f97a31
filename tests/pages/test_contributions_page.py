"""A purpose's page: four amounts in one picture, its terms, who gave, what it bought."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from generator.disclosure.site import Site
from tests.pages import fixtures
from tests.pages.conftest import plain

Render = Callable[[Site], dict[str, str]]
PAGE = "dong-gop/lam-cau-suoi-may/index.html"


def lengths(html: str) -> dict[str, tuple[float, float]]:
    """Return where each bar of the picture starts and how long it is, in percent."""
    found = {}
    for ident, body in re.findall(r'aria-labelledby="tien-(\w+)-t tien-\w+-d"[^>]*>(.*?)</svg>', html, re.DOTALL):
        rects = re.findall(r'<rect class="\w+"(?: fill="[^"]+")?(?: x="([\d.]+)%")? width="([\d.]+)%"', body)
        assert rects
        found[ident] = (float(rects[0][0] or 0), sum(float(width) for _, width in rects))
    return found


def test_the_answer_tells_asked_received_spent_left(drawn: dict[str, str]) -> None:
    """One sentence holds all four amounts."""
    assert "đã góp 38,9 triệu đồng trên 60 triệu đồng cần vận động; đã chi 21,6 triệu đồng, còn lại 17,4 triệu đồng." in plain(drawn[PAGE])


def test_spent_and_left_make_up_what_was_received(drawn: dict[str, str]) -> None:
    """What is left begins where what was spent ends and ends where what was received ends; all on one scale."""
    bars = lengths(drawn[PAGE])
    assert list(bars) == ["asked", "received", "spent", "left"]
    assert bars["asked"] == (0, 100)
    assert bars["left"][0] == bars["spent"][1]
    assert abs(sum(bars["left"]) - bars["received"][1]) < 0.02


def test_what_was_no_money_is_said_to_be_none(drawn: dict[str, str], render: Render) -> None:
    """Goods and labour are said to be valued, striped in the bar and apart in the table; a drive of money alone says nothing of them."""
    text = plain(drawn[PAGE])
    assert "Trong số đã góp, 5,1 triệu đồng là ngày công, hiện vật quy ra tiền, không phải tiền mặt." in text
    assert "Đã nhận 38.900.000 Bằng tiền 33.800.000 Ngày công, hiện vật quy ra tiền 5.100.000 Đã chi 21.550.000" in text
    assert 'class="kind" fill="url(#tien-received-k)"' in drawn[PAGE]
    money = replace(fixtures.gifts(), summary=dict(fixtures.gifts().summary) | {"kinds": fixtures.gifts().summary["kinds"][:1]})
    assert "quy ra tiền, không phải" not in plain(render(fixtures.site(money, fixtures.use()))[PAGE])


def test_the_amount_stands_beside_what_it_is_for(drawn: dict[str, str]) -> None:
    """A narrow screen shows who or what, how much and when before all else, and the sum stands below."""
    ledgers = re.findall(r'<table class="grid ledger.*?</table>', drawn[PAGE], re.DOTALL)
    heads = [re.findall(r"<th scope=\"col\"[^>]*>([^<]+)", table)[:3] for table in ledgers]
    assert heads == [["Nội dung chi", "Số tiền", "Ngày"], ["Người, đơn vị đóng góp", "Số tiền hoặc giá trị quy đổi", "Ngày"]]
    assert ["Cộng 21.550.000" in plain(ledgers[0]), "Cộng 38.900.000" in plain(ledgers[1])] == [True, True]


def test_a_certificate_is_asked_for_by_telephone_or_in_person(drawn: dict[str, str]) -> None:
    """Who may ask, what to say, whom, where, and that it is not put on the web."""
    text = plain(drawn[PAGE]).split("Cần giấy xác nhận đã góp?")[-1]
    assert "kể cả người không muốn nêu tên" in text
    assert "số phiếu thu (nếu còn giữ) với Phòng Kinh tế xã. Điện thoại" in text
    assert "không đưa lên trang này" in text


def test_spending_beyond_what_came_in_is_told(render: Render) -> None:
    """More spent than received is no "left" but an excess, in words and hatched."""
    over = replace(fixtures.use(), summary={"items": 2, "spent": 40_000_000})
    html = render(fixtures.site(fixtures.gifts(), over))[PAGE]
    assert "chi nhiều hơn nhận 1,1 triệu đồng" in plain(html)
    assert "vượt số nhận" in plain(html)
    assert 'class="over"' in html


def test_voluntary_says_that_no_minimum_is_set(drawn: dict[str, str], render: Render) -> None:
    """A voluntary drive says so; one by rule does not."""
    assert "Tự nguyện, không quy định mức tối thiểu." in drawn[PAGE]
    ruled = replace(fixtures.gifts(), facts=dict(fixtures.gifts().facts) | {"voluntary": "by-rule"})
    assert "không quy định mức tối thiểu" not in render(fixtures.site(ruled))[PAGE]


def test_persons_are_marked_and_organisations_are_not(drawn: dict[str, str]) -> None:
    """The script can blank a person's name after its day and must leave organisations."""
    assert '<th scope="row" role="rowheader" data-person>Đặng Thị Hương</th>' in drawn[PAGE]
    assert '<th scope="row" role="rowheader">Hợp tác xã Cà phê Suối Mây</th>' in drawn[PAGE]
    assert 'content="noindex, noarchive"' in drawn[PAGE]


def test_a_ledger_may_stack_by_its_form(drawn: dict[str, str]) -> None:
    """Where the form says so, each cell bears its head's name for a card, and the table stays one to those who hear it."""
    table = drawn[PAGE].split('<table class="grid ledger names stack" role="table">', 1)[1].split("</table>", 1)[0]
    heads = re.findall(r'<th scope="col" role="columnheader"[^>]*>([^<]+)</th>', table)
    first = table.split("<tbody", 1)[1].split("</tr>", 1)[0]
    assert 'role="row"' in first
    assert re.findall(r'<td role="cell"[^>]*data-label="([^"]+)"', first) == heads[1:]


def test_hidden_names_are_told_to_be_hidden(render: Render) -> None:
    """Without names on the web the ledger keeps its amounts and says that names hang elsewhere."""
    html = render(fixtures.site(fixtures.gifts(named=False), fixtures.use()))[PAGE]
    assert "Đặng Thị Hương" not in html
    assert "Hợp tác xã Cà phê Suối Mây" in html
    assert "(không hiện trên mạng)" in html
    assert "noindex" not in html


def test_spending_stands_line_by_line_in_dong(drawn: dict[str, str]) -> None:
    """Every line of spending has its day, voucher and amount in whole đồng."""
    assert re.search(r"Thép mặt cầu 9\.150\.000 20/06/2026 HĐ 0131", plain(drawn[PAGE]))


def test_spending_alone_has_a_page(render: Render) -> None:
    """A table of spending whose ledger is missing is still shown, without claiming what came in."""
    text = plain(render(fixtures.site(fixtures.use()))[PAGE])
    assert "Đã chi 21,6 triệu đồng cho việc này." in text
    assert "Đã nhận" not in text


def test_two_years_of_a_purpose_share_its_page(render: Render) -> None:
    """Ledgers of two years stand on one page, each under its year, and are added up."""
    later = replace(
        fixtures.gifts(),
        id=fixtures.gifts().id.replace("2026", "2027"),
        period="2027",
        records=tuple(replace(record, id=f"n{record.id}") for record in fixtures.gifts().records),
        names={},
    )
    html = render(fixtures.site(later, fixtures.gifts(), fixtures.use()))[PAGE]
    assert "Sổ ghi nhận năm 2027" in html
    assert "Sổ ghi nhận năm 2026" in html
    assert "đã góp 77,8 triệu đồng" in plain(html)
