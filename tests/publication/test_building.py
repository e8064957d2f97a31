"""A build is whole or nothing: what is missing or leaks ends it with the old site in place and the places free again."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec
import pytest

from generator import prints
from generator.cells import Unreadable
from generator.disclosure import addresses
from generator.findings import finding
from generator.publication.building import Building
from generator.publication.options import Options
from generator.release import sums
from generator.release.writing import CannotWrite
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING

if sys.platform != "win32":
    import resource


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A commune with one sound workbook of spending, built without prints below the test's own folder."""
    own = tmp_path / "data" / "suoi-may"
    own.mkdir(parents=True)
    (own / "commune.toml").write_text('name = "Xã Suối Mây"\nsite = "https://suoimay.example"\n', "utf-8")
    workbook(own, SPENDING, name="chi.xlsx")
    return Options(data=tmp_path / "data", output=tmp_path / "output", to_print=tmp_path / "to-print", today=DAY, jobs=1, prints=False)


def made(options: Options) -> Building:
    """Return a build with everything made but its pages."""
    building = Building(options)
    building.begin()
    building.gather()
    building.make()
    return building


def with_pages(building: Building, text: str = "<p>Chi ngân sách</p>") -> Building:
    """Write a page where each disclosure's page belongs."""
    for site, folder in building.sites():
        for shown in site.shown:
            page = folder / addresses.page(shown, building.catalogue)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, "utf-8")
            building.pages.append(page)
    return building


def test_a_print_out_of_time_is_a_finding_its_page_says_so_and_the_rest_goes_on(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build whose prints take too long ends well, with a warning and a mark for the page, and promises no file."""
    monkeypatch.setattr(prints, "Workshop", partial(prints.Workshop, timeout=0.0))
    building = made(replace(options, prints=True))
    marks = [one.sort for each in building.office.made.values() for one in each if one.purpose == "list"]
    assert marks == ["unready"]
    assert "print-failed" in {found.code for found in building.findings}
    with_pages(building).finish()
    assert not list(options.output.rglob("*.pdf"))
    assert "unready" not in (options.output / "manifest.json").read_text("utf-8")


def left_over(options: Options) -> list[str]:
    """Return what lies beside the site that a build should have taken away."""
    return sorted(path.name for path in options.output.parent.iterdir() if "new" in path.name or path.name.endswith(".part"))


def test_a_build_puts_site_and_report_in_place(options: Options) -> None:
    """The site holds pages, downloads, manifest and sums; the report lies beside it and counts what was made; nothing is left over."""
    building = with_pages(made(options))
    building.finish()
    names = {path.relative_to(options.output).as_posix() for path in options.output.rglob("*") if path.is_file()}
    assert {"manifest.json", "ngan-sach/2026/06-thang/chi/index.html", "ngan-sach/2026/06-thang/chi.csv"} <= names
    report = json.loads(options.report.read_bytes())
    assert report["counts"] == building.counts() == {"disclosures": 1, "pages": 1, "prints": 0, "downloads": 5}
    assert report["built_for"] == DAY.isoformat()
    assert (building.refused, left_over(options)) == (0, [])


@pytest.mark.parametrize("lost", ["disclosure", "page"])
def test_a_page_that_is_missing_ends_the_build(options: Options, lost: str) -> None:
    """A disclosure without its page, or a page that was promised and isn't there, refuses the release and keeps the old site."""
    with_pages(made(options)).finish()
    before = (options.output / sums.FILE).read_bytes()
    building = made(options)
    if lost == "page":
        with_pages(building).pages.append(building.place.site / "trang" / "index.html")
    with pytest.raises(Unreadable, match="page-missing") as told:
        building.finish()
    assert told.value.details["file"] == {"page": "trang/index.html", "disclosure": "ngan-sach/2026/06-thang/chi/index.html"}[lost]
    assert (options.output / "ngan-sach/2026/06-thang/chi/index.html").is_file()
    assert (options.output / sums.FILE).read_bytes() == before
    assert left_over(options) == []


def test_a_private_value_in_a_page_refuses_the_release(options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    """A person's number on a page is told without the number, and no site is put in place."""
    building = with_pages(made(options), "<p>Số 079175000001</p>")
    with pytest.raises(Unreadable, match="release-refused"):
        building.finish()
    said = capsys.readouterr().err
    assert "chi/index.html" in said
    assert "079175000001" not in said
    assert not options.output.exists()
    assert left_over(options) == []


def test_one_build_at_a_time(options: Options) -> None:
    """While a build is under way a second is refused; once the first ends, however it ends, the next may begin."""
    first = made(options)
    with pytest.raises(CannotWrite) as told:
        Building(options).begin()
    assert told.value.code == "build-running"
    with pytest.raises(Unreadable):
        first.finish()
    again = Building(options)
    assert again.begin().is_dir()
    again.place.held.close()


def test_a_folder_that_is_not_ours_is_left_alone(options: Options) -> None:
    """An output folder with somebody's files and none of our marks is not built over."""
    options.output.mkdir()
    (options.output / "anh.jpg").write_bytes(b"x")
    building = Building(options)
    with building.place.held, pytest.raises(CannotWrite) as told:
        building.begin()
    assert told.value.code == "output-not-ours"
    assert [path.name for path in options.output.iterdir()] == ["anh.jpg"]


def test_a_print_that_fails_is_told_or_ends_the_build(options: Options) -> None:
    """A warning about a print is kept for the report; an error ends the build with its code and words."""
    building = Building(options)
    warning = replace(finding("site-missing", "chi"), severity="warning")
    building._troubled(warning)
    assert building.troubles == [warning]
    with pytest.raises(CannotWrite) as told:
        building._troubled(replace(warning, severity="error", details=(("reason", "đầy"),)))
    assert (told.value.code, told.value.details) == ("site-missing", {"reason": "đầy"})


def test_a_refused_table_is_counted_and_shown_nowhere(options: Options) -> None:
    """A workbook whose amounts can't be read is one refused table, no disclosure and no page; the report says why."""
    workbook(options.data / "suoi-may", SPENDING.replace("#400 | #57.1", "bốn trăm | #57.1"), name="chi.xlsx")
    building = with_pages(made(options))
    building.finish()
    report = json.loads(options.report.read_bytes())
    assert (building.refused, building.counts()["disclosures"]) == (1, 0)
    (file,) = report["communes"][0]["files"]
    assert [table["published"] for table in file["tables"]] == [False]
    assert msgspec.json.decode((options.output / "manifest.json").read_bytes())["disclosures"] == []


def test_no_commune_to_publish_ends_the_build(options: Options) -> None:
    """A commune that isn't there is told before anything is made, and what was staged goes."""
    building = Building(replace(options, only="khac"))
    with building.place.held:
        building.begin()
        with pytest.raises(Unreadable, match="commune-unknown"):
            building.gather()
    assert left_over(options) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_a_report_that_can_not_be_written_leaves_the_old_site(options: Options) -> None:
    """Where the disk takes no more when the report comes, neither site nor report changes, and nothing is left over."""
    with_pages(made(options)).finish()
    before = (options.output / sums.FILE).read_bytes(), options.report.read_bytes()
    building = with_pages(made(options), "<p>Chi ngân sách, bản mới</p>")
    building.troubles += [finding("site-missing", "x" * 1000) for _ in range(2000)]
    largest = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, largest[1]))
    try:
        with pytest.raises(CannotWrite) as told:
            building.finish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, largest)
    assert told.value.place == options.report
    assert ((options.output / sums.FILE).read_bytes(), options.report.read_bytes()) == before
    assert left_over(options) == []


def test_a_folder_where_the_report_belongs_leaves_the_old_site(options: Options) -> None:
    """A folder that has the report's name is told before the site is exchanged."""
    with_pages(made(options)).finish()
    before = (options.output / sums.FILE).read_bytes()
    options.report.unlink()
    options.report.mkdir()
    with pytest.raises(CannotWrite, match="build-report"):
        with_pages(made(options), "<p>Chi ngân sách, bản mới</p>").finish()
    assert (options.output / sums.FILE).read_bytes() == before
    assert left_over(options) == []
