"""Put comments on cells of a sheet, beside those that are there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from generator.cells import address
from generator.report.marking.cells import AFTER_DRAWING, Grid, Spot
from generator.report.marking.package import Package
from generator.report.marking.places import Edit, Element, edited, escaped, first, inside, named

AUTHOR = "congkhai"

_TYPES = {"comments": "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
          "vmlDrawing": "application/vnd.openxmlformats-officedocument.vmlDrawing"}
_SPACES = ('xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
           'xmlns:x="urn:schemas-microsoft-com:office:excel"')
_SHAPE_TYPE = ('<v:shapetype {spaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
               '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>')
_SHAPE = ('<v:shape {spaces} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
          'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
          '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
          '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>'
          "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>")
_NUMBER = re.compile(rb"_x0000_s(\d+)")
# Excel numbers the shapes of a drawing in blocks.
_BLOCK = 1023
_LETTERS_IN_LINE, _BOX_COLUMNS, _LINE_ROWS = 48, 5, 0.8


def comment(package: Package, part: str, grid: Grid, texts: Mapping[Spot, str]) -> list[Edit]:
    """Write comments beside a sheet and return the edits that its part needs."""
    links = {link.kind: link for link in package.links(part)}
    fresh = dict(texts)
    if "comments" in links:
        name = links["comments"].target
        content = package.read(name)
        there = {element.attributes.get("ref"): element for element in named(content, "comment")}
        fresh = {spot: text for spot, text in texts.items() if address(*spot) not in there}
        package.put(name, _joined(content, texts, there))
    else:
        name = package.free("xl/comments{}.xml")
        package.put(name, _joined(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{package.main}"><authors>'
                                  "</authors><commentList></commentList></comments>".encode(), texts, {}))
        package.declare(name, _TYPES["comments"])
        package.relate(part, "comments", name)
    return _drawn(package, part, grid, fresh)


def _joined(content: bytes, texts: Mapping[Spot, str], there: Mapping[str | None, Element]) -> bytes:
    """Return a comments part with the texts, each after what a cell's comment says already."""
    authors, notes = first(content, "authors"), first(content, "commentList")
    p = notes.prefix
    number = sum(1 for element in named(content, "author") if authors.holds(element))
    edits = [inside(content, authors, f"<{p}author>{AUTHOR}</{p}author>".encode())]
    added = []
    for spot, text in sorted(texts.items()):
        old = there.get(address(*spot))
        run = f'<{p}r><{p}rPr><{p}sz val="10"/><{p}rFont val="Tahoma"/></{p}rPr><{p}t xml:space="preserve">{{}}</{p}t></{p}r>'
        if old is None:
            said = run.format(escaped(text))
            added.append(f'<{p}comment ref="{address(*spot)}" authorId="{number}" shapeId="0"><{p}text>{said}</{p}text></{p}comment>')
        else:
            said = run.format(escaped("\n\n" + text))
            edits.append(_after_old(content, old, said.encode()))
    edits.append(inside(content, notes, "".join(added).encode()))
    return edited(content, edits)


def _after_old(content: bytes, old: Element, said: bytes) -> Edit:
    text, *phonetic = (element for element in named(content, "text", "rPh", "phoneticPr") if old.holds(element))
    if phonetic:
        return phonetic[0].start, phonetic[0].start, said
    return inside(content, text, said)


def _drawn(package: Package, part: str, grid: Grid, texts: Mapping[Spot, str]) -> list[Edit]:
    """Draw the comments' boxes, without which Excel shows none, and return the edit that joins a new drawing to the sheet."""
    drawing = next((element for element in grid.others if element.name == "legacyDrawing"), None)
    if drawing is not None:
        link = next(value for key, value in drawing.attributes.items() if key.endswith(":id"))
        name = next(one.target for one in package.links(part) if one.id == link)
        package.put(name, _with_boxes(package.read(name), texts))
        return []
    name = package.free("xl/drawings/vmlDrawing{}.vml")
    numbers = ",".join(str(block) for block in range(1, 2 + len(texts) // _BLOCK))
    empty = f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{numbers}"/></o:shapelayout></xml>'
    package.put(name, _with_boxes(empty.encode(), texts))
    package.declare(name, _TYPES["vmlDrawing"])
    link = package.relate(part, "vmlDrawing", name)
    root = next(element for element in grid.others if element.name == "worksheet")
    added = f'<{root.prefix}legacyDrawing xmlns:r="{package.relations}" r:id="{link}"/>'.encode()
    after = [element for element in grid.others if element.name in AFTER_DRAWING]
    return [(after[0].start, after[0].start, added) if after else inside(grid.content, root, added)]


def _with_boxes(content: bytes, texts: Mapping[Spot, str]) -> bytes:
    """Return a drawing with a hidden box for each text; drawings of older programs are no sound XML, so the text is only appended."""
    end = content.rindex(b"</xml>")
    spaces = "" if all(space.encode() in content for space in _SPACES.split()) else _SPACES
    taken = max((int(match[1]) for match in _NUMBER.finditer(content)), default=1024)
    boxes = [] if b'id="_x0000_t202"' in content else [_SHAPE_TYPE.format(spaces=spaces)]
    for number, ((row, column), text) in zip(count(taken + 1), sorted(texts.items()), strict=False):
        boxes.append(_SHAPE.format(spaces=spaces, number=number, anchor=_anchor(row, column, text), row=row - 1, column=column - 1))
    return content[:end] + "".join(boxes).encode() + content[end:]


def _anchor(row: int, column: int, text: str) -> str:
    """Return where a box lies: beside its cell, as tall as its lines need (columns and rows from 0, each with pixels)."""
    lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in text.splitlines())
    top = max(row - 2, 0)
    return f"{column}, 15, {top}, 4, {column + _BOX_COLUMNS}, 15, {top + 2 + int(lines * _LINE_ROWS)}, 4"
