"""Ledgers of contributions and tables of spending: for each rule one that passes, and one that fails by the least amount."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.findings import tell
from generator.kinds import contributions, givers
from generator.kinds.kind import Parts
from generator.records.record import Reading, Record
from tests.kinds.lists import COMMUNE, arranged, checked, places

LEDGER = """
SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu Suối Mây
Căn cứ: Biên bản họp dân ngày 15/02/2026
Hình thức huy động: Tự nguyện
Số tiền cần huy động: 50.000.000 đồng
Vận động từ ngày: 01/03/2026
Vận động đến ngày: 31/08/2026
Đơn vị tính: đồng
STT | Ngày | Số phiếu thu | Người, đơn vị đóng góp | Thôn, buôn | Hình thức | Số tiền | Đồng ý nêu tên | Số điện thoại | Ghi chú
1 | 01/03/2026 | PT01 | Nguyễn Văn An | Thôn 2 | Tiền | 200000 | x | '0900000001 | gửi hộ con
2 | 02/03/2026 | PT02 | Trương Thị Lành | Thôn 2 | Tiền | 300000 | | '0900000002 |
3 | 02/03/2026 | PT03 | Công ty TNHH Mây Xanh | | Tiền | 5.000.000 | | |
4 | 31/08/2026 | PT04 | Y Blŭ Êban | Buôn Čư Mây | Ngày công | 500000 | có | |
 | Tổng cộng | | | | | 6.000.000 | | |
"""

USE = """
BẢNG KÊ SỬ DỤNG TIỀN ĐÓNG GÓP NĂM 2026
Khoản đóng góp: Làm cầu Suối Mây
Đơn vị tính: đồng
STT | Ngày | Nội dung chi | Số chứng từ | Số tiền | Người nhận
1 | 05/05/2026 | Mua xi măng, cát | PC01 | 4.000.000 | Cửa hàng Bảy Lúa
2 | 06/05/2026 | Thuê máy đào | PC02 | 2.000.000 | Lê Văn Sáu
 | Tổng cộng | | | 6.000.000 |
"""


def published(*readings: Reading) -> Parts:
    return contributions.publish(readings, load(), COMMUNE)


def disclosure(reading: Reading) -> Disclosure:
    parts = published(reading)
    table = reading.table
    return Disclosure(
        id=f"x/{table.form}/{table.period}/{table.subject}", commune="suoi-may", form=str(table.form), kind="contributions", title="",
        columns=parts.columns, records=parts.records, period=str(table.period), subject=table.subject, summary=dict(parts.summary),
    )


def codes(text: str) -> set[tuple[str | None, str]]:
    return places(checked(text))


def test_a_sound_ledger_and_its_use_have_no_finding() -> None:
    """Silence where there is nothing to say."""
    assert codes(LEDGER) == set()
    assert codes(USE) == set()


def test_names_are_shown_by_consent_or_of_organisations() -> None:
    """Who agreed is named apart, an organisation in its line, and all others are "Ẩn danh"."""
    reading = arranged(LEDGER)
    assert [values["giver"] for values in contributions.masked(reading, load(), COMMUNE)] == [
        "Nguyễn Văn An", "Ẩn danh", "Công ty TNHH Mây Xanh", "Y Blŭ Êban"]
    parts = published(reading)
    assert [record.values.get("giver") for record in parts.records] == [None, "Ẩn danh", "Công ty TNHH Mây Xanh", None]
    assert dict(parts.names) == {"g-2026-1": {"giver": "Nguyễn Văn An"}, "g-2026-4": {"giver": "Y Blŭ Êban"}}


def test_no_private_value_is_made_public() -> None:
    """Names without consent, telephones, notes and receivers are nowhere in the parts."""
    for text, secrets in ((LEDGER, ("Trương", "0900000001", "gửi hộ")), (USE, ("Bảy Lúa", "Lê Văn Sáu"))):
        public = msgspec.json.encode(published(arranged(text))).decode()
        assert not [secret for secret in secrets if secret in public]


@pytest.mark.parametrize(("name", "kind"), [
    ("Trường Tiểu học Suối Mây", "organisation"), ("TRƯƠNG VĂN AN", "person"), ("Truong Tieu hoc", "person"), ("Đoàn Văn Hậu", "person"),
    ("Đoàn xã", "organisation"), ("Hội Phụ nữ thôn 2", "organisation"), ("Hộ ông Lê Văn Sáu", "household"), ("UBND xã", "organisation"),
    ("Bộ", "organisation"), ("Bồ Thị Mai", "person"), ("Hộ kinh doanh Bảy Lúa", "household"),
])
def test_the_name_tells_who_gave_where_nothing_else_does(name: str, kind: str) -> None:
    """Words at a name's beginning, with their accents, tell organisations and households; in doubt it is a person."""
    assert givers.kind_of(Record(1, values={"giver": name}), load()) == kind


def test_the_column_wins_over_the_name() -> None:
    """What the sheet says the giver is holds, whatever the name looks like."""
    assert givers.kind_of(Record(1, values={"giver": "Công ty A", "giver_kind": "person"}), load()) == "person"


@given(st.text(max_size=30), st.sampled_from([None, True, False]), st.sampled_from([None, "person", "household", "organisation"]))
def test_a_name_is_never_shown_without_a_reason(name: str, consent: bool | None, kind: str | None) -> None:  # noqa: FBT001 - as the column holds it
    """A shown name is an organisation's or one whose bearer agreed; anything else reads "Ẩn danh"."""
    record = Record(1, values={"giver": name, "giver_kind": kind}, private={"consent": consent})
    shown = givers.masked(record, load()).values["giver"]
    assert shown == "Ẩn danh" or consent is True or givers.kind_of(record, load()) == "organisation"


def test_a_gift_without_a_giver_is_anonymous() -> None:
    """A blank name is no fault in a ledger."""
    reading = checked(LEDGER.replace("Trương Thị Lành", ""))
    assert reading.publishable
    assert reading.records[1].values["giver"] == "Ẩn danh"


def test_a_table_without_a_purpose_is_refused() -> None:
    """What the money is for must be said."""
    reading = checked(LEDGER.replace("Khoản đóng góp: Làm cầu Suối Mây\n", ""))
    assert "purpose-missing" in {found.code for found in reading.findings}
    assert not reading.publishable


def test_an_address_gives_no_more_than_its_hamlet() -> None:
    """What stands among the hamlets and looks like an address is private; one of the commune's hamlets in it is public."""
    reading = arranged(LEDGER.replace("Lành | Thôn 2", "Lành | Số 5, thôn 2").replace("Buôn Čư Mây", "Hẻm 12/5 sau chợ"))
    assert [record.values["hamlet"] for record in reading.records] == ["Thôn 2", "Thôn 2", None, None]


def test_a_column_may_name_the_purpose() -> None:
    """A ledger whose lines all name one purpose is of it; with two purposes it must be divided."""
    text = LEDGER.replace("Khoản đóng góp: Làm cầu Suối Mây\n", "").replace(" | Ghi chú", " | Công trình")
    lines = [f"{line} {'Làm cầu' if line[:1].isdigit() else ''}" for line in text.replace("gửi hộ con", "").split("\n")]
    reading = checked("\n".join(lines))
    assert (reading.table.subject, reading.table.subject_name) == ("lam-cau", "Làm cầu")
    assert reading.publishable
    assert not checked("\n".join(lines).replace("Làm cầu", "Làm đường", 1)).publishable


def test_an_amount_must_be_there_and_not_below_zero() -> None:
    """A missing amount is an error, zero passes, one đồng below it doesn't; goods without a value are a warning."""
    without_total = "\n".join(LEDGER.split("\n")[:-2]) + "\n"
    assert ("G11", "gift-amount-missing") in codes(without_total.replace("300000", "-"))
    assert ("G11", "gift-amount-missing") in codes(without_total.replace("300000", ""))
    assert codes(without_total.replace("300000", "0")) == set()
    assert ("G11", "amount-negative") in codes(without_total.replace("300000", "-1"))
    labour = checked(without_total.replace("500000", ""))
    assert ("G13", "gift-value-missing") in places(labour)
    assert labour.publishable


def test_spending_must_have_its_amount() -> None:
    """A line of spending without an amount is an error."""
    assert ("E6", "spending-amount-missing") in codes(USE.replace("2.000.000", "-").replace("6.000.000", "4.000.000"))


def test_a_repeated_gift_is_a_warning_that_names_no_one() -> None:
    """Same giver, day and amount, named or not; another day is another gift."""
    again = LEDGER.replace("31/08/2026 | PT04 | Y Blŭ Êban | Buôn Čư Mây | Ngày công | 500000 | có",
                           "02/03/2026 | PT04 | TRƯƠNG THỊ LÀNH | Thôn 2 | Tiền | 300000 |")
    again = again.replace("6.000.000", "5.800.000")
    (found,) = checked(again).findings
    assert (found.cell, found.code, found.severity) == ("D13", "gift-repeated", "warning")
    assert "Lành" not in tell(found).message
    assert codes(again.replace("02/03/2026 | PT04", "03/03/2026 | PT04")) == set()


def test_a_total_that_the_gifts_don_t_make_up_is_an_error() -> None:
    """One đồng of difference is told at the total's cell."""
    assert ("G14", "total-differs") in codes(LEDGER.replace("6.000.000", "6.000.001"))


def test_days_outside_the_drive_are_told() -> None:
    """The first and the last day are within; the day before and the day after are not."""
    assert ("B10", "day-outside-drive") in codes(LEDGER.replace("1 | 01/03/2026", "1 | 28/02/2026"))
    assert ("B13", "day-outside-drive") in codes(LEDGER.replace("4 | 31/08/2026", "4 | 01/09/2026"))


def ledger_of(sums: list[int], how: str = "Tự nguyện") -> str:
    head = ("SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026", "Khoản đóng góp: Làm cầu Suối Mây", f"Hình thức huy động: {how}",
            "Đơn vị tính: đồng", "STT | Ngày | Người đóng góp | Thôn | Số tiền")
    lines = (f"{number} | 01/03/2026 | Nguyễn Văn {chr(64 + number)} | Thôn 2 | {amount}" for number, amount in enumerate(sums, 1))
    return "\n".join([*head, *lines])


def test_gifts_of_one_sum_look_like_a_minimum() -> None:
    """Six of ten equal gifts are told, five are not, nor are six of nine; nor where residents agreed on the sum."""
    other = [110_000, 120_000, 130_000, 140_000, 150_000]
    assert ("E5", "minimum-suspected") in codes(ledger_of([200_000] * 6 + other[:4]))
    assert codes(ledger_of([200_000] * 5 + other)) == set()
    assert codes(ledger_of([200_000] * 6 + other[:3])) == set()
    assert codes(ledger_of([200_000] * 6 + other[:4], "Theo quy định")) == set()


def test_a_line_of_spending_that_names_a_person_is_told() -> None:
    """"ông" or "bà" before a name, or the one who was paid, is a warning; a work's name is none."""
    assert ("C5", "content-names-person") in codes(USE.replace("Mua xi măng, cát", "Trả công ông Trần Tấn"))
    assert ("C6", "content-names-person") in codes(USE.replace("Thuê máy đào", "Lê Văn Sáu đào móng"))
    assert codes(USE.replace("Mua xi măng, cát", "Quà cho bà con Buôn Čư Mây")) == set()


def test_spending_above_what_came_in_is_told() -> None:
    """All that came in may be spent, one đồng more is a warning; a purpose without a ledger is told."""
    catalogue, ledger, use = load(), arranged(LEDGER), arranged(USE)
    assert contributions.check_together([ledger, use], catalogue, COMMUNE) == ()
    more = arranged(USE.replace("| 2.000.000", "| 2.000.001"))
    assert [found.code for found in contributions.check_together([ledger, more], catalogue, COMMUNE)] == ["spent-above-received"]
    assert [found.code for found in contributions.check_together([use], catalogue, COMMUNE)] == ["use-without-ledger"]


def test_the_year_is_that_of_the_first_day_where_no_title_says_it() -> None:
    """A ledger that runs over new year keeps the year it began in."""
    reading = arranged(LEDGER.replace(" NĂM 2026", "").replace("4 | 31/08/2026", "4 | 31/01/2027").replace("31/08/2026", "28/02/2027"))
    assert str(reading.table.period) == "2026"
    assert "period-missing" not in {found.code for found in reading.findings}


@pytest.mark.parametrize("blank", ["", " ……………", " ......", " ____", "\u00a0"])
def test_a_label_that_nobody_filled_in_tells_nothing(blank: str) -> None:
    """Neither the dots of a form nor the rest of a longer label is a value: no finding, and the fact is not there."""
    for label, key in (("Hình thức huy động: Tự nguyện", "voluntary"), ("Căn cứ: Biên bản họp dân ngày 15/02/2026", "basis")):
        text = LEDGER.replace(label, f"{label.partition(':')[0]}:{blank}")
        assert key not in arranged(text).table.facts
        assert codes(text) == set()


def test_a_fact_that_can_t_be_read_is_told_and_left_out() -> None:
    """How money is raised must be one of the catalogue's words to be shown."""
    reading = checked(LEDGER.replace("Tự nguyện", "tùy lòng"))
    assert ("A4", "fact-choice-unknown") in places(reading)
    assert "voluntary" not in published(reading).facts


def test_facts_and_totals_are_public() -> None:
    """The purpose's basis, sum asked for and days stand in the facts; the summary adds up."""
    parts = published(arranged(LEDGER))
    assert parts.facts == {
        "purpose": "Làm cầu Suối Mây", "basis": "Biên bản họp dân ngày 15/02/2026", "voluntary": "voluntary", "asked": 50_000_000,
        "from": "2026-03-01", "until": "2026-08-31"}
    assert {key: parts.summary[key] for key in ("gifts", "givers", "organisations", "received", "asked")} == {
        "gifts": 4, "givers": 4, "organisations": 1, "received": 6_000_000, "asked": 50_000_000}


def test_amounts_beside_a_table_are_in_dong() -> None:
    """A sum asked for in full đồng is not multiplied by the table's unit."""
    parts = published(arranged(LEDGER.replace("Đơn vị tính: đồng", "Đơn vị tính: 1.000 đồng")))
    assert parts.facts["asked"] == 50_000_000


def test_both_sides_of_a_purpose_are_set_side_by_side() -> None:
    """What came in, what went out and what is left count every year shown, and no replaced version."""
    ledger, use = disclosure(arranged(LEDGER)), disclosure(arranged(USE.replace("| 2.000.000", "| 1.000.000")))
    earlier = msgspec.structs.replace(ledger, id="earlier", period="2025", summary={"received": 1_000})
    old = msgspec.structs.replace(use, id="old", state="replaced")
    expected = {"received": 6_001_000, "spent": 5_000_000, "left": 1_001_000, "asked": 50_000_000}
    assert contributions.compare(ledger, [ledger, use, earlier, old], load()) == expected
    assert contributions.compare(use, [ledger, use, earlier, old], load()) == expected


def test_ledgers_join_unless_a_line_is_in_both() -> None:
    """A ledger in two sheets is one; the same ledger twice is not."""
    reading = arranged(LEDGER)
    halves = [replace(reading, records=reading.records[:2]), replace(reading, records=reading.records[2:])]
    assert contributions.joinable(halves)
    assert not contributions.joinable([reading, reading])


def test_a_gift_in_two_ledgers_of_a_purpose_is_told() -> None:
    """One gift of another ledger entered again is a warning; a whole ledger again is left to the finding on both."""
    catalogue, ledger = load(), arranged(LEDGER)
    other = replace(arranged(LEDGER.replace("Nguyễn", "Võ").replace("Trương", "Đỗ").replace("Mây Xanh", "Mây Hồng")), file="khac.xlsx")
    found = [one for one in contributions.check_together([ledger, other], catalogue, COMMUNE) if one.code == "gift-repeated"]
    assert [(one.file, one.cell) for one in found] == [("khac.xlsx", "D13")]
    copy = replace(ledger, file="ban-sao.xlsx")
    assert contributions.check_together([ledger, copy], catalogue, COMMUNE) == ()


def test_a_total_is_not_held_against_lines_that_can_t_be_read() -> None:
    """One unreadable amount is told once, not again at the total."""
    assert codes(LEDGER.replace("| 300000 |", "| ba trăm |")) == {("G11", "amount-unreadable")}


def test_checking_never_loads_pandas() -> None:
    """The kinds are imported without the library that only totals need."""
    code = "import sys, generator.kinds; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
