"""The README's tables of what is asked of the commune: whatever they name is truly there in the sample's site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from generator.catalogue import load
from generator.prints import office, official
from tests.conftest import ROOT, Site

_ROW = re.compile(r"^\| (.+?) \| (.+) \|$")
_NAMED = re.compile(r"`([^`]+)`")
STAGES = {stage.id for stage in load().stages}
PURPOSES = {*office.PURPOSES, *official.PURPOSES}


def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is asked, and what the README names as fulfilling it."""
    text = (ROOT / "README.md").read_text("utf-8")
    part = text[text.index("## What is asked of the commune"):text.index("## Glossary")]
    for line in part.splitlines():
        match = _ROW.match(line)
        if match and not set(line) <= set("|- ") and "fulfilled by" not in line:
            yield match[1], tuple(_NAMED.findall(match[2]))


ROWS = tuple(rows())


def test_the_tables_are_whole() -> None:
    """Parts a to c of II.2 are there, and every clause of the article from 1 to 14."""
    asked = [what for what, _ in ROWS]
    assert {"II.2.a", "II.2.b", "II.2.c"} <= {what.split()[0] for what in asked}
    assert [int(match[1]) for what in asked if (match := re.fullmatch(r"(\d+)(?: \*)?", what))] == list(range(1, 15))
    assert [what for what, named in ROWS if not named] == []


@pytest.mark.parametrize(("asked", "named"), ROWS, ids=[what[:40] for what, _ in ROWS])
def test_what_fulfils_it_is_in_the_site(asked: str, named: tuple[str, ...], sample: Site) -> None:
    """A form named has a page in the sample, a folder has one too, a paper can be asked for; what is refused has none."""
    manifest = json.loads((sample.output / "manifest.json").read_text("utf-8"))
    pages = {one["form"].partition("-bang")[0]: one["page"] for one in manifest["disclosures"]}
    known = load().forms
    for name in named:
        if name in known and known[name].register.refused:
            assert name not in pages
        elif name in known:
            found = [page for form, page in pages.items() if form == name or form.startswith(f"{name}-")]
            assert found, (asked, name)
            assert all((sample.output / page).is_file() for page in found)
        elif name.endswith("/"):
            assert (sample.output / name / "index.html").is_file() or (ROOT / name).is_dir(), (asked, name)
        elif name.startswith("prints --purpose "):
            assert name.split()[2] in PURPOSES, (asked, name)
        else:
            assert name in STAGES | {"due"}, (asked, name)
