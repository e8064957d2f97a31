"""The manifest: what the contract names, in stable bytes, and nothing else."""

import json
from datetime import date

from msgspec.structs import replace

from generator.disclosure.site import Made, Site
from generator.posting.seals import seal
from generator.release.manifests import manifest
from tests.posting import drawn

SHOWN = replace(seal(drawn.revenue()), posted_from=drawn.DAY, posted_until=date(2026, 8, 7))
MADE = (
    Made(SHOWN.id, "download", "xlsx", "ngan-sach/2026/06-thang/thu.xlsx"),
    Made(SHOWN.id, "download", "csv", "ngan-sach/2026/06-thang/thu.csv"),
    Made(SHOWN.id, "print", "A4", "ngan-sach/2026/06-thang/thu.pdf", purpose="list", pages=3, made_by="weasyprint"),
    Made(SHOWN.id, "print", "A3", "secret-board.pdf", purpose="board", public=False),
)


def site(*shown: object) -> Site:
    return Site(drawn.commune(), drawn.DAY, drawn.catalogue(), shown or (SHOWN,), {SHOWN.id: MADE})  # type: ignore[arg-type]


def test_an_entry_holds_what_the_contract_names() -> None:
    """Keys, paths, days, prints and downloads are as written down; a print that is not public is not named."""
    read = json.loads(manifest(site()))
    assert (read["built_for"], read["commune"]) == ("2026-07-08", {"id": "suoi-may", "name": "Xã Suối Mây"})
    assert read["disclosures"] == [{
        "id": "suoi-may/budget-revenue/execution/2026-06m/-", "form": "budget-revenue", "kind": "budget", "stage": "execution",
        "period": "2026-06m", "subject": None, "version": 1, "title": SHOWN.title, "source_sha256": "a" * 64, "records": 1,
        "names_persons": False, "posted_from": "2026-07-08", "posted_until": "2026-08-07", "state": "posted",
        "page": "ngan-sach/2026/06-thang/thu/index.html", "code": SHOWN.code, "summary": None,
        "prints": [{"paper": "A4", "purpose": "list", "file": "ngan-sach/2026/06-thang/thu.pdf", "pages": 3, "made_by": "weasyprint"}],
        "downloads": [{"format": kind, "file": f"ngan-sach/2026/06-thang/thu.{kind}"} for kind in ("csv", "xlsx")],
        "attachments": [],
    }]


def test_order_of_what_is_shown_does_not_matter() -> None:
    """The same disclosures in another order give the same bytes."""
    other = replace(seal(drawn.households("Hộ A")), names={})
    assert manifest(site(SHOWN, other)) == manifest(site(other, SHOWN))


def test_vietnamese_is_written_plain() -> None:
    """Titles stand in UTF-8, not as escapes."""
    assert SHOWN.title.encode() in manifest(site())


def test_a_name_with_its_kind_is_not_doubled() -> None:
    """A commune that already calls itself xã is not called Xã Xã."""
    named = Site(drawn.commune(name="Xã Suối Mây"), drawn.DAY, drawn.catalogue(), ())
    assert json.loads(manifest(named))["commune"]["name"] == "Xã Suối Mây"


def test_figures_that_may_be_added_up_are_told() -> None:
    """A budget tells its total by the line of its row set, a list its classes, and a commune its inhabitants where it says them."""
    total = {"id": "x", "key": "tong-thu", "name": "Tổng thu", "plan": 9, "done": 7, "prior": None, "share": 77.8}
    budget = replace(SHOWN, summary={"side": "revenue", "total": total, "top": []})
    classes = [{"key": "poor", "name": "Hộ nghèo", "households": 4, "members": 9}]
    homes = replace(seal(drawn.households("Hộ A")), names={}, summary={"households": 4, "classes": classes, "hamlets": []})
    shown = Site(drawn.commune(population=7818), drawn.DAY, drawn.catalogue(), (budget, homes))
    read = json.loads(manifest(shown))
    assert read["commune"]["population"] == 7818
    assert {one["form"]: one["summary"] for one in read["disclosures"]} == {
        "budget-revenue": {"side": "revenue", "line": "tong-thu", "plan": 9, "done": 7, "prior": None},
        "poor-households": {"classes": {"poor": 4}},
    }


def test_a_total_on_no_line_of_a_row_set_is_not_told() -> None:
    """A table that follows no row set says nothing that could be added to another commune's."""
    loose = replace(SHOWN, summary={"side": "revenue", "total": {"key": "", "plan": 9, "done": 7, "prior": None}})
    assert json.loads(manifest(site(loose)))["disclosures"][0]["summary"] is None
