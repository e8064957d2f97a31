"""What a command's choices do."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Place, Run, kept


def test_strict_makes_a_warning_an_error(place: Place, run: Run) -> None:
    """A warning publishes its table without --strict and keeps it from being published with it."""
    (place.commune / "nothing-wrong-households.xlsx").unlink()
    place.add("numbering-jumps.xlsx")
    assert run(place.words("build")).code == 0
    assert (place.output / "ho-ngheo").is_dir()
    told = run(place.words("build", "--strict"))
    assert told.code == 1
    assert not (place.output / "ho-ngheo").exists()


def test_only_builds_one_commune_of_a_province(place: Place, run: Run) -> None:
    """`--only` makes one commune's folder anew and leaves the others as they stand; one that was never built is not there."""
    (place.data / "province.toml").write_text('name = "Tỉnh Thử"\n', "utf-8")
    other = place.data / "xa-khac"
    other.mkdir()
    (other / "commune.toml").write_text('name = "Xã Khác"\n', "utf-8")
    (other / "so.xlsx").write_bytes((place.commune / "nothing-wrong-ledger.xlsx").read_bytes())
    assert run(place.words("build", "--only", "xa-thu")).code == 0
    assert json.loads((place.output / "xa-thu/manifest.json").read_bytes())["commune"] == {"id": "xa-thu", "name": "Xã Thử"}
    assert not (place.output / "xa-khac").exists()
    assert "Xã Khác" not in (place.output / "index.html").read_text("utf-8")
    assert run(place.words("build")).code == 0
    before = (place.output / "xa-thu/index.html").stat()
    (other / "commune.toml").write_text('name = "Xã Khác"\ntelephone = "0257 3000 000"\n', "utf-8")
    assert run(place.words("build", "--only", "xa-khac")).code == 0
    assert (place.output / "xa-thu/index.html").stat().st_mtime_ns == before.st_mtime_ns
    assert "Xã Khác" in (place.output / "index.html").read_text("utf-8")


def test_several_communes_without_a_province_are_refused(place: Place, run: Run) -> None:
    """Two communes and no province.toml: exit code 2 and nothing made."""
    other = place.data / "xa-khac"
    other.mkdir()
    (other / "commune.toml").write_text('name = "Xã Khác"\n', "utf-8")
    told = run(place.words("build"))
    assert told.code == 2
    assert "province.toml" in told.err
    assert not place.output.exists()


def test_no_prints_makes_none(place: Place, run: Run) -> None:
    """With --no-prints no page promises a print that isn't there."""
    assert run(place.words("build")).code == 0
    assert not list(place.output.parent.rglob("*.pdf"))
    assert all(b".pdf" not in content for name, content in kept(place.output).items() if name.endswith(".html"))


@pytest.mark.parametrize("jobs", ["1", "0"])
def test_any_number_of_jobs_gives_the_same_site(place: Place, run: Run, jobs: str) -> None:
    """However many processes read, the site is the same."""
    assert run(place.words("build", "--jobs", "2")).code == 0
    before = kept(place.output)
    assert run(place.words("build", "--jobs", jobs)).code == 0
    assert kept(place.output) == before


def test_without_today_the_day_is_said(place: Place, run: Run) -> None:
    """Without --today the day of Việt Nam is taken, said and recorded."""
    words = place.words("build")
    place_of_day = words.index("--today")
    told = run(words[:place_of_day] + words[place_of_day + 2:])
    day = json.loads((place.output / "manifest.json").read_bytes())["built_for"]
    year, month, number = day.split("-")
    assert f"{number}/{month}/{year}" in told.err


def test_forms_are_listed(run: Run) -> None:
    """`forms` lists each form with its law, as text and as JSON."""
    told = run(["forms", "--format", "json"])
    assert told.code == 0
    known = json.loads(told.out)
    assert {"budget-revenue", "poor-households", "contributions"} <= {form["id"] for form in known}
    assert all(form["id"] in run(["forms"]).out for form in known)
