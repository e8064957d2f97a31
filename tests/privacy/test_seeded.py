"""Ten thousand private values in every place of workbooks of every kind: none is in anything the program makes, keeps or says."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.__main__ import main
from tests.privacy.planting import PLACES, workbooks
from tests.privacy.reading import held, text_of
from tests.privacy.seeds import KINDS, seeds

SETTINGS = """name = "Xã Thử Nghiệm"
names_on_web = true
site = "https://thunghiem.example"

[[posted]]
form = "poor-households"
posted_from = 2026-11-10
"""


@dataclass(frozen=True)
class Made:
    """What was planted, what the program said, and every file it made."""

    planted: dict[str, list[str]]
    codes: tuple[int, ...]
    texts: tuple[tuple[str, str], ...]

    @property
    def values(self) -> list[str]:
        """Return every value planted."""
        return [value for values in self.planted.values() for value in values]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """A commune's seeded workbooks checked, built, posted and built again a month later; of one of them the prints as well."""
    root = tmp_path_factory.mktemp("seeded")
    own = root / "data" / "xa-thu"
    own.mkdir(parents=True)
    (own / "commune.toml").write_text(SETTINGS, "utf-8")
    planted = workbooks(own)
    less = root / "less" / "xa-thu"
    less.mkdir(parents=True)
    for name in ("commune.toml", "bo-sung-cap-tren-du-toan.xlsx"):
        shutil.copyfile(own / name, less / name)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        places = ["--data", str(root / "data"), "--output", str(root / "site/output"), "--to-print", str(root / "site/to-print")]
        aside = ["--data", str(root / "less"), "--output", str(root / "paper/output"), "--to-print", str(root / "paper/to-print")]
        codes = (main(["build", *places, "--today", "2026-11-23", "--no-prints"]), main(["post", *places, "--today", "2026-11-23"]),
                 main(["build", *aside, "--today", "2026-11-23", "--jobs", "2"]),
                 main(["build", *places, "--today", "2026-12-31", "--no-prints"]), main(["check", str(own / "ho-ngheo.xlsx")]),
                 main(["check", str(own / "so-dong-gop.xlsx"), "--format", "html"]))
    (root / "said.txt").write_text(said.getvalue(), "utf-8")
    inputs = {*own.glob("*.xlsx"), *less.glob("*.xlsx")}
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and path not in inputs]
    yield Made(planted, codes, tuple((path.relative_to(root).as_posix(), text_of(path)) for path in files))
    shutil.rmtree(root, ignore_errors=True)


def test_ten_thousand_values_of_every_kind_are_planted(made: Made) -> None:
    """Every kind of value is in every kind of workbook, in every place, no value twice."""
    assert len(made.values) == len(set(made.values)) >= 10_000
    assert {place.split(", ")[1] for place in made.planted} == {*PLACES, "private columns"}
    drawn = dict(value[::-1] for value, _ in zip(seeds(7), range(len(made.values) * 2), strict=False))
    assert {drawn[value] for value in made.planted["ho-ngheo.xlsx, hidden sheet"]} == set(KINDS)


def test_the_workbooks_were_published(made: Made) -> None:
    """Nothing was refused, so that what is searched is all there is."""
    assert made.codes == (0,) * len(made.codes)
    names = {name for name, _ in made.texts}
    assert {"site/output/ho-ngheo/2026/cong-nhan/index.html", "site/build-report.json", "site/.cache/sweep/xa-thu.json", "said.txt",
            "data/xa-thu/.cong-khai/history.jsonl"} <= names
    assert any(name.startswith("paper/") and name.endswith(".pdf") for name in names)


def test_no_planted_value_is_anywhere(made: Made) -> None:
    """Not in pages, data, prints, feeds, the store, the history, the cache, the report, nor in what was said on the terminal."""
    assert sorted(set(held(made.texts, made.values)))[:10] == []


def test_the_search_finds_what_is_there(made: Made) -> None:
    """One value of each place, put into a text, is found, so that finding none means something."""
    some = [values[0] for values in made.planted.values()]
    found = {value for _, value in held([("x", f"… {value}, …") for value in some], made.values)}
    assert found == set(some)
