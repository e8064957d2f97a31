"""Papers as .docx: what an officer opens, edits and signs; the same bytes each time."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from generator.papers.paper import Blank, Letterhead, Lines, Paper, Paragraph, Signature, Text, line
from generator.papers.paper import Table as Grid
from generator.papers.posting import SORTS, drawn
from generator.papers.word import docx, untouched
from tests.papers.drawn import decided, matter


def paper(sort: str) -> Paper:
    """Return a paper of a decided budget's posting."""
    return next(iter(drawn(matter(decided()), (sort,)))).paper


def opened(sort: str) -> Document:  # type: ignore[valid-type]
    """Return a paper as Word reads it."""
    return Document(BytesIO(docx(paper(sort))))


@pytest.mark.parametrize("sort", SORTS)
def test_two_writings_give_the_same_bytes(sort: str) -> None:
    """No clock and no order of the day is in the file: every part has the oldest time a zip may have."""
    assert docx(paper(sort)) == docx(paper(sort))
    with zipfile.ZipFile(BytesIO(docx(paper(sort)))) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_what_another_program_saved_is_known() -> None:
    """A paper as it was written is untouched; one saved again, or no .docx at all, is an officer's own."""
    book = opened("notice")
    saved = BytesIO()
    book.core_properties.modified = book.core_properties.modified.replace(year=2026)
    book.save(saved)
    assert untouched(docx(paper("notice")))
    assert not untouched(saved.getvalue())
    assert not untouched(b"")


def test_the_page_is_the_decrees() -> None:
    """A4 with its margins, Times New Roman of 13.5 points, Vietnamese; all text styles bear the one typeface."""
    book = opened("notice")
    section = book.sections[0]
    assert [round(length.mm) for length in (section.page_width, section.page_height, section.left_margin, section.right_margin,
                                            section.top_margin, section.bottom_margin)] == [210, 297, 30, 15, 20, 20]
    assert (book.styles["Normal"].font.name, book.styles["Normal"].font.size.pt) == ("Times New Roman", 13.5)
    assert {lang.get(qn("w:val")) for lang in book.styles.element.iter(qn("w:lang"))} == {"vi-VN"}
    faces = book.styles["Heading 1"].element.rPr.rFonts
    assert set(faces.attrib.values()) == {"Times New Roman"}


def test_the_page_is_numbered_from_the_second_on() -> None:
    """The number is a field at the top centre; the first page has a head of its own, which is empty."""
    section = opened("minutes-end").sections[0]
    assert section.different_first_page_header_footer
    assert [field.get(qn("w:instr")) for field in section.header._element.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert not section.first_page_header._element.findall(f".//{qn('w:fldSimple')}")


def test_headings_and_tables_are_real_ones() -> None:
    """A reader's software finds them: headings by style, a table's head marked as repeated."""
    places = opened("notice").paragraphs
    headings = [(place.style.name, place.text.split("\n")[0]) for place in places if place.style.name.startswith("Head")]
    assert headings[0] == ("Heading 1", "THÔNG BÁO")
    assert next(text for style, text in headings if style == "Heading 2") == "1. Nội dung niêm yết"
    tables = [table for table in opened("minutes").tables if isinstance(table, Table) and table.style.name == "Table Grid"]
    assert [cell.text for cell in tables[0].rows[0].cells] == ["STT", "Văn bản niêm yết", "Bản, mã đối chiếu", "Số tờ"]
    assert tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_file_tells_who_publishes_and_not_the_machine() -> None:
    """Author and title are the commune's, and the library that wrote it is not named."""
    data = opened("decision").core_properties
    assert (data.author, data.last_modified_by, data.comments) == ("UBND xã Suối Mây", "UBND xã Suối Mây", "")
    assert data.title == "Quyết định - UBND xã Suối Mây"


def test_blanks_are_dots_of_their_length_or_to_the_end_of_the_line() -> None:
    """A blank of 60 mm is 50 dots; the rest of a line is a tab with a dotted leader at the right margin."""
    head = Letterhead(("ỦY BAN NHÂN DÂN",), "CỘNG HÒA", "Độc lập", ())
    body = (Paragraph(line("Ông: ", Blank(60), "ở ", Blank())), Lines(1))
    drawn_up = Paper("a", "b", head, "BIÊN BẢN", "", body, ((Signature(("X",)),),))
    book = Document(BytesIO(docx(drawn_up)))
    [place, empty] = [one for one in book.paragraphs if "\t" in one.text]
    assert place.text == "Ông: " + "." * 50 + "ở \t"
    assert empty.text == "\t"
    assert [(round(stop.position.mm), stop.leader.name) for stop in place.paragraph_format.tab_stops] == [(165, "DOTS")]


def test_a_paper_may_lie_on_its_side() -> None:
    """A wide list is landscape, and its table fills the lines."""
    grid = Grid(("A", "B"), ((line("1"), line("2")),), ("", "n"), (1, 3))
    book = Document(BytesIO(docx(replace(paper("notice"), landscape=True, body=(grid, Paragraph((Text("x"),)))))))
    assert round(book.sections[0].page_width.mm) == 297
    [table] = [table for table in book.tables if table.style.name == "Table Grid"]
    assert [round(column.width.mm) for column in table.columns] == [63, 189]
