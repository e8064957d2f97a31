"""A build from a data folder that holds one of the Ministry's real workbooks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.commands.build import built
from tests.conftest import options_in


@pytest.fixture
def ministry(field: Path, tmp_path: Path) -> Path:
    """A data folder with the final accounts of 2012 and a commune's name."""
    data = tmp_path / "data"
    data.mkdir()
    shutil.copyfile(field / "budget" / "Final_2012.xls", data / "quyet-toan.xls")
    (data / "commune.toml").write_text('name = "Xã Suối Mây"\n', "utf-8")
    return data


def test_final_accounts_of_2012_are_published(ministry: Path, tmp_path: Path) -> None:
    """Balance, revenue and spending are published as signed: real rounding and real differences keep none of them back."""
    options = options_in(tmp_path, data=ministry, prints=False)
    assert built(options) == 0
    disclosures = json.loads((options.output / "manifest.json").read_bytes())["disclosures"]
    shown = {one["form"]: one for one in disclosures if one["subject"] is None}
    assert {"budget-balance", "budget-revenue"} <= set(shown)
    spending = [one for one in disclosures if one["form"] == "budget-spending"]
    assert {one["subject"] for one in spending} == {"co-cau", "trung-uong", "chuong-trinh-muc-tieu"}
    page = (options.output / shown["budget-balance"]["page"]).read_text("utf-8")
    assert "173.815" in page
    assert "1.038.451" in page


def test_differences_are_told_to_the_officer_alone(ministry: Path, tmp_path: Path) -> None:
    """The printed deficit that differs is a warning in the report; no page speaks of it, and there is neither deadline nor statute."""
    options = options_in(tmp_path, data=ministry, prints=False)
    built(options)
    report = json.loads(options.report.read_bytes())
    found = {(one["sheet"], one["cell"], one["severity"]) for one in report["communes"][0]["files"][0]["findings"]}
    assert ("M01+", "D29", "warning") in found
    assert {level for sheet, _, level in found if sheet == "M09+"} == {"notice"}
    assert sum(sheet == "M09+" for sheet, _, _ in found) >= 8
    text = "".join(path.read_text("utf-8") for path in (options.output / "ngan-sach").rglob("*.html"))
    assert "không bằng các khoản" not in text
    assert "không nêu thời hạn" in text
