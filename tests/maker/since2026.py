"""The budget workbooks of 2026, under circular 26/2026: the decided budget and the first 3, 6 and 9 months."""

from __future__ import annotations

from collections.abc import Mapping

from tests.maker.accounts import THOUSAND, NewYear, OldYear, Whole, both, total
from tests.maker.paper import Hand, agency, signed
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet, Typed
from tests.maker.trees import NEW_REVENUE, NEW_SPENDING, Item

_MILLION = 1_000_000
_STT = Head("STT", width=6)
_DAYS = {3: "ngày 07 tháng 4 năm 2026", 6: "ngày 08 tháng 7 năm 2026", 9: "ngày 08 tháng 10 năm 2026"}

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
_TARGETED = (("invest", "Vốn đầu tư thực hiện các chương trình mục tiêu quốc gia", 36.9), ("run", "Kinh phí sự nghiệp các chương trình mục tiêu quốc gia", 24.2),
             ("policy", "Kinh phí thực hiện các chính sách an sinh xã hội", 26.4), ("roads", "Kinh phí bảo trì đường giao thông nông thôn", 0))


def decided_book(profile: Profile, money: NewYear) -> tuple[Sheet, ...]:
    """Return the five tables of the budget the council decided for 2026."""
    place, signatures = signed(profile, "ngày 09 tháng 01 năm 2026")
    under = "(Dự toán đã được Hội đồng nhân dân xã quyết định tại Nghị quyết số 28/NQ-HĐND ngày 19/12/2025)"
    shared: dict[str, object] = {"agency": agency(profile), "place_and_day": place, "signatures": signatures}
    return (_decided_balance(money, under, shared), _decided_revenue(money, under, shared), _decided_spending(money, under, shared),
            _agencies(money, under, shared), _transfers(money, under, shared))


def _decided_balance(money: NewYear, under: str, shared: dict[str, object]) -> Sheet:
    hand = Hand(THOUSAND)
    left = (("total", "TỔNG SỐ THU"), ("own", "I. Các khoản thu ngân sách xã hưởng 100%"), ("shared", "II. Các khoản thu phân chia theo tỷ lệ phần trăm (%)"),
            ("transfers", "III. Thu bổ sung từ ngân sách cấp tỉnh"), ("balancing", "- Bổ sung cân đối ngân sách"), ("targeted", "- Bổ sung có mục tiêu"),
            ("carried-in", "IV. Thu chuyển nguồn"))
    right = (("total", "TỔNG SỐ CHI"), ("investment", "I. Chi đầu tư phát triển"), ("recurrent", "II. Chi thường xuyên"),
             ("reserve", "III. Dự phòng ngân sách"))
    rows = []
    for row, (key, name) in enumerate(left):
        other = right[row] if row < len(right) else None
        rows.append(Row((name, *hand.amounts((money.revenue[key],), row), other[1] if other else None,
                         *(hand.amounts((money.spending[other[0]],), row) if other else (None,))), "total" if row == 0 else "line"))
    plan = Head("Dự toán năm 2026", width=20)
    return Sheet("CAN DOI", (Head("Nội dung thu", width=46), plan, Head("Nội dung chi", width=32), plan), tuple(rows),
                 ("CÂN ĐỐI NGÂN SÁCH XÃ NĂM 2026", under), unit="Đơn vị tính: 1.000 đồng", **shared)  # type: ignore[arg-type]


def _decided_revenue(money: NewYear, under: str, shared: dict[str, object]) -> Sheet:
    pair = (Head("Thu NSNN trên địa bàn", width=15), Head("Thu ngân sách xã được hưởng", width=15))
    columns = (money.revenue_prior_state, money.revenue_prior, money.revenue_state, money.revenue)
    hand = Hand(THOUSAND, 9)

    def cells(item: Item, row: int) -> tuple[Typed, ...]:
        before_state, before, plan_state, plan = (column[item.key] for column in columns)
        return (*hand.amounts((before_state, before, plan_state, plan), row), *hand.shares(((plan_state, before_state), (plan, before)), row))
    rows = tuple(Row((item.marker, item.name, *cells(item, row)), item.style) for row, item in enumerate(NEW_REVENUE))
    return Sheet("DU TOAN THU", (_STT, Head("Nội dung", width=50), Head("Ước thực hiện năm 2025", pair), Head("Dự toán năm 2026", pair), Head("So sánh (%)", tuple(Head(head.text, width=10) for head in pair))),
                 rows, ("DỰ TOÁN THU NGÂN SÁCH NHÀ NƯỚC TRÊN ĐỊA BÀN VÀ THU NGÂN SÁCH XÃ NĂM 2026", under), unit="Đơn vị tính: 1.000 đồng",
                 ruler=("A", "B", 1, 2, 3, 4, "5=3/1", "6=4/2"), formats=("",) * 6 + ("0.0",) * 2, landscape=True, **shared)  # type: ignore[arg-type]


def _decided_spending(money: NewYear, under: str, shared: dict[str, object]) -> Sheet:
    hand = Hand(THOUSAND)
    rows = tuple(Row((item.marker, item.name, *hand.amounts((money.spending_prior[item.key], money.spending[item.key]), row),
                      *hand.shares(((money.spending[item.key], money.spending_prior[item.key]),), row)), item.style) for row, item in enumerate(NEW_SPENDING))
    return Sheet("CHI THEO LINH VUC", (_STT, Head("Nội dung", width=56), Head("Ước thực hiện năm 2025", width=17), Head("Dự toán năm 2026", width=17), Head("So sánh (%)", width=11)),
                 rows, ("DỰ TOÁN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC NĂM 2026", under), unit="Đơn vị tính: 1.000 đồng",
                 ruler=("A", "B", 1, 2, "3=2/1"), formats=("", "", "", "", "0.0"), gap=2, **shared)  # type: ignore[arg-type]


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


def _agencies(money: NewYear, under: str, shared: dict[str, object]) -> Sheet:
    hand = Hand(THOUSAND, 11, "-")
    lines = agency_amounts(money)
    reserve = money.spending["reserve"] or 0
    build, run = sum(line[2] for line in lines), sum(line[3] for line in lines)
    rows = [Row(("", "TỔNG SỐ", *hand.amounts((build + run + reserve, build, run + reserve), 1)), "total"),
            Row(("I", "Các cơ quan, đơn vị", *hand.amounts((build + run, build, run), 2)), "group")]
    rows += [Row((str(place), name, *hand.amounts((built + ran, built or None, ran), place))) for place, (_, name, built, ran) in enumerate(lines, 1)]
    rows.append(Row(("II", "Dự phòng ngân sách", *hand.amounts((reserve, None, reserve), 3)), "group"))
    return Sheet("CHI THEO DON VI", (_STT, Head("Tên cơ quan, đơn vị", width=54), Head("Dự toán năm 2026", (Head("Tổng số", width=15), Head("Chi đầu tư phát triển", width=15), Head("Chi thường xuyên", width=15)))),
                 tuple(rows), ("DỰ TOÁN CHI NGÂN SÁCH XÃ CHO TỪNG CƠ QUAN, ĐƠN VỊ NĂM 2026", under), unit="Đơn vị tính: 1.000 đồng",
                 ruler=("A", "B", "1=2+3", 2, 3), **shared)  # type: ignore[arg-type]


def transfer_amounts(money: NewYear) -> tuple[tuple[str, str, int, int], ...]:
    """Return key, name, estimate for 2025 and plan for 2026 (đồng) of each targeted transfer."""
    lines, left = [], [money.revenue_prior["targeted"] or 0, money.revenue["targeted"] or 0]
    for key, name, percent in _TARGETED:
        amounts = tuple(round(of * percent / 100 / 100_000) * 100_000 for of in (money.revenue_prior["targeted"] or 0, money.revenue["targeted"] or 0)) if percent else tuple(left)
        left = [rest - amount for rest, amount in zip(left, amounts, strict=True)]
        lines.append((key, name, *amounts))
    return tuple(lines)  # type: ignore[return-value]


def _transfers(money: NewYear, under: str, shared: dict[str, object]) -> Sheet:
    hand = Hand(_MILLION, 3)
    prior, plan = money.revenue_prior, money.revenue
    lines = [("", "TỔNG SỐ", prior["transfers"], plan["transfers"], "total"), ("I", "Bổ sung cân đối ngân sách", prior["balancing"], plan["balancing"], "group"),
             ("II", "Bổ sung có mục tiêu", prior["targeted"], plan["targeted"], "group"),
             *((str(place), name, before, now, "line") for place, (_, name, before, now) in enumerate(transfer_amounts(money), 1))]
    rows = tuple(Row((marker, name, *hand.amounts((before, now), row), *hand.shares(((now, before),), row)), style)
                 for row, (marker, name, before, now, style) in enumerate(lines))
    return Sheet("BO SUNG TU NS TINH", (_STT, Head("Nội dung", width=56), Head("Ước thực hiện năm 2025", width=16), Head("Dự toán năm 2026", width=16), Head("So sánh (%)", width=10)),
                 rows, ("DỰ TOÁN BỔ SUNG TỪ NGÂN SÁCH CẤP TỈNH CHO NGÂN SÁCH XÃ NĂM 2026", under), unit="ĐVT: triệu đồng",
                 ruler=("A", "B", 1, 2, "3=2/1"), formats=("", "", "#,##0.0", "#,##0.0", "0.0"), left=2, **shared)  # type: ignore[arg-type]


def months_book(profile: Profile, months: int, now: NewYear, before: OldYear) -> tuple[Sheet, ...]:
    """Return the three tables of the first 3, 6 or 9 months of 2026: balance, revenue, spending, all counted from January."""
    unit = _MILLION if months == 6 else THOUSAND  # noqa: PLR2004 - the officer types the half year in millions
    hand = Hand(unit, 7)
    place, signatures = signed(profile, _DAYS[months])
    shared: dict[str, object] = {"agency": agency(profile, office="PHÒNG KINH TẾ") if months == 9 else agency(profile), "place_and_day": place, "signatures": signatures,  # noqa: PLR2004
                                 "unit": {3: "Đơn vị tính: 1.000 đồng", 6: "Đơn vị tính: Triệu đồng", 9: "Đơn vị tính: 1.000 đồng"}[months]}
    return (_months_balance(months, (now, before), hand, shared), _months_revenue(months, (now, before), hand, shared),
            _months_spending(months, (now, before), hand, shared))


def same_months(quarters: tuple[Whole, ...], months: int) -> Whole:
    """Return what 2025's quarters add up to by the end of so many months."""
    taken = quarters[:months // 3]
    return {key: sum(quarter[key] or 0 for quarter in taken) or None for key in taken[0]}


def _name(months: int) -> str:
    return {3: "03 THÁNG NĂM 2026", 6: "06 THÁNG ĐẦU NĂM 2026", 9: "09 THÁNG NĂM 2026"}[months]


def _months_balance(months: int, years: tuple[NewYear, OldYear], hand: Hand, shared: dict[str, object]) -> Sheet:
    now, before = years
    past = same_months(before.quarters, months)
    past_run, past_build = same_months(before.quarters_recurrent, months), same_months(before.quarters_invest, months)
    lines: list[tuple[str, str, Mapping[str, int | None], str, int | None]] = [
        ("I", "TỔNG SỐ THU", now.revenue, "total", past["total"]), ("1", "Các khoản thu ngân sách xã hưởng 100%", now.revenue, "own", None),
        ("2", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)", now.revenue, "shared", None),
        ("3", "Thu bổ sung từ ngân sách cấp tỉnh", now.revenue, "transfers", past["transfers"]), ("-", "Bổ sung cân đối ngân sách", now.revenue, "balancing", past["balancing"]),
        ("-", "Bổ sung có mục tiêu", now.revenue, "targeted", past["targeted"]), ("4", "Thu chuyển nguồn", now.revenue, "carried-in", past["carried-in"]),
        ("5", "Thu kết dư", now.revenue, "surplus-in", past["surplus-in"]),
        ("II", "TỔNG SỐ CHI", now.spending, "total", total(past_run) + total(past_build)), ("1", "Chi đầu tư phát triển", now.spending, "investment", past_build["total"]),
        ("2", "Chi thường xuyên", now.spending, "recurrent", total(past_run)), ("3", "Dự phòng ngân sách", now.spending, "reserve", None)]
    rows = []
    for row, (marker, name, plan, key, was) in enumerate(lines):
        done = (now.received if plan is now.revenue else now.spent)[months][key]
        rows.append(Row((marker, name, *hand.amounts((plan[key], done), row), *hand.shares(((done, plan[key]), (done, was)), row)), "total" if key == "total" else "line"))
    return Sheet(f"CD {months:02} thang", (_STT, Head("Nội dung", width=48), Head("Dự toán năm 2026", width=15), Head(f"Thực hiện {months:02} tháng", width=15),
                                           Head("So sánh (%)", (Head("Dự toán năm", width=10), Head("Cùng kỳ năm trước", width=10)))), tuple(rows),
                 (f"ĐÁNH GIÁ CÂN ĐỐI NGÂN SÁCH XÃ {_name(months)}", "(Số lũy kế từ đầu năm)"), ruler=("A", "B", 1, 2, "3=2/1", 4),
                 formats=("", "", *_fit(hand, 2), "0.0", "0.0"), gap=months // 3 - 1, **shared)  # type: ignore[arg-type]


def _fit(hand: Hand, columns: int) -> tuple[str, ...]:
    return (("#,##0.###" if hand.unit == _MILLION else "#,##0"),) * columns


# Lines that mean the same before and since 2026; the others can't be compared with the year before.
_ALIKE = ("total", "registration", "non-farm-land", "land-use", "public-land", "transfers", "balancing", "targeted", "carried-in", "surplus-in")


def _months_revenue(months: int, years: tuple[NewYear, OldYear], hand: Hand, shared: dict[str, object]) -> Sheet:
    now, before = years
    past = same_months(before.quarters, months)
    pair = (Head("Thu NSNN trên địa bàn", width=14), Head("Thu NSX hưởng", width=14))
    rows = []
    for row, item in enumerate(NEW_REVENUE):
        plans, dones = (now.revenue_state[item.key], now.revenue[item.key]), (now.received_state[months][item.key], now.received[months][item.key])
        was = past[item.key] if item.key in _ALIKE else None
        rows.append(Row((item.marker, item.name, *hand.amounts((*plans, *dones), row), *hand.shares((*zip(dones, plans, strict=True), (dones[1], was)), row)), item.style))
    return Sheet(f"Thu {months:02} thang", (_STT, Head("Nội dung", width=50), Head("Dự toán năm 2026", pair), Head(f"Thực hiện {months:02} tháng năm 2026", pair),
                                            Head("So sánh (%)", tuple(Head(head.text, width=10) for head in pair)), Head("So với cùng kỳ năm trước (%)", width=11)), tuple(rows),
                 (f"TÌNH HÌNH THỰC HIỆN THU NGÂN SÁCH XÃ {_name(months)}", "(Số lũy kế từ đầu năm)"), ruler=("A", "B", 1, 2, 3, 4, "5=3/1", "6=4/2", 7),
                 formats=("", "", *_fit(hand, 4), "0.0", "0.0", "0.0"), landscape=True, **shared)  # type: ignore[arg-type]


def _months_spending(months: int, years: tuple[NewYear, OldYear], hand: Hand, shared: dict[str, object]) -> Sheet:
    now, before = years
    old = both(same_months(before.quarters_invest, months), same_months(before.quarters_recurrent, months))
    run = same_months(before.quarters_recurrent, months)
    past = {**{key: run[key] for key in ("education", "technology", "health", "culture", "radio", "sport", "environment", "economy", "administration", "social", "defence")},
            "total": old["total"], "investment": same_months(before.quarters_invest, months)["total"], "recurrent": run["total"]}
    rows = []
    for row, item in enumerate(NEW_SPENDING):
        plan, done = now.spending[item.key], now.spent[months][item.key]
        rows.append(Row((item.marker, item.name, *hand.amounts((plan, done), row), *hand.shares(((done, plan), (done, past.get(item.key))), row)), item.style))
    return Sheet(f"Chi {months:02} thang", (_STT, Head("Nội dung chi", width=56), Head("Dự toán năm", width=16), Head(f"Thực hiện {months} tháng", width=16),
                                            Head("So sánh (%)", (Head("Dự toán năm", width=10), Head("Cùng kỳ năm trước", width=10)))), tuple(rows),
                 (f"TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC {_name(months)}", "(Số lũy kế từ đầu năm)"), ruler=("A", "B", 1, 2, "3=2/1", 4),
                 formats=("", "", *_fit(hand, 2), "0.0", "0.0"), left=2 if months == 6 else 1, **shared)  # type: ignore[arg-type]  # noqa: PLR2004
