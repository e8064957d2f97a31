"""A small catalogue, a commune and disclosures drawn for the tests of posting and release."""

from datetime import date

from generator.catalogue import Catalogue, Family
from generator.catalogue.forms import Column, Form, Text
from generator.catalogue.law import Posting
from generator.commune import Commune
from generator.disclosed import Disclosure, PublicRecord

DAY = date(2026, 7, 8)


def posting(name: str, days: int, *, working: bool = False, since: date = date(2023, 7, 1)) -> Posting:
    return Posting(id=name, days=days, working=working, places=(), channels=(), statute="s", article="1", since=since)


def form(name: str, family: str, kind: str, columns: tuple[Column, ...], postings: dict[str, str]) -> Form:
    slug = "thu" if kind == "budget" else ""
    return Form(id=name, kind=kind, family=family, slug=slug, name=Text(name), question={"": Text("?")}, titles=(),
                column=columns, postings=postings)


def catalogue() -> Catalogue:
    money = (Column(key="label", name=Text("Nội dung"), labels=(), read="text", public=True),
             Column(key="done", name=Text("Thực hiện"), labels=(), read="money", public=True, group=Text("Thu ngân sách xã")))
    heads = (Column(key="head_name", name=Text("Họ và tên chủ hộ"), labels=(), read="name", public=True, names=True),
             Column(key="hamlet", name=Text("Thôn, buôn"), labels=(), read="text", public=True),
             Column(key="decision", name=Text("Số quyết định"), labels=(), read="code", public=True),
             Column(key="citizen_number", name=Text("Số căn cước"), labels=(), read="text"))
    forms = (form("budget-revenue", "budget", "budget", money, {"": "thirty", "draft": "five-working"}),
             form("poor-households", "households", "households", heads, {"": "thirty", "consulted": "three-working"}),
             form("unruled", "budget", "budget", money, {}))
    families = (Family(id="budget", slug="ngan-sach", name=Text("Ngân sách"), question=Text("?")),
                Family(id="households", slug="ho-ngheo", name=Text("Hộ nghèo"), question=Text("?")))
    postings = (posting("thirty", 30), posting("five-working", 5, working=True), posting("three-working", 3, working=True))
    return Catalogue(forms={each.id: each for each in forms}, row_sets={}, families=families, stages=(), choices={}, statutes=(),
                     deadlines=(), postings=postings, poverty_lines=(), criteria=(), entitlements=())


def commune(**settings: object) -> Commune:
    return Commune(**{"name": "Suối Mây", "id": "suoi-may", **settings})  # type: ignore[arg-type]


def revenue(amount: int = 1_000_000, **changes: object) -> Disclosure:
    content: dict[str, object] = {
        "id": "suoi-may/budget-revenue/execution/2026-06m/-", "commune": "suoi-may", "form": "budget-revenue", "kind": "budget",
        "title": "Thu ngân sách 6 tháng đầu năm 2026", "columns": ("label", "done"), "stage": "execution", "period": "2026-06m",
        "unit": 1000, "records": (PublicRecord(id="d1", marker="I", values={"label": "Tổng thu", "done": amount}),),
        "source_sha256": "a" * 64,
    }
    return Disclosure(**{**content, **changes})  # type: ignore[arg-type]


def households(*names: str, **changes: object) -> Disclosure:
    records = tuple(PublicRecord(id=f"h{place}", marker=str(place), values={"hamlet": "Buôn Krông"}) for place in range(1, len(names) + 1))
    content: dict[str, object] = {
        "id": "suoi-may/poor-households/recognised/2026/-", "commune": "suoi-may", "form": "poor-households", "kind": "households",
        "title": "Hộ nghèo, hộ cận nghèo năm 2026", "columns": ("marker", "head_name", "hamlet"), "stage": "recognised", "period": "2026",
        "records": records, "names": {f"h{place}": {"head_name": name} for place, name in enumerate(names, 1)}, "source_sha256": "b" * 64,
    }
    return Disclosure(**{**content, **changes})  # type: ignore[arg-type]
