"""Prints of odd sizes: words of forty letters, amounts of twelve digits, cells of four hundred letters, tables of any length."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace as changed
from pdfua import validate

from generator import money
from generator.catalogue import load
from generator.commune import Place
from generator.disclosed import Disclosure
from generator.prints import board_set, office, orders, posters
from generator.prints.job import PrintJob
from tests.prints import fixtures, reading
from tests.prints.pressing import pressed
from tests.prints.test_posters import a_site, revenue

pytest.importorskip("weasyprint.text.ffi", reason="Pango is not on this machine", exc_type=OSError)

WORD = "Nguyễnphướcquýcôngtằngtônnữthịhuyềntrang"
NAME = "Hợp tác xã Nông nghiệp Dịch vụ Tân Lập X"
CELL = ("Chi trả trợ cấp cho đối tượng bảo trợ xã hội, hỗ trợ tiền điện hộ nghèo, hộ cận nghèo, mua sắm bàn ghế; " * 4)[:399] + "."
AMOUNT = 999_888_777_666


def with_values(found: Disclosure, every: int, **values: Any) -> Disclosure:
    """Return a disclosure with other values in every so many records."""
    records = tuple(changed(record, values=record.values | values) if number % every == every - 1 else record
                    for number, record in enumerate(found.records))
    return changed(found, records=records)


def households() -> Disclosure:
    """Return a list whose heads of household are called by forty letters, in one word or in many."""
    found = fixtures.households(24)
    return changed(found, names={key: {"head_name": (WORD, NAME)[number % 2]} for number, key in enumerate(found.names)})


def budget() -> Disclosure:
    """Return a budget of twelve digits, below nothing too, with lines and remarks of forty and of four hundred letters."""
    found = with_values(fixtures.revenue(14), 1, plan_nsnn=AMOUNT, plan=AMOUNT, done_nsnn=AMOUNT, done=-AMOUNT)
    return with_values(with_values(found, 5, label=WORD, note=CELL), 6, label=CELL, note=WORD)


def gifts() -> Disclosure:
    """Return a ledger of twelve digits, with givers and receipts too long for their columns."""
    found = with_values(fixtures.gifts(14), 1, amount=AMOUNT)
    return with_values(with_values(found, 5, giver=WORD, receipt="PT-SUOIMAY-2026/0000000000000001"), 6, giver=CELL)


MAKERS = {"households": households, "budget": budget, "gifts": gifts}


def drawn(folder: Path, job: PrintJob | None) -> Path:
    """Return the file of a print."""
    assert job is not None
    return folder / pressed(job, folder).path


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("purpose", ["list", "board"])
def test_long_words_and_large_amounts_run_into_nothing(tmp_path: Path, name: str, purpose: str) -> None:
    """No letter stands on another or in a margin, every long word is whole in the text, and the tags are sound."""
    found, site = MAKERS[name](), fixtures.site()
    path = drawn(tmp_path, orders.listed(found, site, names=True) if purpose == "list" else orders.board_copy(found, site))
    assert reading.overlaps(path) == []
    assert reading.outside(path, *((30, 15, 0) if purpose == "list" else (15, 15, 0))) == []
    told = "".join("".join(reading.pages(path)).split())
    assert WORD in told
    assert name == "households" or money.write(AMOUNT) in told
    assert validate(path).findings == ()
    assert reading.lost_cells(path) == []


@pytest.mark.parametrize("name", [WORD, CELL], ids=["word", "cell"])
def test_a_poster_of_long_names_stays_one_sheet(tmp_path: Path, name: str) -> None:
    """Five lines and their bars fit however they are called; a name too long for a poster ends in "…"."""
    path = drawn(tmp_path, posters.prepare([revenue(name, AMOUNT)], a_site(revenue())))
    [told] = reading.pages(path)
    assert reading.overlaps(path) == []
    assert reading.outside(path, 13, 13, 2) == []
    assert (f"{WORD} 5" if name == WORD else "…") in told


def test_a_poster_of_long_hamlets_stays_one_sheet(tmp_path: Path) -> None:
    """Eight hamlets of forty letters each have their bar."""
    found = fixtures.households()
    hamlets = [{**each, "name": (WORD, NAME)[number % 2]} for number, each in enumerate(found.summary["hamlets"])]
    path = drawn(tmp_path, posters.prepare([changed(found, summary={**found.summary, "hamlets": hamlets})], a_site(found)))
    assert len(reading.pages(path)) == 1
    assert reading.overlaps(path) == []
    assert reading.outside(path, 13, 13, 2) == []


def test_a_purpose_of_four_hundred_letters_leaves_a_poster_whole(tmp_path: Path) -> None:
    """Its question and foot are cut short, nothing runs off the sheet."""
    found = changed(fixtures.gifts(), subject_name=CELL, facts={"purpose": CELL})
    path = drawn(tmp_path, posters.prepare([found], a_site(found)))
    assert len(reading.pages(path)) == 1
    assert reading.outside(path, 13, 13, 2) == []


def test_a_cover_holds_long_places_and_titles(tmp_path: Path) -> None:
    """The list of a board set runs into no margin, whatever its place and its tables are called."""
    site = a_site(revenue())
    site = replace(site, commune=changed(site.commune, place=(Place(name=WORD),)))
    [job] = board_set.sets([changed(revenue(), title=f"{WORD} {CELL}")], site)
    path = drawn(tmp_path, job)
    assert WORD in reading.pages(path)[0]
    assert reading.overlaps(path) == []
    assert validate(path).findings == ()


@pytest.mark.parametrize("rows", [1, 2, 26, 49, 50, 51])
def test_a_total_never_stands_alone_and_every_page_has_its_head(tmp_path: Path, rows: int) -> None:
    """Wherever a ledger ends, the page with its total holds gifts above it, and each page with gifts begins with the head."""
    told = reading.pages(drawn(tmp_path, orders.listed(fixtures.gifts(rows), fixtures.site(), names=True)))
    held = [[number for number in range(rows) if f"PT{number:03}" in page] for page in told]
    assert sorted(number for page in held for number in page) == list(range(rows))
    assert all("Người, đơn vị đóng góp" in page for page, numbers in zip(told, held, strict=True) if numbers)
    [last] = [number for number, page in enumerate(told) if "Tổng cộng" in page]
    assert held[last]
    assert last == len(told) - 1


def test_a_thousand_households_are_all_there_in_order(tmp_path: Path) -> None:
    """Each number stands once, under a repeated head, pages are counted, and the whole passes the check of tags."""
    path = drawn(tmp_path, orders.listed(fixtures.households(1000), fixtures.site(), names=True))
    told = reading.pages(path)
    assert all(f"Trang {number}/{len(told)}" in page for number, page in enumerate(told, 1))
    assert all("Họ và tên chủ hộ" in page or "Toàn xã" in page for page in told)
    words = unicodedata.normalize("NFC", " ".join(told))
    assert all(f" {number} {name}" in words for number, name in ((1, fixtures.NAMES[0]), (500, fixtures.NAMES[3])))
    assert validate(path).findings == ()
    assert reading.lost_cells(path) == []


def test_the_overlap_check_finds_an_overlap(tmp_path: Path) -> None:
    """A word that is not let to break does run into the next column, and the check says so."""
    job = orders.listed(households(), fixtures.site(), names=True)
    assert reading.overlaps(drawn(tmp_path, replace(job, html=job.html.replace("lines breaks", "lines")))) != []


def test_the_years_calendar_stands_on_one_sheet(tmp_path: Path) -> None:
    """All twelve months, what may come up at any time and what a star means are on one sheet of A3, in type no smaller than 10 points."""
    job = next(office.guides(load(), fixtures.site().day, 2027))
    made = pressed(job, tmp_path)
    (told,) = reading.pages(tmp_path / made.path)
    assert all(f"Tháng {month} " in told for month in range(1, 13))
    assert "* Hạn cần đối chiếu" in told
