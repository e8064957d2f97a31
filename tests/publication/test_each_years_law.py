"""One commune built in 2025, 2026 and 2027: each disclosure goes by the law of its own day, whichever day the site is built on."""

import html
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.commands.build import built
from tests.conftest import ROOT, options_in
from tests.drawing import workbook

OWN_RULE = """[[posting]]
id = "budget"
days = 45
working = false
places = ["office"]
channels = ["board", "web"]
statute = "luat-10-2022"
article = "Quyết định của tỉnh"
since = 2027-01-01
"""
LIST = """
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM {year}
(Kèm theo Quyết định công nhận số 01/QĐ-UBND)

STT | Họ và tên chủ hộ | Thôn | Số khẩu | Loại hộ
1 | Trần Thị Giả | Thôn Một | #4 | Hộ nghèo
2 | Lê Văn Bịa | Thôn Một | #3 | Hộ cận nghèo
"""


@dataclass(frozen=True)
class Built:
    """A site built for a day."""

    folder: Path

    def words(self, form: str) -> str:
        """The words of a disclosure's page, without tags."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.page(form))).split())

    @property
    def shown(self) -> dict[str, Any]:
        """What the manifest says, by form and period."""
        found = json.loads((self.folder / "output/manifest.json").read_bytes())["disclosures"]
        return {f"{one['form']}/{one['period']}": one for one in found}

    def page(self, form: str) -> str:
        """The page of a disclosure."""
        return (self.folder / "output" / self.shown[form]["page"]).read_text("utf-8")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Built]]:
    """The same data built on a day of each year, no prints; the province's own rule of 2027 lies beside it."""
    root = tmp_path_factory.mktemp("laws")
    data = root / "data"
    (data / "quy-dinh").mkdir(parents=True)
    (data / "quy-dinh/postings.toml").write_text(OWN_RULE, "utf-8")
    for name in ("NSX quy 3 2025.xlsx", "Bieu cong khai 9 thang 2026.xlsx"):
        shutil.copy(ROOT / "data/mau" / name, data / name)
    for year in (2026, 2027):
        workbook(data, LIST.format(year=year), name=f"ho-ngheo-{year}.xlsx")
    posted = [("poor-households", "2026", "2026-01-20"), ("poor-households", "2027", "2027-01-20")]
    posted += [(form, period, day) for form in ("budget-balance", "budget-revenue", "budget-spending")
               for period, day in (("2025-q3", "2025-10-13"), ("2026-09m", "2026-10-08"))]
    entries = "".join(f'\n[[posted]]\nform = "{form}"\nperiod = "{period}"\nposted_from = {day}\n' for form, period, day in posted)
    (data / "commune.toml").write_text(f'name = "Xã Thử Luật"\n{entries}', "utf-8")
    days = {2025: date(2025, 10, 20), 2026: date(2026, 10, 20), 2027: date(2027, 2, 1)}
    for year, day in days.items():
        assert built(options_in(root / str(year), data=data, today=day, jobs=1, prints=False)) == 0
    yield {year: Built(root / str(year)) for year in days}
    shutil.rmtree(root, ignore_errors=True)


def test_what_was_not_posted_yet_is_not_there(sites: dict[int, Built]) -> None:
    """2025 shows its quarter alone, 2026 the nine months and that year's list besides, 2027 all."""
    assert {year: sorted(site.shown) for year, site in sites.items()} == {
        2025: ["budget-balance/2025-q3", "budget-revenue/2025-q3", "budget-spending/2025-q3"],
        2026: sorted([*sites[2025].shown, "budget-balance/2026-09m", "budget-revenue/2026-09m", "budget-spending/2026-09m",
                      "poor-households/2026"]),
        2027: sorted([*sites[2026].shown, "poor-households/2027"]),
    }


@pytest.mark.parametrize(("form", "its", "others"), [
    ("budget-revenue/2025-q3", "Thông tư 343/2016/TT-BTC", ("73/2026/NĐ-CP", "26/2026/TT-BTC", "89/2025/QH15")),
    ("budget-revenue/2026-09m", "Nghị định 73/2026/NĐ-CP", ("343/2016/TT-BTC",)),
    ("budget-balance/2025-q3", "Thông tư 343/2016/TT-BTC", ("73/2026/NĐ-CP", "26/2026/TT-BTC", "89/2025/QH15")),
    ("budget-spending/2026-09m", "Nghị định 73/2026/NĐ-CP", ("343/2016/TT-BTC",)),
    ("poor-households/2026", "Nghị định 07/2021/NĐ-CP", ()),
    ("poor-households/2027", "Nghị định 351/2025/NĐ-CP", ()),
])
def test_a_page_cites_the_law_of_its_own_period(sites: dict[int, Built], form: str, its: str, others: tuple[str, ...]) -> None:
    """Whatever day the site is built on, a page names the statutes of its own day and none that came later or had gone."""
    for site in sites.values():
        if form in site.shown:
            words = site.words(form)
            assert its in words
            assert [other for other in others if other in words] == []


@pytest.mark.parametrize(("form", "its", "others"), [
    ("poor-households/2026", "1.500.000 đồng", "2.200.000 đồng"), ("poor-households/2027", "2.200.000 đồng", "1.500.000 đồng"),
])
def test_a_list_is_explained_by_the_poverty_line_of_its_own_year(sites: dict[int, Built], form: str, its: str, others: str) -> None:
    """The list of 2026 keeps the old income line when the site is built in 2027, and that of 2027 has the new one."""
    assert its in sites[2027].words(form)
    assert others not in sites[2027].words(form)
    if form in sites[2026].shown:
        assert its in sites[2026].words(form)


def test_lines_of_a_budget_are_those_of_its_years_row_set(sites: dict[int, Built]) -> None:
    """A quarter of 2025 goes by the old circular's lines, nine months of 2026 by the new ones."""
    for site in (sites[2026], sites[2027]):
        old, new = site.page("budget-revenue/2025-q3"), site.page("budget-revenue/2026-09m")
        assert 'id="le-phi-mon-bai"' in old
        assert 'id="thue-gtgt"' in new
        assert 'id="le-phi-mon-bai"' not in new
        assert 'id="thue-gtgt"' not in old


def test_each_posting_lasts_as_long_as_the_rule_of_its_first_day(sites: dict[int, Built]) -> None:
    """Thirty days for what began before the province's own forty-five, on every day the site is built; a state follows its day."""
    until = {form: one["posted_until"] for form, one in sites[2027].shown.items()}
    assert until["budget-revenue/2025-q3"] == sites[2025].shown["budget-revenue/2025-q3"]["posted_until"] == "2025-11-12"
    assert until["budget-revenue/2026-09m"] == sites[2026].shown["budget-revenue/2026-09m"]["posted_until"] == "2026-11-07"
    assert (until["poor-households/2026"], until["poor-households/2027"]) == ("2026-02-19", "2027-02-19")
    states = {year: site.shown["budget-revenue/2025-q3"]["state"] for year, site in sites.items()}
    assert states == {2025: "posted", 2026: "expired", 2027: "expired"}
