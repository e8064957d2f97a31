"""Registers: rows counted and summed as their form says, persons apart, and what may never be public refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import catalogue
from generator.catalogue import Catalogue
from generator.commune import Commune, Hamlet
from generator.disclosed import Disclosure
from generator.disclosure import registers
from generator.disclosure.decide import decide, private_words, together
from generator.disclosure.examine import Examined, examine
from generator.sources import Source
from tests.drawing import workbook

KNOWN = catalogue.load()
COMMUNE = Commune(name="Xã Thử", id="thu", hamlet=(Hamlet(name="Thôn Một"), Hamlet(name="Buôn Hai")))
DAY = date(2026, 11, 23)
SUPPORT = """
KẾT QUẢ XÉT DUYỆT VÀ CHI TRẢ HỖ TRỢ TRỰC TIẾP NĂM 2026
Đơn vị tính: đồng
STT | Họ và tên | Số CCCD | Thôn, buôn | Chính sách | Số tiền
1 | Đỗ Văn Thử | 079175000001 | Thôn Một | Trợ cấp tuổi già | #500000
2 | H'Thử Niê | 079175000002 | buôn hai | Trợ cấp tuổi già | #600000
3 | Lê Thị Thử | 079175000003 | Thôn Một | Mai táng | #10000000
"""
RESULTS = """
KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUÝ III NĂM 2026
STT | Lĩnh vực | Tiếp nhận | Đã giải quyết | Đúng hạn | Trễ hạn
1 | Hộ tịch | #30 | #20 | #20 | #0
2 | Đất đai | #10 | #10 | #8 | #{late}
| Tổng cộng | #40 | #30 | #28 | #{late}
"""


def read(folder: Path, text: str, known: Catalogue = KNOWN) -> Examined:
    """Return a drawn workbook examined."""
    path = workbook(folder, text)
    return examine(Source(path, path.name, "0" * 64), known, COMMUNE)


def published(folder: Path, text: str, known: Catalogue = KNOWN) -> tuple[Disclosure, ...]:
    """Return what becomes public of a drawn workbook."""
    return decide(together((read(folder, text, known),), known, COMMUNE), (), known, COMMUNE).disclosures


def told(found: Disclosure, day: date = DAY) -> str:
    """Return a register's answer in Vietnamese."""
    form = KNOWN.form(found.form)
    words = registers.words(found, form, KNOWN, "vi", day)
    return " ".join(text.vi.format(**words) for text in registers.known(form.register.answer, words))


def test_persons_are_named_apart_and_counted(tmp_path: Path) -> None:
    """No record holds a name; the names lie apart, rows are counted and summed by scheme, hamlets spelt as the commune does."""
    (found,) = published(tmp_path, SUPPORT)
    assert [one.values.get("person") for one in found.records] == [None, None, None]
    assert [name["person"] for name in found.names.values()] == ["Đỗ Văn Thử", "H'Thử Niê", "Lê Thị Thử"]
    assert found.records[1].values["hamlet"] == "Buôn Hai"
    assert found.summary["sums"] == {"amount": 11_100_000}
    assert [(one["name"], one["count"]) for one in found.summary["groups"]] == [("Trợ cấp tuổi già", 2), ("Mai táng", 1)]


def test_citizen_numbers_are_private(tmp_path: Path) -> None:
    """What no public column holds is among the words the sweep looks for, and in no record."""
    one = read(tmp_path, SUPPORT)
    assert "079175000001" in {word for word, _ in private_words(one.readings[0], KNOWN)}
    assert all("citizen" not in record.values for record in one.readings[0].records)


def test_small_parts_are_put_together_where_nobody_is_named(tmp_path: Path) -> None:
    """Parts of fewer persons than the form's small cell stand as one; where persons may be named each stands for itself."""
    (found,) = published(tmp_path, SUPPORT)
    form = KNOWN.form(found.form)
    assert [(one.name, one.count) for one in registers.parts(found, form, KNOWN, "vi", named=False)] == [("", 3)]
    assert len(registers.parts(found, form, KNOWN, "vi", named=True)) == 2


@pytest.mark.parametrize(("late", "sentence"), [(2, "2 hồ sơ trễ hẹn."), (0, "Không có hồ sơ trễ hẹn.")])
def test_an_answer_says_only_what_is_known(tmp_path: Path, late: int, sentence: str) -> None:
    """A sentence about what there is none of stands in place of the count."""
    (found,) = published(tmp_path, RESULTS.replace("{late}", str(late)))
    said = told(found)
    assert said.endswith(sentence)
    assert said.startswith("Trong quý III năm 2026 xã nhận 40 hồ sơ, đã trả 30, đúng hẹn 93,3")


def test_a_total_that_differs_is_found(tmp_path: Path) -> None:
    """A total row that says otherwise than the rows keeps the register back."""
    one = read(tmp_path, RESULTS.replace("#40", "#41").replace("{late}", "2"))
    assert [(found.code, found.cell) for found in one.all_findings] == [("total-differs", "C5")]


def test_the_next_day_goes_by_the_day_of_the_build(tmp_path: Path) -> None:
    """The next reception is the first that is not gone by; after the last one none is told."""
    text = "LỊCH TIẾP CÔNG DÂN NĂM 2026\nNgày | Giờ | Người tiếp\n24/11/2026 | 8 giờ | Đỗ Văn Thử\n01/12/2026 | 8 giờ | Đỗ Văn Thử\n"
    (found,) = published(tmp_path, text)
    assert "sắp tới: ngày 24/11/2026" in told(found)
    assert "sắp tới: ngày 01/12/2026" in told(found, date(2026, 11, 25))
    assert "sắp tới" not in told(found, date(2026, 12, 2))


@pytest.mark.parametrize("title", ["BẢN KÊ KHAI TÀI SẢN, THU NHẬP NĂM 2026", "THÔNG BÁO TUYỂN DỤNG, KÊ KHAI TÀI SẢN NĂM 2026"])
def test_declarations_of_assets_are_refused(tmp_path: Path, title: str) -> None:
    """A declaration of assets makes nothing public, not even under another form's title."""
    text = f"{title}\nSTT | Họ và tên | Chức vụ | Tài sản | Vị trí việc làm | Số lượng\n1 | Đỗ Văn Thử | Kế toán | Nhà | Kế toán | #1\n"
    one = read(tmp_path, text)
    assert "never-public" in {found.code for found in one.all_findings}
    assert published(tmp_path, text) == ()


def test_only_an_address_of_the_web_becomes_a_link(tmp_path: Path) -> None:
    """A link column takes whole addresses alone; anything else is a finding in its cell."""
    text = "DANH MỤC THỦ TỤC HÀNH CHÍNH NĂM 2026\nTên thủ tục | Liên kết\nKhai sinh | {}\n"
    assert not read(tmp_path, text.format("https://mau.example/a?b=1")).all_findings
    for wrong in ("javascript:alert(1)", "cổng dịch vụ công", 'https://mau.example/"><b>'):
        assert [(found.code, found.cell) for found in read(tmp_path, text.format(wrong)).all_findings] == [("link-unreadable", "B3")]


def test_a_register_is_known_by_its_title_alone(tmp_path: Path) -> None:
    """The plain columns of a register tell nothing without a title."""
    one = read(tmp_path, RESULTS.replace("KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "BẢNG SỐ").replace("{late}", "2"))
    assert [reading.table.form for reading in one.readings] == [None]



VOTED = """
KẾT QUẢ HUY ĐỘNG ĐÓNG GÓP CỦA THÔN, BUÔN NĂM 2026
Đơn vị tính: đồng
STT | Nội dung huy động | Thôn, buôn | Số hộ tán thành | Số tiền huy động
1 | Đèn đường | Thôn Một | {vote} | #5000000
"""


@pytest.mark.parametrize(("vote", "code"), [
    ("126/189 hộ", ""), ("125/189 hộ", "vote-too-few"), ("66,67%", ""), ("66 %", "vote-too-few"), ("189/126", "vote-above-all"),
    ("105 %", "vote-above-all"), ("đa số", ""), ("", ""), ("5/0", ""),
])
def test_a_vote_below_two_thirds_is_told_to_the_officer_alone(tmp_path: Path, vote: str, code: str) -> None:
    """The law's least part itself passes, one household less is told; it stays a warning, so that the table is published."""
    text = VOTED.format(vote=vote)
    told = [(found.cell, found.code, found.severity) for one in read(tmp_path, text).readings for found in one.findings
            if found.code.startswith("vote")]
    assert told == ([("D4", code, "warning")] if code else [])
    assert len(published(tmp_path, text)) == 1
