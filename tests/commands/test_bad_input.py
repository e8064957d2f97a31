"""Whatever is wrong with what an officer gives, a sentence says so and what to do next, and nothing that was there is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from generator.catalogue import load
from generator.commune import Commune
from generator.disclosure.reading import examined_all
from generator.sources import source
from tests.commands.conftest import Place, Run, kept, ran
from tests.conftest import ROOT

TEXTS = tomllib.loads((ROOT / "generator/catalogue/findings.vi.toml").read_text("utf-8"))
ENGLISH = tomllib.loads((ROOT / "generator/catalogue/findings.en.toml").read_text("utf-8"))
LIST = "ho-ngheo/2026/cong-nhan"


def begin(code: str, texts: dict[str, dict[str, str]] = TEXTS) -> tuple[str, str]:
    """Return how the sentence of a finding begins, and how its next step does, up to the first word put in."""
    return texts[code]["what"].partition("{")[0], texts[code]["mend"].partition("{")[0]


def said(code: str, text: str, texts: dict[str, dict[str, str]] = TEXTS) -> bool:
    """Return whether a text tells a finding and its next step."""
    return all(part in text for part in begin(code, texts))


@pytest.mark.parametrize(("workbook", "code"), [
    ("cut-short.xlsx", "workbook-damaged"),
    ("no-bytes.xlsx", "workbook-empty"),
    ("unknown-table.xlsx", "table-unknown"),
    ("period-missing.xlsx", "period-missing"),
    ("unit-missing.xlsx", "unit-missing"),
])
def test_a_refused_workbook_is_told_and_the_others_are_published(place: Place, run: Run, workbook: str, code: str) -> None:
    """One bad workbook is one told error and exit code 1; every other table has its page."""
    (place.commune / "nothing-wrong-spending.xlsx").unlink()
    place.add(workbook)
    told = run(place.words("build"))
    assert told.code == 1
    assert said(code, told.err)
    assert workbook in told.err
    assert "hộ" in place.page(LIST)


def test_nothing_wrong_ends_with_nought(place: Place, run: Run) -> None:
    """A commune without a fault is built with exit code 0 and no error is told."""
    told = run(place.words("build"))
    assert told.code == 0
    assert "LỖI" not in told.err
    assert told.out == ""


def test_settings_that_are_wrong_build_nothing(place: Place, run: Run) -> None:
    """Without sound settings nothing is guessed: exit code 2, the sentence, and the old site as it was."""
    assert run(place.words("build")).code == 0
    before = kept(place.output)
    settings = place.commune / "commune.toml"
    for text, code in (
        ("name = “Xã Thử”\n", "commune-file-damaged"),
        ('province = "Đắk Lắk"\n', "commune-name-missing"),
        ('name = "Xã Thử"\nnames_on_web = "có"\n', "commune-entry-wrong"),
        ("", "commune-name-missing"),
        (None, "commune-file-missing"),
    ):
        settings.write_text(text, "utf-8") if text is not None else settings.unlink()
        told = run(place.words("build"))
        assert told.code == 2
        assert said(code, told.err)
        assert said("settings-refused", told.err)
        assert run(place.words("post")).code == 2
    assert kept(place.output) == before
    assert not (place.commune / ".cong-khai").exists()


def test_check_tells_of_wrong_settings_too(place: Place, run: Run) -> None:
    """`check` on a folder whose commune.toml is damaged says so and ends with 1."""
    (place.commune / "commune.toml").write_text("name = “Xã Thử”\n", "utf-8")
    told = run(["check", str(place.commune)])
    assert told.code == 1
    assert said("commune-file-damaged", told.err)


def test_an_empty_data_folder(place: Place, run: Run, tmp_path: Path) -> None:
    """An empty folder and one that isn't there are told apart, with exit code 2, and nothing is made."""
    (tmp_path / "empty").mkdir()
    for name, code in (("empty", "data-folder-empty"), ("none", "data-folder-missing")):
        told = run([*place.words("build"), "--data", str(tmp_path / name)])
        assert told.code == 2
        assert said(code, told.err)
    assert not place.output.exists()


def test_a_commune_that_is_not_there(place: Place, run: Run) -> None:
    """`--only` with another name ends with 2 and builds nothing."""
    told = run(place.words("build", "--only", "suoi-khac"))
    assert told.code == 2
    assert said("commune-unknown", told.err)
    assert not place.output.exists()


FAULTY = {
    "a.md": (b"\xff\xfe\x00", "content-damaged"), "b.md": (b"no title here", "content-damaged"),
    "c.md": (b"Title: C\n\n{law:poverty-line.rural@2031-01-01}", "content-law-unknown"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_page_of_content_with_a_fault(place: Place, run: Run, tmp_path: Path, name: str) -> None:
    """A Markdown page that can't be read or filled in is named; the site goes without it and with all else, removals among it."""
    text, code = FAULTY[name]
    content = tmp_path / "content" / "pages"
    content.mkdir(parents=True)
    (content / "sound.md").write_text("Title: Trang lành\n\nMột dòng.", "utf-8")
    (content / name).write_bytes(text)
    told = run(place.words("build", "--content", str(content.parent)))
    assert told.code == 1
    assert said(code, told.err)
    assert name in told.err
    assert [one.parent.name for one in place.output.glob("trang/*/index.html")] == ["trang-lanh"]
    (content / name).unlink()
    assert run(place.words("build", "--content", str(content.parent))).code == 0


def test_content_that_is_not_there(place: Place, run: Run, tmp_path: Path) -> None:
    """A content folder that doesn't exist is told, not guessed at."""
    told = run(place.words("build", "--content", str(tmp_path / "none")))
    assert told.code == 2
    assert said("file-missing", told.err)


def test_a_workbook_that_vanishes(place: Place, run: Run) -> None:
    """A file that is gone when its turn comes is one told error; a path that was never there is told with exit code 2."""
    path = place.commune / "gone.xlsx"
    files = [source(path, "gone.xlsx"), source(place.commune / "nothing-wrong-ledger.xlsx", "ledger")]
    found = list(examined_all(files, load(), Commune(name="Xã Thử"), 2))
    assert [[finding.code for finding in one.all_findings] for one in found] == [["workbook-unopened"], []]
    told = run(["check", str(path)])
    assert told.code == 2
    assert said("file-missing", told.err)


@pytest.mark.parametrize(("words", "part"), [
    ([], "chưa ghi lệnh nào"),
    (["bild"], "không có lệnh “bild”"),
    (["build", "--today", "gestern"], "“gestern” không phải là một ngày"),
    (["build", "--today", "2026-02-30"], "“2026-02-30” không phải là một ngày"),
    (["build", "--jobs", "hai"], "--jobs không nhận “hai”"),
    (["build", "--data"], "sau --data cần ghi thêm một giá trị"),
    (["build", "--no-print"], "không hiểu “--no-print”"),
    (["check"], "còn thiếu PATH"),
    (["check", "--format", "xml", "x"], "--format không nhận “xml”"),
    (["--verbose"], "còn thiếu LỆNH"),
])
def test_what_is_typed_wrong(run: Run, words: list[str], part: str) -> None:
    """Arguments that make no sense are told in the officer's language with exit code 2, and where help is."""
    told = run(words)
    assert told.code == 2
    assert part in told.err
    assert "--help" in told.err
    assert not any(word in told.err for word in ("argument", "invalid", "usage", "required"))


def test_english_where_it_is_asked_for(place: Place, run: Run) -> None:
    """With --lang en the sentences are English."""
    told = run(place.words("build", "--lang", "en", "--data", str(place.root / "none")))
    assert told.code == 2
    assert said("data-folder-missing", told.err, ENGLISH)
    assert "“bild”" in run(["bild", "--lang", "en"]).err
    assert "There is no command".lower() in run(["bild", "--lang", "en"]).err.lower()


def test_help_is_in_the_language(run: Run) -> None:
    """Help ends with 0 and holds no word of argparse's own."""
    for words in (["--help"], ["build", "--help"], ["check", "-h"]):
        told = run(words)
        assert told.code == 0
        assert "cách dùng:" in told.out
        assert not any(word in told.out for word in ("usage:", "options:", "positional", "show this help"))


def test_results_go_to_stdout_and_progress_to_stderr(place: Place) -> None:
    """In a process of its own, `build` says everything on stderr, `check` its results on stdout, and no traceback comes."""
    place.add("cut-short.xlsx")
    built, checked = ran(place.words("build")), ran(["check", str(place.commune)])
    assert (built.code, built.out) == (1, "")
    assert checked.code == 1
    assert said("workbook-damaged", checked.out)
    assert checked.err == ""
    assert "Traceback" not in built.err + checked.all
