"""The whole road in a real browser, from an empty folder to published pages and board sets; each screen held against axe-core."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import workbook
from tests.conftest import ROOT, absent
from tests.desk.conftest import Running, opened
from tests.drawing import workbook as drawn

pytestmark = pytest.mark.browser
FIELD = ROOT / "tests" / "field"
HOSTILE = "<img src=x onerror=alert(1)>"
RUN = """async () => (await axe.run(document)).violations
    .flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 200)} ${node.any[0]?.message || ''}`))"""
GONE = "doubt => !document.querySelector('.busy') && document.querySelector('input[name=d]')?.value !== doubt"
LIST = f"""
DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2026
(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/11/2026 công nhận)

STT | Họ và tên chủ hộ | Thôn, buôn | Phân loại hộ | Số nhân khẩu | Ghi chú
#1 | {HOSTILE} Ê Ban | Thôn Một | Hộ nghèo | #3 | "><script>alert(2)</script>
#2 | Nguyễn Văn Mẫu | Thôn Một | Hộ cận nghèo | x4 |
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk on an empty folder."""
    yield from opened(tmp_path_factory.mktemp("road"))


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core as the installed package carries it."""
    try:
        import axe_playwright_python  # noqa: PLC0415 - its absence is a reason to skip
    except ImportError:
        absent("axe-playwright-python is not installed")
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def test_a_first_quarter_is_published_without_a_terminal(desk: Running, browser: Any, axe: str, tmp_path: Path) -> None:
    """Settings, files, mistakes mended, all seen, posted: what is public was seen before, originals are kept, hostile texts do nothing."""
    page = browser.new_page(viewport={"width": 1024, "height": 600})
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda fault: alarms.append(str(fault)))
    page.set_default_timeout(300_000)

    def sound(screen: str) -> None:
        page.evaluate(axe)
        assert {screen: page.evaluate(RUN)} == {screen: []}

    page.goto(desk.door)
    sound("settings")
    page.fill("#name", "Xã Thử <b>Nghiệm</b>")
    page.fill("#who", "Trần Quốc Bảo")
    page.check("#khong")
    page.fill("#hamlets", "Thôn Một\nThôn Hai")
    page.fill("#places", "Trụ sở Ủy ban nhân dân xã")
    page.click("button.main >> nth=0")
    files = [drawn(tmp_path, LIST, name=f"ho {HOSTILE.replace('/', '')}.xlsx"), FIELD / "total-typed-over.xlsx"]
    page.set_input_files("#tep", [str(path) for path in files])
    page.wait_for_selector("li.errors >> nth=1")
    sound("files")
    _mend(page, sound)
    page.click("a.main")
    page.wait_for_selector("iframe")
    sound("see")
    assert page.locator(".names").count() == 0
    while page.locator("a.main[rel=next]").count():
        page.click("a.main[rel=next]")
        page.wait_for_selector("iframe")
    assert not (desk.folder / "output").exists()
    page.click("form.go button")
    sound("post")
    page.click("button.big")
    page.wait_for_selector("img.qr, .at-posted .list, .card.bad", state="attached")
    assert page.locator(".card.bad").all_inner_texts() == []
    sound("posted")
    _published(desk)
    for path in ("/", "/sau", "/sau/nguoi?ten=Nguyễn+Văn+Mẫu", "/dang", "/sua", "/khong-co"):
        page.goto(desk.origin + path)
        sound(path)
    assert alarms == []
    page.close()


def _mend(page: Any, sound: Callable[[str], None]) -> None:
    """Go through the doubts as an officer would: type what is right, or say that it is right as it stands."""
    right = {"E5": "4", "E6": "4", "D8": "450000"}
    page.click("a.main")
    for _ in range(12):
        page.wait_for_selector("#noi-dung .case, #noi-dung .go a.main")
        if not page.locator(".case").count():
            break
        doubt, cell = page.input_value("input[name=d] >> nth=0"), page.locator(".current").get_attribute("data-o")
        sound("mend")
        if page.locator(".card.error").count():
            page.fill("#chu", right[cell])
            page.click("form.box button.main")
        else:
            page.click("details.box summary >> nth=0")
            page.click("details[open] button")
        page.wait_for_function(GONE, arg=doubt)
    sound("mended")


def _published(desk: Running) -> None:
    """The site names nobody, the record holds what was posted, the zip and the board set are there, and the originals are kept."""
    data = desk.folder / "data"
    (packed,) = desk.folder.glob("trang-*.zip")
    pages = "\n".join(zipfile.ZipFile(packed).read(name).decode() for name in zipfile.ZipFile(packed).namelist() if name.endswith(".html"))
    assert "Nguyễn Văn Mẫu" not in pages
    assert "<b>Nghiệm" not in pages
    history = [json.loads(line) for line in (data / ".cong-khai" / "history.jsonl").read_text("utf-8").splitlines()]
    assert sorted(entry["form"] for entry in history if entry["action"] == "post") == ["budget-spending", "poor-households"]
    assert list((desk.folder / "to-print").rglob("bo-niem-yet-*.pdf"))
    kept = {path.name: path for path in (data / ".cong-khai" / "goc").rglob("*.xlsx")}
    assert kept["total-typed-over.xlsx"].read_bytes() == (FIELD / "total-typed-over.xlsx").read_bytes()
    assert workbook.read(data / "total-typed-over.xlsx")[0].value(8, 4) == 450000
