"""Registers read out line by line: pieces with a value alone, days to come, persons by their parts, and never too many."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from msgspec.structs import replace

from generator import announcements
from generator.announcements.rows import rows
from generator.catalogue import Catalogue, load
from generator.catalogue.declared import declared
from generator.catalogue.forms import Form
from generator.commune import Commune, Hamlet
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from tests.kinds.test_register import RESULTS, SUPPORT, published

COMMUNE = Commune(name="Xã Thử", id="thu", hamlet=(Hamlet(name="Thôn Một"), Hamlet(name="Buôn Hai")))
DAY = date(2026, 11, 23)
FORMS = [form for form in load().forms.values() if form.kind == "register" and form.register.aloud]
RECEPTION = """
LỊCH TIẾP CÔNG DÂN QUÝ IV NĂM 2026
STT | Ngày | Giờ | Người tiếp | Chức vụ | Số điện thoại | Nơi tiếp
1 | 03/11/2026 | 7h30 - 11h | Nguyễn Thị Thử | Chủ tịch | 0262 0000 001 | Phòng tiếp dân, trụ sở xã
2 | 24/11/2026 | 7h30 - 11h | Y Thử Niê | Chánh Văn phòng | 0262 0000 002 | Phòng tiếp dân, trụ sở xã
3 | 05/01/2027 | 14h | Nguyễn Thị Thử | | | Nhà văn hóa Thôn Một
"""
WELLS = """title = "Bảng kê giếng làng"
columns = ["Giếng", "Sửa năm", "Số hộ {dùng}", "Người giữ"]
public = ["Giếng", "Sửa năm", "Số hộ {dùng}"]
sums = ["Số hộ {dùng}"]
[read]
"Số hộ {dùng}" = "count"
"""
WELL_ROWS = """
BẢNG KÊ GIẾNG LÀNG NĂM 2026
STT | Giếng | Sửa năm | Số hộ {dùng} | Người giữ
1 | Giếng đầu làng | 2024 | #31 | Ông Giữ Giếng
2 | Giếng Đình | | #1250 | Bà Trông Nom
"""


def heard(folder: Path, text: str, known: Catalogue | None = None, day: date = DAY) -> list[str]:
    """Return what is read of the rows of a drawn register."""
    catalogue = known or load()
    (found,) = published(folder, text, catalogue)
    return list(rows(found, Site(COMMUNE, day, catalogue, (found,))))


def bulletin(*shown: Disclosure) -> str:
    """Return the whole bulletin of the first of some registers."""
    posted = replace(shown[0], state="posted", posted_from=date(2026, 11, 1))
    site = Site(COMMUNE, DAY, load(), (posted, *(replace(one, state="expired") for one in shown[1:])))
    return " ".join(announcements.bulletins(site)[0].sentences)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_each_piece_is_of_a_column_that_everybody_may_see(form: Form) -> None:
    """A piece never names what is private, a person, or a column there is none of; of persons it tells parts and sums."""
    told = {name for piece in form.register.aloud or () for _, name, _, _ in Formatter().parse(piece) if name}
    public = {column.key for column in form.column if column.public and not column.names}
    persons = any(column.names for column in form.column)
    assert told
    assert told <= ({"part", "count", *form.register.sums} if persons else public)


def test_receptions_to_come_are_read_with_hour_who_and_where(tmp_path: Path) -> None:
    """A day gone by is not read, nor a telephone; a cell left blank takes its piece away; another year is said."""
    assert heard(tmp_path, RECEPTION) == [
        ("Ngày hai mươi tư tháng mười một: "
        "bảy giờ ba mươi đến mười một giờ, Y Thử Niê, Chánh Văn phòng, tiếp tại phòng tiếp dân, trụ sở xã."),
        "Ngày mùng năm tháng một năm hai nghìn không trăm hai mươi bảy: mười bốn giờ, Nguyễn Thị Thử, tiếp tại nhà văn hóa Thôn Một.",
    ]


def test_of_persons_the_parts_are_read_and_nobody(tmp_path: Path) -> None:
    """Parts so small that they point at somebody are not told apart: here none is read at all, and no name ever."""
    assert heard(tmp_path, SUPPORT) == []
    many = SUPPORT + "".join(f"{n} | Đỗ Văn {n} | 0791750000{n} | Thôn Một | {'Mai táng' if n % 2 else 'Trợ cấp tuổi già'} | #600000\n"
                             for n in range(10, 24))
    assert heard(tmp_path, many) == ["Trợ cấp tuổi già: chín lượt, năm triệu ba trăm nghìn đồng.",
                                     "Mai táng: tám lượt, mười bốn triệu hai trăm nghìn đồng."]


def test_a_long_table_is_not_read_out(tmp_path: Path) -> None:
    """More lines than the catalogue says: their sum stands, the lines are left to board and page."""
    lines = "".join(f"{n} | Lĩnh vực {n} | #3 | #2 | #2 | #0\n" for n in range(3, 9))
    assert len(heard(tmp_path, RESULTS.format(late=2))) == 2
    assert heard(tmp_path, RESULTS.format(late=2).partition("| Tổng")[0] + lines) == []


def test_a_table_declared_beside_the_data_is_read_with_its_heads(tmp_path: Path) -> None:
    """What only the officer may see is not read; a sum that the declaration asks for is told, whatever its head is made of."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "gieng.bang.toml").write_text(WELLS, "utf-8")
    catalogue, wrong = declared(load(), folder, str)
    assert not wrong
    (found,) = published(tmp_path, WELL_ROWS, catalogue)
    site = Site(COMMUNE, DAY, catalogue, (replace(found, state="posted", posted_from=DAY),))
    text = " ".join(announcements.bulletins(site)[0].sentences)
    assert "Bảng có hai dòng. Số hộ {dùng}: một nghìn hai trăm tám mươi mốt." in text
    assert "Giếng đầu làng: sửa năm hai nghìn không trăm hai mươi tư, số hộ {dùng} ba mươi mốt." in text
    assert "Giếng Đình: số hộ {dùng} một nghìn hai trăm năm mươi." in text
    assert "Giữ" not in text


def test_a_sum_is_held_against_the_period_before_of_the_same_length(tmp_path: Path) -> None:
    """The latest earlier quarter is told, a later one and a whole year are not; with none before, nothing is said."""
    third, = published(tmp_path, RESULTS.format(late=2))
    older = [replace(third, period=period, summary={**third.summary, "sums": {"received": amount, "settled": 20, "on_time": 10}})
             for period, amount in (("2026-q1", 11), ("2026-q2", 22), ("2026-q4", 44), ("2025", 99))]
    assert "Trước đó, quý hai năm hai nghìn không trăm hai mươi sáu nhận hai mươi hai hồ sơ" in bulletin(third, *older)
    assert "Trước đó" not in bulletin(third, *older[2:])
