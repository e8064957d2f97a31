"""The workbooks of the drives: a ledger of gifts and a list of payments each, no two laid out alike."""

from __future__ import annotations

from typing import Any

from tests.maker.gifts import Drive
from tests.maker.paper import agency
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet, Typed, with_dots


def book(profile: Profile, drive: Drive, place: int) -> tuple[Sheet, ...]:
    """Return a drive's two sheets; `place` counts the drives from 0 and sets the layout."""
    names = (("So thu", "So chi"), ("THU", "CHI"), ("Danh sách ủng hộ", "Sử dụng"))[place]
    signatures = (("THỦ QUỸ", "(Ký, họ tên)", "", "", "Lê Thị Thanh Hương"), ("TRƯỞNG BAN", "(Ký, họ tên)", "", "", "Y Bhăm Êñuôl"))
    day = f"{profile.place}, ngày {drive.posted.day:02} tháng {drive.posted.month} năm {drive.posted.year}"
    titles = (
        ("SỔ GHI CHÉP CÁC KHOẢN ĐÓNG GÓP NĂM 2026", "BẢNG KÊ SỬ DỤNG KHOẢN ĐÓNG GÓP NĂM 2026"),
        ("DANH SÁCH TỔ CHỨC, CÁ NHÂN ĐÓNG GÓP NĂM 2026", "SỔ CHI TIỀN ĐÓNG GÓP NĂM 2026"),
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN ỦNG HỘ NĂM 2026", "SỬ DỤNG TIỀN ỦNG HỘ NĂM 2026"),
    )[place]
    shared: dict[str, Any] = {
        "agency": agency(profile) if place != 1 else (f"XÃ {profile.place.upper()}", drive.manager.upper()),
        "facts": _facts(drive, place),
        "signatures": signatures,
        "place_and_day": day,
    }
    heads, rows = (_columned, _described, _short)[place](drive)
    uses = (
        Head("STT", width=6),
        Head("Ngày", width=12),
        Head("Nội dung chi", width=44),
        Head("Số chứng từ", width=12),
        Head("Người nhận", width=24),
        Head("Số tiền (đồng)" if place else "Số tiền", width=16),
    )
    paid = tuple(
        Row((number, use.day, use.content, f"PC{number:02}", use.receiver, use.amount)) for number, use in enumerate(drive.uses, 1)
    )
    total = Row((None, None, "Tổng cộng", None, None, drive.spent), "total")
    return (
        Sheet(names[0], heads, rows, (titles[0],), unit="" if place == 1 else "Đơn vị tính: đồng", landscape=True, gap=place, **shared),
        Sheet(names[1], uses, (*paid, total), (titles[1],), unit="Đơn vị tính: đồng", left=1 + place % 2, **shared),
    )


def _facts(drive: Drive, place: int) -> tuple[str, ...]:
    asked = with_dots(drive.asked)
    begins, ends = f"{drive.begins:%d/%m/%Y}", f"{drive.ends:%d/%m/%Y}"
    return (
        (
            f"Mục đích: {drive.purpose}",
            f"Căn cứ: {drive.basis}",
            "Hình thức: Tự nguyện",
            f"Mục tiêu vận động: {asked} đồng",
            f"Đơn vị quản lý: {drive.manager}",
            f"Ban giám sát: {drive.supervisor}",
            f"Bà con tham gia: {drive.design}",
            f"Vận động từ ngày: {begins}",
            f"Vận động đến ngày: {ends}",
        ),
        (
            f"Công trình: {drive.purpose}",
            f"Căn cứ: {drive.basis}",
            "Hình thức huy động: Tự nguyện",
            f"Kế hoạch huy động: {asked} đồng",
            f"Đơn vị quản lý: {drive.manager}",
            f"Giám sát: {drive.supervisor}",
            f"Người dân tham gia thế nào: {drive.design}",
            f"Ngày bắt đầu: {begins}",
            f"Ngày kết thúc: {ends}",
        ),
        (
            f"Cuộc vận động: {drive.purpose}",
            f"Căn cứ: {drive.basis}",
            "Tính chất: Ủng hộ",
            f"Dự kiến huy động: {asked}",
            f"Ban vận động: {drive.manager}",
            f"Đơn vị giám sát: {drive.supervisor}",
            f"Bắt đầu từ ngày: {begins}",
            f"Kết thúc ngày: {ends}",
        ),
    )[place]


def _as_typed(amount: int, number: int) -> Typed:
    return with_dots(amount) if number % 9 == 0 else amount


def _columned(drive: Drive) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    heads = (
        Head("STT", width=6),
        Head("Chứng từ", (Head("Số", width=9), Head("Ngày", width=12))),
        Head("Người, đơn vị đóng góp", width=30),
        Head("Đối tượng", width=12),
        Head("Thôn, buôn", width=17),
        Head("Hình thức", width=11),
        Head("Diễn giải", width=18),
        Head("Số tiền, giá trị quy đổi", width=16),
        Head("Đồng ý nêu tên", width=10),
        Head("Số điện thoại", width=12),
    )
    rows = [
        Row(
            (
                number,
                f"PT{number:03}",
                gift.day,
                gift.giver,
                gift.giver_kind,
                gift.hamlet or None,
                gift.kind,
                gift.goods or None,
                _as_typed(gift.amount, number),
                "Có" if gift.consent else "Không",
                gift.phone or None,
            )
        )
        for number, gift in enumerate(drive.gifts, 1)
    ]
    return heads, (*rows, Row((None, None, None, "Tổng cộng", *(None,) * 4, drive.received, None, None), "total"))


def _described(drive: Drive) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    heads = (
        Head("TT", width=5),
        Head("Ngày đóng góp", width=12),
        Head("Họ và tên người đóng góp", width=30),
        Head("Thôn/Buôn", width=17),
        Head("Đóng góp bằng", width=11),
        Head("Số lượng", width=16),
        Head("Thành tiền (đồng)", width=16),
        Head("Đồng ý công khai tên", width=11),
        Head("Người nhận", width=18),
        Head("Ghi chú", width=20),
    )
    rows = [
        Row(
            (
                number,
                gift.day if number % 4 else f"{gift.day:%d/%m/%Y}",
                gift.giver,
                gift.hamlet or None,
                gift.kind,
                gift.goods or None,
                _as_typed(gift.amount, number),
                "x" if gift.consent else None,
                "Lê Thị Thanh Hương",
                "gia đình khó khăn vẫn góp" if number == 17 else None,
            )
        )
        for number, gift in enumerate(drive.gifts, 1)
    ]
    return heads, (Row((None, None, "Cộng", None, None, None, drive.received, None, None, None), "total"), *rows)


def _short(drive: Drive) -> tuple[tuple[Head, ...], tuple[Row, ...]]:
    heads = (
        Head("STT", width=6),
        Head("Số phiếu thu", width=10),
        Head("Ngày nộp", width=12),
        Head("Tập thể, cá nhân", width=34),
        Head("Địa bàn", width=17),
        Head("Số tiền", width=14),
        Head("Nêu tên", width=9),
        Head("Số tài khoản", width=18),
    )
    rows = [
        Row(
            (
                number,
                f"VNN{number:03}",
                gift.day,
                gift.giver,
                gift.hamlet or None,
                _as_typed(gift.amount, number),
                "Có" if gift.consent else "Không",
                f"5200205{int(gift.phone[-6:]):06}" if gift.phone else None,
            )
        )
        for number, gift in enumerate(drive.gifts, 1)
    ]
    return heads, (*rows, Row((None, None, None, "TỔNG CỘNG", None, drive.received, None, None), "total"))
