"""What a build is asked to do has sound defaults, and Pelican's settings carry it whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from generator.publication.options import ROOT, Options, from_settings, vietnam_day


def settings(folder: Path, **asked: object) -> dict[str, object]:
    """Return Pelican's settings as pelicanconf.py gives them."""
    return {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "output"), "CONGKHAI": asked}


def test_the_report_lies_beside_the_site() -> None:
    """The report names what was refused: it never lies in the folder that is published."""
    options = Options(output=Path("/x/trang"))
    assert options.report == Path("/x/build-report.json")
    assert not options.report.is_relative_to(options.output)


def test_a_build_without_words_reads_the_programs_own_folders() -> None:
    """Data, content, site and prints lie beside the program, everything is built, and at least one process works."""
    options = Options()
    assert {options.data, options.content, options.output, options.to_print} == {
        ROOT / name for name in ("data", "content", "output", "to-print")}
    assert (options.prints, options.only, options.strict, options.language) == (True, "", False, "vi")
    assert 1 <= options.jobs <= 8


def test_the_day_is_that_of_viet_nam() -> None:
    """Whatever zone the machine is in, today is the day seven hours ahead of UTC."""
    before = datetime.now(UTC) + timedelta(hours=7)
    day = vietnam_day()
    assert before.date() <= day <= (datetime.now(UTC) + timedelta(hours=7)).date()


def test_options_given_whole_are_taken_as_they_are(tmp_path: Path) -> None:
    """The build command hands its own options through Pelican, not a copy with other folders."""
    options = Options(output=tmp_path)
    assert from_settings({"CONGKHAI": options, "PATH": "khac", "OUTPUT_PATH": "khac"}) is options


def test_plain_settings_are_read(tmp_path: Path) -> None:
    """A day written ISO, a folder as a path or as a name beside the program; content and site are Pelican's own."""
    options = from_settings(settings(tmp_path, data=tmp_path / "so-lieu", to_print="giay-in", today="2026-11-23"))
    assert (options.data, options.to_print) == (tmp_path / "so-lieu", ROOT / "giay-in")
    assert (options.content, options.output, options.today) == (tmp_path / "content", tmp_path / "output", date(2026, 11, 23))


def test_settings_that_say_nothing_have_the_defaults(tmp_path: Path) -> None:
    """Without CONGKHAI in the settings, data and prints lie beside the program and the day is today's."""
    bare = {key: value for key, value in settings(tmp_path).items() if key != "CONGKHAI"}
    options = from_settings(bare)
    assert (options.data, options.to_print) == (ROOT / "data", ROOT / "to-print")
    assert abs((options.today - vietnam_day()).days) <= 1


def test_a_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """A mistyped day builds nothing rather than some other day's site."""
    with pytest.raises(ValueError, match="day"):
        from_settings(settings(tmp_path, today="2026-02-30"))
