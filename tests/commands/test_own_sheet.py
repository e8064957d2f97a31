"""A province's own execution sheet: its own title, columns and lines, known, checked, published, and offered as an empty workbook."""

import json
from pathlib import Path

import openpyxl
import pytest

from generator.commands.build import built
from tests.commands.conftest import Run
from tests.conftest import ROOT, options_in
from tests.drawing import workbook

FORM = """id = "budget-revenue"
kind = "budget"
family = "budget"
slug = "thu"
order = 2
name = {vi = "Thu ngân sách theo mẫu tỉnh", en = "Revenue by the province's form"}
side = "revenue"
stages = ["execution"]
titles = ["nguồn lực tài chính xã theo mẫu tỉnh"]
rows = [{set = "thu-tinh", since = 2026-01-01}]
deadlines = {execution = "budget-execution"}
postings = {"" = "budget"}
statutes = ["nd-73-2026"]
channels = ["board", "web"]
question = {"" = {vi = "{period}, {commune} thu được bao nhiêu?", en = "{period}: how much came in to {commune}?"}}
prints = {list = "A4 portrait"}
options = {totals_are_rows = true, stage_required = true, cumulative = true}

[[column]]
key = "marker"
name = {vi = "Mã", en = "Code"}
labels = ["Mã"]
read = "marker"
public = true

[[column]]
key = "label"
name = {vi = "Nguồn lực", en = "Source"}
labels = ["Nguồn lực"]
read = "text"
required = true
public = true

[[column]]
key = "plan"
name = {vi = "Tỉnh giao", en = "Set by the province"}
labels = ["Tỉnh giao"]
read = "money"
public = true

[[column]]
key = "done"
name = {vi = "Lũy kế nguồn lực", en = "So far"}
labels = ["Lũy kế nguồn lực"]
read = "money"
public = true
"""
ROWS = """key,parent,marker,vi,en,also,children,role,plain_vi,plain_en
tong,,A,Tổng nguồn lực,All sources,,sum,total,Tổng nguồn lực,All sources
rung,tong,1,Thu từ rừng cộng đồng,Community forest,,,,Thu từ rừng,Forest
cho,tong,2,Thu chợ phiên,Market fees,,,,Chợ phiên,Market
"""
SHEET = """
NGUỒN LỰC TÀI CHÍNH XÃ THEO MẪU TỈNH
Tình hình thực hiện 09 tháng năm 2026
Đơn vị tính: đồng

Mã | Nguồn lực | Tỉnh giao | Lũy kế nguồn lực
A | Tổng nguồn lực | #900000000 | #{total}
1 | Thu từ rừng cộng đồng | #600000000 | #400000000
2 | Thu chợ phiên | #300000000 | #250000000
"""


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """A province with one commune, whose own form and lines lie in the province's `quy-dinh`."""
    data = tmp_path / "data"
    (data / "quy-dinh/forms").mkdir(parents=True)
    (data / "quy-dinh/rows").mkdir()
    (data / "quy-dinh/forms/thu.toml").write_text(FORM, "utf-8")
    (data / "quy-dinh/rows/thu-tinh.csv").write_text(ROWS, "utf-8")
    (data / "province.toml").write_text('name = "Tỉnh Thử"\n', "utf-8")
    (data / "xa-thu").mkdir()
    (data / "xa-thu/commune.toml").write_text('name = "Xã Thử"\n[[posted]]\nform = "budget-revenue"\nposted_from = 2026-10-08\n', "utf-8")
    drawn(data)
    return data


def drawn(data: Path, total: int = 650_000_000) -> Path:
    """Draw the commune's workbook by the province's own form."""
    return workbook(data / "xa-thu", SHEET.replace("{total}", str(total)), name="9-thang.xlsx")


def test_check_knows_it_and_tells_its_own_columns(province: Path, run: Run) -> None:
    """The sheet is recognised by its own title and columns, and its lines by the province's row set, also from a folder further down."""
    told = run(["check", str(province / "xa-thu"), "--format", "json"])
    (table,) = json.loads(told.out)["files"][0]["tables"]
    assert (told.code, table["form"], table["stage"], table["period"]) == (0, "budget-revenue", "execution", "2026-09m")
    assert table["columns"] == {"marker": "A", "label": "B", "plan": "C", "done": "D"}
    assert "Lũy kế nguồn lực" in run(["check", str(province / "xa-thu")]).out
    (province / "xa-thu/2026").mkdir()
    (province / "xa-thu/9-thang.xlsx").rename(province / "xa-thu/2026/9-thang.xlsx")
    told = run(["check", str(province / "xa-thu/2026"), "--format", "json"])
    assert json.loads(told.out)["files"][0]["tables"][0]["form"] == "budget-revenue"


def test_its_sums_are_checked(province: Path, run: Run) -> None:
    """A total that its lines do not make up is an error in its cell, as in a sheet of the general form."""
    drawn(province, 651_000_000)
    found = json.loads(run(["check", str(province / "xa-thu"), "--format", "json"]).out)["files"][0]["findings"]
    assert [(one["code"], one["cell"]) for one in found if one["severity"] == "error"] == [("sum-differs", "D6")]


def test_it_is_published_under_its_own_names(province: Path, tmp_path: Path) -> None:
    """The page has the province's lines and columns."""
    options = options_in(tmp_path, data=province, jobs=1, prints=False)
    assert built(options) == 0
    page = (options.output / "xa-thu/ngan-sach/2026/09-thang/thu/index.html").read_text("utf-8")
    for text in ("Thu từ rừng", "Lũy kế nguồn lực", "650 triệu đồng"):
        assert text in page


def test_forms_and_templates_are_the_provinces_own(province: Path, tmp_path: Path, run: Run) -> None:
    """`forms` lists the form by its own name; the empty workbook has its title, columns and lines, at its own stage alone."""
    assert "Thu ngân sách theo mẫu tỉnh" in run(["forms", "--data", str(province)]).out
    assert "Thu ngân sách theo mẫu tỉnh" not in run(["forms", "--data", str(ROOT / "data")]).out
    told = run(["template", "budget-revenue", "--data", str(province), "--output", str(tmp_path / "mau"), "--today", "2026-10-01"])
    assert told.code == 0
    book = openpyxl.load_workbook(tmp_path / "mau/thu-ngan-sach-thuc-hien.xlsx")
    texts = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
    assert [path.name for path in (tmp_path / "mau").iterdir()] == ["thu-ngan-sach-thuc-hien.xlsx"]
    assert {"NGUỒN LỰC TÀI CHÍNH XÃ THEO MẪU TỈNH", "(Tình hình thực hiện)"} <= texts
    assert {"Mã", "Nguồn lực", "Tỉnh giao", "Lũy kế nguồn lực", "Thu từ rừng cộng đồng"} <= texts
