"""A commune made of two others: their figures stand under their names and are neither joined to nor compared with its own."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.commands.conftest import Place, Run
from tests.commands.test_bad_input import said
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "mau"
OLD, NEW = "QUYET TOAN NS XA 2024.xlsx", "Quyet toan 2025 da duoc HDND phe chuan.xlsx"
SETTINGS = """name = "Xã Suối Mây"

[[predecessor]]
name = "Xã Ea Lăng"
until = 2025-06-30

[[predecessor]]
name = "Xã Đắk Rơ"
until = 2025-06-30
"""


@pytest.fixture
def merged(place: Place) -> Place:
    """A commune with a year of its own, and the year before of one that was merged into it."""
    for path in place.commune.glob("*.xlsx"):
        path.unlink()
    (place.commune / "commune.toml").write_text(SETTINGS, "utf-8")
    put(place, NEW)
    put(place, OLD, "xa-ea-lang")
    return place


def put(place: Place, name: str, folder: str = "") -> None:
    """Copy a workbook of the sample into the commune's folder, or into one within it."""
    (place.commune / folder).mkdir(exist_ok=True)
    shutil.copyfile(SAMPLE / name, place.commune / folder / name)


def shown(place: Place) -> dict[str, str]:
    """Return the title of each disclosure by its page."""
    return {one["page"]: one["title"] for one in json.loads((place.output / "manifest.json").read_bytes())["disclosures"]}


def test_figures_stand_under_the_name_of_the_unit_that_was_merged(merged: Place, run: Run) -> None:
    """Pages, titles and ids have its name, each address is its own, the break is said, and nothing is compared across it."""
    assert run(merged.words("build")).code == 0
    titles = shown(merged)
    assert titles["ngan-sach/2024/quyet-toan-xa-ea-lang/thu/index.html"].startswith("Thu ngân sách")
    assert all(("Xã Ea Lăng" in title) == ("2024" in page) for page, title in titles.items())
    old, new = (merged.page(f"ngan-sach/{place}/thu") for place in ("2024/quyet-toan-xa-ea-lang", "2025/quyet-toan"))
    assert "xã Ea Lăng" in old
    assert "không cộng, không so với số liệu của Xã Suối Mây" in old
    assert "Số liệu của Xã Ea Lăng, trước khi sắp xếp" in old
    assert "2024" not in new.split("<main", 1)[1].split("<footer")[0]
    assert "Số liệu trước đó là của Xã Ea Lăng, Xã Đắk Rơ, không đem so ở đây" in new
    assert not (merged.output / "ngan-sach" / "dong").exists()
    assert "Xã Ea Lăng" in merged.page("ngan-sach/2024/quyet-toan-xa-ea-lang")
    assert "Quyết toán, năm 2024, Xã Ea Lăng" in merged.page("ngan-sach")


def test_the_loudspeaker_says_whose_figures_they_are(merged: Place, run: Run) -> None:
    """What was taken in and spent is told of the unit that was merged, and the commune that reads it out is the one of today."""
    assert run(merged.words("build")).code == 0
    read = (merged.output / "loa-truyen-thanh.txt").read_text("utf-8")
    (old,) = [part for part in read.split("-" * 20) if "Quyết toán thu ngân sách năm 2024" in part]
    assert "Quyết toán thu ngân sách năm 2024, Xã Ea Lăng" in old
    assert "Hội đồng nhân dân xã Ea Lăng đã phê chuẩn" in old
    assert "Cả năm, xã Ea Lăng thu được" in old
    assert "Kính thưa bà con xã Suối Mây." in old
    assert "Cả năm, xã Suối Mây" not in old


def test_two_units_that_were_merged_are_not_mixed(merged: Place, run: Run) -> None:
    """The same table of the same year of two units makes two disclosures, each beside its own."""
    put(merged, OLD, "dak-ro")
    assert run(merged.words("build")).code == 0
    pages = [page for page in shown(merged) if page.startswith("ngan-sach/2024/")]
    assert len(pages) == 2 * len({page.rsplit("/", 2)[1] for page in pages})
    one = merged.page("ngan-sach/2024/quyet-toan-xa-dak-ro/thu")
    assert "xa-ea-lang" not in one.split("<main", 1)[1].split("<footer")[0]


def test_a_table_from_before_that_says_no_unit_is_refused(merged: Place, run: Run) -> None:
    """Of two units nobody can say which; of one alone it can be no other."""
    (merged.commune / "xa-ea-lang" / OLD).rename(merged.commune / OLD)
    told = run(merged.words("build"))
    assert told.code == 1
    assert said("predecessor-unsaid", told.err)
    (merged.commune / "commune.toml").write_text(SETTINGS.rsplit("\n[[", 1)[0], "utf-8")
    assert run(merged.words("build")).code == 0
    assert "ngan-sach/2024/quyet-toan-xa-ea-lang/thu/index.html" in shown(merged)


def test_a_period_beyond_the_last_day_is_refused(merged: Place, run: Run) -> None:
    """A unit that ended in June has no figures of the whole year."""
    put(merged, NEW, "xa-ea-lang")
    (merged.commune / NEW).unlink()
    told = run(merged.words("build"))
    assert told.code == 1
    assert said("predecessor-period", told.err)
    assert all("/2025/" not in page for page in shown(merged))
