"""Find the cells of an .ods that are in fonts of old encodings; a document without such fonts costs one look at its fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from generator import legacy
from generator.workbook.scans import Run

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family"
_OWN_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-family"
_BREAKS: Mapping[str, str] = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each style by its name; empty where no old font is named."""

    of_styles: Mapping[str, str] = field(default_factory=dict)
    usual: str = ""
    found: bool = False

    @classmethod
    def of(cls, content: ET.Element, styles: bytes) -> Fonts:
        """Return the fonts of a document by its content and its part of styles."""
        trees = [content, *([ET.fromstring(styles)] if styles else [])]  # noqa: S314 - a document type was refused
        faces = {face.get(f"{_STYLE}name", ""): face.get(_FAMILY, "").strip("'\"")
                 for tree in trees for face in tree.iter(f"{_STYLE}font-face")}
        if not any(map(legacy.encoding_of, faces.values())):
            return cls()
        told = {style.get(f"{_STYLE}name", ""): style for tree in reversed(trees) for style in tree.iter(f"{_STYLE}style")}
        usual = [style for tree in trees for style in tree.iter(f"{_STYLE}default-style") if style.get(f"{_STYLE}family") == "table-cell"]
        return cls({name: _font(style, told, faces) for name, style in told.items()},
                   _font(usual[0], told, faces) if usual else "", found=True)

    def runs(self, cell: ET.Element, columns: Sequence[tuple[int, int, ET.Element]], column: int) -> tuple[Run, ...]:
        """Return the runs of a cell's text where one of them has an old font, nothing otherwise."""
        paragraphs = [part for part in cell if part.tag == f"{_TEXT}p"]
        if not paragraphs:
            return ()
        style = cell.get(f"{_TABLE}style-name") or next(
            (one.get(f"{_TABLE}default-cell-style-name", "") for first, last, one in columns if first <= column <= last), "")
        font = self.of_styles.get(style) or self.usual
        runs = [run for place, part in enumerate(paragraphs) for run in (*([Run("\n", font)] if place else []), *self.pieces(part, font))]
        return tuple(runs) if any(legacy.encoding_of(run.font) for run in runs) else ()

    def pieces(self, part: ET.Element, font: str) -> Iterator[Run]:
        """Give the runs of a paragraph in a font, each in its own font where it names one."""
        if part.text:
            yield Run(part.text, font)
        for inner in part:
            if inner.tag in _BREAKS:
                yield Run(_BREAKS[inner.tag] * int(inner.get(f"{_TEXT}c", "1")), font)
            else:
                yield from self.pieces(inner, self.of_styles.get(inner.get(f"{_TEXT}style-name", "")) or font)
            if inner.tail:
                yield Run(inner.tail, font)


def _font(style: ET.Element, told: Mapping[str, ET.Element], faces: Mapping[str, str]) -> str:
    """Return the font that a style names, or else the nearest style above it; "" where none does."""
    for _ in range(_DEEPEST):
        for text in style.iter(f"{_STYLE}text-properties"):
            if font := faces.get(text.get(f"{_STYLE}font-name", "")) or text.get(_OWN_FAMILY, "").strip("'\""):
                return font
        parent = told.get(style.get(f"{_STYLE}parent-style-name", ""))
        if parent is None or parent is style:
            break
        style = parent
    return ""
