"""The invented province: communes unlike each other in every workbook, read without a fault, and the same for the same seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import commune_file, sources
from generator.catalogue import load
from generator.disclosure.reading import examined_all
from tests.maker.province import communes, layout
from tests.maker.province.__main__ import write
from tests.maker.province.books import every
from tests.maker.sheet import Sheet

COUNT = 12
UNITS = Path(__file__).parent.parent.parent / "shared" / "field" / "units-dak-lak.tsv"
INVENTED = communes.invent(COUNT, "thử")


@pytest.fixture(scope="module")
def sheets() -> tuple[tuple[str, Sheet], ...]:
    """Every sheet of every commune with the commune's id."""
    return tuple((one.profile.id, sheet) for one in INVENTED for book in every(one).values() for sheet in book)


def drawn(folder: Path) -> dict[str, str]:
    """Return the digest of every file written for two communes."""
    write(2, folder, "thử")
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_commune_has_a_name_of_its_own() -> None:
    """Names and folders are each there once, a great many of them, and a province as large as the land has room."""
    many = communes.invent(1020, "thử")
    assert len({one.profile.name.split(" ", 1)[1] for one in many}) == len({one.profile.id for one in many}) == 1020
    assert many[:COUNT] == INVENTED
    with pytest.raises(ValueError, match=r"\d+"):
        communes.invent(10_000, "thử")


def test_no_commune_is_a_real_one() -> None:
    """No invented name is that of a commune of the province whose real list lies beside the project."""
    if not UNITS.is_file():
        pytest.skip("the list of real communes, ../shared/field, is not here")
    real = UNITS.read_text("utf-8").casefold()
    assert [one.profile.name for one in communes.invent(1020, "mây ngàn") if f"\t{one.profile.name.casefold()}\n" in real] == []


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    """Two runs write the same files; no two workbooks of a run are alike in bytes; another seed writes others."""
    first, second = drawn(tmp_path / "1"), drawn(tmp_path / "2")
    assert first == second
    books = [digest for name, digest in first.items() if name.endswith(".xlsx")]
    assert len(set(books)) == len(books) >= 6
    assert communes.invent(2, "khác") != communes.invent(2, "thử")


def test_no_two_sheets_have_the_same_rows(sheets: tuple[tuple[str, Sheet], ...]) -> None:
    """What stands in the tables differs from commune to commune and from sheet to sheet."""
    rows = [tuple(row.cells for row in sheet.rows) for _, sheet in sheets]
    assert len(set(rows)) == len(rows)


def test_no_two_sheets_are_laid_out_alike(sheets: tuple[tuple[str, Sheet], ...]) -> None:
    """Heads with their widths, the column a table begins in, and the rows above it: no sheet has another's."""
    laid = [(sheet.heads, sheet.left, sheet.gap, sheet.head_rows) for _, sheet in sheets]
    assert len(set(laid)) == len(laid)


def test_columns_in_another_order_keep_their_values() -> None:
    """Putting a list's columns in another order moves each value with its head."""
    one = next(sheet for sheet in every(INVENTED[0])[_list_of(INVENTED[0])])
    heads, rows = layout.reordered(one.heads, one.rows, layout.Draw("khác"))
    before = [head.text for head in one.heads]
    for old, new in zip(one.rows, rows, strict=True):
        assert dict(zip(before, old.cells, strict=True)) == dict(zip([head.text for head in heads], new.cells, strict=True))


def test_everything_a_commune_gives_in_can_be_published(tmp_path: Path) -> None:
    """The program reads a commune's settings and every one of its tables without an error."""
    write(1, tmp_path, "thử")
    (folder,) = sources.communes(tmp_path)
    commune, findings = commune_file.read(folder)
    assert [found for found in findings if found.severity == "error"] == []
    readings = [reading for one in examined_all(folder.sources, load(), commune, 1) for reading in one.readings]
    assert len(readings) >= 6
    assert [(reading.table.form, reading.findings) for reading in readings if not reading.publishable] == []


def _list_of(one: communes.Commune) -> str:
    return next(_lists(every(one)))


def _lists(books: object) -> Iterator[str]:
    for name, sheets in dict(books).items():  # type: ignore[call-overload]
        if "CÔNG NHẬN" in sheets[0].titles[0]:
            yield name
