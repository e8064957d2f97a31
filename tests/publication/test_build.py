"""The sample built from end to end: every promise about the whole site."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.catalogue import load
from generator.commands.build import built
from generator.release.sums import verify_sums
from tests.conftest import DAY, ROOT, Site, options_in


class _Links(HTMLParser):
    """Collects what a page refers to, and the ids it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.scripts = 0
        self.styles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        words = dict(attrs)
        if words.get("id"):
            self.ids.add(str(words["id"]))
        if words.get("rel") not in {"canonical", "license"}:
            self.targets += [str(words[key]) for key in ("href", "src") if words.get(key) is not None]
        self.scripts += tag == "script" and "src" not in words and words.get("type") != "application/ld+json"
        self.styles += tag == "style" or "style" in words


def _pages(site: Site) -> dict[Path, _Links]:
    found = {}
    for path in sorted(site.output.rglob("*.html")):
        found[path] = _Links()
        found[path].feed(path.read_text("utf-8"))
    return found


def _manifest(site: Site) -> dict[str, object]:
    content: dict[str, object] = json.loads((site.output / "manifest.json").read_bytes())
    return content


def test_sample_builds_without_an_error(sample: Site) -> None:
    """The sample's workbooks are all published."""
    report = json.loads(sample.report.read_bytes())
    findings = [found for commune in report["communes"] for file in commune["files"] for found in file["findings"]]
    assert [found for found in findings if found["severity"] == "error"] == []
    assert sample.code == 0


def test_every_family_and_stage_is_there(sample: Site) -> None:
    """The sample shows each form that may be shown, a table declared beside the data, and every stage and period of the budget."""
    shown = {(one["form"], one["stage"], one["period"]) for one in _manifest(sample)["disclosures"]}  # type: ignore[attr-defined]
    kept = {form.id for form in load().forms.values() if not form.register.refused and not form.options.get("declared")}
    assert {form for form, _, _ in shown} == kept | {"table-lich-thu-gom-rac-thai"}
    for form in ("budget-balance", "budget-revenue", "budget-spending"):
        own = {(stage, period) for one, stage, period in shown if one == form}
        assert {("settlement", "2024"), ("settlement", "2025"), ("decided", "2026")} <= own
        quarters = {f"2025-q{number}" for number in range(1, 5)}
        months = {f"2026-{number:02}m" for number in (3, 6, 9)}
        assert {period for stage, period in own if stage == "execution"} == quarters | months
    assert {period for one, _, period in shown if one == "poor-households"} == {"2025", "2026"}


def test_each_disclosure_has_its_page_and_files(sample: Site) -> None:
    """Disclosures in are pages out, and every print and download that the manifest names is there."""
    for one in _manifest(sample)["disclosures"]:  # type: ignore[attr-defined]
        page = sample.output / one["page"]
        assert page.is_file()
        assert one["code"] in page.read_text("utf-8")
        for made in (*one["prints"], *one["downloads"]):
            assert (sample.output / made["file"]).is_file()
        assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", one["code"])


def test_every_internal_link_resolves(sample: Site) -> None:
    """Each relative link leads to a file of the site, each fragment to an id on its page."""
    pages = _pages(sample)
    for path, links in pages.items():
        for target in links.targets:
            if re.match(r"(https?|mailto|tel|data):", target):
                continue
            name, _, fragment = target.partition("#")
            file = (path.parent / unquote(name)).resolve() if name else path
            assert file.is_file(), f"{path.relative_to(sample.output)} → {target}"
            if fragment and file in pages:
                assert unquote(fragment) in pages[file].ids, f"{path.relative_to(sample.output)} → {target}"


def test_nothing_is_loaded_from_elsewhere(sample: Site) -> None:
    """No page has an inline script or style, or takes a picture, style or script from another place."""
    for path, links in _pages(sample).items():
        assert links.scripts == links.styles == 0, path
        text = path.read_text("utf-8")
        assert not re.search(r"""(src|srcset)=["']?(https?:)?//""", text)
        assert not re.search(r"""<link[^>]+rel=["']?(stylesheet|icon|preload)[^>]+href=["']?(https?:)?//""", text)


def test_sums_cover_every_file(sample: Site) -> None:
    """SHA256SUMS lists every other file with its digest, as sha256sum -c reads it."""
    lines = dict(reversed(line.split("  ", 1)) for line in (sample.output / "SHA256SUMS").read_text("utf-8").splitlines())
    files = {path.relative_to(sample.output).as_posix() for path in sample.output.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    assert set(lines) == files
    assert all(hashlib.sha256((sample.output / name).read_bytes()).hexdigest() == digest for name, digest in lines.items())


def test_named_lists_are_hidden_from_search_engines(sample: Site) -> None:
    """A page that names persons says noindex and noarchive and is in neither sitemap, feed nor downloads."""
    named = [one for one in _manifest(sample)["disclosures"] if one["names_persons"]]  # type: ignore[attr-defined]
    assert named
    around = "".join((sample.output / name).read_text("utf-8") for name in ("sitemap.xml", "tin-moi.xml"))
    for one in named:
        assert re.search(r'<meta name="robots" content="noindex, ?noarchive"', (sample.output / one["page"]).read_text("utf-8"))
        assert one["page"].removesuffix("index.html") not in around


def test_prints_that_name_persons_stay_out_of_the_site(sample: Site) -> None:
    """A household list's print lies in to-print and not in the site."""
    report = json.loads(sample.report.read_bytes())
    papers = [paper for commune in report["communes"] for paper in commune["to_print"]]
    assert any("/poor-households/" in paper["disclosure"] for paper in papers)
    for paper in papers:
        assert (sample.to_print / paper["file"]).is_file()
    assert not list((sample.output / "ho-ngheo").rglob("*.pdf"))


def test_build_writes_nothing_under_data(sample: Site) -> None:
    """After a build the sample's folder holds no store."""
    assert sample.code == 0
    assert not (ROOT / "data" / "mau" / ".cong-khai").exists()


def test_two_builds_give_the_same_bytes(sample: Site, tmp_path: Path) -> None:
    """Built again for the same day, site and prints are the same, byte for byte."""
    options = options_in(tmp_path, jobs=1)
    assert built(options) == sample.code
    assert (options.output / "SHA256SUMS").read_bytes() == (sample.output / "SHA256SUMS").read_bytes()
    papers = {path.relative_to(sample.to_print): path.read_bytes() for path in sample.to_print.rglob("*") if path.is_file()}
    assert papers == {path.relative_to(options.to_print): path.read_bytes() for path in options.to_print.rglob("*") if path.is_file()}


def test_pelican_builds_the_same_site(sample: Site, tmp_path: Path) -> None:
    """`pelican -s pelicanconf.py` gives the same sums for the same day."""
    chosen = json.dumps({"data": "data", "to_print": str(tmp_path / "to-print"), "today": DAY.isoformat()})
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(tmp_path / "output"), "-e", f"CONGKHAI={chosen}"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr + result.stdout
    assert (tmp_path / "output" / "SHA256SUMS").read_bytes() == (sample.output / "SHA256SUMS").read_bytes()


def test_pelican_alone_tells_what_the_site_goes_without(tmp_path: Path) -> None:
    """A table that is refused and a written page with a fault are told, the rest is built, and Pelican ends with 1."""
    folder, pages = tmp_path / "data" / "xa-thu", tmp_path / "content" / "pages"
    for place in (folder, pages):
        place.mkdir(parents=True)
    (folder / "commune.toml").write_text('name = "Xã Thử"\n', "utf-8")
    for name in ("nothing-wrong-ledger.xlsx", "total-typed-over.xlsx"):
        shutil.copy(ROOT / "tests" / "field" / name, folder)
    (pages / "b.md").write_text("no title here", "utf-8")
    chosen = json.dumps({"data": str(tmp_path / "data"), "to_print": str(tmp_path / "to-print"), "today": DAY.isoformat()})
    result = subprocess.run([sys.executable, "-m", "pelican", str(pages.parent), "-s", "pelicanconf.py", "-o", str(tmp_path / "output"),
                             "-e", f"CONGKHAI={chosen}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "[content-damaged]" in result.stderr
    assert "total-typed-over.xlsx" in result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert verify_sums(tmp_path / "output") == ()


@pytest.mark.parametrize("name", ["Traceback", "/root/", str(ROOT)])
def test_no_path_of_the_machine_reaches_the_site(sample: Site, name: str) -> None:
    """No page or record holds a path of the machine that built it."""
    for path in sample.output.rglob("*"):
        if path.is_file():
            assert name.encode() not in path.read_bytes(), path
