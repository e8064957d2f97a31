"""Long lists and board copies in parts: one per hamlet, numbered within the whole, every row in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from msgspec.structs import replace as changed
from pdfua import validate

from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.prints import orders
from generator.prints.job import PrintJob
from tests.prints import fixtures, reading
from tests.prints.pressing import pressed

pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)

MINUTE = 60.0


def a_site() -> Site:
    """Return a site whose lists of eighty rows and more come in parts."""
    forms = {name: changed(form, prints={"list": "A4 portrait", "board": "A3 landscape", "parts_from": "80"})
             for name, form in fixtures.CATALOGUE.forms.items()}
    return replace(fixtures.site(), catalogue=fixtures.replaced(forms))


def made(tmp_path: Path, job: PrintJob) -> Path:
    """Return the file of a job."""
    return tmp_path / pressed(job, tmp_path).path


def test_a_long_list_has_a_part_for_each_hamlet(tmp_path: Path) -> None:
    """Each of eight hamlets begins a page, says which part it is, and the whole is tagged and numbered."""
    path = made(tmp_path, orders.listed(fixtures.households(96), a_site(), names=True))
    pages = reading.pages(path)
    for number, hamlet in enumerate(fixtures.HAMLETS, 1):
        [first] = [page for page in pages if f"Phần {number}/8. {hamlet}" in page]
        assert f"Trang {pages.index(first) + 1}/{len(pages)}" in first
    assert validate(path).findings == ()


def test_a_short_list_is_one_table(tmp_path: Path) -> None:
    """A list of seventy-nine stands as a whole, its hamlets as headings."""
    assert not any("Phần" in page for page in reading.pages(made(tmp_path, orders.listed(fixtures.households(79), a_site(), names=True))))


def test_a_board_copy_is_large_enough_to_read_at_one_metre(tmp_path: Path) -> None:
    """Every cell of a board copy on lying A3 is set in seventeen points at least, also where closer lines save a page."""
    path = made(tmp_path, orders.board_copy(fixtures.households(), a_site()))
    with pdfplumber.open(path) as found:
        assert {(round(page.width / 72 * 25.4), round(page.height / 72 * 25.4)) for page in found.pages} == {(420, 297)}
        words = [word for page in found.pages for word in page.extract_words(extra_attrs=["size"])]
    assert all(word["size"] >= 16.99 for word in words if word["text"] in {"Nguyễn", "Niê", "Mới"})
    assert validate(path).findings == ()


def test_a_board_copy_says_once_what_every_row_says(tmp_path: Path) -> None:
    """The decision's number and day stand above the table, not in each row."""
    told = " ".join(reading.pages(made(tmp_path, orders.board_copy(fixtures.households(), a_site()))))
    assert told.count("Số quyết định: 128/QĐ-UBND") == 1
    assert told.count("05/01/2026") == 1


def test_one_hamlets_part_keeps_its_number_and_names_no_other(tmp_path: Path) -> None:
    """The part for one posting place is that hamlet's alone."""
    told = " ".join(reading.pages(made(tmp_path, orders.board_copy(fixtures.households(), a_site(), "Buôn Kdrông"))))
    assert "Phần 4/8. Buôn Kdrông" in told
    assert not any(hamlet in told for hamlet in fixtures.HAMLETS if hamlet not in {"Buôn Kdrông", fixtures.COMMUNE.address})


@pytest.mark.parametrize("rows", [1, 2, 49, 50, 51, 1000])
def test_every_row_stands_on_the_paper_once_and_in_order(tmp_path: Path, rows: int) -> None:
    """However many rows there are, each is printed once, and no page but a part's first holds no row."""
    plain = fixtures.households(rows)
    found: Disclosure = changed(plain, names={record.id: {"head_name": "Lê Văn Khoẻ"} for record in plain.records})
    pages = reading.pages(made(tmp_path, orders.listed(found, a_site(), names=True)))
    numbers = [int(number) for page in pages for number in re.findall(r"(?<!\S)(\d+) Lê Văn Khoẻ", page)]
    assert numbers == [*range(1, rows + 1)]
    assert all(re.search(r"\d+ Lê Văn Khoẻ|Tổng hợp", page) for page in pages)
    assert "Trần Thị Bích Hạnh" in pages[-1]


def test_cells_of_four_hundred_letters_break_nothing(tmp_path: Path) -> None:
    """A remark of four hundred letters wraps within its cell: no word leaves the paper, every word is there."""
    remark = " ".join(f"từ{number}" for number in range(90))
    assert len(remark) > 400
    records = fixtures.revenue(30).records
    long = tuple(changed(one, values={**one.values, "note": remark}) if number in {3, 12} else one for number, one in enumerate(records))
    path = made(tmp_path, orders.listed(changed(fixtures.revenue(30), records=long), a_site(), names=True))
    told = " ".join(reading.pages(path))
    assert told.count("từ89") == 2
    with pdfplumber.open(path) as found:
        assert all(word["x0"] > 0 and word["x1"] < page.width and word["bottom"] < page.height
                   for page in found.pages for word in page.extract_words())
