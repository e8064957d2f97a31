"""The screens as a browser asks for them: the page follows a saved file, answers are kept, two windows don't harm each other."""

from __future__ import annotations

import http.client
import re
import shutil
import tomllib
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.desk.conftest import Running, opened

FIELD = ROOT / "tests" / "field"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A desk of a commune with a table whose total was typed over."""
    folder = tmp_path_factory.mktemp("screens")
    data = folder / "data"
    data.mkdir()
    (data / "commune.toml").write_text('name = "Xã Thử"\n# lời ghi\n', "utf-8")
    shutil.copy(FIELD / "total-typed-over.xlsx", data / "chi.xlsx")
    for one in opened(folder):
        one.enter()
        yield one


def settled(desk: Running) -> str:
    """The mending page once the folder was read."""
    return desk.until("/sua", lambda page: 'class="busy"' not in page and "Xã Thử" in page)


def hidden(page: str, name: str) -> str:
    """What a page's form sends along unseen."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def asked(page: str) -> dict[str, str]:
    """The doubt that a page asks about, and the file as it was when it was asked."""
    return {"d": hidden(page, "d"), "ban": hidden(page, "ban")}


def bring(desk: Running, name: str, content: bytes) -> str:
    """Drop a file as a browser does, and return the screen after it."""
    body = b"--x\r\n" + f'Content-Disposition: form-data; name="tep"; filename="{name}"\r\n\r\n'.encode() + content + b"\r\n--x--\r\n"
    way = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
    way.request("POST", "/tep", body, {"Host": f"127.0.0.1:{desk.port}", "Origin": desk.origin, "Cookie": desk.cookie,
                                       "Content-Type": "multipart/form-data; boundary=x"})
    answer = way.getresponse()
    assert answer.status == 303
    words = (answer.headers["Set-Cookie"] or "").split(";")[0]
    way.close()
    return desk.ask("/tep", cookie=f"{desk.cookie}; {words}")[2]


def test_the_table_stands_as_in_excel(desk: Running) -> None:
    """Letters above, numbers beside, the doubtful cell marked by colour and sign, the finding and its remedy beside it."""
    page = settled(desk)
    assert "còn 1 lỗi" in page
    for part in ('<th scope="col">D</th>', '<th scope="row">8</th>', 'data-o="D8"', 'class="sign">✕', "chênh 10.000.000", "Hãy xem lại"):
        assert part in page
    assert re.search(r'data-o="A4"[^>]* colspan="\d', page)


def test_a_sum_as_signed_needs_a_reason(desk: Running) -> None:
    """Without a reason nothing is kept; with one the error is gone, and the answer says who gave it and when."""
    answers = desk.folder / "data" / ".cong-khai" / "answers.toml"
    doubt = asked(settled(desk))
    desk.ask("/sua/dung", {**doubt, "ly-do": " "})
    assert not answers.exists()
    desk.ask("/sua/dung", {**doubt, "ly-do": "Bản Hội đồng nhân dân đã phê chuẩn ghi như vậy"})
    (answer,) = tomllib.loads(answers.read_text("utf-8"))["answer"]
    assert (answer["cell"], answer["code"], answer["typed"]) == ("D8", "sum-differs", "460000")
    desk.until("/sua", lambda page: "còn 1 lỗi" not in page and 'class="busy"' not in page)
    answers.unlink()
    state = hidden(desk.ask("/thiet-lap")[2], "ban")
    desk.ask("/thiet-lap", {"name": "Xã Thử", "who": "Trần Bảo", "names_on_web": "khong", "ban": state})
    desk.until("/sua", lambda page: "còn 1 lỗi" in page)


def test_the_page_follows_a_saved_file(desk: Running) -> None:
    """When the officer saves the workbook in Excel, the error goes by itself."""
    doubt = asked(settled(desk))
    place = desk.folder / "data" / "chi.xlsx"
    before = place.read_bytes()
    place.write_bytes((FIELD / "nothing-wrong-spending.xlsx").read_bytes())
    desk.until("/sua", lambda page: "Không còn chỗ nào phải sửa" in page)
    desk.ask("/sua/o", {**doubt, "o": "D8", "chu": "450000"})
    assert place.read_bytes() == (FIELD / "nothing-wrong-spending.xlsx").read_bytes(), "a window that is out of date changes nothing"
    place.write_bytes(before)
    desk.until("/sua", lambda page: "còn 1 lỗi" in page)


def test_two_files_of_a_name_are_shown_side_by_side(desk: Running) -> None:
    """A file of a name that is taken waits; both are shown, and the choice is done."""
    place = desk.folder / "data" / "chi.xlsx"
    page = bring(desk, "../chi.xlsx", (FIELD / "nothing-wrong-spending.xlsx").read_bytes())
    assert "Tệp đang có" in page
    assert "Tệp vừa đưa vào" in page
    found = re.search(r'name="khoa" value="([^"]+)"', page)
    assert found
    before = place.read_bytes()
    desk.ask("/tep/chon", {"khoa": found[1], "chon": "bo"})
    assert place.read_bytes() == before


def test_a_file_that_is_none_is_said_plainly(desk: Running) -> None:
    """What is no workbook is turned away in words, its name shown as text and nothing more."""
    page = bring(desk, "<b>anh.png", b"\x89PNG")
    assert "không phải là bảng tính" in page
    assert "<b>anh" not in page
    assert [path.name for path in sorted((desk.folder / "data").glob("[!.]*"))] == ["chi.xlsx", "commune.toml"]


def test_a_place_that_cannot_be_written_is_told(desk: Running) -> None:
    """Where the store can't be written the screen says so, with what to do; the workbook stays as it was."""
    doubt, place = asked(settled(desk)), desk.folder / "data" / "chi.xlsx"
    store, before = desk.folder / "data" / ".cong-khai" / "goc", place.read_bytes()
    shutil.rmtree(store, ignore_errors=True)
    store.parent.mkdir(exist_ok=True)
    store.write_text("a file where a folder should be", "utf-8")
    status, _, page = desk.ask("/sua/o", {**doubt, "o": "D8", "chu": "450000"})
    assert status == 409
    assert "Không có gì bị mất" in page
    assert "Traceback" not in page
    assert place.read_bytes() == before
    store.unlink()


def test_settings_keep_what_was_written_by_hand(desk: Running) -> None:
    """The form keeps the officer's own comments; without a name or a choice nothing is written."""
    path = desk.folder / "data" / "commune.toml"
    before = path.read_text("utf-8")
    state = hidden(desk.ask("/thiet-lap")[2], "ban")
    assert "Còn chỗ cần điền" in desk.ask("/thiet-lap", {"name": "", "who": "Trần Bảo", "ban": state})[2]
    assert path.read_text("utf-8") == before
    assert "# lời ghi" in before
    assert "names_on_web = false" in before


def test_nothing_unseen_is_posted(desk: Running) -> None:
    """What nobody has seen is not posted, whatever the request says."""
    status, headers, _ = desk.ask("/dang", {"ban": ""})
    assert (status, headers["Location"]) == (303, "/xem")
    assert not (desk.folder / "output").exists()
