"""Write the first sheet of a marked copy: what will and won't be published, and every finding with a link to its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.cells import address
from generator.report.marking.book import place
from generator.report.marking.places import escaped
from generator.report.marking.styles import Styles
from generator.report.telling import FileTold, Item

# What Excel takes on one sheet.
_MOST_LINKS = 65_000
_WIDTHS = (6, 18, 18, 8, 20, 48, 48, 22)
_LINE, _TALLEST = 15.75, 409.0  # points; no row of Excel's is taller


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    look: str = "plain"
    link: str = ""


def front(told: FileTold, words: Mapping[str, Any], styles: Styles, main: str) -> bytes:
    """Return the sheet's part; `main` is the namespace of the workbook's sheets, its texts stand in it and not in the shared ones."""
    rows = tuple(_rows(told, words))
    head = next(number for number, row in enumerate(rows, 1) if row and row[0].look == "head") if told.items else 0
    columns = "".join(f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>' for number, width in enumerate(_WIDTHS, 1))
    pane = f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>' if 0 < head <= 12 else ""
    body = "".join(_row(number, row, styles) for number, row in enumerate(rows, 1))
    links = "".join([f'<hyperlink ref="{address(row, column)}" location="{escaped(cell.link, coded=False)}"/>'
                    for row, cells in enumerate(rows, 1) for column, cell in enumerate(cells, 1) if cell.link][:_MOST_LINKS])
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{main}">'
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">{pane}</sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="{_LINE}"/><cols>{columns}</cols><sheetData>{body}</sheetData>'
            f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
            '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>').encode()


def _rows(told: FileTold, words: Mapping[str, Any]) -> Iterator[tuple[_Cell, ...]]:
    yield (_Cell(words["title"].format(file=told.file), "title"),)
    yield (_Cell(told.verdict, "strong"),)
    yield (_Cell(words["how"]),)
    for table in told.tables:
        yield ()
        yield (_Cell(table.title, "strong", place(table.sheet, table.corner) if table.sheet else ""),)
        yield from ((_Cell(""), _Cell(line)) for line in table.lines)
        yield from ((_Cell(""), _Cell(words["total"].format(name=name, value=value))) for name, value in table.totals)
    if told.items:
        yield ()
        yield tuple(_Cell(words["heads"][key], "head") for key in ("number", "severity", "sheet", "cell", "typed", "what", "mend", "code"))
        yield from (_finding(number, item) for number, item in enumerate(told.items, 1))


def _finding(number: int, item: Item) -> tuple[_Cell, ...]:
    link = place(item.sheet, item.cell or "A1") if item.sheet else ""
    return (_Cell(str(number), "wrapped"), _Cell(item.label, item.severity), _Cell(item.sheet or "", "link" if link else "wrapped", link),
            _Cell(item.cell or "", "link" if link and item.cell else "wrapped", link if item.cell else ""),
            *(_Cell(text, "wrapped") for text in (item.typed or "", item.message, item.help, item.code)))


def _row(number: int, cells: tuple[_Cell, ...], styles: Styles) -> str:
    shown = "".join(f'<c r="{address(number, column)}" s="{styles.look(cell.look)}" t="inlineStr"><is><t xml:space="preserve">'
                    f"{escaped(cell.text)}</t></is></c>" for column, cell in enumerate(cells, 1) if cell.text)
    lines = max((_lines(cell.text, width) for cell, width in zip(cells, _WIDTHS, strict=False) if cell.look == "wrapped"), default=1)
    height = f' ht="{min(lines * _LINE, _TALLEST):g}" customHeight="1"' if lines > 1 else ""
    return f'<row r="{number}"{height}>{shown}</row>'


def _lines(text: str, width: int) -> int:
    """Return on how many lines a text stands in a column so many digits wide, rather one more than one less."""
    return sum(-(-len(line) * 11 // (10 * width)) or 1 for line in text.split("\n"))
