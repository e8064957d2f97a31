"""What the benchmarks work out from their figures, and what they say where there are none; their times are nobody's to assert."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks import parts, province, provinces, table, working_out
from tests.benchmarks.measuring import ROOT, run
from tests.benchmarks.table import Row
from tests.benchmarks.watching import KILLED, spent
from tests.maker.province.__main__ import write

COLD = Row("cold", "", figures={"communes": 102, "seconds": 612, "web": 204, "paper": 51, "parent": 60, "worker": 150})


def test_a_straight_line_is_found_again() -> None:
    """Points of a line give its start and slope; one that bends is told by how far it lies off."""
    assert province.fit([(1, 3.5), (10, 8), (100, 53)]) == "3.0 s + 0.500 s a commune, R² 1.0000, at most 0.0 s off"
    assert "R² 1.0000" not in province.fit([(1, 1), (10, 100), (100, 10_000)])


def test_the_country_is_worked_out_from_a_province() -> None:
    """Twelve core seconds a commune are 5.5 hours of two workers; a cluster of half the speed takes twice as long."""
    assert working_out.hours(COLD.figures, 2) == pytest.approx(612 * 2 / 102 * 3321 / 2 / 3600)
    assert working_out.hours({**COLD.figures, "cluster": 0.5}, 2) == pytest.approx(2 * working_out.hours(COLD.figures, 2))
    assert working_out.hours(COLD.figures, 32) == pytest.approx(working_out.hours(COLD.figures, 2) / 16)
    told = [row.ours for row in working_out.rows([COLD, Row("far", "", figures={"cluster": 1.0})])]
    assert told[0].startswith("5.5 h")
    assert told[-1] == "6.5 GB of site, 1.6 GB to print"


def test_what_was_not_measured_is_said() -> None:
    """Without a province's cold build nothing is worked out; without a cluster it is said what is taken for granted."""
    assert [row.ours.split(":")[0] for row in working_out.rows([])] == ["not measured"]
    assert [row.what for row in working_out.rows([COLD])][-1].endswith("on a cluster")


def test_no_more_communes_are_begun_than_the_time_allows() -> None:
    """A size is cut to what the seconds left hold as the last size went, with something to spare; the first is always tried."""
    assert province._fitting(1020, [], 0) == 1020
    assert province._fitting(1020, [(102, 102.0)], 10_000) == 1020
    assert province._fitting(1020, [(102, 102.0)], 575) == 500
    assert province._fitting(1020, [(102, 102.0)], -1) <= 0


def test_rows_come_back_and_a_cut_line_is_left_out(tmp_path: Path) -> None:
    """What a part wrote until it was stopped is read; a bar in a cell does not part it."""
    file = tmp_path / "rows"
    assert table.read(file) == ()
    table.add(COLD, file)
    with file.open("a", encoding="utf-8") as taken:
        taken.write('{"what": "cu')
    assert table.read(file) == (COLD,)
    assert table.markdown([Row("a|b", "1")]) == table.HEAD + "| a\\|b | 1 |  |\n"


def test_nothing_runs_without_an_end() -> None:
    """A build and a command run no longer than they may."""
    forever = [sys.executable, "-c", "import time; time.sleep(600)"]
    assert spent(forever, 0.1).code == KILLED
    assert run(forever, 0.1).code < 0


def test_every_part_can_be_found() -> None:
    """Each part names a module's function, and the short list names parts."""
    for module, function, seconds in parts._LIMITS.values():
        assert f"def {function}(" in (ROOT / "tests" / "benchmarks" / f"{module}.py").read_text("utf-8")
        assert seconds > 0
    assert set(parts.SHORT) < set(parts.NAMES)
    assert [told.rows[0].ours for told in parts.measure(("reading",), 1, small=True)] == ["not measured: no time left"]


def test_a_change_is_one_cell_of_one_workbook(tmp_path: Path) -> None:
    """The mended province differs from the drawn one in a single workbook, each time anew."""
    place = provinces.Place(tmp_path, 2)
    write(2, tmp_path / "data", provinces.SEED)
    before = _content(tmp_path)
    provinces.changed(place, 0)
    once = _content(tmp_path)
    provinces.changed(place, 2)
    twice = _content(tmp_path)
    assert len(before.items() ^ once.items()) == len(once.items() ^ twice.items()) == 2


def _content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
