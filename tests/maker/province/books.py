"""Every workbook of one of a province's communes by the name its officer gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from tests.maker import accounts, decided, gifts, households, ledgers, months
from tests.maker.draw import Draw
from tests.maker.gifts import Drive
from tests.maker.households import NEAR, POOR, Household
from tests.maker.paper import agency
from tests.maker.province.communes import Commune
from tests.maker.province.layout import another_hand, reordered
from tests.maker.province.money import shaken
from tests.maker.sheet import Head, Row, Sheet, Typed

_MONTHS = ("CK {0:02} thang {1}.xlsx", "Bieu cong khai {0} thang nam 2026 {1}.xlsx", "NSX {0:02}T 2026 - {1}.xlsx",
           "Cong khai NS {1} {0} thang.xlsx")
_DECIDED = ("Du toan 2026 {}.xlsx", "DT 2026 (HDND) {}.xlsx", "Cong khai du toan {} 2026.xlsx")
_LISTS = ("Ho ngheo {} 2026.xlsx", "DS ho ngheo can ngheo {}.xlsx", "Danh sach HN-HCN {} 2026.xlsx")
_LEDGERS = ("So dong gop {}.xlsx", "Van dong {} 2026.xlsx", "Thu chi dong gop {}.xlsx")


def every(commune: Commune) -> Mapping[str, tuple[Sheet, ...]]:
    """Return all workbooks of a commune by file name, its own hand in each sheet."""
    profile = commune.profile
    draw = Draw(f"{profile.seed} books")
    invented = accounts.invent(profile)
    money = shaken(invented.y2026, draw)
    short = profile.id.split("-", 1)[1].replace("-", " ")
    execution = months.months_book(profile, commune.months, money, invented.y2025)
    own = {draw.one(_MONTHS).format(commune.months, short): execution if commune.balance else execution[1:]}
    if commune.decided:
        own[draw.one(_DECIDED).format(short)] = decided.decided_book(profile, money)
    own[draw.one(_LISTS).format(short)] = _list(commune, draw)
    own[draw.one(_LEDGERS).format(short)] = ledgers.book(profile, _shortened(gifts.invent(profile)[commune.drive], draw), commune.drive)
    return {name: tuple(another_hand(sheet, draw) for sheet in sheets) for name, sheets in own.items()}


def _shortened(drive: Drive, draw: Draw) -> Drive:
    """Return a drive with fewer gifts, and what was spent no more than what came."""
    few = drive.gifts[: draw.number(18, 90)]
    share = sum(gift.amount for gift in few) / drive.received
    uses = tuple(replace(use, amount=int(use.amount * share) // 1000 * 1000) for use in drive.uses)
    return replace(drive, gifts=few, uses=tuple(use for use in uses if use.amount),
                   asked=round(drive.asked * share / 1_000_000 + 1) * 1_000_000, posted=drive.posted + timedelta(days=draw.number(-3, 3)))


def _list(commune: Commune, draw: Draw) -> tuple[Sheet, ...]:
    """Return the list of the recognised households of 2026: one sheet for both classes, or one for each."""
    homes = [home for home in households.invent(commune.profile) if home.now]
    homes = draw.some(homes, draw.number(len(homes) * 3 // 10, len(homes) * 7 // 10))
    if draw.chance(0.5):
        return (_sheet(commune, homes, "HỘ NGHÈO, HỘ CẬN NGHÈO", draw),)
    return tuple(_sheet(commune, [home for home in homes if home.now == sort], sort.upper(), draw) for sort in (POOR, NEAR))


def _sheet(commune: Commune, homes: list[Household], what: str, draw: Draw) -> Sheet:
    heads, rows = reordered(*_columns(homes, draw), draw)
    profile = commune.profile
    return Sheet(
        what.capitalize()[:28],
        heads,
        rows,
        (f"DANH SÁCH {what} ĐƯỢC CÔNG NHẬN NĂM 2026",
         f"(Kèm theo Quyết định số {draw.number(90, 400)}/QĐ-UBND ngày {draw.number(2, 9):02}/11/2026 của Chủ tịch Ủy ban nhân dân xã)"),
        agency=agency(profile),
        place_and_day=f"{profile.place}, ngày {draw.number(10, 12)} tháng 11 năm 2026",
        signatures=(("NGƯỜI LẬP BIỂU", "(Ký, họ tên)", "", "", profile.head_of_office),
                    ("CHỦ TỊCH", "(Ký tên, đóng dấu)", "", "", profile.chair)),
    )


def _columns(homes: list[Household], draw: Draw) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    """Return the columns an officer keeps, private ones among them, and a row for each household."""
    always: list[tuple[Head, list[Typed]]] = [
        (Head("STT", width=6), [number for number, _ in enumerate(homes, 1)]),
        (Head(draw.one(("Họ và tên chủ hộ", "Họ tên chủ hộ", "Chủ hộ")), width=26), [home.head.name for home in homes]),
        (Head(draw.one(("Thôn, buôn", "Thôn/Buôn", "Địa bàn")), width=18), [home.hamlet.name for home in homes]),
        (Head(draw.one(("Phân loại hộ", "Diện", "Loại hộ")), width=14), [home.now for home in homes]),
        (Head(draw.one(("Số khẩu", "Nhân khẩu", "Số nhân khẩu")), width=8), [len(home.members) for home in homes]),
    ]
    perhaps: list[tuple[Head, list[Typed]]] = [
        (Head("Số CCCD", width=16), [home.head.citizen for home in homes]),
        (Head("Mã hộ", width=12), [home.code for home in homes]),
        (Head("Số điện thoại", width=12), [home.phone for home in homes]),
        (Head("Địa chỉ", width=24), [home.address for home in homes]),
        (Head("Dân tộc", width=9), ["Ê Đê" if home.head.name.startswith(("Y ", "H'")) else "Kinh" for home in homes]),
        (Head("Nguyên nhân nghèo", width=28), [home.cause for home in homes]),
    ]
    kept = always + draw.some(perhaps, draw.number(2, len(perhaps)))
    rows = tuple(Row(cells) for cells in zip(*(column for _, column in kept), strict=True))
    return tuple(head for head, _ in kept), rows
