"""A form of each kind that the program never saw, as files beside the data: workbook, page, print, bulletin, deadline come of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator import commune_file, templates
from generator.__main__ import main
from generator.catalogue import Catalogue, load
from generator.commands.build import built
from generator.sources import communes
from generator.templates.designs import Design
from tests.catalogue.test_new_forms import text_of
from tests.commands.conftest import DECLARED
from tests.conftest import ROOT, options_in
from tests.templates.filling import filled

DAY = date(2026, 11, 23)
SETTINGS = """name = "Xã Thử"
[[hamlet]]
name = "Thôn Tân Lập"
households = 90
[[hamlet]]
name = "Buôn Ea Mây"
households = 80
[[place]]
name = "Trụ sở"
[events]
"quyết định giếng làng 2026" = 2026-12-04
"vận động Bữa cơm học trò" = 2026-11-20
"công nhận hộ nghèo 2026" = 2026-12-04
"""
EACH_YEAR = """
[[duty]]
name = {{vi = "{name} năm {{year}}", en = "{name} {{year}}"}}
periods = ["{{year}}"]
statute = "luat-10-2022"
article = "Điều 11"
since = 2023-07-01
certain = "reading"
note = "Thử."
"""
MARKER = """
[[column]]
key = "marker"
name = {vi = "STT", en = "No."}
labels = ["STT"]
read = "marker"
public = true
"""
COLUMN = """
[[column]]
key = "{key}"
name = {{vi = "{name}", en = "{name}"}}
labels = ["{name}"]
read = "{read}"
public = true
{more}
"""


def column(key: str, name: str, read: str, more: str = "") -> str:
    """Return a public column's TOML."""
    return COLUMN.format(key=key, name=name, read=read, more=more)


FUND = """id = "quy-lang"
kind = "budget"
family = "budget"
slug = "quy-lang"
side = "spending"
name = {vi = "Chi quỹ làng", en = "Village fund"}
titles = ["báo cáo việc chi quỹ làng"]
stages = ["execution"]
rows = [{set = "quy-lang", since = 2026-01-01}]
deadlines = {execution = "period-openness"}
postings = {"" = "budget"}
statutes = ["luat-10-2022"]
question = {"" = {vi = "{period}, {commune} chi quỹ làng bao nhiêu?", en = "{period}: what did {commune} spend?"}}
options = {totals_are_rows = true, stage_required = true, cumulative = true}
""" + MARKER + column("label", "Nội dung", "text", "required = true") + column("plan", "Dự toán làng", "money") + column(
    "done", "Làng đã chi", "money")
LINES = """key,parent,marker,vi,en,also,children,role,plain_vi,plain_en
tong,,A,Tổng chi quỹ làng,In all,,sum,total,Tổng chi quỹ làng,In all
gieng,tong,1,Chi nạo vét giếng,Wells,,,,Nạo vét giếng,Wells
hoi,tong,2,Chi hội mùa,Feast,,,,Hội mùa,Feast
"""
WELLS = """id = "gieng-lang"
kind = "register"
family = "works"
slug = "gieng-lang"
name = {vi = "Giếng làng", en = "Village wells"}
titles = ["bảng kê giếng làng"]
deadlines = {"" = "openness"}
postings = {"" = "openness"}
statutes = ["luat-10-2022"]
channels = ["board", "web", "loudspeaker"]
question = {"" = {vi = "Làng có mấy cái giếng?", en = "How many wells are there?"}}
[register]
lead = "well"
sums = ["users"]
answer = [{vi = "Có {count} giếng, {sum_users} hộ dùng.", en = "{count} wells, {sum_users} users."}]
""" + MARKER + column("well", "Tên giếng", "text", "required = true") + column("users", "Số hộ dùng", "count")
# Form: the fact lines that are filled in above its table.
ABOVE = {"bua-com": {"purpose": "Bữa cơm học trò", "basis": "Biên bản họp dân", "voluntary": "Tự nguyện"},
         "chi-bua-com": {"purpose": "Bữa cơm học trò"}}
KINDS = ("quy-lang", "nha-tam", "bua-com", "chi-bua-com", "gieng-lang", "table-bang-ke-trong-chieng")


def copied(old: str, new: str, title: str, filled_in: str, duty: str = "") -> str:
    """Return a form of a kind that has much to say, copied under another id, slug, name and title, with a duty of its own."""
    text = f'filled_in = [{", ".join(f"{key!r}" for key in filled_in.split())}]\n' + text_of(old, new, (title,))
    text = re.sub(r"(?m)^name = .*$", f'name = {{vi = "{title.capitalize()}", en = "{title.capitalize()}"}}', text, count=1)
    return text.replace("\n[postings]", f"{duty}\n[postings]", 1)


def lay(data: Path) -> None:
    """Write the commune's folder with its own forms, lines and declared table."""
    own = data / "quy-dinh"
    for folder in ("forms", "rows"):
        (own / folder).mkdir(parents=True)
    (own / "rows/quy-lang.csv").write_text(LINES, "utf-8")
    forms = {
        "quy-lang": FUND + EACH_YEAR.format(name="Chi quỹ làng").replace('"{year}"', '"{year}-06m"') + 'stage = "execution"\n',
        "gieng-lang": WELLS,
        "nha-tam": copied("poor-households", "nha-tam", "danh sách hộ ở nhà tạm",
                          "marker head_name hamlet household_class members note",
                          EACH_YEAR.format(name="Nhà tạm") + 'stage = "recognised"\n'),
        "bua-com": copied("contributions", "bua-com", "sổ góp bữa cơm", "marker day receipt giver hamlet gift_kind amount consent"),
        "chi-bua-com": copied("contribution-use", "chi-bua-com", "sổ tiêu bữa cơm", "marker day content voucher amount",
                              EACH_YEAR.format(name="Tiêu bữa cơm")).replace('"" = "contribution-use"', '"" = "period-openness"'),
    }
    for name, text in forms.items():
        (own / f"forms/{name}.toml").write_text(text, "utf-8")
    (data / "trong-chieng.bang.toml").write_text(DECLARED, "utf-8")
    (data / "commune.toml").write_text(SETTINGS, "utf-8")


def fill(data: Path, empty: Path, known: Catalogue) -> None:
    """Fill in every workbook that `template` wrote, and put it among the data."""
    offered = {one.file: one for one in templates.offered(known)}
    for path in sorted(empty.iterdir()):
        design = offered[path.stem]
        if design.form in KINDS and design.stage in ("", "execution"):
            (data / path.name).write_bytes(filled(path.read_bytes(), _told(design), design.form, known).content)


def _told(design: Design) -> Design:
    """Return a design with examples for the lines that the test fills in above the table, and none of the others."""
    facts = tuple(replace(one, example=ABOVE.get(design.form, {}).get(one.key, "")) for one in design.facts)
    return replace(design, facts=facts, periods=("06 THÁNG ĐẦU NĂM {year}",) if design.stage else ("NĂM {year}",))


@dataclass(frozen=True)
class Made:
    """What became of the commune: its folders, its report, and what is due."""

    root: Path
    known: Catalogue
    report: Mapping[str, object]

    @property
    def disclosures(self) -> dict[str, dict[str, object]]:
        """Return the published tables by their form."""
        manifest = json.loads((self.root / "output/manifest.json").read_text("utf-8"))
        return {one["form"]: one for one in manifest["disclosures"]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The commune built with prints, from workbooks that `template` made of its own forms."""
    root = tmp_path_factory.mktemp("own")
    data = root / "data"
    lay(data)
    known, wrong = commune_file.rules(data, data, load())
    assert wrong == ()
    assert main(["template", *KINDS, "--data", str(data), "--output", str(root / "mau"), "--today", "2026-11-23"]) == 0
    fill(data, root / "mau", known)
    assert len(communes(data)) == 1
    assert built(options_in(root, data=data, today=DAY, jobs=2)) == 0
    return Made(root, known, json.loads((root / "build-report.json").read_text("utf-8")))


def test_no_module_and_no_template_names_a_form() -> None:
    """Forms stand in the catalogue alone; "contributions" and "table" are words of kinds and pages too."""
    ids = set(load().forms) - {"contributions", "table"}
    named = {path.relative_to(ROOT).as_posix() for folder in ("generator", "themes") for path in (ROOT / folder).rglob("*")
             if path.suffix in {".py", ".html", ".css", ".js"} for word in re.findall(r"[\"']([\w-]+)[\"']", path.read_text("utf-8"))
             if word in ids}
    assert named == set()


def test_each_becomes_a_disclosure_and_nothing_is_found_wrong(made: Made) -> None:
    """Every workbook made from the form's data and filled in is published under its own form."""
    assert set(made.disclosures) == set(KINDS)


@pytest.mark.parametrize("form", KINDS)
def test_it_has_a_page_and_a_print(made: Made, form: str) -> None:
    """The page stands at an address of the form's own and shows its columns; a print lies beside it or among what is to print."""
    one = made.disclosures[form]
    page = (made.root / "output" / str(one["page"])).read_text("utf-8")
    shown = [column for column in made.known.form(form).column if column.key in made.known.form(form).filled_in or not
             made.known.form(form).filled_in]
    assert any(column.name.vi in page for column in shown if column.public and column.read != "marker")
    prints = [path for path in (made.root / "to-print").rglob("*.pdf") if made.known.form(form).slug in path.as_posix()]
    assert one["prints"] or prints


@pytest.mark.parametrize("form", KINDS)
def test_it_has_a_bulletin(made: Made, form: str) -> None:
    """The week's bulletins speak of it by its title."""
    text = (made.root / "output/loa-truyen-thanh/index.html").read_text("utf-8")
    assert str(made.disclosures[form]["page"]) in text or str(made.disclosures[form]["page"]).removesuffix("index.html") in text


def test_it_is_due(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    """What a form owes each year is asked for, and what counts from an event that was told in the form's own name."""
    capsys.readouterr()
    main(["due", "--data", str(made.root / "data"), "--on", "2026-11-23", "--format", "json"])
    (commune,) = json.loads(capsys.readouterr().out)["communes"]
    due = {one["id"]: one["last"] for one in commune["items"]}
    assert due["quy-lang-execution-06m/2026-06m"] == "2026-07-07"
    assert due["chi-bua-com/2026"] == "2027-01-08"
    assert due["nha-tam-recognised/2026"] == "2026-12-11"
    assert due["gieng-lang-2026/2026"] == "2026-12-11"
    assert due["bua-com-bua-com-hoc-tro/2026"] == "2026-11-30"
