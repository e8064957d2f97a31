"""A poster cut into sheets that an office printer holds, to be trimmed and glued together."""

from __future__ import annotations

from typing import Any

from generator.prints.job import Tiling

_PX_PER_MM = 96 / 25.4


class Tile:
    """A sheet that shows a window of the poster below its own marks; it stands in for a WeasyPrint page.

    The poster's part is an artifact to readers of the screen: the sheet's own text says what it is a part of.
    """

    def __init__(self, sheet: Any, poster: Any, corner: tuple[float, float], tiling: Tiling) -> None:
        """Take the sheet's page, the poster's page, and where on the poster the window's upper left corner lies, in mm."""
        self.width, self.height, self.bleed = sheet.width, sheet.height, sheet.bleed
        self.bookmarks, self.links, self.anchors, self.forms = sheet.bookmarks, sheet.links, sheet.anchors, sheet.forms
        self._page_box = sheet._page_box  # noqa: SLF001 - WeasyPrint's tags go by it
        self._sheet, self._poster, self._corner, self._tiling = sheet, poster, corner, tiling

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the window, then the sheet's marks over it."""
        tags, stream._tags = stream._tags, None  # noqa: SLF001 - what is an artifact has no tags
        stream.begin_marked_content("Artifact")
        with stream.stacked():
            stream.transform(a=scale, d=scale)
            margin = self._tiling.margin * _PX_PER_MM
            stream.rectangle(margin, margin, *(length * _PX_PER_MM for length in self._tiling.window))
            stream.clip()
            stream.end()
            stream.transform(e=margin - self._corner[0] * _PX_PER_MM, f=margin - self._corner[1] * _PX_PER_MM)
            self._poster.paint(stream)
        stream.end_marked_content()
        stream._tags = tags  # noqa: SLF001 - the sheet's own marks have tags again
        self._sheet.paint(stream, scale)


def tiled(poster: Any, sheets: Any, tiling: Tiling) -> Any:
    """Return the document of the sheets, each with its window of the poster's first page."""
    page = poster.pages[0]
    tiles = [Tile(sheet, page, corner, tiling) for sheet, corner in zip(sheets.pages, tiling.corners, strict=True)]
    return sheets.copy(tiles)
