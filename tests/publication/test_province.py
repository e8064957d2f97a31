"""A province is built commune by commune: what did not change is not touched, one's trouble stops no other, all goes in one step."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.commands.build import built
from generator.posting.verifying import verify_site
from generator.publication.options import Options
from generator.publication.outset import Outset
from generator.publication.work import work
from generator.release.sums import verify_sums
from tests.conftest import DAY
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING

NAMES = {"xa-an": "Xã An", "xa-binh": "Xã Bình", "xa-cat": "Xã Cát"}


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """A province of three communes, each with one workbook, built without prints below the test's own folder."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "province.toml").write_text('name = "Tỉnh Thử"\n', "utf-8")
    for own, name in NAMES.items():
        (data / own).mkdir()
        (data / own / "commune.toml").write_text(f'name = "{name}"\n', "utf-8")
        workbook(data / own, SPENDING, name="chi.xlsx")
    return Options(data=data, output=tmp_path / "output", to_print=tmp_path / "to-print", today=DAY, jobs=2, prints=False)


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every file's inode and time."""
    return {path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in folder.rglob("*") if path.is_file()}


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_commune_is_the_same_alone_and_in_a_province(options: Options, tmp_path: Path) -> None:
    """A commune's folder of the province's site is the site it would have by itself, byte for byte."""
    assert built(options) == 0
    alone = replace(options, data=tmp_path / "mot", output=tmp_path / "rieng" / "output", to_print=tmp_path / "rieng" / "to-print")
    shutil.copytree(options.data / "xa-an", alone.data / "xa-an")
    assert built(alone) == 0
    assert contents(options.output / "xa-an") == contents(alone.output)
    assert verify_sums(options.output) == ()
    assert verify_site(options.data / "xa-an", options.output / "xa-an") == ()


def test_nothing_changed_touches_nothing(options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    """A second build of the same data leaves every file, its time and its place on the disk as they were."""
    built(options)
    before, report = stamps(options.output), options.report.stat().st_mtime_ns
    capsys.readouterr()
    assert built(options) == 0
    assert (stamps(options.output), options.report.stat().st_mtime_ns) == (before, report)
    assert "Không có gì thay đổi" in capsys.readouterr().err


def test_only_what_changed_is_made(options: Options) -> None:
    """One changed workbook makes its commune's pages anew; the others' files are the same files."""
    built(options)
    before = stamps(options.output)
    workbook(options.data / "xa-binh", SPENDING.replace("#400 | #57.1", "#401 | #57.3"), name="chi.xlsx")
    built(options)
    after = stamps(options.output)
    same = {name for name in before if name.startswith(("xa-an/", "xa-cat/"))}
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert after["xa-binh/ngan-sach/2026/06-thang/chi/index.html"] != before["xa-binh/ngan-sach/2026/06-thang/chi/index.html"]
    assert after["xa-binh/theme/css/site.css"][1] == before["xa-binh/theme/css/site.css"][1]
    assert verify_sums(options.output) == ()


@pytest.mark.parametrize("harm", ["altered", "lost", "cache-lost", "cache-damaged"])
def test_harm_is_mended_by_the_next_build(options: Options, harm: str) -> None:
    """A page somebody altered or deleted, and a cache that is lost or damaged, cost time and never give a wrong site."""
    built(options)
    whole, page = contents(options.output), options.output / "xa-an/index.html"
    cache = options.output.parent / ".cache" / "communes"
    if harm == "altered":
        page.write_text("khác", "utf-8")
    elif harm == "lost":
        page.unlink()
    elif harm == "cache-lost":
        shutil.rmtree(cache)
    else:
        for path in cache.iterdir():
            path.write_bytes(path.read_bytes()[:-9])
    assert built(options) == 0
    assert contents(options.output) == whole


@pytest.mark.parametrize("alone", [True, False])
def test_a_workbook_changed_while_it_is_read_is_read_again_next_time(options: Options, *, alone: bool) -> None:
    """What was made of a workbook written in the middle of a build is not taken for what the workbook that lies there would give."""
    if alone:
        (options.data / "province.toml").unlink()
        for own in ("xa-binh", "xa-cat"):
            shutil.rmtree(options.data / own)
    built(options)
    whole, book = contents(options.output), options.data / "xa-an" / "chi.xlsx"
    drawn = book.read_bytes()
    shutil.rmtree(options.output.parent / ".cache")
    planned = Outset(options)
    workbook(book.parent, SPENDING.replace("#400 | #57.1", "#401 | #57.3"), name=book.name)
    work(planned)
    assert contents(options.output) != whole
    book.write_bytes(drawn)
    built(options)
    assert contents(options.output) == whole


def test_one_communes_trouble_stops_no_other(options: Options) -> None:
    """A commune whose settings can't be read keeps its old pages and is told of; the others are built; mended, it is built again."""
    built(options)
    before = contents(options.output / "xa-an")
    settings = options.data / "xa-an" / "commune.toml"
    settings.write_text("name = ", "utf-8")
    workbook(options.data / "xa-cat", SPENDING.replace("#400 | #57.1", "#401 | #57.3"), name="chi.xlsx")
    old = contents(options.output / "xa-cat")
    assert built(options) == 1
    assert contents(options.output / "xa-an") == before
    assert contents(options.output / "xa-cat") != old
    assert "settings-refused" in json.dumps(json.loads(options.report.read_bytes())["findings"])
    assert built(options) == 1
    settings.write_text('name = "Xã An"\n', "utf-8")
    assert built(options) == 0
    assert contents(options.output / "xa-an") == before


def test_pages_kept_of_a_commune_in_trouble_name_nobody_past_their_day(options: Options) -> None:
    """What stays because a commune can't be built goes down all the same where it names persons whose last day is over."""
    built(options)
    manifest = options.output / "xa-an/manifest.json"
    content = json.loads(manifest.read_bytes())
    content["disclosures"][0] |= {"names_persons": True, "posted_until": (DAY - timedelta(days=1)).isoformat()}
    manifest.write_text(json.dumps(content), "utf-8")
    (options.data / "xa-an" / "commune.toml").write_text("name = ", "utf-8")
    assert built(options) == 1
    assert not (options.output / "xa-an" / content["disclosures"][0]["page"]).exists()
    assert verify_sums(options.output) == ()


def test_a_commune_that_is_gone_leaves_the_site(options: Options) -> None:
    """A commune whose folder was taken away is no more in the site nor on the province's page."""
    built(options)
    shutil.rmtree(options.data / "xa-cat")
    assert built(options) == 0
    assert not (options.output / "xa-cat").exists()
    assert "Xã Cát" not in (options.output / "index.html").read_text("utf-8")


@pytest.mark.parametrize("jobs", [1, 3])
def test_as_many_processes_as_you_like_give_the_same_bytes(options: Options, jobs: int) -> None:
    """One process and three write the same site."""
    built(options)
    before = contents(options.output)
    shutil.rmtree(options.output.parent / ".cache")
    built(replace(options, jobs=jobs))
    assert contents(options.output) == before


def test_the_cache_shares_no_file_with_the_site(options: Options) -> None:
    """No file of the cache is a file of the site by another name."""
    built(options)
    cache = {path.stat().st_ino for path in (options.output.parent / ".cache").rglob("*") if path.is_file()}
    assert cache.isdisjoint(inode for inode, _ in stamps(options.output).values())
    assert all(path.stat().st_nlink == 1 for path in options.output.rglob("*.html"))
