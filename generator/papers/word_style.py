"""The look of a .docx paper: page, typeface, language, page numbers from the second page on, rules and widths."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Book
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as Grid
from docx.table import _Row
from docx.text.paragraph import Paragraph as Place

from generator.papers.paper import Paper

_FACE = "Times New Roman"
_LONG, _SHORT, _LEFT, _RIGHT, _EDGE = 297, 210, 30, 15, 20
_SIZES = {"Normal": 13.5, "Heading 1": 14, "Heading 2": 13.5, "Header": 13, "Footer": 9}
_TAGS = {"vi": "vi-VN", "en": "en-GB"}


def room(paper: Paper) -> float:
    """Return how wide a paper's lines are, in millimetres."""
    return (_LONG if paper.landscape else _SHORT) - _LEFT - _RIGHT


def prepare(book: Book, paper: Paper) -> None:
    """Give an empty document the decree's page, one typeface, the paper's language and its page numbers."""
    _page(book, paper)
    for name, size in _SIZES.items():
        _style(book, name, size)
    normal = book.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        normal.paragraph_format.space_after = Pt(0)
        normal.paragraph_format.line_spacing = 1.1
    _language(book, _TAGS.get(paper.language, paper.language))


def rule(place: Place, indent: float) -> None:
    """Make an empty paragraph a thin rule, so many millimetres in from both sides."""
    form = place.paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.line_spacing = Pt(5)
    borders = _made("w:pBdr")
    borders.append(_made("w:top", val="single", sz="5", space="1", color="000000"))
    place._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - python-docx has no borders of paragraphs
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


def widths(grid: Grid, millimetres: Sequence[float]) -> None:
    """Fix a table's columns."""
    grid.autofit = False
    for column, width in zip(grid.columns, millimetres, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def airy(grid: Grid) -> None:
    """Give the lines of a table's cells a little room above and below."""
    for row in grid.rows:
        for cell in row.cells:
            for place in cell.paragraphs:
                place.paragraph_format.space_before = place.paragraph_format.space_after = Pt(2)


def repeated(row: _Row) -> None:
    """Make a row the head that is repeated on every page."""
    whole(row)
    row._tr.get_or_add_trPr().append(_made("w:tblHeader"))  # noqa: SLF001 - python-docx has no repeated heads


def whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(_made("w:cantSplit"))  # noqa: SLF001 - python-docx can't say it otherwise


def _page(book: Book, paper: Paper) -> None:
    section = book.sections[0]
    width, height = (_LONG, _SHORT) if paper.landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENTATION.LANDSCAPE if paper.landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin = section.bottom_margin = Mm(_EDGE)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(_made("w:fldSimple", instr="PAGE"))  # noqa: SLF001 - python-docx has no fields
    for foot in (section.first_page_footer, section.footer):
        _marked(foot, paper.mark)


def _marked(foot: _Footer, mark: str) -> None:
    foot.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.paragraphs[0].add_run(mark)


def _style(book: Book, name: str, size: float) -> None:
    style = book.styles[name]
    if style.type != WD_STYLE_TYPE.PARAGRAPH or not isinstance(style, ParagraphStyle):
        return
    heading = name.startswith("Heading")
    style.font.size, style.font.bold = Pt(size), heading
    style.font.color.rgb = RGBColor(0, 0, 0)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    faces.attrib.clear()
    for part in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{part}"), _FACE)
    if heading:
        form = style.paragraph_format
        form.space_before, form.space_after = (Pt(18), Pt(4)) if name.endswith("1") else (Pt(6), Pt(0))
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER if name.endswith("1") else WD_ALIGN_PARAGRAPH.LEFT


def _language(book: Book, tag: str) -> None:
    for found in book.styles.element.iter(qn("w:lang")):
        for part in ("val", "eastAsia"):
            found.set(qn(f"w:{part}"), tag)


def _made(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
