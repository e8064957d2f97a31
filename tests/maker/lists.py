"""The household lists: the commune's own of 2025, a row per household, and the poverty system's export of 2026, a row per member."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.maker import leavers
from tests.maker.households import NEAR, POOR, Household
from tests.maker.paper import agency
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet, Typed

_DECISION, _DECIDED = "Số 214/QĐ-UBND", date(2024, 12, 16)
_EXPORT_DECISION, _EXPORT_DECIDED = "198/QĐ-UBND", date(2026, 11, 5)


def own_book(profile: Profile, households: tuple[Household, ...]) -> tuple[Sheet, ...]:
    """Return the list of 2025: poor under hamlet headings, near-poor with the hamlet in a column, and those who left either class."""
    poor = tuple(household for household in households if household.before == POOR)
    near = tuple(household for household in households if household.before == NEAR)
    gone = tuple(household for household in households if household.left_before)
    under = "(Kèm theo Quyết định số 214/QĐ-UBND ngày 16/12/2024 của Chủ tịch Ủy ban nhân dân xã)"
    signatures = (
        ("NGƯỜI LẬP BIỂU", "(Ký, họ tên)", "", "", profile.head_of_office),
        ("CHỦ TỊCH", "(Ký tên, đóng dấu)", "", "", profile.chair),
    )
    shared: dict[str, Any] = {
        "agency": agency(profile),
        "signatures": signatures,
        "place_and_day": f"{profile.place}, ngày 16 tháng 12 năm 2024",
        "landscape": True,
    }
    return (
        Sheet(
            "Hộ nghèo",
            (
                Head("STT", width=6),
                Head("Họ và tên chủ hộ", width=26),
                Head("Năm sinh", (Head("Nam", width=8), Head("Nữ", width=8))),
                Head("Số CCCD", width=16),
                Head("Mã hộ", width=12),
                Head("Dân tộc", width=9),
                Head("Số khẩu", width=8),
                Head("Nguyên nhân nghèo", width=28),
                Head("Số điện thoại", width=12),
                Head("Ghi chú", width=16),
            ),
            _poor_rows(profile, poor),
            ("DANH SÁCH HỘ NGHÈO NĂM 2025", under),
            formats=("",) * 4 + ("@",),
            **shared,
        ),
        Sheet(
            "Hộ cận nghèo",
            (
                Head("TT", width=5),
                Head("Họ tên chủ hộ", width=26),
                Head("Thôn, buôn", width=18),
                Head("Địa chỉ", width=24),
                Head("Diện", width=14),
                Head("Nhân khẩu", width=8),
                Head("CMND/CCCD", width=16),
                Head("Mã hộ", width=12),
                Head("Số tài khoản", width=18),
                Head("Số QĐ công nhận", width=16),
                Head("Ngày QĐ", width=12),
                Head("Ghi chú", width=16),
            ),
            _near_rows(near),
            ("DANH SÁCH HỘ CẬN NGHÈO NĂM 2025", under),
            left=2,
            **shared,
        ),
        Sheet(
            "Hộ thoát nghèo",
            (
                Head("STT", width=6),
                Head("Họ và tên", width=26),
                Head("Thôn/buôn", width=18),
                Head("Phân loại hộ", width=20),
                Head("Số khẩu", width=8),
                Head("Số CCCD", width=16),
                Head("Mã hộ", width=12),
            ),
            tuple(
                Row(
                    (
                        place,
                        household.head.name,
                        household.hamlet.name,
                        household.left_before,
                        len(household.members),
                        household.head.citizen,
                        household.code,
                    )
                )
                for place, household in enumerate(gone, 1)
            ),
            ("DANH SÁCH HỘ THOÁT NGHÈO, HỘ THOÁT CẬN NGHÈO NĂM 2025", under),
            **shared,
        ),
    )


def _poor_rows(profile: Profile, poor: tuple[Household, ...]) -> tuple[Row, ...]:
    rows, place = [], 0
    for number, hamlet in enumerate(profile.hamlets):
        there = [household for household in poor if household.hamlet == hamlet]
        rows.append(Row((("I", "II", "III", "IV", "V", "VI", "VII", "VIII")[number], hamlet.name, *(None,) * 9), "heading"))
        for household in there:
            place += 1
            head = household.head
            rows.append(
                Row(
                    (
                        place,
                        head.name,
                        head.born.year if head.man else None,
                        None if head.man else head.born.year,
                        None if household.nameless else head.citizen,
                        None if household.nameless else household.code,
                        _people(head.name),
                        len(household.members),
                        household.cause,
                        household.phone,
                        _remark(household, place),
                    )
                )
            )
    rows.append(Row((None, "Tổng cộng", *(None,) * 5, sum(len(household.members) for household in poor), None, None, None), "total"))
    return tuple(rows)


def _near_rows(near: tuple[Household, ...]) -> tuple[Row, ...]:
    rows = [
        Row(
            (
                place,
                household.head.name,
                household.hamlet.name,
                household.address,
                NEAR,
                _as_typed(len(household.members), place),
                None if household.nameless else household.head.citizen,
                None if household.nameless else household.code,
                household.account,
                _DECISION.removeprefix("Số "),
                _DECIDED if place % 5 else "16/12/2024",
                _remark(household, place),
            )
        )
        for place, household in enumerate(near, 1)
    ]
    return tuple(rows)


def _as_typed(count: int, place: int) -> Typed:
    return f"{count:02}" if place % 6 == 0 else count


def _remark(household: Household, place: int) -> str | None:
    return household.remark or (None, None, None, "Hộ cũ", None, None, "Mới")[place % 7]


def _people(name: str) -> str:
    return "Ê Đê" if name.startswith(("Y ", "H'")) else "Kinh"


def export_book(profile: Profile, households: tuple[Household, ...]) -> tuple[Sheet, ...]:
    """Return the poverty system's export of 2026: columns A to AA, the head's row first, the others under it; then those who left."""
    listed = sorted(
        (household for household in households if household.now),
        key=lambda household: (profile.hamlets.index(household.hamlet), household.now != POOR),
    )
    rows = tuple(row for place, household in enumerate(listed, 1) for row in _member_rows(profile, place, household))
    area = tuple(Head(text, width=11) for text in ("Tỉnh", "Huyện", "Mã huyện", "Xã", "Mã xã", "Thôn"))
    points = (
        Head("Phân loại hộ", width=14),
        Head("Quyết định công nhận", (Head("Số QĐ", width=14), Head("Ngày QĐ", width=12))),
        Head("Điểm", (Head("B1", width=6), Head("B2", width=6))),
    )
    heads = (
        Head("STT", width=6),
        Head("Mã hộ", width=12),
        Head("Họ tên chủ hộ", width=22),
        Head("Họ tên thành viên", width=22),
        Head("Quan hệ với chủ hộ", width=10),
        Head("Ngày sinh", width=11),
        Head("Giới tính", width=8),
        Head("CCCD", width=14),
        Head("Thông tin địa bàn", area),
        Head("Dân tộc", width=8),
        Head("Kết quả rà soát", points),
        Head("Hộ DTTS", width=7),
        Head("Không có khả năng lao động", width=9),
        Head("Có thành viên người có công", width=9),
        Head("Nguyên nhân nghèo", width=24),
        Head("Tuổi", width=6),
        Head("Số nhân khẩu", width=8),
        Head("Ghi chú", width=18),
    )
    return (
        Sheet(
            "Danh sach ho",
            heads,
            rows,
            (
                "DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU KHI RÀ SOÁT NĂM 2026",
                "(Danh sách được công nhận, gồm cả các hộ công nhận bổ sung sau rà soát thường xuyên)",
                "(Kèm theo Quyết định số 198/QĐ-UBND ngày 05/11/2026 của Chủ tịch Ủy ban nhân dân xã)",
            ),
            (f"TỈNH ĐẮK LẮK - {profile.capitals}",),
            motto=False,
            head_rows=8,
            landscape=True,
            notes=("Dữ liệu kết xuất từ hệ thống phần mềm quản lý hộ nghèo, hộ cận nghèo.",),
        ),
        leavers.sheet(profile, households),
    )


def _member_rows(profile: Profile, place: int, household: Household) -> tuple[Row, ...]:
    members = household.members_now
    minority = "X" if _people(members[0].name) != "Kinh" else None
    area = ("Tỉnh Đắk Lắk", None, None, profile.name, profile.code, household.hamlet.name)
    return tuple(
        Row(
            (
                place if first == 0 else None,
                household.code,
                members[0].name,
                member.name,
                member.relation,
                f"{member.born:%d/%m/%Y}",
                "Nam" if member.man else "Nữ",
                member.citizen,
                *area,
                _people(member.name),
                household.now,
                _EXPORT_DECISION,
                _EXPORT_DECIDED,
                household.b1,
                household.b2,
                minority,
                "X" if household.cause == "Không có lao động" else None,
                None,
                household.cause,
                2026 - member.born.year,
                len(members),
                (household.note or None) if first == 0 else None,
            )
        )
        for first, member in enumerate(members)
    )
