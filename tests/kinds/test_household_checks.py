"""The checks of household lists: for each rule a list that passes, and one that fails by the least amount."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogue import load
from generator.commune import Commune, Hamlet
from generator.findings import tell
from generator.kinds import households
from tests.kinds.lists import COMMUNE, arranged, checked, places

LIST = """
DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026
STT | Họ và tên chủ hộ | Số CCCD | Thôn, buôn | Phân loại | Số khẩu | Điểm B1 | Điểm B2
1 | Nguyễn Văn An | '079175000001 | Buôn Čư Mây | Hộ nghèo | 4 | 140 | 30
2 | Lê Thị Bưởi | '079190000004 | Thôn Tân Lập | Hộ cận nghèo | 3 | 140 | 20
3 | Y Blŭ Êban | '079168000002 | Thôn 2 | Hộ nghèo | 5 | 100 | 40
 | Tổng cộng: 3 hộ | | | | 12 | |
"""


def codes(text: str, **more: object) -> set[tuple[str | None, str]]:
    return places(checked(text, **more))


def test_a_sound_list_has_no_finding() -> None:
    """Silence where there is nothing to say."""
    assert codes(LIST) == set()


TWICE = LIST.replace("'079168000002 | Thôn 2", "'079175000001 | Buôn Čư Mây")


def test_a_household_twice_is_an_error_at_its_second_row() -> None:
    """The same citizen number is the same household, however the name is written; one other digit makes two."""
    assert ("B5", "household-twice") in codes(TWICE)
    assert not checked(TWICE).publishable
    assert codes(TWICE.replace("Êban | '079175000001", "Êban | '079175000003")) == set()


def test_a_household_in_two_hamlets_is_an_error() -> None:
    """The same citizen number under two hamlets is told as that."""
    assert ("B5", "household-two-hamlets") in codes(LIST.replace("'079168000002", "'079175000001"))


@pytest.mark.parametrize("text", [TWICE, LIST.replace("'079168000002", "'079175000001")])
def test_no_finding_on_a_household_quotes_what_proves_it(text: str) -> None:
    """The texts of a duplicate name the other row, and neither a number nor a name."""
    (found,) = (found for found in checked(text).findings if found.code in {"household-twice", "household-two-hamlets"})
    told = tell(found)
    assert "B3" in told.message
    assert not [word for word in ("079175", "Nguyễn", "Êban") if word in told.message + told.help + (found.quoted or "")]


def test_a_household_in_two_classes_is_an_error() -> None:
    """Poor and near-poor at once can't be; having left poverty for near-poverty can."""
    assert ("B4", "household-two-classes") in codes(LIST.replace("'079190000004", "'079175000001"))
    assert codes(LIST.replace("'079190000004", "'079175000001").replace("Buôn Čư Mây | Hộ nghèo", "Buôn Čư Mây | Hộ thoát nghèo")) == set()


def test_a_mere_namesake_is_a_warning() -> None:
    """One name in one hamlet is told where no number can tell the two apart, and not where both have one."""
    same = LIST.replace("Y Blŭ Êban", "NGUYỄN VĂN AN").replace("Thôn 2", "Buôn Čư Mây")
    assert codes(same) == set()
    unnumbered = same.replace("'079175000001", "").replace("'079168000002", "")
    assert ("B5", "household-namesake") in codes(unnumbered)
    assert checked(unnumbered).publishable
    assert codes(unnumbered.replace("Buôn Čư Mây | Hộ nghèo | 5", "Thôn 2 | Hộ nghèo | 5")) == set()


def test_a_gap_in_the_numbers_is_a_warning() -> None:
    """1, 2, 4 misses one; a part that begins at 1 again does not."""
    assert ("A5", "numbering-gap") in codes(LIST.replace("3 | Y Blŭ", "4 | Y Blŭ"))
    assert codes(LIST.replace("3 | Y Blŭ", "1 | Y Blŭ")) == set()


def test_a_total_that_the_rows_don_t_make_up_is_an_error() -> None:
    """One member or one household too many in the total row is told at its cell."""
    assert ("F6", "total-differs") in codes(LIST.replace("| 12 |", "| 13 |"))
    assert ("B6", "total-differs") in codes(LIST.replace("3 hộ", "4 hộ"))
    assert not checked(LIST.replace("3 hộ", "4 hộ")).publishable


def test_subtotals_close_their_own_part() -> None:
    """A total row under each hamlet's rows says what they make up, and the last one what all do."""
    text = """
DANH SÁCH HỘ NGHÈO ĐƯỢC CÔNG NHẬN NĂM 2026
STT | Họ và tên chủ hộ | Thôn, buôn | Số khẩu
1 | Nguyễn Văn An | Thôn 2 | 4
2 | Lê Thị Bưởi | Thôn 2 | 3
 | Cộng thôn 2 | | 7
1 | Y Blŭ Êban | Thôn Tân Lập | 5
 | Cộng thôn Tân Lập | | 5
 | Tổng cộng | | 12
"""
    assert codes(text) == set()
    assert ("D7", "total-differs") in codes(text.replace("Lập | | 5", "Lập | | 6"))


def test_an_unknown_hamlet_is_told_with_the_nearest() -> None:
    """A misspelt hamlet is a warning that names the nearest; a commune that lists no hamlets has none unknown."""
    wrong = LIST.replace("Thôn Tân Lập", "Thôn Tân Lạc")
    (found,) = checked(wrong).findings
    assert (found.code, found.cell, dict(found.details)["nearest"]) == ("hamlet-unknown", "D4", "Thôn Tân Lập")
    assert codes(wrong, commune=Commune(name="Xã Suối Mây")) == set()


def test_a_house_number_among_the_hamlets_is_neither_public_nor_quoted() -> None:
    """What may be an address is kept private."""
    reading = checked(LIST.replace("Thôn Tân Lập", "Hẻm 12/5 sau chợ"))
    (found,) = reading.findings
    assert (found.code, found.quoted) == ("hamlet-unknown", "•••")
    assert reading.records[1].values["hamlet"] is None


def test_points_that_contradict_the_class_are_told_without_them() -> None:
    """At most 140 points of income in the countryside, at least 30 of deprivation for the poor and fewer for the near-poor."""
    assert ("G3", "class-against-points") in codes(LIST.replace("4 | 140 | 30", "4 | 141 | 30"))
    assert ("H3", "class-against-points") in codes(LIST.replace("4 | 140 | 30", "4 | 140 | 29"))
    assert ("H4", "class-against-points") in codes(LIST.replace("3 | 140 | 20", "3 | 140 | 30"))
    (found,) = checked(LIST.replace("4 | 140 | 30", "4 | 140 | 29")).findings
    assert found.quoted == "•••"
    assert codes(LIST.replace("4 | 140 | 30", "4 | 175 | 30"), commune=replace_area()) == set()


def replace_area() -> Commune:
    return Commune(name="Phường Suối Mây", area="urban", hamlet=COMMUNE.hamlet)


def test_an_unlikely_number_of_members_is_told() -> None:
    """25 members may be; 26 and none are told."""
    whole = LIST.replace("| 12 |", "| |")
    assert codes(whole.replace("Hộ nghèo | 4", "Hộ nghèo | 25")) == set()
    assert ("F3", "members-unlikely") in codes(whole.replace("Hộ nghèo | 4", "Hộ nghèo | 26"))
    assert ("F3", "members-unlikely") in codes(whole.replace("Hộ nghèo | 4", "Hộ nghèo | 0"))


def test_the_same_household_on_a_poor_and_a_near_poor_sheet_is_found() -> None:
    """Two lists of one stage and period are held side by side; lists of two years are not."""
    poor = arranged(LIST, sheet="Hộ nghèo")
    other = arranged(LIST.replace("Hộ nghèo |", "Hộ cận nghèo |").replace("SÁCH HỘ NGHÈO", "SÁCH HỘ CẬN NGHÈO"), sheet="Cận nghèo")
    found = households.check_together([poor, other], load(), COMMUNE)
    assert {(one.sheet, one.cell, one.code) for one in found} == {
        ("Cận nghèo", "B3", "household-two-classes"), ("Cận nghèo", "B4", "household-twice"), ("Cận nghèo", "B5", "household-two-classes")}
    last = replace(poor, table=replace(poor.table, period=poor.table.period and poor.table.period.year_before))
    assert households.check_together([last, other], load(), COMMUNE) == ()


def test_a_hamlet_may_be_written_loosely_where_only_one_is_meant() -> None:
    """Without "Thôn", with zeros, without marks: the commune's spelling comes out; two hamlets of one bare name stay apart."""
    commune = Commune(name="Xã Suối Mây", hamlet=tuple(Hamlet(name=name) for name in ("Thôn Hòa An", "Buôn Hòa An", "Thôn 2")))
    text = ("DANH SÁCH HỘ NGHÈO NĂM 2026\nSTT | Họ và tên chủ hộ | Thôn, buôn | Số khẩu\n1 | Lê Thị Bưởi | {} | 4\n"
            "2 | Nguyễn Văn An | Thôn 2 | 3")
    for typed, hamlet in (("thon hoa an", "Thôn Hòa An"), ("BUÔN HÒA AN", "Buôn Hòa An"), ("Thôn 02", "Thôn 2"), ("Hòa An", "Hòa An")):
        assert arranged(text.format(typed), commune=commune).records[0].values["hamlet"] == hamlet
