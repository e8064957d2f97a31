"""The end of a posting: asked for when its days are over, recorded with what came in, printed as minutes with those lines filled in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.desk.work import Step
from generator.posting import endings
from tests.conftest import ROOT
from tests.desk.inside import Window, window
from tests.desk.test_unseen import run

FIELD = ROOT / "tests" / "field"
SETTINGS = """name = "Xã Thử"
[[place]]
name = "Trụ sở"
[[posted]]
form = "poor-households"
posted_from = 2026-11-10
posted_until = 2026-11-22
"""


@pytest.fixture
def desk(tmp_path: Path) -> Window:
    """A desk of a commune that posted a list whose days are over, and a table whose days aren't."""
    found = window(tmp_path)
    (tmp_path / "data" / "commune.toml").write_text(SETTINGS, "utf-8")
    for name in ("spending", "households"):
        shutil.copy(FIELD / f"nothing-wrong-{name}.xlsx", tmp_path / "data")
    run(found, "build", "--no-prints")
    run(found, "post")
    return found


def test_the_end_is_recorded_and_its_minutes_printed(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen reminds of what is over; what the officer tells is kept with name and day, and stands in the minutes of each place."""
    begun: list[Step] = []
    monkeypatch.setattr(type(desk.desk.bench), "begin", lambda _self, _name, steps, _after: begun.extend(steps) or True)
    page = desk.get("/sau")
    assert "Hết hạn niêm yết ngày 22/11/2026" in page
    assert page.count("hãy gỡ xuống và ghi kết thúc") == 1
    name = next(one.id for one in desk.desk.study.office.shown.disclosures if one.form == "poor-households") if desk.desk.study else ""
    where = f"/sau/ket-thuc?bang={name}"
    form = desk.form(where, "bang", "ban")
    for wrong in ("", "-1", "hai", "1"):
        assert "Hãy ghi số ý kiến" in desk.said("/sau/ket-thuc", form | {"so": wrong})
    assert endings.read(desk.desk.home) == ()
    told = {"so": "2", "noi-dung": "Xin xem lại hộ ở Thôn Hai.", "xu-ly": "Đã phúc tra ngày 20/11, giữ nguyên"}
    assert "Đã ghi kết thúc" in desk.said("/sau/ket-thuc", form | told)
    (ending,) = endings.read(desk.desk.home)
    assert (ending.id, ending.comments, ending.day, ending.handled) == (name, 2, desk.desk.options.today, told["xu-ly"])
    assert "vừa được ghi ở cửa sổ khác" in desk.said("/sau/ket-thuc", form | {"so": "0"}), "a window that is out of date records nothing"
    assert endings.read(desk.desk.home) == (ending,)
    (step,) = begun
    run(desk, *step.words[:4])
    (paper,) = desk.desk.options.to_print.rglob("bien-ban-ket-thuc*.pdf")
    text = " ".join("".join(leaf.extract_text() for leaf in PdfReader(paper).pages).split())
    assert "Số ý kiến: 2. Nội dung: Xin xem lại hộ ở Thôn Hai." in text
    assert "Cách xử lý, trả lời: Đã phúc tra ngày 20/11, giữ nguyên." in text
    assert paper.name in desk.get(where)
    assert "hãy gỡ xuống và ghi kết thúc" not in desk.get("/sau")


def test_what_still_hangs_has_no_end(desk: Window) -> None:
    """A table whose days are not over can't be ended."""
    name = next(one.id for one in desk.desk.study.office.shown.disclosures if one.form != "poor-households") if desk.desk.study else "?"
    assert "Không tìm thấy" in desk.said("/sau/ket-thuc", {"bang": name, "so": "0", "ban": ""})
    assert endings.read(desk.desk.home) == ()
