"""Which households left the list of 2026 and why, and the sheet on which the officer wrote most of them down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.maker.households import POOR, Household
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet

UNWRITTEN = 12  # one of so many is on no sheet
_REASONS = {5: "Chuyển đi", 8: "Nhập hộ"}
_KEYS = {"Chuyển đi": "moved-away", "Nhập hộ": "merged", "Hộ thoát nghèo": "left", "Hộ thoát cận nghèo": "near-left"}


def written(households: Sequence[Household]) -> tuple[tuple[Household, str, str], ...]:
    """Return the households on the sheet, each with the class it left and the officer's remark."""
    gone = [home for home in households if home.before and not home.now]
    return tuple((home, "Hộ thoát nghèo" if home.before == POOR else "Hộ thoát cận nghèo", _REASONS.get(place % UNWRITTEN, ""))
                 for place, home in enumerate(gone, 1) if place % UNWRITTEN)


def reasons(households: Sequence[Household]) -> Mapping[str, int]:
    """Return how many left for each reason, by the catalogue's key; "" for those on no sheet."""
    told = written(households)
    left = sum(home.before is not None and home.now is None for home in households)
    return {**Counter(_KEYS[remark or was] for _, was, remark in told), "": left - len(told)}


def sheet(profile: Profile, households: Sequence[Household]) -> Sheet:
    """Return the sheet of those who left, behind the poverty system's export."""
    heads = (Head("STT", width=6), Head("Họ và tên chủ hộ", width=26), Head("Thôn/buôn", width=18), Head("Phân loại hộ", width=20),
             Head("Số khẩu", width=8), Head("Số CCCD", width=16), Head("Mã hộ", width=12), Head("Ghi chú", width=16))
    rows = tuple(Row((place, home.head.name, home.hamlet.name, was, len(home.members), home.head.citizen, home.code, remark or None))
                 for place, (home, was, remark) in enumerate(written(households), 1))
    under = ("DANH SÁCH HỘ THOÁT NGHÈO, HỘ THOÁT CẬN NGHÈO NĂM 2026",
             "(Kèm theo Quyết định số 198/QĐ-UBND ngày 05/11/2026 của Chủ tịch Ủy ban nhân dân xã)")
    return Sheet("Ho thoat ngheo", heads, rows, under, (f"TỈNH ĐẮK LẮK - {profile.capitals}",), motto=False, landscape=True)
