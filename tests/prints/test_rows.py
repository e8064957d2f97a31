"""Rows set by hand stand where WeasyPrint would set them, and say the same to whoever listens to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from msgspec.structs import replace as changed

from generator import prints
from tests.prints import fixtures, reading

pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)

NEAR = 0.1  # points
LONG = "Nguyễnphướcquýcôngtằngtônnữthịhuyềntrangnguyễnphước"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the same list twice: its rows set by hand, and laid out by WeasyPrint as table cells."""
    from weasyprint import HTML  # noqa: PLC0415 - needs Pango

    from generator.prints import codes, press  # noqa: PLC0415
    found = fixtures.households(30)
    names = {key: {"head_name": LONG} if number == 5 else name for number, (key, name) in enumerate(found.names.items())}
    job = prints.prepare(changed(found, names=names), fixtures.site(), names=True)
    folder = tmp_path_factory.mktemp("rows")
    ours, theirs = folder / "ours.pdf", folder / "theirs.pdf"
    press._render(job.html).write_pdf(ours, finisher=press._finish, pdf_variant=press.VARIANT)
    fonts, style, *_ = press._type()
    html = HTML(string=codes.drawn(job.html), base_url=str(press.THEME))
    plain = html.render(stylesheets=[style], font_config=fonts, pdf_variant=press.VARIANT)
    plain.write_pdf(theirs, finisher=press._finish, pdf_variant=press.VARIANT)
    return ours, theirs


def letters(path: Path) -> list[tuple[int, str, float, float]]:
    """Return each letter of a print with its page and place, in reading order."""
    with pdfplumber.open(path) as pdf:
        found = [(page.page_number, char["text"], char["top"], char["x0"]) for page in pdf.pages for char in page.chars
                 if char["text"].strip()]
    return sorted(found, key=lambda one: (one[0], round(one[2]), one[3]))


def test_every_letter_stands_where_it_would(both: tuple[Path, Path]) -> None:
    """Wrapped names, a word broken in two, figures and days stand on the same spot to a tenth of a point."""
    ours, theirs = map(letters, both)
    assert [one[:2] for one in ours] == [one[:2] for one in theirs]
    assert all(abs(one[2] - other[2]) < NEAR and abs(one[3] - other[3]) < NEAR for one, other in zip(ours, theirs, strict=True))


def test_rules_stand_between_the_columns_as_before(both: tuple[Path, Path]) -> None:
    """The upright rules have the same places across the sheet."""
    across = [{round(line["x0"]) for line in lines if abs(line["x0"] - line["x1"]) < 1} for lines in map(_lines, both)]
    assert across[0] == across[1]


def _lines(path: Path) -> list[Any]:
    with pdfplumber.open(path) as pdf:
        return [line for page in pdf.pages for line in page.lines]


def test_the_tags_say_the_same(both: tuple[Path, Path]) -> None:
    """As many rows, heads and cells, each with its heads named, and no picture left among them."""
    kinds = {"/TR", "/TH", "/TD", "/Figure"}
    ours, theirs = ([element["/S"] for element in reading._elements(path) if element["/S"] in kinds] for path in both)
    assert ours == theirs
    assert reading.lost_cells(both[0]) == []
