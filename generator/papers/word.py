"""A paper as a .docx that officers edit and sign: the measures of Decree 30/2020, real headings and tables, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Book
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Place

from generator.papers import word_style
from generator.papers.paper import Block, Heading, Items, Letterhead, Line, Lines, Paper, Paragraph, Piece, Signature, Table, Text

_DOT = 1.19  # mm of a dot at the body's size
_WHEN = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's time says nothing and must not change its bytes
_STAMP = b'<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z<'
_OLDEST = (1980, 1, 1, 0, 0, 0)
_LOOKS = {
    "body": (WD_ALIGN_PARAGRAPH.JUSTIFY, 10), "basis": (WD_ALIGN_PARAGRAPH.JUSTIFY, 10), "plain": (WD_ALIGN_PARAGRAPH.LEFT, 0),
    "middle": (WD_ALIGN_PARAGRAPH.CENTER, 0), "note": (WD_ALIGN_PARAGRAPH.LEFT, 0),
}
_ALIGN = {"n": WD_ALIGN_PARAGRAPH.RIGHT, "c": WD_ALIGN_PARAGRAPH.CENTER}
_AGENCY = 70
_MARK, _FEW = 7, 2


def docx(paper: Paper) -> bytes:
    """Return a paper as a .docx file; the same paper gives the same bytes."""
    book = Document()
    word_style.prepare(book, paper)
    room = word_style.room(paper)
    _head(book, paper.head, room)
    _titles(book, paper)
    for basis in paper.bases:
        _paragraph(book.add_paragraph(), Paragraph(basis, "basis"), room)
    _middle(book, paper.resolves)
    for block in paper.body:
        _block(book, block, room)
    for number, row in enumerate(paper.signatures, 1):
        _signatures(book, row, paper if number == len(paper.signatures) else None, room)
    _data(book, paper)
    made = BytesIO()
    book.save(made)
    return _repacked(made.getvalue())


def untouched(content: bytes) -> bool:
    """Return whether a .docx is as it was written here: whoever saves it again leaves the day on which he did."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _STAMP in packed.read("docProps/core.xml")
    except (BadZipFile, KeyError):
        return False


def _head(book: Book, head: Letterhead, room: float) -> None:
    grid = _bare_grid(book, (_AGENCY, room - _AGENCY))
    left, right = grid.rows[0].cells
    first = left.paragraphs[0]
    if head.above:
        _write(first, (Text(head.above),), WD_ALIGN_PARAGRAPH.CENTER, 12)
        first = left.add_paragraph()
    _write(first, (Text("\n".join(head.issuer), bold=True),), WD_ALIGN_PARAGRAPH.CENTER, 12)
    word_style.rule(left.add_paragraph(), (_AGENCY - 26) / 2)
    if head.number:
        _write(left.add_paragraph(), head.number, WD_ALIGN_PARAGRAPH.CENTER, 13)
    _write(right.paragraphs[0], (Text(head.nation, bold=True),), WD_ALIGN_PARAGRAPH.CENTER, 12)
    _write(right.add_paragraph(), (Text(head.motto, bold=True),), WD_ALIGN_PARAGRAPH.CENTER, 13)
    word_style.rule(right.add_paragraph(), max(0.0, (room - _AGENCY - len(head.motto) * 2.25) / 2))
    if head.place_day:
        day = tuple(Text(piece.text, italic=True) if isinstance(piece, Text) else piece for piece in head.place_day)
        _write(right.add_paragraph(), day, WD_ALIGN_PARAGRAPH.CENTER, 13)


def _titles(book: Book, paper: Paper) -> None:
    title = book.add_heading(level=1)
    title.add_run(paper.kind)
    if paper.abstract:
        title.add_run().add_break()
        title.add_run(paper.abstract)
    word_style.rule(book.add_paragraph(), (word_style.room(paper) - 30) / 2)
    if paper.annex:
        _write(book.add_paragraph(), (Text(paper.annex, italic=True),), WD_ALIGN_PARAGRAPH.CENTER)
    _middle(book, paper.organ)


def _middle(book: Book, text: str) -> None:
    if text:
        place = _write(book.add_paragraph(), (Text(text, bold=True),), WD_ALIGN_PARAGRAPH.CENTER)
        place.paragraph_format.space_before = place.paragraph_format.space_after = Pt(8)


def _block(book: Book, block: Block, room: float) -> None:
    if isinstance(block, Paragraph):
        _paragraph(book.add_paragraph(), block, room)
    elif isinstance(block, Heading):
        book.add_heading(block.text, level=2).paragraph_format.first_line_indent = Mm(10)
    elif isinstance(block, Items):
        for mark, pieces in block.items:
            _item(book.add_paragraph(), mark, pieces, room)
    elif isinstance(block, Lines):
        for _ in range(block.count):
            _leader(book.add_paragraph(), room).add_run("\t")
    else:
        _table(book, block, room)


def _paragraph(place: Place, block: Paragraph, room: float) -> None:
    align, indent = _LOOKS[block.look]
    slanted = block.look in {"basis", "note"}
    pieces = tuple(Text(piece.text, piece.bold, italic=True) if slanted and isinstance(piece, Text) else piece for piece in block.pieces)
    rest = bool(pieces) and not isinstance(pieces[-1], Text) and not pieces[-1].mm
    _write(_leader(place, room), pieces, WD_ALIGN_PARAGRAPH.LEFT if rest else align, 11 if block.look == "note" else 0)
    place.paragraph_format.first_line_indent = Mm(indent)
    place.paragraph_format.space_before = Pt(6)


def _item(place: Place, mark: str, pieces: Line, room: float) -> None:
    form = _leader(place, room).paragraph_format
    form.left_indent, form.first_line_indent = Mm(10 + _MARK), Mm(-_MARK)
    form.space_before = Pt(3)
    _write(place, (Text(f"{mark}\t"), *pieces), WD_ALIGN_PARAGRAPH.LEFT)


def _leader(place: Place, room: float) -> Place:
    place.paragraph_format.tab_stops.add_tab_stop(Mm(room), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    return place


def _write(place: Place, pieces: Sequence[Piece], align: WD_ALIGN_PARAGRAPH, size: float = 0) -> Place:
    place.alignment = align
    for piece in pieces:
        if isinstance(piece, Text):
            run = place.add_run(piece.text)
            run.bold, run.italic = piece.bold or None, piece.italic or None
        else:
            run = place.add_run("." * round(piece.mm / _DOT) if piece.mm else "\t")
        if size:
            run.font.size = Pt(size)
    return place


def _table(book: Book, table: Table, room: float) -> None:
    if table.caption:
        _write(book.add_paragraph(), (Text(table.caption, bold=True),), WD_ALIGN_PARAGRAPH.LEFT).paragraph_format.keep_with_next = True
    elif book.paragraphs:
        book.paragraphs[-1].paragraph_format.space_after = Pt(4)
    shares = [room * width / sum(table.widths) for width in table.widths]
    grid = book.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    word_style.widths(grid, shares)
    for cell, head in zip(grid.rows[0].cells, table.heads, strict=True):
        _write(cell.paragraphs[0], (Text(head, bold=True),), WD_ALIGN_PARAGRAPH.CENTER, 12)
    word_style.repeated(grid.rows[0])
    for row in table.rows:
        for cell, pieces, align in zip(grid.add_row().cells, row, table.align, strict=True):
            _write(cell.paragraphs[0], [piece for piece in pieces if isinstance(piece, Text) or piece.mm],
                   _ALIGN.get(align, WD_ALIGN_PARAGRAPH.LEFT), 12)
        word_style.whole(grid.rows[-1])
    word_style.widths(grid, shares)
    word_style.airy(grid)


def _signatures(book: Book, row: tuple[Signature, ...], paper: Paper | None, room: float) -> None:
    told = bool(paper and paper.recipients)
    count = max(2, len(row) + told)
    book.paragraphs[-1].paragraph_format.keep_with_next = True
    gap = book.add_paragraph().paragraph_format
    gap.keep_with_next, gap.line_spacing = True, Pt(10)
    grid = _bare_grid(book, [room / count] * count)
    word_style.whole(grid.rows[0])
    cells = grid.rows[0].cells
    if paper and told:
        _recipients(cells[0].paragraphs[0], paper)
    for cell, one in zip(cells[count - len(row):], row, strict=True):
        _signature(cell, one, 13 if len(row) <= _FEW else 10.5)


def _signature(cell: _Cell, one: Signature, size: float) -> None:
    _write(cell.paragraphs[0], (Text("\n".join(one.above), bold=True),), WD_ALIGN_PARAGRAPH.CENTER, size)
    if one.hint:
        _write(cell.add_paragraph(), (Text(one.hint, italic=True),), WD_ALIGN_PARAGRAPH.CENTER, min(size, 12))
    name = _write(cell.add_paragraph(), (Text(one.name, bold=True),), WD_ALIGN_PARAGRAPH.CENTER, size)
    name.paragraph_format.space_before = Mm(18)


def _recipients(place: Place, paper: Paper) -> None:
    word = place.add_run(paper.recipients_word)
    word.bold, word.italic, word.font.size = True, True, Pt(12)
    for one in paper.recipients:
        place.add_run().add_break()
        place.add_run(f"- {one}").font.size = Pt(11)


def _bare_grid(book: Book, widths: Sequence[float]) -> Grid:
    grid: Grid = book.add_table(rows=1, cols=len(widths))
    word_style.widths(grid, widths)
    return grid


def _data(book: Book, paper: Paper) -> None:
    data = book.core_properties
    data.title, data.author, data.last_modified_by, data.language = paper.title, paper.author, paper.author, paper.language
    data.comments, data.revision = "", 1
    data.created = data.modified = _WHEN


def _repacked(content: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(packed, "w") as after:
        for name in before.namelist():
            info = ZipInfo(name, _OLDEST)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 0, 0
            after.writestr(info, before.read(name), compresslevel=9)
    return packed.getvalue()
