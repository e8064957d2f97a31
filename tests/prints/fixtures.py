"""Invented disclosures of an invented commune, and a catalogue just large enough for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from generator.catalogue import Catalogue, Family, Stage
from generator.catalogue.forms import Column, Fact, Form, Text
from generator.catalogue.law import Choice
from generator.commune import Commune, Signatory
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.site import Site

HAMLETS = ("Thôn Đồng Lau", "Thôn Suối Cạn", "Buôn Ea Mlây", "Buôn Kdrông", "Thôn Hòa An", "Buôn Čuôr Dlê", "Thôn Tân Lập", "Buôn Ƀlăk")
NAMES = ("Y Blŭ Êban", "H'Ƀlũn Niê", "Y Jơ̆k Kbuôr", "Nguyễn Thị Ngọc Ánh", "Lê Văn Khoẻ", "Đặng Hữu Ước", "Mí Ê̆ Čuăn",
         "Nguyễn Phước Quý Công Tằng Tôn Nữ Thị Huyền")


def _column(key: str, name: str, read: Any, **more: Any) -> Column:
    return Column(key=key, name=Text(name), labels=(name,), read=read, public=more.pop("public", True), **more)


_PLAN, _DONE, _OWN = Text("Dự toán năm"), Text("Thực hiện"), Text("Ngân sách xã")
_BUDGET = (
    _column("marker", "STT", "marker", width=0.5), _column("label", "Nội dung", "text", width=3),
    _column("plan_nsnn", "Thu NSNN", "money", group=_PLAN), _column("plan", "Dự toán năm", "money", under=_OWN),
    _column("done_nsnn", "Thu NSNN", "money", group=_DONE), _column("done", "Thực hiện", "money", under=_OWN),
    _column("share", "So sánh thực hiện với dự toán (%)", "percent"),
    _column("same_period", "So với cùng kỳ năm trước (%)", "percent"), _column("note", "Ghi chú", "text"),
)
_BALANCE = (_column("marker", "STT", "marker"), _column("label", "Nội dung thu", "text", side="revenue"),
            _column("plan", "Dự toán", "money", side="revenue"), _column("label", "Nội dung chi", "text", side="spending"),
            _column("plan", "Dự toán", "money", side="spending"))
_HOUSEHOLDS = (
    _column("marker", "STT", "marker"), _column("head_name", "Họ và tên chủ hộ", "name", names=True, width=2),
    _column("hamlet", "Thôn, buôn", "text"), _column("household_class", "Diện", "choice", choices="household-class"),
    _column("members", "Số nhân khẩu", "count"), _column("decision", "Số quyết định", "code"),
    _column("decision_day", "Ngày quyết định", "day"), _column("note", "Ghi chú", "choice", choices="household-note"),
    _column("citizen_number", "Số định danh", "code", public=False),
)
_GIFTS = (
    _column("marker", "STT", "marker"), _column("day", "Ngày", "day"), _column("receipt", "Số phiếu thu", "code"),
    _column("giver", "Người, đơn vị đóng góp", "name", names=True, consent="consent", width=2),
    _column("hamlet", "Thôn, buôn", "text"), _column("gift_kind", "Hình thức", "choice", choices="gift-kind"),
    _column("amount", "Số tiền, giá trị quy đổi (đồng)", "money"),
)
_FACTS = (
    Fact(key="purpose", name=Text("Mục đích"), labels=(), public=True), Fact(key="basis", name=Text("Căn cứ"), labels=(), public=True),
    Fact(key="asked", name=Text("Số tiền vận động"), labels=(), public=True, read="money"),
    Fact(key="manager", name=Text("Người quản lý"), labels=(), public=False),
)


def _form(name: str, kind: str, slug: str, column: tuple[Column, ...], **more: Any) -> Form:
    return Form(id=name, kind=kind, family=kind, slug=slug, name=Text(name), question={"": Text(name)}, titles=(name,),
                column=column, **more)


CATALOGUE = Catalogue(
    forms={
        "budget-revenue": _form("budget-revenue", "budget", "thu", _BUDGET, side="revenue", prints={"list": "A4 landscape"}),
        "budget-balance": _form("budget-balance", "budget", "can-doi", _BALANCE),
        "poor-households": _form("poor-households", "households", "danh-sach", _HOUSEHOLDS),
        "contributions": _form("contributions", "contributions", "so-dong-gop", _GIFTS, facts=_FACTS),
    },
    row_sets={}, statutes=(), deadlines=(), postings=(), poverty_lines=(), criteria=(), entitlements=(),
    families=(Family(id="budget", slug="ngan-sach", name=Text("Ngân sách"), question=Text("")),
              Family(id="households", slug="ho-ngheo", name=Text("Hộ nghèo"), question=Text("")),
              Family(id="contributions", slug="dong-gop", name=Text("Đóng góp"), question=Text(""), pages="subject")),
    stages=(Stage(id="execution", kind="budget", slug="", name=Text("Tình hình thực hiện")),
            Stage(id="decided", kind="budget", slug="du-toan", name=Text("Dự toán đã được quyết định")),
            Stage(id="recognised", kind="households", slug="cong-nhan", name=Text("Danh sách đã công nhận"))),
    choices={
        "household-class": (Choice(key="poor", name=Text("Hộ nghèo")), Choice(key="near-poor", name=Text("Hộ cận nghèo"))),
        "household-note": (Choice(key="new", name=Text("Mới")), Choice(key="again", name=Text("Tái nghèo"))),
        "gift-kind": (Choice(key="money", name=Text("Tiền")), Choice(key="labour", name=Text("Ngày công"))),
    },
)

COMMUNE = Commune(
    id="suoi-may", name="Suối Mây", province="Đắk Lắk", office="Văn phòng HĐND và UBND xã Suối Mây", address="Thôn Đồng Lau",
    telephone="0262 000 0000", site="https://suoimay.example.vn", sample=True, signatory=Signatory(name="Trần Thị Bích Hạnh"),
)


def replaced(forms: dict[str, Form]) -> Catalogue:
    """Return the catalogue with other forms."""
    return replace(CATALOGUE, forms=forms)


def site(commune: Commune = COMMUNE, *shown: Disclosure) -> Site:
    """Return the commune's site on a day in October 2026."""
    return Site(commune, date(2026, 10, 9), CATALOGUE, shown)


def _disclosure(form: str, title: str, columns: tuple[Column, ...], records: tuple[PublicRecord, ...], **more: Any) -> Disclosure:
    fields = {"period": "2026-09m", "stage": "execution", "kind": "budget", "code": "7F3A-91C2", "unit": 1000,
              "posted_from": date(2026, 10, 8), "posted_until": date(2026, 11, 7)} | more
    keys = tuple(dict.fromkeys(column.key for column in columns if column.public))
    return Disclosure(id=f"suoi-may/{form}/{fields['stage']}/{fields['period']}/-", commune="suoi-may", form=form, title=title,
                      columns=keys, records=records, **fields)


def revenue(rows: int = 30) -> Disclosure:
    """Return a budget of that many lines, its largest amounts of twelve digits, with a two-level head."""
    records = []
    for number in range(rows):
        level = 0 if number % 10 == 0 else 1 if number % 5 == 0 else 2
        whole = 987_654_321_000 if number == 0 else 8_420_000 + number * 1_234_567
        label = f"Thu phí, lệ phí và hoa lợi công sản khoản {number}" if number else "TỔNG THU NGÂN SÁCH XÃ"
        values: dict[str, Any] = {
            "label": label, "plan_nsnn": whole, "plan": whole // 2, "done_nsnn": whole - 5000, "done": None if number == 7 else whole // 3,
            "share": 71.2, "same_period": 104.8, "note": "Thu đạt thấp do hạn hán" if number == 4 else None}
        style = "line" if level else "group" if number else "total"
        records.append(PublicRecord(id=f"d{number}", marker=("I", "1", "-")[level], values=values, level=level, style=style,
                                    dashes=("done",) if number == 7 else (), within=number == 8))
    return _disclosure("budget-revenue", "Thu ngân sách xã 9 tháng đầu năm 2026", _BUDGET, tuple(records),
                       facts={"decision": "Quyết định số 128/QĐ-UBND ngày 08/10/2026 của UBND xã Suối Mây"},
                       notes=("Số liệu chưa bao gồm ghi thu, ghi chi.",))


def balance() -> Disclosure:
    """Return a balance with its two sides."""
    records = tuple(PublicRecord(id=f"{side[0]}{number}", marker=str(number), side=side, level=1,
                                 values={"label": f"{label} thứ {number}", "plan": number * 1_000_000_000})
                    for side, label in (("revenue", "Khoản thu"), ("spending", "Khoản chi")) for number in range(1, 7))
    return _disclosure("budget-balance", "Cân đối ngân sách xã năm 2026", _BALANCE, records, stage="decided", period="2026")


def households(rows: int = 50, *, named: bool = True) -> Disclosure:
    """Return a list of that many households in eight hamlets, with names where they may be named."""
    records, names = [], {}
    for number in range(rows):
        hamlet = HAMLETS[number * len(HAMLETS) // rows]
        records.append(PublicRecord(id=f"h{number}", marker=str(number + 1), values={
            "hamlet": hamlet, "household_class": "poor" if number % 3 else "near-poor", "members": 2 + number % 6,
            "decision": "128/QĐ-UBND", "decision_day": "2026-01-05", "note": "new" if number % 9 == 0 else None}))
        names[f"h{number}"] = {"head_name": NAMES[number % len(NAMES)]}
    return _disclosure("poor-households", "Danh sách hộ nghèo, hộ cận nghèo năm 2026", _HOUSEHOLDS, tuple(records),
                       kind="households", stage="recognised", period="2026", unit=None, names=names if named else {},
                       names_persons=named, summary=_household_summary(records))


def _household_summary(records: list[PublicRecord]) -> dict[str, Any]:
    classes = (("poor", "Hộ nghèo"), ("near-poor", "Hộ cận nghèo"))

    def of(chosen: list[PublicRecord]) -> dict[str, Any]:
        return {"households": len(chosen), "members": sum(int(record.values["members"] or 0) for record in chosen),
                "classes": {key: sum(record.values["household_class"] == key for record in chosen) for key, _ in classes}}
    whole = of(records)
    return {**whole, "classes": [{"key": key, "name": name, "households": whole["classes"][key], "members": 0} for key, name in classes],
            "hamlets": [{"name": name, **of(chosen)} for name in HAMLETS
                        if (chosen := [record for record in records if record.values["hamlet"] == name])]}


def gifts(rows: int = 40) -> Disclosure:
    """Return a ledger of gifts: organisations named, two persons who agreed, all others unnamed."""
    records = tuple(PublicRecord(id=f"g{number}", marker=str(number + 1), values={
        "day": "2026-03-15", "receipt": f"PT{number:03}", "hamlet": HAMLETS[number % 8],
        "gift_kind": "money" if number % 4 else "labour", "amount": 200_000 + number * 10_000,
        **({"giver": "Công ty TNHH Cà phê Suối Mây"} if number == 2 else {})}) for number in range(rows))
    total = sum(int(record.values["amount"] or 0) for record in records)
    return _disclosure("contributions", "Đóng góp làm cầu Suối Mây năm 2026", _GIFTS, records, kind="contributions", stage=None,
                       period="2026", subject="lam-cau-suoi-may", subject_name="Làm cầu Suối Mây", names_persons=True,
                       names={"g0": {"giver": NAMES[0]}, "g1": {"giver": NAMES[2]}},
                       facts={"purpose": "Làm cầu Suối Mây", "basis": "Biên bản họp thôn ngày 02/03/2026", "asked": 350_000_000,
                              "manager": "Hoàng Văn Kín"},
                       summary={"gifts": rows, "received": total, "organisations": 1})
