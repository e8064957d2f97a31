"""A commune's workbooks are read in processes of their own, in order, and none of them stops the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue import load
from generator.disclosure.examine import examine
from generator.disclosure.reading import examined_all
from generator.sources import Source, source
from tests.drawing import workbook
from tests.kinds.budgets import SPENDING
from tests.kinds.lists import COMMUNE

UPTIME = Path("/proc/uptime")


def test_workbooks_come_back_in_order_as_if_read_one_by_one(tmp_path: Path) -> None:
    """Read by two processes, a good file, a damaged one, one that is gone and another good one are the same as read here."""
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04 cut")
    files = [workbook(tmp_path, SPENDING, name="a.xlsx"), tmp_path / "hong.xlsx", tmp_path / "mat.xlsx",
             workbook(tmp_path, SPENDING.replace("06", "09"), name="b.xlsx")]
    sources = [source(path, path.name) for path in files]
    told = list(examined_all(sources, load(), COMMUNE, 2))
    assert [one.source for one in told] == sources
    assert [one.readable for one in told] == [True, False, False, True]
    assert told == [examine(one, load(), COMMUNE) for one in sources]


def test_no_workbooks_are_nothing() -> None:
    """A commune without workbooks starts no process and yields nothing."""
    assert list(examined_all((), load(), COMMUNE, 2)) == []


def test_a_workbook_that_breaks_its_process_is_one_finding(tmp_path: Path) -> None:
    """Work that fails in its process is told on that file alone, which is then not readable; the next one is read."""
    good = workbook(tmp_path, SPENDING)
    broken = Source(None, "vo.xlsx", "")  # type: ignore[arg-type]  # a path that can't even be asked for breaks the worker
    first, second = examined_all((broken, Source(good, "a.xlsx", "")), load(), COMMUNE, 1)
    assert (first.readable, [(found.code, found.file) for found in first.findings]) == (False, [("workbook-crashed", "vo.xlsx")])
    assert (second.readable, second.readings[0].publishable) == (True, True)


def test_a_workbook_written_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    """What is told, and the digest it is told of, are those of the file as it is after."""
    path = workbook(tmp_path, SPENDING)
    before = source(path, "a.xlsx")
    workbook(tmp_path, SPENDING.replace("06", "09"), name=path.name)
    (told,) = examined_all((before,), load(), COMMUNE, 1)
    assert told == examine(source(path, "a.xlsx"), load(), COMMUNE)
    assert told.readings[0].sha256 != before.sha256


@pytest.mark.skipif(not UPTIME.is_file(), reason="no file here is another one each time it is read")
def test_a_workbook_that_keeps_changing_is_one_finding() -> None:
    """A file that is never twice the same is told as such, and not read as anything."""
    (told,) = examined_all((source(UPTIME, "chi.xlsx"),), load(), COMMUNE, 1)
    assert (told.readable, [found.code for found in told.findings]) == (False, ["workbook-changing"])
