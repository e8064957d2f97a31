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
        "page": "ngan-sach/2026/06-thang/thu/index.html", "code": SHOWN.code,
        "prints": [{"paper": "A4", "purpose": "list", "file": "ngan-sach/2026/06-thang/thu.pdf", "pages": 3, "made_by": "weasyprint"}],
        "downloads": [{"format": kind, "file": f"ngan-sach/2026/06-thang/thu.{kind}"} for kind in ("csv", "xlsx")],
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
