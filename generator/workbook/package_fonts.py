"""Find the cells of an .xlsx that are in fonts of old encodings; a package without such fonts costs one look at its styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from generator import legacy
from generator.cells import position
from generator.workbook.scans import Run

_FONT = re.compile(rb'<(?:name|rFont)\b[^>]*?\bval="([^"]*)"')
_STRINGS = {"s", "str", "inlineStr"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each cell format, and the shared texts in their runs; both empty where no old font is named."""

    of_formats: tuple[str, ...] = ()
    texts: tuple[ET.Element, ...] = ()
    found: bool = False

    @classmethod
    def of(cls, styles: bytes, shared: bytes) -> Fonts:
        """Return the fonts of a package by its parts of styles and shared texts."""
        if not (_names_old(styles) or _names_old(shared)):
            return cls()
        return cls(tuple(_of_formats(styles)), tuple(_children(shared, "si")), found=True)

    def lettered(self, sheet: bytes) -> Mapping[tuple[int, int], tuple[Run, ...]]:
        """Return the texts of a sheet that have an old font, by their places."""
        if not self.found and not (b"rFont" in sheet and _names_old(sheet)):
            return {}
        return dict(self._cells(sheet))

    def _cells(self, sheet: bytes) -> Iterator[tuple[tuple[int, int], tuple[Run, ...]]]:
        row = 0
        for line in _tree(sheet).iter():
            if _local(line) != "row":
                continue
            row = int(line.get("r", row + 1))
            column = 0
            for cell in line:
                column = position(cell.get("r", ""))[1] if cell.get("r") else column + 1
                runs = tuple(self._runs(cell)) if cell.get("t") in _STRINGS else ()
                if any(legacy.encoding_of(run.font) for run in runs):
                    yield (row, column), runs

    def _runs(self, cell: ET.Element) -> Iterator[Run]:
        style = int(cell.get("s", "0"))
        font = self.of_formats[style] if style < len(self.of_formats) else ""
        inside = {_local(part): part for part in cell}
        if cell.get("t") == "inlineStr":
            yield from _runs(inside["is"], font) if "is" in inside else ()
        elif (value := inside.get("v")) is not None and value.text:
            if cell.get("t") == "str":
                yield Run(value.text, font)
            elif int(value.text) < len(self.texts):
                yield from _runs(self.texts[int(value.text)], font)


def _runs(text: ET.Element, font: str) -> Iterator[Run]:
    """Give the runs of a text; one that names no font has the cell's. Phonetic runs are none."""
    for part in text:
        if _local(part) == "t":
            yield Run(part.text or "", font)
        elif _local(part) == "r":
            own = next((one.get("val", "") for one in part.iter() if _local(one) == "rFont"), font)
            yield Run("".join(one.text or "" for one in part if _local(one) == "t"), own)


def _of_formats(styles: bytes) -> Iterator[str]:
    names = [next((one.get("val", "") for one in font if _local(one) == "name"), "") for font in _children(styles, "fonts", "font")]
    for cell_format in _children(styles, "cellXfs", "xf"):
        place = int(cell_format.get("fontId", "0"))
        yield names[place] if place < len(names) else ""


def _children(part: bytes, *path: str) -> Iterator[ET.Element]:
    """Give the elements at a path of names below a part's root."""
    found = [_tree(part)] if part else []
    for step in path:
        found = [child for element in found for child in element if _local(child) == step]
    yield from found


def _names_old(part: bytes) -> bool:
    return any(legacy.encoding_of(name) for name in {match.decode(errors="replace") for match in _FONT.findall(part)})


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _tree(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - a part with a document type was refused
