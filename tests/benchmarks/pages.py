"""Our pages alone beside plain Pelican and Hugo, which write as many pages of the same size from the same tables."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import TODAY, Run, median, python, run
from tests.benchmarks.provinces import Place, province
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.table import Row, missing

_RUNS = 3
_NEAR = 0.05
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr[^>]*>(.*?)(?=<tr|</t)", re.DOTALL)
_CELL = re.compile(r"<t[hd][^>]*>(.*?)(?=<t[hd]|</t|$)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>|\{|\}")
_PAGE = '<!DOCTYPE html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>{title}</title></head>\n<body>{body}</body>\n</html>\n'
_PELICAN = """PATH = "content"
PAGE_PATHS, ARTICLE_PATHS, DIRECT_TEMPLATES, STATIC_PATHS, THEME_STATIC_PATHS = ["pages"], [], [], [], []
PAGE_URL = PAGE_SAVE_AS = "{slug}/index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
THEME, TIMEZONE, DEFAULT_LANG, SITENAME = "theme", "Asia/Ho_Chi_Minh", "vi", "congkhai"
"""
_HUGO = 'baseURL = "/"\ndisableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404", "robotsTXT"]\n'
_ROWS = "<table>{{ range .Params.rows }}<tr>{{ range . }}<td>{{ . }}</td>{{ end }}</tr>{{ end }}</table>{{ .Content }}"


@dataclass(frozen=True)
class _Source:
    """A page of ours taken apart: its title, what is in its body, the texts in its tables' cells, and its bytes."""

    title: str
    body: str
    cells: tuple[tuple[str, ...], ...]
    size: int


def rows(sizes: Sizes, _seconds: float) -> Iterator[Row]:
    """Yield our pages' time, and Pelican's and Hugo's beside it."""
    with province(sizes.pages) as place, tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        done = run(python("-m", "tests.benchmarks.pages", str(place.folder / "data"), str(out)))
        if done.code:
            yield missing("pages alone", f"our own build ended with {done.code}")
            return
        ours = json.loads((out / "ours.json").read_text("ascii"))
        sources = [_source(path) for path in sorted((out / "site").rglob("*.html"))]
        mean = statistics.fmean(one.size for one in sources) / 1024
        what = f"{len(sources):,} pages alone, {mean:.0f} KB each, from {sizes.pages} communes' tables in memory, one process"
        others = [_pelican(sources, out / "pelican", ours["pages"]), _hugo(sources, out / "hugo", ours["pages"])]
        yield Row(what, f"{ours['pages']:.2f} s, {len(sources) / ours['pages']:,.0f} pages/s", "; ".join(others))
        yield _whole(place, len(sources), ours)


def _whole(place: Place, count: int, ours: dict[str, float]) -> Row:
    one = run(place.words("--jobs", "1", "--no-prints"))
    return Row("reading, checking, pages, downloads and sweep of the same, one process",
               f"{one.seconds:.1f} s, {count / one.seconds:,.0f} pages/s", f"the pages are {ours['pages'] / one.seconds:.0%} of it")


def _source(path: Path) -> _Source:
    text = path.read_text("utf-8")
    title, body = _TITLE.search(text), _BODY.search(text)
    inside = body[1] if body else ""
    cells = tuple(tuple(_TAG.sub("", cell).strip() for cell in _CELL.findall(row))
                  for table in _TABLE.findall(inside) for row in _ROW.findall(table))
    return _Source(title[1].strip() if title else "", inside, tuple(row for row in cells if row), len(text.encode()))


def _pelican(sources: Sequence[_Source], folder: Path, ours: float) -> str:
    """Return what plain Pelican took to write the same pages from ready HTML through a template of its own."""
    content, theme = folder / "content" / "pages", folder / "theme" / "templates"
    for made in (content, theme):
        made.mkdir(parents=True)
    (folder / "conf.py").write_text(_PELICAN, "utf-8")
    (theme / "page.html").write_text(_PAGE.format(title="{{ page.title }}", body="{{ page.content }}"), "utf-8")
    for number, one in enumerate(sources):
        (content / f"{number}.html").write_text(
            f'<html><head><title>{one.title} {number}</title><meta name="slug" content="p{number}"></head><body>{one.body}'
            f"{_filling(one, len(one.body.encode()))}</body></html>", "utf-8")
    took = _others(python("-m", "pelican", str(folder / "content"), "-o", str(folder / "out"), "-s", str(folder / "conf.py"), "-q"))
    start = median(python("-c", "import pelican"), _RUNS)
    wrong = _wrong(took, folder / "out", sources)
    return f"plain Pelican{wrong or _beside(took.seconds - start.seconds, ours, f' beyond its start of {start.seconds:.2f} s')}"


def _hugo(sources: Sequence[_Source], folder: Path, ours: float) -> str:
    """Return what Hugo took to write as many pages of the same size from the same tables' texts."""
    hugo = shutil.which("hugo")
    if hugo is None:
        return "Hugo: not installed"
    content, layouts = folder / "content", folder / "layouts" / "_default"
    for one in (content, layouts):
        one.mkdir(parents=True)
    (folder / "config.toml").write_text(_HUGO, "utf-8")
    (layouts / "single.html").write_text(_PAGE.format(title="{{ .Title }}", body=_ROWS), "utf-8")
    for number, source in enumerate(sources):
        (content / f"p{number}.html").write_text(_with_rows(source, number), "utf-8")
    took = _others([hugo, "--source", str(folder), "--destination", str(folder / "out"), "--cacheDir", str(folder / "cache"), "--quiet"])
    return f"Hugo{_wrong(took, folder / 'out', sources) or _beside(took.seconds, ours, ' as a whole process, on all cores')}"


def _with_rows(source: _Source, number: int) -> str:
    """Return a page for Hugo: its rows as data before it, the rest of it as text, filled up to the same size."""
    rest = _TABLE.sub("", source.body)
    written = sum(len(f"<td>{cell}</td>".encode()) for row in source.cells for cell in row) + 9 * len(source.cells)
    head = json.dumps({"title": f"{source.title} {number}", "rows": source.cells}, ensure_ascii=False, indent=0)
    return f"{head}\n\n{rest}{_filling(source, written + len(rest.encode()))}"


def _filling(source: _Source, written: int) -> str:
    """Return what makes a page as large as ours, whose head is longer."""
    return f"<!--{'x' * max(source.size - written - len(_PAGE) - len(source.title.encode()), 0)}-->"


def _others(words: Sequence[str]) -> Run:
    return median(words, _RUNS)


def _wrong(took: Run, out: Path, sources: Sequence[_Source]) -> str:
    """Return what another did otherwise than it should: a bad end, or other pages than as many of about the same size; "" for nothing."""
    made, wanted = [path.stat().st_size for path in out.rglob("*.html")], sum(one.size for one in sources)
    if took.code or len(made) != len(sources):
        return f": exit {took.code}, {len(made)} of {len(sources)} pages"
    return "" if abs(sum(made) / wanted - 1) <= _NEAR else f": its pages are {sum(made) / wanted:.0%} of the size of ours"


def _beside(seconds: float, ours: float, how: str) -> str:
    return f" {seconds:.2f} s{how}: ours takes {ours / seconds:.2f} of that"


def _ours(data: Path, out: Path) -> None:
    """Build each commune below a folder alone, without prints, in this process, and write down what the pages took of it."""
    from generator.publication.building import Building  # noqa: PLC0415 - only the process that is measured needs it
    from generator.publication.one_commune import run as built  # noqa: PLC0415
    from generator.publication.options import Options  # noqa: PLC0415
    from generator.publication.pages_generator import DisclosurePages  # noqa: PLC0415

    took: list[float] = []
    whole = DisclosurePages.generate_output

    def timed(own: DisclosurePages, writer: Any) -> None:
        begun = time.perf_counter()
        whole(own, writer)
        took.append(time.perf_counter() - begun)

    DisclosurePages.generate_output = timed  # type: ignore[method-assign, assignment]
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        built(Building(Options(data=folder, output=out / "site" / folder.name / "output", to_print=out / "site" / folder.name / "to-print",
                               today=date.fromisoformat(TODAY), jobs=1, prints=False)))
    (out / "ours.json").write_text(json.dumps({"pages": sum(took)}), "ascii")


if __name__ == "__main__":
    _ours(*map(Path, sys.argv[1:]))
