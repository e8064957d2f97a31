"""The papers of a posting: which there are, what is filled in, what is left for the hand."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from generator.catalogue import load
from generator.catalogue.official import cited, official
from generator.commune import Commune, Place
from generator.papers.matter import matters
from generator.papers.posting import drawn
from tests.papers.drawn import COMMUNE, budget, decided, matter, texts
from tests.prints import fixtures


def sorts(of: object) -> list[tuple[str, str]]:
    """Return the sorts of the papers of a posting, with their files' names."""
    return [(one.sort, one.stem.rpartition("/")[2]) for one in drawn(of)]  # type: ignore[arg-type]


def said(of: object, sort: str, place: str = "") -> list[str]:
    """Return what a posting's paper of a sort says."""
    return texts(next(iter(drawn(of, (sort,), place))).paper)  # type: ignore[arg-type]


def test_a_decision_is_made_for_the_stages_the_catalogue_names_alone() -> None:
    """A decided budget has one, the execution none; minutes are one per posting point."""
    each = [("minutes", "bien-ban-niem-yet-01-tru-so-uy-ban-nhan-dan-xa-suoi-may"),
            ("minutes", "bien-ban-niem-yet-02-nha-sinh-hoat-cong-dong-buon-kdrong"),
            ("minutes-end", "bien-ban-ket-thuc-01-tru-so-uy-ban-nhan-dan-xa-suoi-may"),
            ("minutes-end", "bien-ban-ket-thuc-02-nha-sinh-hoat-cong-dong-buon-kdrong")]
    assert sorts(matter(budget())) == [("notice", "thong-bao"), *each]
    assert sorts(matter(decided())) == [("notice", "thong-bao"), ("decision", "quyet-dinh-cong-bo"), *each]


def test_one_place_alone_may_be_meant() -> None:
    """By its name or its hamlet's, with accents or without; a place that isn't there gives no minutes."""
    for word in ("kdrong", "Buôn Kdrông", "nhà sinh hoạt"):
        assert [one.place for one in drawn(matter(budget()), ("minutes",), word)] == ["Nhà sinh hoạt cộng đồng Buôn Kdrông"]
    assert [*drawn(matter(budget()), ("minutes",), "zzz")] == []


def test_tables_of_one_period_and_stage_have_one_notice() -> None:
    """What hangs together is told of together; another period by itself; what was replaced not at all."""
    site = matter(budget()).site
    balance = replace(fixtures.balance(), period="2026-09m", stage="execution")
    june = budget(period="2026-06m", id="x")
    found = matters([budget(), balance, june, budget(state="replaced", id="y")], site)
    assert [[one.form for one in each.of] for each in found] == [["budget-balance", "budget-revenue"], ["budget-revenue"]]


def test_a_notice_says_what_hangs_where_from_when_until_when_and_whom_to_write_to() -> None:
    """Each fact of the posting stands in it; number and day of signing are left to the hand."""
    told = said(matter(budget()), "notice")
    for line in ("Số: …/TB-UBND", "Suối Mây, ngày … tháng … năm 20…",
                 "Về việc niêm yết công khai tình hình thực hiện dự toán ngân sách xã Suối Mây 9 tháng đầu năm 2026",
                 "Căn cứ Quyết định số 128/QĐ-UBND ngày 08/10/2026 của UBND xã Suối Mây.",
                 "- Thu ngân sách 9 tháng đầu năm 2026 (bản 1, mã đối chiếu 7F3A-91C2).",
                 "Từ ngày 08/10/2026 đến hết ngày 07/11/2026, ít nhất 30 ngày liên tục.",
                 "- Nhà sinh hoạt cộng đồng Buôn Kdrông;", "- Trang thông tin điện tử: https://suoimay.example.vn.",
                 "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Bích Hạnh", "Lưu: VT."):
        assert line in told
    assert any("điện thoại: 0262 000 0000, trước khi hết ngày 07/11/2026." in line for line in told)


def test_what_is_not_known_is_left_to_the_hand() -> None:
    """A commune that said no more than its name gets dotted lines for place, telephone, office and last day, and no guess."""
    bare = Commune(id="a", name="A")
    of = matter(budget(posted_until=None, code="", facts={}), commune=bare, anchor=None)
    told = said(of, "notice")
    assert "- …" in told
    assert any("Ủy ban nhân dân xã A, điện thoại: …." in line for line in told)
    assert "Từ ngày 08/10/2026 đến hết ngày …, ít nhất 30 ngày liên tục." in told
    assert "Hôm nay, hồi … giờ … phút, ngày 08 tháng 10 năm 2026, tại …, chúng tôi gồm:" in said(of, "minutes")
    assert "Mã dòng cuối của sổ công khai: …" in said(of, "minutes")
    assert "Theo đề nghị của …" in said(matter(decided(), commune=bare), "decision")


def test_statutes_are_cited_when_in_force_and_signed_highest_first() -> None:
    """In January 2026 the decree and circular of March can't be cited, the old circular can; in October it is the other way round."""
    def numbers(day: date) -> list[str]:
        return [one.number for one in cited(official("decision"), ("budget-revenue",), load(), day)]

    assert numbers(date(2026, 1, 12)) == ["72/2025/QH15", "89/2025/QH15", "10/2022/QH15", "343/2016/TT-BTC"]
    assert numbers(date(2026, 10, 8)) == ["72/2025/QH15", "89/2025/QH15", "10/2022/QH15", "73/2026/NĐ-CP", "26/2026/TT-BTC"]


def test_a_decision_names_its_resolution_or_leaves_room_for_it() -> None:
    """A table that states its resolution gives it; one that doesn't gets a dotted line."""
    assert "Căn cứ Nghị quyết số … ngày … của Hội đồng nhân dân xã Suối Mây;" in said(matter(decided()), "decision")
    stated = said(matter(decided(facts={"decision": "(Kèm theo Nghị quyết số 28/NQ-HĐND ngày 19/12/2025)"})), "decision")
    assert "Căn cứ Nghị quyết số 28/NQ-HĐND ngày 19/12/2025;" in stated
    assert not any(line.startswith("Căn cứ Nghị quyết số …") for line in stated)


def test_a_basis_keeps_its_brackets() -> None:
    """Only brackets around the whole of it are taken off."""
    told = said(matter(budget(facts={"basis": "Biên bản họp dân (có 436/512 hộ)"})), "notice")
    assert "Căn cứ Biên bản họp dân (có 436/512 hộ)." in told


def test_minutes_hold_the_end_of_the_history() -> None:
    """The signed paper anchors the record: number, day and digest of its last line, in groups that can be compared by eye."""
    told = " ".join(said(matter(budget()), "minutes", "kdrong"))
    assert "kết thúc ở dòng 12, ghi ngày 08/10/2026, có mã: 01234567 89abcdef 01234567 89abcdef" in told
    assert "tại Nhà sinh hoạt cộng đồng Buôn Kdrông, chúng tôi gồm:" in told
    assert "2. Đại diện Buôn Kdrông:" in told


def test_only_lists_that_name_persons_are_taken_back() -> None:
    """The minutes of the end count the sheets with names that were taken down, where there are such lists."""
    named = replace(fixtures.households(3), posted_until=date(2026, 11, 7))
    assert any("đã được gỡ xuống và thu về …" in line for line in said(matter(named), "minutes-end"))
    assert not any("gỡ xuống" in line for line in said(matter(budget()), "minutes-end"))


def test_papers_of_a_posting_name_no_household() -> None:
    """A list that names persons is told of by its counts."""
    of = matter(fixtures.households(50))
    told = " ".join(line for one in drawn(of) for line in texts(one.paper))
    assert "33 hộ nghèo với" in told
    assert not any(name in told for name in fixtures.NAMES)


@pytest.mark.parametrize("name", ["Phường Nguyễn Phước Quý Công Tằng Tôn Nữ Thị Huyền Trang", "{0} …"])
def test_any_name_is_taken_as_it_is(name: str) -> None:
    """Long names and names with marks of the templates break nothing."""
    commune = replace(COMMUNE, name=name, office=name, address=name, place=(Place(name=name, hamlet=name),))
    for one in drawn(matter(decided(), commune=commune)):
        assert name.casefold().removeprefix("phường ") in " ".join(texts(one.paper)).casefold()
