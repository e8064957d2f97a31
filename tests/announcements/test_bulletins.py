"""Bulletins: words alone, under three minutes, what, how much, where, until when, whom to tell; never a name."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from generator import announcements
from generator.announcements import Bulletin, bulletin, plain, planned, together
from generator.catalogue import load
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from tests.prints import fixtures

DAY = date(2026, 10, 9)
WINDOW = {"state": "posted", "posted_from": date(2026, 10, 8), "posted_until": date(2026, 11, 7)}


def on_show(*of: Disclosure, commune: Commune = fixtures.COMMUNE) -> Site:
    """Return a site on whose day these hang."""
    shown = tuple(replace(one, **WINDOW) for one in of)
    return Site(commune, DAY, load(), shown)


def said(*of: Disclosure, commune: Commune = fixtures.COMMUNE) -> str:
    """Return what is read of disclosures, as one text."""
    site = on_show(*of, commune=commune)
    return " ".join(" ".join(one.sentences) for one in announcements.bulletins(site))


@pytest.fixture(params=["revenue", "balance", "households", "gifts"])
def each(request: pytest.FixtureRequest) -> Disclosure:
    """A disclosure of each kind."""
    made = {"revenue": fixtures.revenue, "balance": fixtures.balance, "households": fixtures.households, "gifts": fixtures.gifts}
    found: Disclosure = made[request.param]()
    return found


def test_a_bulletin_has_no_figure_no_name_and_no_known_abbreviation(each: Disclosure) -> None:
    """Whatever kind is told of, only words are read, and nobody of the list."""
    text = said(each)
    assert not re.search(r"\d|%|UBND|HĐND|NSNN", text)
    assert text.startswith("Kính thưa bà con xã Suối Mây. Ủy ban nhân dân xã Suối Mây xin thông báo công khai.")
    names = {name for one in each.names.values() for name in one.values() if " " in name}
    assert not [name for name in names if name in text]


def test_a_bulletin_says_where_from_when_until_when_and_whom_to_tell(each: Disclosure) -> None:
    """The window is said with its year once, then the last day for comments without it."""
    text = said(each)
    assert "từ ngày mùng tám tháng mười đến hết ngày mùng bảy tháng mười một năm hai nghìn không trăm hai mươi sáu." in text
    assert "Xin gửi ý kiến trước khi hết ngày mùng bảy tháng mười một." in text
    assert "Số điện thoại: không hai sáu hai, không không không, không không không không." in text
    assert text.endswith("Xin cảm ơn bà con đã lắng nghe.")


def test_a_commune_that_told_little_promises_nothing() -> None:
    """No telephone, office, place or address: those sentences are not read at all."""
    text = said(fixtures.revenue(3), commune=Commune(id="a", name="Xã A"))
    assert "điện thoại" not in text
    assert "niêm yết tại" not in text
    assert "trang thông tin điện tử" not in text
    assert "gửi ý kiến về Ủy ban nhân dân xã A." in text


def test_bulletins_of_as_many_hamlets_as_there_are_stay_under_three_minutes() -> None:
    """Counts by hamlet are left out whole where there is no time for all of them, and nothing else is."""
    of = fixtures.households()
    few = [{"name": f"Thôn {letter}", "households": 12, "members": 40, "classes": {"poor": 6, "near-poor": 6}} for letter in "ABC"]
    many = [dict(few[0], name=f"Thôn {letter} {other}") for letter in "ABCDEFGH" for other in "ABCDE"]
    of = replace(of, summary={**of.summary, "hamlets": few})
    assert "Thôn C có sáu hộ nghèo và sáu hộ cận nghèo." in said(of)
    crowded = replace(of, summary={**of.summary, "hamlets": many})
    [one] = announcements.bulletins(on_show(crowded))
    assert "Thôn A" not in " ".join(one.sentences)
    assert one.seconds <= 180
    assert one.sentences == tuple(text for text in announcements.bulletins(on_show(of))[0].sentences if not text.startswith("Thôn "))


def test_a_hamlet_with_few_is_not_told_by_class() -> None:
    """A small count points at somebody: only how many are on the list is read then."""
    of = fixtures.households()
    small = [{"name": "Thôn A", "households": 12, "members": 40, "classes": {"poor": 11, "near-poor": 1}}]
    text = said(replace(of, summary={**of.summary, "hamlets": small}))
    assert "Thôn A có mười hai hộ trong danh sách." in text
    assert "một hộ cận nghèo" not in text


def test_what_no_longer_hangs_is_not_read() -> None:
    """An expired or replaced table has no bulletin of the week, but could be told."""
    site = on_show(fixtures.revenue(3))
    gone = Site(site.commune, DAY, site.catalogue, tuple(replace(one, state="expired") for one in site.shown))
    assert announcements.bulletins(gone) == ()
    assert bulletin(together(gone.shown)[0], gone).title == announcements.bulletins(site)[0].title


def made(number: int, seconds: int = 60, *, begins: date | None = None, ends: date | None = None) -> Bulletin:
    """Return a bulletin that takes so long."""
    return Bulletin(f"b{number}", f"B{number}", ("A.",), "a/index.html", seconds, begins, ends)


def test_each_is_read_three_days_in_a_row_and_days_are_filled_alike() -> None:
    """Seven bulletins: no day has more than four, and each its three days in a row."""
    monday = date(2026, 11, 23)
    week = planned([made(number) for number in range(7)], monday)
    assert all(one.days == tuple(one.days[0] + timedelta(days=n) for n in range(3)) for one in week.read)
    assert max(len(week.on(day)) for day in week.days) == 4
    assert {one.bulletin.id for one in week.read} == {f"b{number}" for number in range(7)}


def test_nothing_is_read_after_it_came_down_or_before_it_hangs() -> None:
    """What hangs until Tuesday is read on Monday and Tuesday alone."""
    monday = date(2026, 11, 23)
    week = planned([made(1, ends=monday + timedelta(days=1)), made(2, begins=monday + timedelta(days=5))], monday)
    assert [(one.days[0].day, one.days[-1].day, len(one.days)) for one in week.read] == [(23, 24, 2), (28, 29, 2)]


def test_the_text_file_says_day_time_and_sample() -> None:
    """One line per sentence, days named, the time beside them; an empty week says so."""
    site = on_show(fixtures.revenue(3), commune=replace(fixtures.COMMUNE, sample=True))
    text = plain(announcements.week(site), site.commune)
    assert text.startswith("BẢN TIN ĐỌC TRÊN LOA, XÃ SUỐI MÂY\nTuần từ ngày 05/10/2026 đến ngày 11/10/2026. Mỗi bản tin")
    assert "\nDỮ LIỆU MẪU" in text
    assert re.search(r"\nĐọc: thứ Năm 8/10, thứ Sáu 9/10, thứ Bảy 10/10\. Thời gian đọc: khoảng \d phút", text)
    assert "không có nội dung nào" in plain(planned((), DAY), site.commune)
