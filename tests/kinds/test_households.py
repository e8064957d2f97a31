"""Household lists: arranged, made public, related to the last one."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load
from generator.disclosed import Disclosure
from generator.kinds import households
from generator.kinds.kind import Parts
from generator.records.record import Reading
from tests.kinds.lists import COMMUNE, arranged, checked, places

OWN = """
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026
(Kèm theo Quyết định công nhận số 12/QĐ-UBND)
STT | Họ và tên chủ hộ | Năm sinh | Số CCCD | Mã hộ | Thôn, buôn | Phân loại | Số nhân khẩu | Ghi chú
1 | Nguyễn Văn An | 1975 | '079175000001 | '2401 | Buôn Čư Mây | Hộ nghèo | 4 | Mới
2 | Y Blŭ Êban | 1968 | '079168000002 | '2402 | Thôn Tân Lập | HCN | 5 | người già neo đơn
3 | Nguyễn Văn An | 1981 | '079181000003 | '2403 | Buôn Čư Mây | Hộ nghèo | 2 |
4 | Lê Thị Bưởi | 1990 | '079190000004 | '2404 | thôn 02 | Cận nghèo | 3 | Hộ cũ
"""

EXPORT = """
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU KHI RÀ SOÁT NĂM 2027
STT | Họ tên chủ hộ | Họ tên thành viên | Quan hệ với chủ hộ | Ngày sinh | CCCD | Mã hộ | Thôn | Dân tộc | Phân loại hộ | Số QĐ công nhận | Ngày QĐ | B1 | B2 | Nguyên nhân nghèo | Số nhân khẩu
1 | Nguyễn Văn An | Nguyễn Văn An | Chủ hộ | 01/02/1975 | '079175000001 | '2401 | Thôn Tân Lập | Kinh | Hộ cận nghèo | 9/QĐ-UBND | 15/12/2026 | 120 | 20 | Ốm đau nặng | 2
2 | | Trần Thị Bé | Vợ | 03/04/1978 | '079178000009 | '2401 | Thôn Tân Lập | Kinh | Hộ cận nghèo | 9/QĐ-UBND | 15/12/2026 | 120 | 20 | Ốm đau nặng | 2
3 | Y Blŭ Êban | Y Blŭ Êban | Chủ hộ | 05/06/1968 | '079168000002 | '2402 | Thôn Tân Lập | Ê Đê | Hộ nghèo | 9/QĐ-UBND | 15/12/2026 | 100 | 40 | Thiếu đất | 1
"""  # noqa: E501 - a drawn table is as wide as it is


def own(text: str = OWN) -> Reading:
    return arranged(text)


def published(*readings: Reading) -> Parts:
    return households.publish(readings, load(), COMMUNE)


def posted(reading: Reading, *, named: bool) -> Disclosure:
    parts = published(reading)
    return Disclosure(
        id="x", commune="suoi-may", form="poor-households", kind="households", title="", columns=parts.columns, records=parts.records,
        names=dict(parts.names) if named else {}, stage=reading.table.stage, period=str(reading.table.period), summary=dict(parts.summary),
    )


def test_a_lists_classes_hamlets_and_notes_are_read() -> None:
    """Short forms of classes, loosely written hamlets and the catalogue's notes come out in one spelling."""
    reading = own()
    assert [record.values["household_class"] for record in reading.records] == ["poor", "near-poor", "poor", "near-poor"]
    assert [record.values["hamlet"] for record in reading.records] == ["Buôn Čư Mây", "Thôn Tân Lập", "Buôn Čư Mây", "Thôn 2"]
    assert [record.values["note"] for record in reading.records] == ["new", None, None, "kept"]


def test_a_note_that_is_no_word_of_the_catalogue_stays_private() -> None:
    """What else is typed among the notes is told as a notice that doesn't quote it, and is public nowhere."""
    reading = own()
    (found,) = (found for found in reading.findings if found.code == "note-unlisted")
    assert (found.cell, found.severity, found.quoted) == ("I5", "notice", "•••")
    assert reading.records[1].private["note_text"] == "người già neo đơn"


def test_the_title_tells_the_class_where_no_column_does() -> None:
    """A list of near-poor households needs no class column; "chuẩn nghèo đa chiều" in its title is no class."""
    reading = checked("""
DANH SÁCH HỘ CẬN NGHÈO THEO CHUẨN NGHÈO ĐA CHIỀU NĂM 2026
STT | Họ và tên chủ hộ | Thôn | Số khẩu
1 | Nguyễn Văn An | Thôn 2 | 4
2 | Lê Thị Bưởi | Thôn 2 | 4
""")
    assert {record.values["household_class"] for record in reading.records} == {"near-poor"}
    assert reading.publishable


def test_a_list_of_two_classes_without_a_column_is_refused() -> None:
    """A title with both classes tells the class of no household."""
    reading = checked(OWN.replace(" | Phân loại", "").replace(" | Hộ nghèo", "").replace(" | HCN", "").replace(" | Cận nghèo", ""))
    assert "class-missing" in {found.code for found in reading.findings}
    assert not reading.publishable


def test_a_class_that_can_t_be_read_is_an_error_even_under_a_clear_title() -> None:
    """The title may not stand in for a class that was typed and not understood."""
    reading = checked("""
DANH SÁCH HỘ NGHÈO NĂM 2026
STT | Họ và tên chủ hộ | Thôn | Phân loại | Số khẩu
1 | Nguyễn Văn An | Thôn 2 | Hộ nghèo | 4
2 | Lê Thị Bưởi | Thôn 2 | khá giả | 4
""")
    assert ("D4", "choice-unknown") in places(reading)
    assert reading.records[1].values["household_class"] is None
    assert not reading.publishable


def test_ticks_tell_the_class() -> None:
    """A cross under "Hộ nghèo" or "Hộ cận nghèo" is the class."""
    reading = arranged("""
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026
STT | Họ và tên chủ hộ | Thôn | Hộ nghèo | Hộ cận nghèo | Số khẩu
1 | Nguyễn Văn An | Thôn 2 | x | | 4
2 | Lê Thị Bưởi | Thôn 2 | | x | 3
""")
    assert [record.values["household_class"] for record in reading.records] == ["poor", "near-poor"]


def test_the_system_s_export_collapses_to_households() -> None:
    """Rows of members become a record per household at the head's row, its members counted."""
    reading = arranged(EXPORT)
    assert [(record.row, record.marker, record.values["head_name"], record.values["members"]) for record in reading.records] == [
        (3, "1", "Nguyễn Văn An", 2), (5, "2", "Y Blŭ Êban", 1)]
    assert not [found for found in reading.findings if found.severity == "error"]


def test_a_stated_number_of_members_that_differs_is_told() -> None:
    """The number typed is held against the rows; one more or less is a warning at its cell."""
    assert "members-differ" not in {found.code for found in arranged(EXPORT).findings}
    assert ("P3", "members-differ") in places(arranged(EXPORT.replace("Ốm đau nặng | 2", "Ốm đau nặng | 3")))


@pytest.mark.parametrize(("text", "number", "day"), [
    ("12/QĐ-UBND ngày 15/12/2025", "12/QĐ-UBND", "2025-12-15"),
    ("Số 12/QĐ-UBND, ngày 5/1/2026", "Số 12/QĐ-UBND", "2026-01-05"),
    ("12/QĐ-UBND", "12/QĐ-UBND", None),
])
def test_the_day_of_a_decision_is_taken_out_of_its_number(text: str, number: str, day: str | None) -> None:
    """A cell with a number and a day gives both."""
    reading = arranged(f"""
DANH SÁCH HỘ NGHÈO NĂM 2026
STT | Họ và tên chủ hộ | Thôn | Số khẩu | Số/ngày QĐ công nhận
1 | Nguyễn Văn An | Thôn 2 | 4 | {text}
2 | Lê Thị Bưởi | Thôn 2 | 3 | {text}
""")
    assert reading.records[0].values["decision"] == number
    assert str(reading.records[0].values.get("decision_day") or "") == (day or "")


def test_a_list_with_a_decision_for_every_household_is_recognised() -> None:
    """Where each household has a decision the list needs no other word for its stage; one without a decision is asked."""
    text = """
DANH SÁCH HỘ NGHÈO NĂM 2026
STT | Họ và tên chủ hộ | Thôn | Số khẩu | Số QĐ công nhận
1 | Nguyễn Văn An | Thôn 2 | 4 | 12/QĐ-UBND
2 | Lê Thị Bưởi | Thôn 2 | 3 | 12/QĐ-UBND
"""
    assert arranged(text).table.stage == "recognised"
    asked = arranged(text.replace("3 | 12/QĐ-UBND", "3 |"))
    assert asked.table.stage is None
    assert "stage-unclear-list" in {found.code for found in asked.findings}


def test_an_address_gives_its_hamlet_and_nothing_else() -> None:
    """Where there is no hamlet column, the hamlet named in a private address is public, and only that."""
    reading = arranged("""
DANH SÁCH HỘ NGHÈO NĂM 2026
STT | Họ và tên chủ hộ | Địa chỉ | Số khẩu
1 | Nguyễn Văn An | Số 12, Thôn Tân Lập, xã Suối Mây | 4
2 | Lê Thị Bưởi | Đường liên xã | 4
""")
    assert reading.records[0].values["hamlet"] == "Thôn Tân Lập"
    assert reading.records[1].values.get("hamlet") is None


def test_what_is_public_is_ordered_and_names_stand_apart() -> None:
    """Households come by hamlet, class and given name, numbered anew; no record holds a name."""
    parts = published(own())
    assert [record.values["hamlet"] for record in parts.records] == ["Thôn Tân Lập", "Thôn 2", "Buôn Čư Mây", "Buôn Čư Mây"]
    assert [record.id for record in parts.records] == ["h-1", "h-2", "h-3", "h-4"]
    assert parts.names["h-1"] == {"head_name": "Y Blŭ Êban"}
    assert not any("head_name" in record.values for record in parts.records)
    assert "head_name" in parts.columns


def test_namesakes_of_one_hamlet_get_their_birth_year_and_no_one_else() -> None:
    """Two heads of one name in one hamlet are told apart by the year alone."""
    parts = published(own())
    assert {names["head_name"] for names in parts.names.values()} == {
        "Y Blŭ Êban", "Lê Thị Bưởi", "Nguyễn Văn An (sinh 1975)", "Nguyễn Văn An (sinh 1981)"}


def test_no_private_value_is_made_public() -> None:
    """Codes, numbers, birth days, members, causes, scores and unlisted notes are nowhere in the parts."""
    for text in (OWN, EXPORT):
        reading = arranged(text)
        public = msgspec.json.encode(published(reading)).decode()
        heads = {record.values["head_name"] for record in reading.records}
        secret = {str(value) for record in reading.records for key, value in record.private.items()
                  if key not in {"birth_year", "relation"} and value}
        assert secret
        assert not [value for value in secret - heads if value in public and len(value) > 3]
        assert "Trần Thị Bé" not in public


def test_totals_are_by_class_and_hamlet() -> None:
    """The summary counts households and members of each class and hamlet, hamlets in the commune's order."""
    summary = published(own()).summary
    assert (summary["households"], summary["members"]) == (4, 14)
    assert [(one["key"], one["households"], one["members"]) for one in summary["classes"]] == [("poor", 2, 6), ("near-poor", 2, 8)]
    assert [(one["name"], one["households"], one["classes"]) for one in summary["hamlets"]] == [
        ("Thôn Tân Lập", 1, {"near-poor": 1}), ("Thôn 2", 1, {"near-poor": 1}), ("Buôn Čư Mây", 2, {"poor": 2})]


def test_the_list_day_is_the_decision_s() -> None:
    """The day whose criteria hold is the latest decision's; a list without any says none."""
    assert published(arranged(EXPORT)).summary["list_day"] == "2026-12-15"
    assert published(own()).summary["list_day"] is None


def test_changes_since_the_last_list_are_matched_in_memory() -> None:
    """By code or citizen number: one stayed in another class, one fell to another, two left; none is new."""
    before, now = own(), arranged(EXPORT)
    changes = households.relate([now], [before, now], [])["changes"]
    assert changes["against"] == "2026"
    assert {key: changes[key] for key in ("new", "left", "back", "moved", "unsure", "kept")} == {
        "new": 0, "left": 2, "back": 0, "moved": 2, "unsure": 0, "kept": 0}
    assert changes["moves"] == [{"from": "near-poor", "to": "poor", "households": 1}, {"from": "poor", "to": "near-poor", "households": 1}]


def test_there_are_no_changes_without_an_earlier_list() -> None:
    """A first list, and a list beside a later one, are compared with nothing."""
    first, later = own(), arranged(EXPORT)
    assert households.relate([first], [first, later], [])["changes"] is None


def test_a_posted_list_with_names_is_never_proof() -> None:
    """Against a list known by its posted names alone a namesake is unsure; the others are counted new and left."""
    now, before = arranged(EXPORT), posted(own(), named=True)
    changes = households.relate([now], [now], [before])["changes"]
    assert (changes["unsure"], changes["new"], changes["left"]) == (1, 1, 3)


def test_a_posted_list_without_names_gives_counts_only() -> None:
    """Where the names of the last list are gone there are its counts and no changes."""
    now, before = arranged(EXPORT), posted(own(), named=False)
    related = households.relate([now], [now], [before])
    assert related == {"changes": None, "before": {"period": "2026", "classes": {"near-poor": 2, "poor": 2}, "households": 4}}


def test_lists_join_unless_they_are_one() -> None:
    """A poor and a near-poor list make one disclosure; the same list twice, or half of it again, does not."""
    reading = own()
    parts = (reading.records[:2], reading.records[2:], reading.records[1:3])
    first, second, half = (replace(reading, records=records) for records in parts)
    assert households.joinable([first, second])
    assert not households.joinable([first, half])
    assert not households.joinable([reading, reading])


def test_one_list_put_in_twice_is_not_told_household_by_household() -> None:
    """A household in two lists is told at its place, and a whole list in two files is left to the finding on both."""
    reading = own()
    copy = replace(reading, file="ban-sao.xlsx")
    assert households.check_together([reading, copy], load(), COMMUNE) == ()
    other = replace(arranged(OWN.replace("24", "34").replace("'0791", "'0781")), file="khac.xlsx")
    one_again = replace(other, records=(*other.records, replace(reading.records[0], row=9)))
    assert [(found.file, found.cell, found.code) for found in households.check_together([reading, one_again], load(), COMMUNE)
            if found.severity == "error"] == [("khac.xlsx", "B9", "household-twice")]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8))
def test_collapsing_keeps_every_member(sizes: list[int]) -> None:
    """However many members households have, each is counted once, at its own head's row."""
    lines = ["DANH SÁCH HỘ NGHÈO NĂM 2026", "STT | Họ tên chủ hộ | Họ tên thành viên | Quan hệ với chủ hộ | Thôn | Phân loại hộ"]
    rows = []
    for number, size in enumerate(sizes, 1):
        rows.append(len(lines) + 1)
        lines.append(f"{number} | Hộ Thứ {number} | Hộ Thứ {number} | Chủ hộ | Thôn 2 | Hộ nghèo")
        lines += [f"{number} | Hộ Thứ {number} | Con Thứ {member} | Con | Thôn 2 | Hộ nghèo" for member in range(1, size)]
    reading = arranged("\n".join(lines))
    assert [record.values["members"] for record in reading.records] == sizes
    assert [record.row for record in reading.records] == rows
