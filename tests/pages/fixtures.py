"""A drawn commune with a budget, household lists and a drive, shaped as kinds make them; all names and figures invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import cycle

from msgspec.structs import replace as changed

from generator import catalogue
from generator.commune import Commune, Hamlet, Place, Predecessor, Signatory
from generator.disclosed import Disclosure, PublicRecord
from generator.disclosure.site import Made, Site

DAY = date(2026, 10, 20)
HAMLETS = ("Thôn Suối Mây", "Thôn Đồng Tranh", "Buôn Krông", "Buôn Blŭk")
COMMUNE = Commune(
    name="Xã Suối Mây",
    id="suoi-may",
    province="Tỉnh Đắk Lắk",
    code="99001",
    address="Thôn Suối Mây, xã Suối Mây",
    telephone="0262 000 0000",
    email="congkhai@suoimay.example",
    office="Phòng Kinh tế xã",
    sample=True,
    names_on_web=True,
    population=9214,
    households=2305,
    about="Xã nằm bên dòng suối Mây, có bốn thôn, buôn.\n\nPhần lớn bà con trồng cà phê, lúa và chăn nuôi.",
    signatory=Signatory(name="Trần Văn Lộc"),
    site="https://suoimay.example/",
    hamlet=tuple(Hamlet(name=name, households=500 + 31 * place) for place, name in enumerate(HAMLETS)),
    place=(
        Place(name="Trụ sở Ủy ban nhân dân xã"),
        Place(name="Nhà văn hóa", hamlet="Thôn Đồng Tranh"),
        Place(name="Nhà sinh hoạt cộng đồng Buôn Krông"),
    ),
    predecessor=(Predecessor(name="Xã Mây Thượng", until=date(2025, 6, 30)),),
)

_SPENDING = """
0||TỔNG CHI NGÂN SÁCH CẤP XÃ|11826|8420|tong-chi
1|I|Chi đầu tư phát triển|1200|540|chi-dau-tu
2|1|Đường liên thôn Đồng Tranh|800|540|
2|2|Sửa nhà văn hóa Buôn Krông|400|-|
1|II|Chi thường xuyên|10426|7880|chi-thuong-xuyen
2|a|Chi giáo dục, đào tạo và dạy nghề|4200|3105|giao-duc
3||Trong đó: sửa trường mầm non|300|280|
2|b|Chi khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số|60|12|khoa-hoc
2|c|Chi quốc phòng, an ninh, trật tự an toàn xã hội|480|355|quoc-phong-an-ninh
2|d|Chi y tế, dân số và gia đình|610|402|y-te
2|đ|Chi văn hóa thông tin|120|74|van-hoa
2|e|Chi phát thanh, truyền hình|46|30|phat-thanh
2|g|Chi thể dục, thể thao|40|-|the-thao
2|h|Chi bảo vệ môi trường|150|96|moi-truong
2|i|Chi các hoạt động kinh tế|1900|1180|kinh-te
3||Thủy lợi nội đồng|900|610|
3||Khuyến nông|200|90|
2|k|Chi hoạt động của cơ quan quản lý nhà nước, Đảng, Mặt trận Tổ quốc, tổ chức chính trị - xã hội|1930|1738|quan-ly
2|l|Chi bảo đảm xã hội|840|868|bao-dam-xa-hoi
2|m|Chi thường xuyên khác|50|20|chi-khac
1|III|Dự phòng ngân sách|200||du-phong
"""
_REVENUE = """
0||TỔNG THU NGÂN SÁCH CẤP XÃ|11826|9115|tong-thu
1|I|Các khoản thu xã hưởng 100 %|640|512|thu-100
2|1|Phí, lệ phí|180|141|
2|2|Thu từ quỹ đất công ích|210|163|
2|3|Thu khác|250|208|
1|II|Các khoản thu phân chia theo tỷ lệ|1186|903|thu-phan-chia
2|1|Thuế thu nhập cá nhân|486|377|
2|2|Lệ phí trước bạ nhà, đất|700|526|
1|III|Thu bổ sung từ ngân sách cấp trên|10000|7700|bo-sung
2|1|Bổ sung cân đối|8000|6200|
2|2|Bổ sung có mục tiêu|2000|1500|
"""


def _tree(text: str, side: str) -> tuple[PublicRecord, ...]:
    records: list[PublicRecord] = []
    for place, line in enumerate(text.strip().splitlines(), 1):
        level, marker, label, plan, done, key = line.split("|")
        values = {"label": label, "plan": int(plan) * 1_000_000, "done": int(done) * 1_000_000 if done.isdigit() else None}
        values["share"] = round(100 * values["done"] / values["plan"], 1) if values["done"] else None
        records.append(
            PublicRecord(
                id=f"{side[:1]}{place}",
                marker=marker,
                values={name: value for name, value in values.items() if value is not None},
                level=int(level),
                key=key,
                dashes=("done", "share") if done == "-" else (),
                within=label.startswith("Trong đó"),
                style="total" if level == "0" else "group" if level == "1" else "line",
            )
        )
    return tuple(records)


def _line(record: PublicRecord, name: str | None = None) -> dict[str, object]:
    found = {key: record.values.get(key) for key in ("plan", "done", "prior", "share", "same_period")}
    return {"id": record.id, "key": record.key, "name": name or str(record.values["label"]).removeprefix("Chi "), **found}


def budget(form: str, period: str, stage: str = "execution", **more: object) -> Disclosure:
    """Return a spending or revenue table of a period."""
    side = "spending" if form == "budget-spending" else "revenue"
    records = _tree(_SPENDING if side == "spending" else _REVENUE, side)
    top = sorted(
        (record for record in records if record.level == 2 and record.values.get("done")),
        key=lambda record: -int(record.values["done"] or 0),
    )
    return Disclosure(
        **(
            {
                "id": f"suoi-may/{form}/{stage}/{period}/-",
                "commune": "suoi-may",
                "form": form,
                "kind": "budget",
                "stage": stage,
                "period": period,
                "title": f"{catalogue.load().form(form).name.vi} {period}",
                "columns": ("marker", "label", "plan", "done", "share"),
                "records": records,
                "unit": 1_000_000,
                "facts": {"decision": "Quyết định số 112/QĐ-UBND ngày 07/10/2026"},
                "summary": {"side": side, "total": _line(records[0]), "top": [_line(record) for record in top]},
                "notes": ("Bảo đảm xã hội vượt dự toán do hỗ trợ sau bão số 9.",),
                "source_sha256": "9f" * 32,
                "digest": "7f3a91c2" * 8,
                "code": "7F3A-91C2",
                "posted_from": date(2026, 10, 8),
                "posted_until": date(2026, 11, 7),
            }
            | more
        )
    )


def decided() -> Disclosure:
    """Return a decided budget with a head of two levels: plan in all, investment, recurrent."""
    base = budget(
        "budget-spending",
        "2026",
        "decided",
        posted_from=date(2025, 12, 30),
        posted_until=date(2026, 1, 29),
        state="expired",
        code="11AA-22BB",
    )
    records = []
    for record in base.records:
        plan = record.values.get("plan")
        invest = plan if record.id in {"s2", "s3", "s4"} else None
        values = {
            "label": record.values["label"],
            "plan": plan,
            "prior": int(plan * 0.9) // 1000 * 1000,
            "plan_invest": invest,
            "plan_recurrent": None if invest else plan,
        }
        records.append(changed(record, values={key: value for key, value in values.items() if value is not None}, dashes=()))
    top = [_line(record) for record in records if record.level == 2]
    return changed(
        base,
        records=tuple(records),
        columns=("marker", "label", "prior", "plan", "plan_invest", "plan_recurrent"),
        notes=(),
        summary={"side": "spending", "total": _line(records[0]), "top": sorted(top, key=lambda line: -line["plan"])[:12]},
    )


def balance() -> Disclosure:
    """Return a settlement's balance of two sides, in odd đồng."""

    def side(name: str, lines: tuple[tuple[str, str, int], ...]) -> tuple[PublicRecord, ...]:
        return tuple(
            PublicRecord(
                id=f"{name[0]}{place}",
                marker=marker,
                values={"label": label, "plan": amount - 7, "done": amount},
                level=0 if place == 1 else 1,
                style="total" if place == 1 else "line",
                side=name,
            )
            for place, (marker, label, amount) in enumerate(lines, 1)
        )

    revenue = side("revenue", (("A", "Tổng số thu", 10_250_333_117), ("1", "Thu bổ sung", 9_000_000_001), ("2", "Thu khác", 1_250_333_116)))
    spending = side("spending", (("B", "Tổng số chi", 10_100_000_000), ("1", "Chi thường xuyên", 10_099_999_950), ("2", "Chi khác", 50)))
    return Disclosure(
        id="suoi-may/budget-balance/settlement/2024/-",
        commune="suoi-may",
        form="budget-balance",
        kind="budget",
        stage="settlement",
        period="2024",
        title="Cân đối ngân sách 2024",
        columns=("marker", "label", "plan", "done"),
        records=(*revenue, *spending),
        unit=1,
        code="0C0C-1D1D",
        posted_from=date(2025, 7, 20),
        posted_until=date(2025, 8, 19),
        state="expired",
        summary={
            "side": "balance",
            "total": None,
            "revenue": _line(revenue[0]),
            "spending": _line(spending[0]),
            "difference": 150_333_117,
            "top": [],
        },
    )


def households(*, named: bool = True, period: str = "2026") -> Disclosure:
    """Return a recognised list of 40 households, with changes since the list before."""
    given, family = (
        ("An", "Bình", "Hương", "Đạt", "Dung", "Yến", "Ánh", "Ơn", "Sơn", "Lành"),
        ("Nguyễn Văn", "Đặng Thị", "Trần Thị", "Y Blŭ Niê"),
    )
    records, names = [], {}
    for place, hamlet in zip(range(1, 41), cycle(HAMLETS), strict=False):
        key = "poor" if place % 3 == 0 else "near-poor"
        values = {
            "hamlet": hamlet,
            "household_class": key,
            "members": 2 + place % 5,
            "decision": "215/QĐ-UBND",
            "decision_day": "2025-12-12",
        }
        if place % 11 == 0:
            values["note"] = "new"
        records.append(PublicRecord(id=f"h{place}", marker=str(place), values=values))
        names[f"h{place}"] = {"head_name": f"{family[place % 4]} {given[place // 4 % 10]}"}
    return Disclosure(
        id=f"suoi-may/poor-households/recognised/{period}/-",
        commune="suoi-may",
        form="poor-households",
        kind="households",
        stage="recognised",
        period=period,
        title=f"Danh sách hộ nghèo, hộ cận nghèo · năm {period}",
        records=tuple(records),
        names=names if named else {},
        names_persons=True,
        code="51D0-77AE",
        columns=("marker", "head_name", "hamlet", "household_class", "members", "decision", "decision_day", "note"),
        summary=_counted(records),
        posted_from=date(2026, 10, 1),
        posted_until=date(2026, 10, 31),
        source_sha256="ab" * 32,
    )


def _counted(records: list[PublicRecord]) -> dict[str, object]:
    def of(own: list[PublicRecord], key: str) -> list[PublicRecord]:
        return [record for record in own if record.values["household_class"] == key]

    def members(own: list[PublicRecord]) -> int:
        return sum(int(record.values["members"] or 0) for record in own)

    names = {"poor": "Hộ nghèo", "near-poor": "Hộ cận nghèo"}
    hamlets = []
    for name in HAMLETS:
        own = [record for record in records if record.values["hamlet"] == name]
        hamlets.append(
            {"name": name, "households": len(own), "members": members(own), "classes": {key: len(of(own, key)) for key in names}}
        )
    classes = [
        {"key": key, "name": name, "households": len(of(records, key)), "members": members(of(records, key))} for key, name in names.items()
    ]
    changes = {
        "against": "2025",
        "new": 3,
        "left": 5,
        "back": 1,
        "moved": 2,
        "unsure": 1,
        "kept": 34,
        "hamlets": [{"name": name, "new": 1, "left": place, "back": 0, "moved": 1} for place, name in enumerate(HAMLETS)],
        "moves": [{"from": "poor", "to": "near-poor", "households": 2}],
    }
    return {
        "households": len(records),
        "members": members(records),
        "classes": classes,
        "hamlets": hamlets,
        "list_day": "2025-12-12",
        "changes": changes,
    }


def gifts(*, named: bool = True) -> Disclosure:
    """Return a drive's ledger: organisations named, persons only where they agreed."""
    lines = (
        ("2026-05-04", "Hợp tác xã Cà phê Suối Mây", "organisation", "money", 25_000_000),
        ("2026-05-05", "Ẩn danh", "person", "money", 500_000),
        ("2026-05-05", "Đặng Thị Hương", "person", "money", 300_000),
        ("2026-05-09", "Ẩn danh", "household", "labour", 900_000),
        ("2026-05-12", "Hộ kinh doanh Y Blŭ Êban", "household", "goods", 4_200_000),
        ("2026-06-02", "Trường Tiểu học Suối Mây", "organisation", "money", 8_000_000),
    )
    records, names = [], {}
    for place, (given, giver, sort, kind, amount) in enumerate(lines, 1):
        persons = sort != "organisation" and giver != "Ẩn danh"
        values = {
            "day": given,
            "giver_kind": sort,
            "hamlet": HAMLETS[place % 4],
            "gift_kind": kind,
            "amount": amount,
            "receipt": f"PT{place:03}",
        }
        records.append(PublicRecord(id=f"g{place}", marker=str(place), values=values if persons else values | {"giver": giver}))
        if persons:
            names[f"g{place}"] = {"giver": giver}
    total = sum(line[-1] for line in lines)
    kinds = [
        {"key": "money", "name": "Tiền", "gifts": 4, "amount": 33_800_000},
        {"key": "labour", "name": "Ngày công", "gifts": 1, "amount": 900_000},
        {"key": "goods", "name": "Hiện vật", "gifts": 1, "amount": 4_200_000},
    ]
    return Disclosure(
        id="suoi-may/contributions/-/2026/lam-cau-suoi-may",
        commune="suoi-may",
        form="contributions",
        kind="contributions",
        period="2026",
        subject="lam-cau-suoi-may",
        subject_name="Làm cầu Suối Mây",
        title="Sổ đóng góp làm cầu Suối Mây",
        columns=("marker", "day", "receipt", "giver", "giver_kind", "hamlet", "gift_kind", "amount"),
        records=tuple(records),
        names=names if named else {},
        names_persons=True,
        unit=1,
        code="A0B1-C2D3",
        posted_from=date(2026, 10, 2),
        posted_until=date(2026, 11, 1),
        facts={
            "purpose": "Làm cầu Suối Mây",
            "basis": "Biên bản họp dân ngày 12/4/2026",
            "voluntary": "voluntary",
            "asked": 60_000_000,
            "manager": "Ban vận động thôn Suối Mây",
            "supervisor": "Ban giám sát đầu tư của cộng đồng",
            "from": "2026-05-01",
        },
        summary={
            "gifts": len(lines),
            "givers": 6,
            "received": total,
            "kinds": kinds,
            "asked": 60_000_000,
            "organisations": 2,
            "hamlets": [{"name": name, "gifts": 1, "amount": 1_000_000} for name in HAMLETS],
        },
    )


def use() -> Disclosure:
    """Return what the drive spent."""
    lines = (("2026-06-10", "Xi măng, cát, đá", "HĐ 0112", 12_400_000), ("2026-06-20", "Thép mặt cầu", "HĐ 0131", 9_150_000))
    records = tuple(
        PublicRecord(id=f"u{place}", marker=str(place), values={"day": day, "content": content, "voucher": voucher, "amount": amount})
        for place, (day, content, voucher, amount) in enumerate(lines, 1)
    )
    return Disclosure(
        id="suoi-may/contribution-use/-/2026/lam-cau-suoi-may",
        commune="suoi-may",
        form="contribution-use",
        kind="contributions",
        period="2026",
        subject="lam-cau-suoi-may",
        subject_name="Làm cầu Suối Mây",
        title="Sử dụng tiền đóng góp làm cầu Suối Mây",
        columns=("marker", "day", "content", "voucher", "amount"),
        records=records,
        unit=1,
        code="E4F5-0617",
        posted_from=date(2026, 10, 2),
        posted_until=date(2026, 11, 1),
        facts={"purpose": "Làm cầu Suối Mây"},
        summary={"items": len(lines), "spent": sum(line[-1] for line in lines)},
    )


def site(*shown: Disclosure, **more: object) -> Site:
    """Return a site of what is drawn here, or of what is given."""
    spending, revenue = budget("budget-spending", "2026-09m"), budget("budget-revenue", "2026-09m", code="2B2B-3C3C")
    before = budget(
        "budget-spending", "2025-q3", posted_from=date(2025, 10, 10), posted_until=date(2025, 11, 9), state="expired", code="9D9D-8E8E"
    )
    drawn = shown or (spending, revenue, households(), gifts(), use(), decided(), before, balance())
    stem = "ngan-sach/2026/09-thang/chi"
    made = {
        spending.id: (
            Made(spending.id, "print", "A4", f"{stem}.pdf", "list", 2),
            Made(spending.id, "download", "xlsx", f"{stem}.xlsx"),
            Made(spending.id, "download", "csv", f"{stem}.csv"),
        )
    }
    return replace(Site(COMMUNE, DAY, catalogue.load(), drawn, made), **more)
