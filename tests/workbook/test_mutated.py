"""A workbook that somebody spoiled in any way gives tables or findings, never an exception."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator import catalogue
from generator.commune import Commune
from generator.disclosure.examine import Examined, examine
from generator.findings import tell
from generator.sources import Source

FIELD = Path(__file__).parents[1] / "field"
BOOKS = ("nothing-wrong-spending.xlsx", "nothing-wrong-ledger.xlsx", "nothing-wrong-households.xlsx", "two-row-head-moved.xlsx")
SAVED = Path(__file__).parent / "saved"
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-10**18, 10**18), st.floats(allow_nan=False, allow_infinity=False), st.dates(), st.datetimes(),
    st.sampled_from(("", " ", "-", "I", "1.2", "x", "Tổng cộng", "STT", "=1/0", "#REF!", "Đơn vị tính: triệu đồng", "31/02/2026",
                     "Năm 2026", "Thµnh phè", "Nguyễn Văn Mẫu", "1.000.000", "A" * 3000)),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12),
)
PLACES = st.tuples(st.integers(1, 24), st.integers(1, 9))


def examined(content: bytes, folder: Path) -> Examined:
    """Examine bytes as an officer's file, and tell every finding of it."""
    path = folder / "mutated.xlsx"
    path.write_bytes(content)
    one = examine(Source(path, path.name, hashlib.sha256(content).hexdigest()), catalogue.load(), Commune(name="Xã Thử Nghiệm"))
    assert all(tell(found, language).message for found in one.all_findings for language in ("vi", "en"))
    assert one.readings or one.findings
    return one


def spoiled(name: str, change: Callable[[Worksheet], object]) -> bytes:
    """Return a workbook of the field after a change to its first sheet."""
    book = openpyxl.load_workbook(FIELD / name)
    change(book.worksheets[0])
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def swap(page: Worksheet, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Put each of two cells' values into the other."""
    first, second = page.cell(*one), page.cell(*other)
    if "MergedCell" not in {type(first).__name__, type(second).__name__}:
        first.value, second.value = second.value, first.value


SMALL = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SMALL
@given(st.sampled_from(BOOKS), st.lists(st.tuples(PLACES, VALUES), min_size=1, max_size=6), st.lists(st.tuples(PLACES, PLACES), max_size=4))
def test_cells_of_any_sort_anywhere(tmp_path: Path, name: str, typed: list[tuple[tuple[int, int], object]],
                                    swapped: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Values of every type typed over cells, and cells swapped, are read or found."""
    def change(page: Worksheet) -> None:
        for (row, column), value in typed:
            swap(page, (row, column), (row, column))
            if type(page.cell(row, column)).__name__ != "MergedCell":
                page.cell(row, column).value = value  # type: ignore[assignment]
        for one, other in swapped:
            swap(page, one, other)

    examined(spoiled(name, change), tmp_path)


@SMALL
@given(st.sampled_from(BOOKS), st.tuples(st.integers(1, 14), st.integers(1, 4)), st.tuples(st.integers(1, 8), st.integers(0, 3)))
def test_rows_and_columns_gone_or_moved(tmp_path: Path, name: str, cut: tuple[int, int], pushed: tuple[int, int]) -> None:
    """Rows cut out (the title's and the head's too), columns cut out and pushed aside are read or found."""
    (row, rows), (column, moved) = cut, pushed

    def change(page: Worksheet) -> None:
        page.delete_rows(row, rows)
        page.insert_cols(column, moved)
        page.delete_cols((column * 3) % 8 + 1)
        page.row_dimensions[row].hidden = bool(moved)

    examined(spoiled(name, change), tmp_path)


@SMALL
@given(st.sampled_from((*(FIELD / name for name in BOOKS), *SAVED.glob("old-fonts.*"))), st.lists(st.tuples(st.floats(0, 1), st.binary(
    min_size=1, max_size=6)), min_size=1, max_size=5), st.floats(0.3, 1))
def test_bytes_written_over(tmp_path: Path, path: Path, noise: list[tuple[float, bytes]], kept: float) -> None:
    """Bytes spoiled and cut off anywhere in a file of any format are read or found."""
    content = bytearray(path.read_bytes())
    for place, spoil in noise:
        start = int(place * (len(content) - len(spoil)))
        content[start:start + len(spoil)] = spoil
    examined(bytes(content[:int(kept * len(content))] if kept < 0.6 else content), tmp_path)


@SMALL
@given(st.sampled_from(BOOKS), st.floats(0, 1), st.binary(min_size=1, max_size=8))
def test_parts_of_the_package_written_over(tmp_path: Path, name: str, place: float, spoil: bytes) -> None:
    """Bytes spoiled inside the parts of a package, where no checksum tells them, are read or found."""
    whole = io.BytesIO()
    with zipfile.ZipFile(FIELD / name) as old, zipfile.ZipFile(whole, "w") as new:
        for part in old.namelist():
            content = bytearray(old.read(part))
            start = int(place * max(len(content) - len(spoil), 0))
            content[start:start + len(spoil)] = spoil
            new.writestr(part, content if part.startswith(("xl/worksheets", "xl/shared", "xl/styles")) else old.read(part))
    examined(whole.getvalue(), tmp_path)


@pytest.mark.parametrize("name", BOOKS)
def test_an_unspoiled_book_has_tables(tmp_path: Path, name: str) -> None:
    """The books that are spoiled here are sound before."""
    assert any(reading.table.form for reading in examined((FIELD / name).read_bytes(), tmp_path).readings)
