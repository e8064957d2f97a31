"""The workbooks of the budget for 2026, put to the council and decided: balance, revenue, spending by field and by agency, transfers."""

from __future__ import annotations

from typing import Any

from tests.maker.accounts import THOUSAND, NewYear
from tests.maker.paper import Hand, agency, signed
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet, Typed
from tests.maker.trees import NEW_REVENUE, NEW_SPENDING, Item

_MILLION = 1_000_000
_STT = Head("STT", width=6)

# Who spends the budget: the share of each field an agency gets, in percent (what is left goes to the last of a field).
_AGENCIES = (
    ("council", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", {"administration": 46, "other": 100, "technology": 60}),
    ("economy", "Phòng Kinh tế", {"economy": 72, "environment": 100, "administration": 12, "investment": 81}),
    ("culture", "Phòng Văn hóa - Xã hội", {"social": 100, "culture": 70, "administration": 12, "health": 10}),
    ("services", "Trung tâm Phục vụ hành chính công", {"technology": 40, "administration": 6}),
    ("supply", "Trung tâm Cung ứng dịch vụ sự nghiệp công", {"culture": 30, "radio": 100, "sport": 100, "economy": 28}),
    ("party", "Văn phòng Đảng ủy xã", {"administration": 15}),
    ("front", "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội", {"administration": 9}),
    ("military", "Ban Chỉ huy Quân sự xã", {"defence": 62}),
    ("police", "Công an xã", {"defence": 38}),
    ("health", "Trạm Y tế xã", {"health": 90}),
    ("nursery", "Trường Mầm non Hoa Pơ Lang", {"education": 24, "investment": 19}),
    ("primary", "Trường Tiểu học Suối Mây", {"education": 41}),
    ("secondary", "Trường Trung học cơ sở Suối Mây", {"education": 35}),
)
_TARGETED = (
    ("invest", "Vốn đầu tư thực hiện các chương trình mục tiêu quốc gia", 36.9),
    ("run", "Kinh phí sự nghiệp các chương trình mục tiêu quốc gia", 24.2),
    ("policy", "Kinh phí thực hiện các chính sách an sinh xã hội", 26.4),
    ("roads", "Kinh phí bảo trì đường giao thông nông thôn", 0),
)


def decided_book(profile: Profile, money: NewYear) -> tuple[Sheet, ...]:
    """Return the five tables of the budget the council decided for 2026."""
    place, signatures = signed(profile, "ngày 09 tháng 01 năm 2026")
    under = "(Dự toán đã được Hội đồng nhân dân xã quyết định tại Nghị quyết số 28/NQ-HĐND ngày 19/12/2025)"
    shared: dict[str, Any] = {"agency": agency(profile), "place_and_day": place, "signatures": signatures}
    return (
        _decided_balance(money, under, shared),
        _decided_revenue(money, under, shared),
        _decided_spending(money, under, shared),
        _agencies(money, under, shared),
        _transfers(money, under, shared),
    )


def draft_book(profile: Profile, money: NewYear) -> tuple[Sheet, ...]:
    """Return the tables of the draft for 2026 that was put to the council, which decided it as it was."""
    place, signatures = signed(profile, "ngày 18 tháng 12 năm 2025")
    shared: dict[str, Any] = {"agency": agency(profile), "place_and_day": place, "signatures": signatures}
    under = "(Dự toán trình Hội đồng nhân dân xã)"
    return (_decided_balance(money, under, shared), _decided_revenue(money, under, shared), _decided_spending(money, under, shared))


def _decided_balance(money: NewYear, under: str, shared: dict[str, Any]) -> Sheet:
    hand = Hand(THOUSAND)
    left = (
        ("total", "TỔNG SỐ THU"),
        ("own", "I. Các khoản thu ngân sách xã hưởng 100%"),
        ("shared", "II. Các khoản thu phân chia theo tỷ lệ phần trăm (%)"),
        ("transfers", "III. Thu bổ sung từ ngân sách cấp tỉnh"),
        ("balancing", "- Bổ sung cân đối ngân sách"),
        ("targeted", "- Bổ sung có mục tiêu"),
        ("carried-in", "IV. Thu chuyển nguồn"),
    )
    right = (
        ("total", "TỔNG SỐ CHI"),
        ("investment", "I. Chi đầu tư phát triển"),
        ("recurrent", "II. Chi thường xuyên"),
        ("reserve", "III. Dự phòng ngân sách"),
    )
    rows = []
    for row, (key, name) in enumerate(left):
        other = right[row] if row < len(right) else None
        rows.append(
            Row(
                (
                    name,
                    *hand.amounts((money.revenue[key],), row),
                    other[1] if other else None,
                    *(hand.amounts((money.spending[other[0]],), row) if other else (None,)),
                ),
                "total" if row == 0 else "line",
            )
        )
    plan = Head("Dự toán năm 2026", width=20)
    return Sheet(
        "CAN DOI",
        (Head("Nội dung thu", width=46), plan, Head("Nội dung chi", width=32), plan),
        tuple(rows),
        ("CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026", under),
        unit="Đơn vị tính: 1.000 đồng",
        **shared,
    )


def _decided_revenue(money: NewYear, under: str, shared: dict[str, Any]) -> Sheet:
    pair = (Head("Thu NSNN trên địa bàn", width=15), Head("Thu ngân sách xã được hưởng", width=15))
    columns = (money.revenue_prior_state, money.revenue_prior, money.revenue_state, money.revenue)
    hand = Hand(THOUSAND, 9)

    def cells(item: Item, row: int) -> tuple[Typed, ...]:
        before_state, before, plan_state, plan = (column[item.key] for column in columns)
        return (
            *hand.amounts((before_state, before, plan_state, plan), row),
            *hand.shares(((plan_state, before_state), (plan, before)), row),
        )

    rows = tuple(Row((item.marker, item.name, *cells(item, row)), item.style) for row, item in enumerate(NEW_REVENUE))
    return Sheet(
        "DU TOAN THU",
        (
            _STT,
            Head("Nội dung", width=50),
            Head("Ước thực hiện năm 2025", pair),
            Head("Dự toán năm 2026", pair),
            Head("So sánh (%)", tuple(Head(head.text, width=10) for head in pair)),
        ),
        rows,
        ("DỰ TOÁN THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN VÀ THU NGÂN SÁCH XÃ NĂM 2026", under),
        unit="Đơn vị tính: 1.000 đồng",
        ruler=("A", "B", 1, 2, 3, 4, "5=3/1", "6=4/2"),
        formats=("",) * 6 + ("0.0",) * 2,
        landscape=True,
        **shared,
    )


def _decided_spending(money: NewYear, under: str, shared: dict[str, Any]) -> Sheet:
    hand = Hand(THOUSAND)
    rows = tuple(
        Row(
            (
                item.marker,
                item.name,
                *hand.amounts((money.spending_prior[item.key], money.spending[item.key]), row),
                *hand.shares(((money.spending[item.key], money.spending_prior[item.key]),), row),
            ),
            item.style,
        )
        for row, item in enumerate(NEW_SPENDING)
    )
    return Sheet(
        "CHI THEO LINH VUC",
        (
            _STT,
            Head("Nội dung", width=56),
            Head("Ước thực hiện năm 2025", width=17),
            Head("Dự toán năm 2026", width=17),
            Head("So sánh (%)", width=11),
        ),
        rows,
        ("DỰ TOÁN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC NĂM 2026", under),
        unit="Đơn vị tính: 1.000 đồng",
        ruler=("A", "B", 1, 2, "3=2/1"),
        formats=("", "", "", "", "0.0"),
        gap=2,
        **shared,
    )


def agency_amounts(money: NewYear) -> tuple[tuple[str, str, int, int], ...]:
    """Return key, name, investment and recurrent spending (đồng) of each agency; they add up to the decided spending less the reserve."""
    left = {key: amount or 0 for key, amount in money.spending.items()}
    last = {field: key for key, _, fields in _AGENCIES for field in fields}
    lines = []
    for key, name, fields in _AGENCIES:
        given = {}
        for field, percent in fields.items():
            amount = left[field] if last[field] == key else round((money.spending[field] or 0) * percent / 100 / 100_000) * 100_000
            left[field] -= amount
            given[field] = amount
        build = given.pop("investment", 0)
        lines.append((key, name, build, sum(given.values())))
    return tuple(lines)


def _agencies(money: NewYear, under: str, shared: dict[str, Any]) -> Sheet:
    hand = Hand(THOUSAND, 11, "-")
    lines = agency_amounts(money)
    reserve = money.spending["reserve"] or 0
    build, run = sum(line[2] for line in lines), sum(line[3] for line in lines)
    rows = [
        Row(("", "TỔNG SỐ", *hand.amounts((build + run + reserve, build, run + reserve), 1)), "total"),
        Row(("I", "Các cơ quan, đơn vị", *hand.amounts((build + run, build, run), 2)), "group"),
    ]
    rows += [
        Row((str(place), name, *hand.amounts((built + ran, built or None, ran), place)))
        for place, (_, name, built, ran) in enumerate(lines, 1)
    ]
    rows.append(Row(("II", "Dự phòng ngân sách", *hand.amounts((reserve, None, reserve), 3)), "group"))
    return Sheet(
        "CHI THEO DON VI",
        (
            _STT,
            Head("Tên cơ quan, đơn vị", width=54),
            Head(
                "Dự toán năm 2026", (Head("Tổng số", width=15), Head("Chi đầu tư phát triển", width=15), Head("Chi thường xuyên", width=15))
            ),
        ),
        tuple(rows),
        ("DỰ TOÁN CHI NGÂN SÁCH XÃ CHO TỪNG CƠ QUAN, ĐƠN VỊ NĂM 2026", under),
        unit="Đơn vị tính: 1.000 đồng",
        ruler=("A", "B", "1=2+3", 2, 3),
        **shared,
    )


def transfer_amounts(money: NewYear) -> tuple[tuple[str, str, int, int], ...]:
    """Return key, name, estimate for 2025 and plan for 2026 (đồng) of each targeted transfer; the last gets what is left."""
    estimate, plan = money.revenue_prior["targeted"] or 0, money.revenue["targeted"] or 0
    shares = [
        (round(estimate * percent / 100 / 100_000) * 100_000, round(plan * percent / 100 / 100_000) * 100_000)
        for _, _, percent in _TARGETED[:-1]
    ]
    rest = (estimate - sum(before for before, _ in shares), plan - sum(now for _, now in shares))
    return tuple((key, name, before, now) for (key, name, _), (before, now) in zip(_TARGETED, (*shares, rest), strict=True))


def _transfers(money: NewYear, under: str, shared: dict[str, Any]) -> Sheet:
    hand = Hand(_MILLION, 3)
    prior, plan = money.revenue_prior, money.revenue
    lines = [
        ("", "TỔNG SỐ", prior["transfers"], plan["transfers"], "total"),
        ("I", "Bổ sung cân đối ngân sách", prior["balancing"], plan["balancing"], "group"),
        ("II", "Bổ sung có mục tiêu", prior["targeted"], plan["targeted"], "group"),
        *((str(place), name, before, now, "line") for place, (_, name, before, now) in enumerate(transfer_amounts(money), 1)),
    ]
    rows = tuple(
        Row((marker, name, *hand.amounts((before, now), row), *hand.shares(((now, before),), row)), style)
        for row, (marker, name, before, now, style) in enumerate(lines)
    )
    return Sheet(
        "BO SUNG TU NS TINH",
        (
            _STT,
            Head("Nội dung", width=56),
            Head("Ước thực hiện năm 2025", width=16),
            Head("Dự toán năm 2026", width=16),
            Head("So sánh (%)", width=10),
        ),
        rows,
        ("DỰ TOÁN BỔ SUNG TỪ NGÂN SÁCH CẤP TỈNH CHO NGÂN SÁCH XÃ NĂM 2026", under),
        unit="ĐVT: triệu đồng",
        ruler=("A", "B", 1, 2, "3=2/1"),
        formats=("", "", "#,##0.0", "#,##0.0", "0.0"),
        left=2,
        **shared,
    )
