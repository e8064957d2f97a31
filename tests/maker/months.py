"""The workbooks of the first 3, 6 and 9 months of 2026: balance, revenue and spending, counted from January."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.maker.accounts import THOUSAND, NewYear, OldYear, Whole, both, total
from tests.maker.paper import Hand, agency, signed
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet
from tests.maker.trees import NEW_REVENUE, NEW_SPENDING

_MILLION = 1_000_000
_STT = Head("STT", width=6)
_DAYS = {3: "ngày 07 tháng 4 năm 2026", 6: "ngày 08 tháng 7 năm 2026", 9: "ngày 08 tháng 10 năm 2026"}


def months_book(profile: Profile, months: int, now: NewYear, before: OldYear) -> tuple[Sheet, ...]:
    """Return the three tables of the first 3, 6 or 9 months of 2026: balance, revenue, spending, all counted from January."""
    unit = _MILLION if months == 6 else THOUSAND
    hand = Hand(unit, 7)
    place, signatures = signed(profile, _DAYS[months])
    shared: dict[str, Any] = {
        "agency": agency(profile, office="PHÒNG KINH TẾ") if months == 9 else agency(profile),
        "place_and_day": place,
        "signatures": signatures,
        "unit": {3: "Đơn vị tính: 1.000 đồng", 6: "Đơn vị tính: Triệu đồng", 9: "Đơn vị tính: 1.000 đồng"}[months],
    }
    return (
        _months_balance(months, (now, before), hand, shared),
        _months_revenue(months, (now, before), hand, shared),
        _months_spending(months, (now, before), hand, shared),
    )


def same_months(quarters: tuple[Whole, ...], months: int) -> Whole:
    """Return what 2025's quarters add up to by the end of so many months."""
    taken = quarters[: months // 3]
    return {key: sum(quarter[key] or 0 for quarter in taken) or None for key in taken[0]}


def _name(months: int) -> str:
    return {3: "03 THÁNG NĂM 2026", 6: "06 THÁNG ĐẦU NĂM 2026", 9: "09 THÁNG NĂM 2026"}[months]


def _months_balance(months: int, years: tuple[NewYear, OldYear], hand: Hand, shared: dict[str, Any]) -> Sheet:
    now, before = years
    past = same_months(before.quarters, months)
    past_run, past_build = same_months(before.quarters_recurrent, months), same_months(before.quarters_invest, months)
    lines: list[tuple[str, str, Mapping[str, int | None], str, int | None]] = [
        ("I", "TỔNG SỐ THU", now.revenue, "total", past["total"]),
        ("1", "Các khoản thu ngân sách xã hưởng 100%", now.revenue, "own", None),
        ("2", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)", now.revenue, "shared", None),
        ("3", "Thu bổ sung từ ngân sách cấp tỉnh", now.revenue, "transfers", past["transfers"]),
        ("-", "Bổ sung cân đối ngân sách", now.revenue, "balancing", past["balancing"]),
        ("-", "Bổ sung có mục tiêu", now.revenue, "targeted", past["targeted"]),
        ("4", "Thu chuyển nguồn", now.revenue, "carried-in", past["carried-in"]),
        ("5", "Thu kết dư", now.revenue, "surplus-in", past["surplus-in"]),
        ("II", "TỔNG SỐ CHI", now.spending, "total", total(past_run) + total(past_build)),
        ("1", "Chi đầu tư phát triển", now.spending, "investment", past_build["total"]),
        ("2", "Chi thường xuyên", now.spending, "recurrent", total(past_run)),
        ("3", "Dự phòng ngân sách", now.spending, "reserve", None),
    ]
    rows = []
    for row, (marker, name, plan, key, was) in enumerate(lines):
        done = (now.received if plan is now.revenue else now.spent)[months][key]
        rows.append(
            Row(
                (marker, name, *hand.amounts((plan[key], done), row), *hand.shares(((done, plan[key]), (done, was)), row)),
                "total" if key == "total" else "line",
            )
        )
    return Sheet(
        f"CD {months:02} thang",
        (
            _STT,
            Head("Nội dung", width=48),
            Head("Dự toán năm 2026", width=15),
            Head(f"Thực hiện {months:02} tháng", width=15),
            Head("So sánh (%)", (Head("Dự toán năm", width=10), Head("Cùng kỳ năm trước", width=10))),
        ),
        tuple(rows),
        (f"ĐÁNH GIÁ CÂN ĐỐI NGÂN SÁCH XÃ {_name(months)}", "(Số lũy kế từ đầu năm)"),
        ruler=("A", "B", 1, 2, "3=2/1", 4),
        formats=("", "", *_fit(hand, 2), "0.0", "0.0"),
        gap=months // 3 - 1,
        **shared,
    )


def _fit(hand: Hand, columns: int) -> tuple[str, ...]:
    return (("#,##0.###" if hand.unit == _MILLION else "#,##0"),) * columns


# What the officer wrote beside the lines that jumped, and in which table.
_EXPLAINED_IN = 9
_EXPLAINED = {
    "social": "Hỗ trợ các hộ bị thiệt hại sau bão số 9, chi từ tháng 8.",
    "investment": "Công trình nhà văn hóa khởi công tháng 7.",
}
# Lines that mean the same before and since 2026; the others can't be compared with the year before.
_ALIKE = (
    "total",
    "registration",
    "non-farm-land",
    "land-use",
    "public-land",
    "transfers",
    "balancing",
    "targeted",
    "carried-in",
    "surplus-in",
)


def _months_revenue(months: int, years: tuple[NewYear, OldYear], hand: Hand, shared: dict[str, Any]) -> Sheet:
    now, before = years
    past = same_months(before.quarters, months)
    pair = (Head("Thu NSNN trên địa bàn", width=14), Head("Thu NSX hưởng", width=14))
    rows = []
    for row, item in enumerate(NEW_REVENUE):
        plans, dones = (
            (now.revenue_state[item.key], now.revenue[item.key]),
            (now.received_state[months][item.key], now.received[months][item.key]),
        )
        was = past[item.key] if item.key in _ALIKE else None
        rows.append(
            Row(
                (
                    item.marker,
                    item.name,
                    *hand.amounts((*plans, *dones), row),
                    *hand.shares((*zip(dones, plans, strict=True), (dones[1], was)), row),
                ),
                item.style,
            )
        )
    return Sheet(
        f"Thu {months:02} thang",
        (
            _STT,
            Head("Nội dung", width=50),
            Head("Dự toán năm 2026", pair),
            Head(f"Thực hiện {months:02} tháng năm 2026", pair),
            Head("So sánh (%)", tuple(Head(head.text, width=10) for head in pair)),
            Head("So với cùng kỳ năm trước (%)", width=11),
        ),
        tuple(rows),
        (f"TÌNH HÌNH THỰC HIỆN THU NGÂN SÁCH XÃ {_name(months)}", "(Số lũy kế từ đầu năm)"),
        ruler=("A", "B", 1, 2, 3, 4, "5=3/1", "6=4/2", 7),
        formats=("", "", *_fit(hand, 4), "0.0", "0.0", "0.0"),
        landscape=True,
        **shared,
    )


def _months_spending(months: int, years: tuple[NewYear, OldYear], hand: Hand, shared: dict[str, Any]) -> Sheet:
    now, before = years
    old = both(same_months(before.quarters_invest, months), same_months(before.quarters_recurrent, months))
    run = same_months(before.quarters_recurrent, months)
    past = {
        **{
            key: run[key]
            for key in (
                "education",
                "technology",
                "health",
                "culture",
                "radio",
                "sport",
                "environment",
                "economy",
                "administration",
                "social",
                "defence",
            )
        },
        "total": old["total"],
        "investment": same_months(before.quarters_invest, months)["total"],
        "recurrent": run["total"],
    }
    rows = []
    for row, item in enumerate(NEW_SPENDING):
        plan, done = now.spending[item.key], now.spent[months][item.key]
        shares = hand.shares(((done, plan), (done, past.get(item.key))), row)
        note = (_EXPLAINED.get(item.key),) if months == _EXPLAINED_IN else ()
        rows.append(Row((item.marker, item.name, *hand.amounts((plan, done), row), *shares, *note), item.style))
    noted = months == _EXPLAINED_IN
    return Sheet(
        f"Chi {months:02} thang",
        (
            _STT,
            Head("Nội dung chi", width=56),
            Head("Dự toán năm", width=16),
            Head(f"Thực hiện {months} tháng", width=16),
            Head("So sánh (%)", (Head("Dự toán năm", width=10), Head("Cùng kỳ năm trước", width=10))),
            *((Head("Ghi chú", width=30),) if noted else ()),
        ),
        tuple(rows),
        (f"TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC {_name(months)}", "(Số lũy kế từ đầu năm)"),
        ruler=("A", "B", 1, 2, "3=2/1", 4, *((5,) if noted else ())),
        formats=("", "", *_fit(hand, 2), "0.0", "0.0", *(("",) if noted else ())),
        left=2 if months == 6 else 1,
        **shared,
    )
