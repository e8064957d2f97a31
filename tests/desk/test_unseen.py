"""Nothing goes public that nobody saw: not by a forged form, not by a removal, not by taking back, not by a file saved meanwhile."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from generator.desk.engine import answered
from generator.desk.news import news
from generator.desk.work import Bench, Step
from tests.commands.conftest import ran
from tests.conftest import ROOT
from tests.desk.inside import DAY, Window, window

FIELD = ROOT / "tests" / "field"


def words(desk: Window, command: str, *more: str) -> list[str]:
    """Return what is typed to run a command on the desk's own places."""
    return [command, *more, *desk.desk.places(), "--today", DAY.isoformat()]


def run(desk: Window, command: str, *more: str) -> None:
    """Run a command on the desk's own places."""
    told = ran(words(desk, command, *more))
    assert told.code == 0, told.all


def site(desk: Window) -> dict[str, bytes]:
    """Return the site's files."""
    place = desk.desk.options.output
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


def history(desk: Window) -> list[dict[str, object]]:
    """Return the history's entries."""
    return [json.loads(line) for line in (desk.desk.home / ".cong-khai" / "history.jsonl").read_text("utf-8").splitlines()]


def other(one: dict[str, bytes], two: dict[str, bytes]) -> tuple[str, ...]:
    """Return the names of what is not the same in two sites."""
    return tuple(sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name)))


def settled(desk: Window) -> None:
    """Wait until the work under way is done, and read the folder again."""
    while desk.desk.bench.course.running:
        time.sleep(0.1)
    assert desk.desk.bench.course.stage == "done", desk.desk.bench.course.said
    desk.get("/")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A desk of a commune that posted a table of spending and a list of households, and has a table that nobody has seen yet."""
    found = window(tmp_path)
    found.desk.bench.more = ("--today", DAY.isoformat())
    monkeypatch.setattr(found.desk.engine, "study", answered)
    (tmp_path / "data" / "commune.toml").write_text('name = "Xã Thử"\n[[posted]]\nform = "poor-households"\nposted_from = 2026-11-10\n')
    for name in ("spending", "households"):
        shutil.copy(FIELD / f"nothing-wrong-{name}.xlsx", tmp_path / "data")
    run(found, "build", "--no-prints")
    run(found, "post")
    return found


def unseen(desk: Window) -> None:
    """Put a table into the folder that nobody has looked at."""
    shutil.copy(FIELD / "nothing-wrong-ledger.xlsx", desk.desk.home)
    desk.get("/")
    assert [one.disclosure.form for one in news(desk.desk.study)] == ["contributions"]


def test_a_forged_form_posts_nothing(desk: Window) -> None:
    """Whatever a form says, what was not opened on the screen before can't be noted as seen, and what isn't noted can't be posted."""
    unseen(desk)
    before = len(history(desk))
    for form in ({}, {"ban": desk.desk.state()}, {"ban": desk.desk.seen}):
        assert desk.send("/dang", form).headers["Location"] == "/xem"
        assert desk.send("/dang/lai", form).headers["Location"] == "/xem"
    assert desk.send("/xem", {"ban": desk.desk.state()}).headers["Location"].startswith("/xem?so=1")
    desk.desk.previewed = desk.desk.state()
    assert desk.send("/xem", {"ban": desk.desk.state()}).headers["Location"].startswith("/xem?so=1"), "its page was never asked for"
    assert (desk.desk.seen, desk.desk.bench.course.name, len(history(desk))) == ("", "", before)


@pytest.mark.parametrize("path", ["noi-dung.md", "dinh-kem/quyet-dinh.pdf", "thuyet-minh 9 thang 2026.md", "commune.toml"])
def test_whatever_changes_must_be_seen_again(desk: Window, path: str) -> None:
    """What was seen is no more seen when a text, a scan or a setting changed after it."""
    desk.desk.seen = desk.desk.state()
    place = desk.desk.home / path
    place.parent.mkdir(exist_ok=True)
    place.write_text('name = "Xã Khác"\n', "utf-8")
    assert desk.desk.seen != desk.desk.state()


def test_what_changes_while_the_site_is_built_is_not_published(tmp_path: Path) -> None:
    """Between building and publishing the folder is looked at once more; where it changed, nothing is published and nothing recorded."""
    bench, ended = Bench(tmp_path, ()), []
    assert bench.begin("post", [Step("publish", ("publish",), still=lambda: False)], ended.append)
    while bench.course.running:
        time.sleep(0.01)
    assert (bench.course.stage, ended) == ("changed", [False])


def test_a_removal_takes_nothing_unseen_along(desk: Window) -> None:
    """Taking a person down builds the site without what nobody has seen, and records none of it."""
    unseen(desk)
    form = desk.form("/sau/nguoi?ten=Nguyễn", "ban") | {"ten": "Nguyễn", "chon": "1"}
    assert "ban" in form
    assert "Danh sách vừa đổi" in desk.said("/sau/nguoi", form | {"ban": "0"})
    desk.send("/sau/nguoi", form)
    settled(desk)
    assert "removed" in {entry["action"] for entry in history(desk)}
    assert "contributions" not in {entry.get("form") for entry in history(desk)}
    shown = json.loads((desk.desk.options.output / "manifest.json").read_bytes())["disclosures"]
    assert {one["form"] for one in shown} == {"budget-spending", "poor-households"}


def test_taking_back_returns_to_the_state_before(desk: Window) -> None:
    """The site is byte for byte what it was before the last posting, what nobody saw stays out, and the history says what was done."""
    run(desk, "build")
    before, count = site(desk), len(history(desk))
    shutil.copy(FIELD / "nothing-wrong-ledger.xlsx", desk.desk.home)
    run(desk, "build")
    run(desk, "post")
    assert site(desk) != before
    shutil.copy(FIELD / "register-fees.xlsx", desk.desk.home)
    page = desk.form("/sau", "lan") | {"chac": "co"}
    desk.send("/sau/lay-lai", page)
    settled(desk)
    assert [entry["action"] for entry in history(desk)[count:]] == ["post", "retracted", "names-removed"]
    assert "Không tìm thấy" in desk.said("/sau/lay-lai", page), "another window takes nothing more back"
    assert [entry["action"] for entry in history(desk)].count("retracted") == 1
    assert other(before, site(desk)) == ()
