"""The budget workbooks of the years before 2026, in the forms 113 to 118 of circular 343/2016."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.maker.accounts import THOUSAND, OldYear, Whole, both, total
from tests.maker.paper import Hand, agency, signed
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet, Typed
from tests.maker.trees import OLD_REVENUE, OLD_SPENDING, Item

ROMAN = ("", "I", "II", "III", "IV")
_STT = Head("STT", width=6)


def quarter_book(profile: Profile, year: int, quarter: int, now: OldYear, before: OldYear) -> tuple[Sheet, ...]:
    """Return a quarter's three sheets: balance (113), revenue (114), spending (115); the figures are the quarter's alone."""
    day = {1: "ngày 10 tháng 4 năm", 2: "ngày 09 tháng 7 năm", 3: "ngày 10 tháng 10 năm", 4: "ngày 12 tháng 01 năm"}[quarter]
    place = (f"{day} {year + (quarter == 4)}",)
    return (
        _balance(profile, year, quarter, (now, before), place[0]),
        _revenue(profile, year, quarter, now, place[0]),
        _spending(profile, year, quarter, now, place[0]),
    )


def _balance(profile: Profile, year: int, quarter: int, years: tuple[OldYear, OldYear], day: str) -> Sheet:
    now, before = years
    hand, at = Hand(THOUSAND, 6), quarter - 1
    plan, done, past = (
        _balanced(*parts)
        for parts in (
            (now.plan, now.plan_invest, now.plan_recurrent),
            (now.quarters[at], now.quarters_invest[at], now.quarters_recurrent[at]),
            (before.quarters[at], before.quarters_invest[at], before.quarters_recurrent[at]),
        )
    )
    lines = (
        ("revenue", "I", "TỔNG SỐ THU", "total"),
        ("own", "1", "Các khoản thu xã hưởng 100%", "line"),
        ("shared", "2", "Các khoản thu phân chia theo tỷ lệ phần trăm (%)", "line"),
        ("transfers", "3", "Thu bổ sung", "line"),
        ("balancing", "-", "Bổ sung cân đối", "line"),
        ("targeted", "-", "Bổ sung có mục tiêu", "line"),
        ("carried-in", "4", "Thu chuyển nguồn", "line"),
        ("surplus-in", "5", "Thu kết dư ngân sách năm trước", "line"),
        ("spending", "II", "TỔNG SỐ CHI", "total"),
        ("investment", "1", "Chi đầu tư phát triển", "line"),
        ("recurrent", "2", "Chi thường xuyên", "line"),
        ("reserve", "3", "Dự phòng ngân sách", "line"),
    )
    rows = tuple(
        Row(
            (marker, name, *hand.amounts((plan[key], done[key]), row), *hand.shares(((done[key], plan[key]), (done[key], past[key])), row)),
            style,
        )
        for row, (key, marker, name, style) in enumerate(lines)
    )
    place, signatures = signed(profile, day)
    return Sheet(
        "Bieu 113",
        (
            _STT,
            Head("NỘI DUNG", width=44),
            Head("DỰ TOÁN NĂM", width=15),
            Head(f"THỰC HIỆN QUÝ {ROMAN[quarter]}", width=15),
            Head("SO SÁNH (%)", (Head("DỰ TOÁN NĂM", width=10), Head("CÙNG KỲ NĂM TRƯỚC", width=10))),
        ),
        rows,
        (f"CÂN ĐỐI NGÂN SÁCH XÃ QUÝ {ROMAN[quarter]} NĂM {year}", "(Số thực hiện trong quý, không cộng dồn từ đầu năm)"),
        agency(profile),
        code="Biểu số 113/CK TC-NSNN",
        unit="Đơn vị: 1.000 đồng",
        ruler=("A", "B", 1, 2, "3=2/1", 4),
        place_and_day=place,
        signatures=signatures,
        formats=("", "", "", "", "0.0", "0.0"),
        gap=quarter % 3,
    )


def _balanced(revenue: Mapping[str, int | None], build: Mapping[str, int | None], run: Mapping[str, int | None]) -> Whole:
    reserve = both(build, run)["reserve"]
    carried = run.get("carried-out")
    recurrent = total(run) - (reserve or 0) - (carried or 0)
    return {
        **revenue,
        "revenue": revenue["total"],
        "spending": total(build) + total(run),
        "investment": build["total"],
        "recurrent": recurrent,
        "reserve": reserve,
        "carried-out": carried,
    }


def _revenue(profile: Profile, year: int, quarter: int, now: OldYear, day: str) -> Sheet:
    at = quarter - 1
    columns = (now.plan_state, now.plan, now.quarters_state[at], now.quarters[at])
    place, signatures = signed(profile, day)
    pair = (Head("THU NSNN", width=13), Head("THU NSX", width=13))
    done = f"ƯỚC THỰC HIỆN QUÝ {ROMAN[quarter]}" if quarter != 2 else "ƯỚC THỰC HIỆN QUÝ II/2025"
    return Sheet(
        "Bieu 114",
        (
            _STT,
            Head("NỘI DUNG", width=48),
            Head(f"DỰ TOÁN NĂM {year}", pair),
            Head(done, pair),
            Head("SO SÁNH (%)", tuple(Head(head.text, width=9) for head in pair)),
        ),
        _revenue_rows(columns, Hand(THOUSAND, 5), dashes=quarter % 2 == 0),
        (f"ƯỚC THỰC HIỆN THU NGÂN SÁCH XÃ QUÝ {ROMAN[quarter]} NĂM {year}", "(Số thực hiện trong quý, không cộng dồn từ đầu năm)"),
        agency(profile),
        code="Biểu số 114/CK TC-NSNN",
        unit="Đơn vị tính: 1.000 đồng",
        ruler=("A", "B", 1, 2, 3, 4, "5=3/1", "6=4/2"),
        place_and_day=place,
        signatures=signatures,
        formats=("",) * 6 + ("0.0", "0.0"),
        landscape=True,
    )


def _revenue_rows(columns: tuple[Whole, Whole, Whole, Whole], hand: Hand, *, dashes: bool) -> tuple[Row, ...]:
    def cells(item: Item, row: int) -> tuple[Typed, ...]:
        plan_state, plan, done_state, done = (column[item.key] for column in columns)
        return (*hand.amounts((plan_state, plan, done_state, done), row), *hand.shares(((done_state, plan_state), (done, plan)), row))

    def marker(item: Item) -> str:
        return "-" if dashes and item.parent == "own" else item.marker

    return tuple(Row((marker(item), item.name, *cells(item, row)), item.style) for row, item in enumerate(OLD_REVENUE))


def _spending(profile: Profile, year: int, quarter: int, now: OldYear, day: str) -> Sheet:
    at = quarter - 1
    place, signatures = signed(profile, day)
    three = (Head("TỔNG SỐ", width=13), Head("ĐTPT", width=12), Head("TX", width=13))
    return Sheet(
        "Bieu 115",
        (
            _STT,
            Head("NỘI DUNG", width=46),
            Head(f"DỰ TOÁN NĂM {year}", three),
            Head(f"ƯỚC THỰC HIỆN QUÝ {ROMAN[quarter]}", three),
            Head("SO SÁNH (%)", tuple(Head(head.text, width=9) for head in three)),
        ),
        _spending_rows((now.plan_invest, now.plan_recurrent), (now.quarters_invest[at], now.quarters_recurrent[at]), Hand(THOUSAND, 8)),
        (f"ƯỚC THỰC HIỆN CHI NGÂN SÁCH XÃ QUÝ {ROMAN[quarter]} NĂM {year}", "(Số thực hiện trong quý, không cộng dồn từ đầu năm)"),
        agency(profile),
        code="Biểu số 115/CK TC-NSNN",
        unit="Đơn vị tính: 1.000 đồng",
        ruler=("A", "B", "1=2+3", 2, 3, "4=5+6", 5, 6, "7=4/1", "8=5/2", "9=6/3"),
        place_and_day=place,
        signatures=signatures,
        formats=("",) * 8 + ("0.0",) * 3,
        landscape=True,
        gap=2,
    )


def _spending_rows(plan: tuple[Whole, Whole], done: tuple[Whole, Whole], hand: Hand, *, settled: bool = False) -> tuple[Row, ...]:
    rows: list[Row] = []
    items = [item for item in OLD_SPENDING if item.shown or (settled and item.key == "carried-out")]
    for row, item in enumerate(items):
        plans, dones = (both(*side)[item.key] for side in (plan, done))
        planned, given = (plans, plan[0][item.key], plan[1][item.key]), (dones, done[0][item.key], done[1][item.key])
        marker = "13" if item.key == "carried-out" else item.marker
        rows.append(
            Row(
                (marker, item.name, *hand.amounts((*planned, *given), row), *hand.shares(tuple(zip(given, planned, strict=True)), row)),
                item.style,
            )
        )
        if settled and item.key == "total":
            rows.append(Row((None, "Trong đó:", *(None,) * 9)))
    return tuple(rows)


def settlement_book(profile: Profile, year: int, now: OldYear, *, unit: int, form_numbers: bool) -> tuple[Sheet, ...]:
    """Return a year's settlement: two-sided balance, revenue, spending (116 to 118)."""
    resolution = {2024: "Nghị quyết số 09/NQ-HĐND ngày 27/6/2025", 2025: "Nghị quyết số 06/NQ-HĐND ngày 26/3/2026"}[year]
    day = {2024: "ngày 04 tháng 7 năm 2025", 2025: "ngày 03 tháng 4 năm 2026"}[year]
    words = "Đơn vị tính: đồng" if unit == 1 else "Đơn vị tính: 1.000 đồng"
    under = f"(Đã được Hội đồng nhân dân xã phê chuẩn tại {resolution})"
    hand = Hand(unit, 4 if unit == 1 else 7)
    shared: dict[str, Any] = {
        "agency": agency(profile),
        "unit": words,
        "place_and_day": signed(profile, day)[0],
        "signatures": signed(profile, day)[1],
    }
    codes = ("Biểu số 116/CK TC-NSNN", "Biểu số 117/CK TC-NSNN", "Biểu số 118/CK TC-NSNN") if form_numbers else ("", "", "")
    pair, three = (
        (Head("Thu NSNN", width=17), Head("Thu NSX", width=17)),
        (Head("Tổng số", width=16), Head("ĐTPT", width=16), Head("TX", width=16)),
    )
    revenue = Sheet(
        "QT thu",
        (
            _STT,
            Head("Nội dung", width=48),
            Head("Dự toán", pair),
            Head("Quyết toán", pair),
            Head("So sánh (%)", tuple(Head(head.text, width=9) for head in pair)),
        ),
        _revenue_rows((now.plan_state, now.plan, now.settled_state, now.settled), hand, dashes=False),
        (f"QUYẾT TOÁN THU NGÂN SÁCH XÃ NĂM {year}", under),
        code=codes[1],
        ruler=("A", "B", 1, 2, 3, 4, "5=3/1", "6=4/2"),
        formats=("",) * 6 + ("0.0", "0.0"),
        landscape=True,
        **shared,
    )
    spending = Sheet(
        "QT chi",
        (
            _STT,
            Head("Nội dung", width=46),
            Head("Dự toán", three),
            Head("Quyết toán", three),
            Head("So sánh (%)", tuple(Head(head.text, width=9) for head in three)),
        ),
        _spending_rows((now.plan_invest, now.plan_recurrent), (now.settled_invest, now.settled_recurrent), hand, settled=True),
        (f"QUYẾT TOÁN CHI NGÂN SÁCH XÃ NĂM {year}", under),
        code=codes[2],
        ruler=("A", "B", "1=2+3", 2, 3, "4=5+6", 5, 6, "7=4/1", "8=5/2", "9=6/3"),
        formats=("",) * 8 + ("0.0",) * 3,
        landscape=True,
        **shared,
    )
    return _two_sided(now, hand, (f"CÂN ĐỐI QUYẾT TOÁN NGÂN SÁCH XÃ NĂM {year}", under), codes[0], shared), revenue, spending


def _two_sided(now: OldYear, hand: Hand, titles: tuple[str, ...], code: str, shared: dict[str, Any]) -> Sheet:
    plan = _balanced(now.plan, now.plan_invest, now.plan_recurrent)
    done = _balanced(now.settled, now.settled_invest, now.settled_recurrent)
    plan["surplus"], done["surplus"] = None, now.surplus
    left = (
        ("revenue", "TỔNG SỐ THU"),
        ("own", "I. Các khoản thu xã hưởng 100%"),
        ("shared", "II. Các khoản thu phân chia theo tỷ lệ phần trăm (%)"),
        ("transfers", "III. Thu bổ sung từ ngân sách cấp trên"),
        ("balancing", "- Thu bổ sung cân đối"),
        ("targeted", "- Thu bổ sung có mục tiêu"),
        ("surplus-in", "IV. Thu kết dư ngân sách năm trước"),
        ("carried-in", "V. Thu chuyển nguồn"),
    )
    right = (
        ("spending", "TỔNG SỐ CHI"),
        ("investment", "I. Chi đầu tư phát triển"),
        ("recurrent", "II. Chi thường xuyên"),
        ("reserve", "III. Dự phòng ngân sách"),
        ("carried-out", "IV. Chi chuyển nguồn sang năm sau"),
        ("surplus", "Kết dư ngân sách"),
    )
    rows = []
    for row, (key, name) in enumerate(left):
        other, label = right[row] if row < len(right) else ("", None)
        cells = hand.amounts((plan[other], done[other]), row) if other else (None, None)
        rows.append(Row((name, *hand.amounts((plan[key], done[key]), row), label, *cells), "total" if row == 0 else "line"))
    side = (Head("Dự toán", width=18), Head("Quyết toán", width=18))
    return Sheet(
        "Can doi QT",
        (Head("NỘI DUNG THU", width=40), *side, Head("NỘI DUNG CHI", width=36), *side),
        tuple(rows),
        titles,
        code=code,
        landscape=True,
        **shared,
    )
