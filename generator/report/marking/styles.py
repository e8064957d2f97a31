"""Add to a workbook's styles the colours of doubtful cells and the looks of the first sheet; every style there was keeps its number."""

from __future__ import annotations

from generator.findings import Severity
from generator.report.marking.places import Edit, Element, edited, first, inside, named, retagged

COLOURS: dict[Severity, str] = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "notice": "FFDDEBF7"}
_HEAD_COLOUR = "FFE7E6E6"
_FACE = '<{p}name val="Times New Roman"/><{p}family val="1"/>'
_FONTS = {
    "plain": '<{p}sz val="12"/>',
    "title": '<{p}b/><{p}sz val="16"/>',
    "strong": '<{p}b/><{p}sz val="12"/>',
    "link": '<{p}u/><{p}sz val="12"/><{p}color rgb="FF0563C1"/>',
}
# The looks of the first sheet: font, colour, and whether a long text is broken into lines.
_LOOKS: dict[str, tuple[str, str | None, bool]] = {
    "title": ("title", None, False), "strong": ("strong", None, False), "plain": ("plain", None, False),
    "wrapped": ("plain", None, True), "link": ("link", None, True), "head": ("strong", "head", True),
    "error": ("strong", "error", True), "warning": ("strong", "warning", True), "notice": ("strong", "notice", True),
}


# What a workbook without styles is given; every cell of it has format 0.
_NONE = ('<styleSheet xmlns="{}"><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts>'
         '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
         '<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
         '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>')


class Styles:
    """The styles part of a workbook, with what was added to it so far."""

    def __init__(self, content: bytes, main: str) -> None:
        """Find the lists of fonts, fills and cell formats; ValueError where only some are there."""
        if not named(content, "fonts", "fills", "cellXfs"):
            content = _NONE.format(main).encode()
        self._content = content
        self._fonts, self._fills, self._formats = (first(content, name) for name in ("fonts", "fills", "cellXfs"))
        found = named(content, "xf", "font", "fill")
        self._xfs = [element for element in found if element.name == "xf" and self._formats.holds(element)]
        self._known = {name: sum(element.name == name and within.holds(element) for element in found)
                       for name, within in (("font", self._fonts), ("fill", self._fills))}
        self._added: list[bytes] = []
        self._numbers: dict[tuple[int, Severity] | str, int] = {}
        if not self._xfs:
            raise ValueError("cellXfs")

    def coloured(self, base: int, severity: Severity) -> int:
        """Return the number of the format that is a cell's own but for the colour of a severity."""
        if (base, severity) not in self._numbers:
            own = self._xfs[base] if 0 <= base < len(self._xfs) else self._xfs[0]
            _, end, tag = retagged(self._content, own, fillId=str(self._fill(severity)), applyFill="1")
            self._numbers[base, severity] = self._add(tag + self._content[end:own.end])
        return self._numbers[base, severity]

    def look(self, name: str) -> int:
        """Return the number of one of the first sheet's looks."""
        if name not in self._numbers:
            font, colour, wrapped = _LOOKS[name]
            fill = self._fill(colour) if colour else 0
            p, broken = self._formats.prefix, ' wrapText="1"' if wrapped else ""
            letters = self._known["font"] + list(_FONTS).index(font)
            self._numbers[name] = self._add(
                (f'<{p}xf numFmtId="0" fontId="{letters}" fillId="{fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" '
                 f'applyAlignment="1"><{p}alignment vertical="top"{broken}/></{p}xf>').encode())
        return self._numbers[name]

    def saved(self) -> bytes:
        """Return the part with all that was added."""
        p, content = self._formats.prefix, self._content
        fonts = "".join(f"<{p}font>{shape}{_FACE}</{p}font>" for shape in _FONTS.values()).format(p=p)
        fills = "".join(f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{colour}"/><{p}bgColor indexed="64"/>'
                        f"</{p}patternFill></{p}fill>" for colour in (*COLOURS.values(), _HEAD_COLOUR))
        lists = ((self._fonts, fonts.encode(), self._known["font"] + len(_FONTS)),
                 (self._fills, fills.encode(), self._known["fill"] + len(COLOURS) + 1),
                 (self._formats, b"".join(self._added), len(self._xfs) + len(self._added)))
        return edited(content, [edit for element, added, count in lists for edit in _longer(content, element, added, count)])

    def _fill(self, colour: str) -> int:
        return self._known["fill"] + [*COLOURS, "head"].index(colour)

    def _add(self, shape: bytes) -> int:
        self._added.append(shape)
        return len(self._xfs) + len(self._added) - 1


def _longer(content: bytes, element: Element, added: bytes, count: int) -> list[Edit]:
    """Return the edits that append to a list and set its count."""
    if element.is_empty:
        raise ValueError(element.tag)
    return [retagged(content, element, count=str(count)), inside(content, element, added)]
