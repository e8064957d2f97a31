"""`build --why` tells what a file is made of and what differs; `build --json` tells another program how far the work is."""

from __future__ import annotations

import json

from tests.commands.conftest import Place, Run

PAGE = "gioi-thieu/index.html"


def test_why_tells_what_changed(place: Place, run: Run) -> None:
    """Just built, a page would be kept; after the settings changed they are named, and nothing was built for telling it."""
    assert run(place.words("build", "--no-prints")).code == 0
    words = place.words("build", "--no-prints", "--why", str(place.output / PAGE))
    told = run(words)
    assert (told.code, "Không có gì khác lần dựng trước" in told.out) == (0, True)
    with (place.commune / "commune.toml").open("a", encoding="utf-8") as file:
        file.write('\ntelephone = "0257 3000 000"\n')
    before = (place.output / PAGE).stat().st_mtime_ns
    assert "data/commune.toml" in run(words).out
    assert (place.output / PAGE).stat().st_mtime_ns == before


def test_why_names_the_workbook_of_a_page(place: Place, run: Run) -> None:
    """A disclosure's page names its workbook and its code; a file that no build made is said to be none."""
    run(place.words("build", "--no-prints"))
    (one, *_) = json.loads((place.output / "manifest.json").read_bytes())["disclosures"]
    told = run(place.words("build", "--no-prints", "--why", str(place.output / one["page"]))).out
    assert one["code"] in told
    assert ".xlsx" in told
    assert "không làm tệp này" in run(place.words("build", "--why", str(place.output / "la.html"))).out


def test_events_are_json_lines(place: Place, run: Run) -> None:
    """Every line on stdout is an event; the last says what was done."""
    told = run(place.words("build", "--no-prints", "--json"))
    events = [json.loads(line) for line in told.out.splitlines()]
    assert events[0]["event"] == "reading"
    assert (events[-1]["event"], events[-1]["errors"]) == ("done", 0)
    assert events[-1]["pages"] > 0
