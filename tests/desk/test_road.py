"""The whole road in a real browser, from an empty folder to published pages and board sets; each screen held against axe-core."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import workbook
from tests.commands.conftest import ran
from tests.conftest import ROOT, absent
from tests.desk.conftest import Running, opened
from tests.desk.officer import Officer
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
#3 | Trần Thị Mẫu | Thôn Hai | Hộ khá giả | hai |
"""
SPENT = """
ỦY BAN NHÂN DÂN | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ THỬ NGHIỆM | | Độc lập - Tự do - Hạnh phúc

TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH XÃ THEO LĨNH VỰC 09 THÁNG NĂM 2026
 | | | Đơn vị tính: 1.000 đồng
STT | Nội dung | Dự toán năm | Thực hiện 09 tháng | So sánh (%)
A | B | #1 | #2 | 3=2/1
 | TỔNG CHI NGÂN SÁCH XÃ | #1000000 | #460000 | #45
I | Chi đầu tư phát triển | 3OOOOO | #120000 | #40
II | Chi thường xuyên | #700000 | #330000 | #47.1
1 | Chi giáo dục, đào tạo và dạy nghề | #400000 | #180000 | #45
2 | Chi y tế, dân số và gia đình | #200000 | chín mươi | #45
3 | Chi bảo đảm xã hội | #100000 | #60000 | #60
"""
RIGHT = {"E6": "4", "D7": "Hộ nghèo", "E7": "2", "C9": "300000", "D12": "90000", "D8": "450000"}
SOUND = ("nothing-wrong-ledger.xlsx", "register-fees.xlsx")


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


def test_a_first_quarter_is_published_without_a_terminal(desk: Running, browser: Any, axe: str, tmp_path: Path,
                                                         capsys: pytest.CaptureFixture[str]) -> None:
    """Settings, four files, six mistakes mended, all seen, posted: what is public was seen before, hostile texts do nothing.

    Originals are kept. What the desk did is then done with the commands, and gives the same bytes.
    """
    page = browser.new_page(viewport={"width": 1024, "height": 600})
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda fault: alarms.append(str(fault)))
    page.set_default_timeout(300_000)
    officer = Officer(page)

    def sound(screen: str) -> None:
        page.evaluate(axe)
        assert {screen: [*page.evaluate(RUN), *_sideways(page)]} == {screen: []}

    page.goto(desk.door)
    sound("settings")
    for place, text in (("#name", "Xã Thử <b>Nghiệm</b>"), ("#who", "Trần Quốc Bảo"), ("#hamlets", "Thôn Một\nThôn Hai"),
                        ("#places", "Trụ sở Ủy ban nhân dân xã"), ("#site", "https://xa.example.vn"),
                        ("#publish", str(tmp_path / "served"))):
        officer.fill(place, text)
    officer.click("#khong")
    officer.click("button.main >> nth=0")
    files = [drawn(tmp_path, LIST, name=f"ho {HOSTILE.replace('/', '')}.xlsx"), drawn(tmp_path, SPENT, name="chi.xlsx"),
             *(FIELD / name for name in SOUND)]
    officer.steps += 1
    with officer.waiting("files read"):
        page.set_input_files("#tep", [str(path) for path in files])
        page.wait_for_selector(".list > li.errors >> nth=1")
        page.wait_for_selector(".list > li >> nth=3")
    sound("files")
    _mend(officer, sound)
    officer.click("a.main")
    with officer.waiting("pages to see"):
        _looked(officer)
    sound("see")
    assert page.locator(".names").count() == 0
    while page.locator("a.main[rel=next]").count():
        officer.click("a.main[rel=next]")
        _looked(officer)
    assert not (desk.folder / "output").exists()
    officer.click("form.go button")
    sound("post")
    shutil.copytree(desk.folder / "data", tmp_path / "data")
    officer.click("button.big")
    with officer.waiting("published, and all to print"):
        page.wait_for_selector("img.qr, .card.bad", state="attached")
    assert page.locator(".card.bad").all_inner_texts() == []
    assert page.locator("a[href='https://xa.example.vn']").count() == 1
    sound("posted")
    with capsys.disabled():
        print(f"\n{officer.told()}")
    _published(desk, tmp_path)
    _repeated(desk, tmp_path)
    for path in ("/", "/sau", "/sau/nguoi?ten=Nguyễn+Văn+Mẫu", "/sau/kem", "/dang", "/sua", "/khong-co"):
        page.goto(desk.origin + path)
        sound(path)
    assert alarms == []
    page.close()


def _looked(officer: Officer) -> None:
    """Wait until the page that will go public stands in its frame."""
    officer.page.wait_for_selector("iframe")
    officer.page.frame_locator("iframe").locator("h1").first.wait_for()


def _mend(officer: Officer, sound: Callable[[str], None]) -> None:
    """Go through the doubts as an officer would: type what is right, or say that it is right as it stands."""
    page = officer.page
    officer.click("a.main")
    for _ in range(20):
        page.wait_for_selector("#noi-dung .case, #noi-dung .go a.main")
        if not page.locator(".case").count():
            break
        doubt, cell = page.input_value("input[name=d] >> nth=0"), page.locator(".current").get_attribute("data-o")
        sound("mend")
        if page.locator(".card.error").count():
            officer.fill("#chu", RIGHT[cell])
            officer.click("form.box button.main")
        else:
            officer.click("details.box:has(#ly-do) summary")
            officer.click("details:has(#ly-do) button")
        with officer.waiting("cells read again"):
            page.wait_for_function(GONE, arg=doubt)
    sound("mended")


def _sideways(page: Any) -> list[int]:
    """Return by how much a screen sticks out with everything twice as large, if it does."""
    page.set_viewport_size({"width": 512, "height": 300})
    wide = int(page.evaluate("document.documentElement.scrollWidth"))
    page.set_viewport_size({"width": 1024, "height": 600})
    return [wide - 512] if wide > 512 else []


def _published(desk: Running, place: Path) -> None:
    """The site names nobody, the record holds what was posted, the board set is there, and the originals are kept."""
    data, served = desk.folder / "data", place / "served"
    pages = "\n".join(path.read_text("utf-8") for path in served.rglob("*.html"))
    assert "Nguyễn Văn Mẫu" not in pages
    assert "<b>Nghiệm" not in pages
    posted = sorted(entry["form"] for entry in _history(data) if entry["action"] == "post")
    assert posted == ["budget-spending", "contributions", "fees", "poor-households"]
    assert list((desk.folder / "to-print").rglob("bo-niem-yet-*.pdf"))
    kept = [path.read_bytes() for path in (data / ".cong-khai" / "goc").rglob("chi.xlsx")]
    assert (place / "chi.xlsx").read_bytes() in kept
    assert workbook.read(data / "chi.xlsx")[0].value(8, 4) == 450000


def _repeated(desk: Running, place: Path) -> None:
    """The folder as it was before the button, the commands in its stead: site, what was taken away, and prints are the same bytes.

    The minutes of posting carry the end of the history, in which names are salted anew each time.
    """
    places = [word for name in ("data", "output", "to-print") for word in (f"--{name}", str(place / name))]
    common = [*places, "--content", str(desk.folder / "content"), "--today", "2026-11-23"]
    made, served = _bytes(desk.folder / "output"), _bytes(place / "served")
    shutil.rmtree(place / "served")
    ids = [entry["id"] for entry in _history(desk.folder / "data") if entry["action"] == "post"]
    for words in (["build"], ["publish"], ["prints", "--purpose", "set"], ["prints", *ids, "--purpose", "papers"]):
        told = ran([*words, *common])
        assert told.code == 0, told.all
    assert _bytes(place / "output") == made
    assert _bytes(place / "served") == served
    one, two = ({name: content for name, content in _bytes(folder / "to-print").items() if "bien-ban-" not in name}
                for folder in (desk.folder, place))
    assert one.keys() == two.keys()
    assert one == two


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _history(data: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (data / ".cong-khai" / "history.jsonl").read_text("utf-8").splitlines()]
