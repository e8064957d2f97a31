"""Lines of text set by hand in a PDF's page: each different line is shaped once, however often it stands in a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from weasyprint import CSS, HTML
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.text.line_break import create_layout, line_size, split_first_line, strut

_FACES = "<p>a<b>a</b><i>a</i><b><i>a</i></b></p>"


class Face(NamedTuple):
    """A type: its size in pixels, its leading as a multiple of that, bold or not, slanted or not, long words broken or not."""

    size: float
    leading: float
    bold: bool
    italic: bool
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class _Shaped:
    wide: float
    drawn: bytes


@dataclass(frozen=True, slots=True)
class _Text:
    """A line as WeasyPrint wants it for drawing."""

    text: str
    style: Any
    pango_layout: Any


class Setter:
    """Sets lines in the typeface of a style sheet, for one document."""

    def __init__(self, style: CSS, fonts: Any, language: str) -> None:
        self._styles = _styles(style, fonts, language)
        self._shaped: dict[tuple[str, Face], _Shaped] = {}
        self._sized: dict[Face, Any] = {}
        self._baselines: dict[Face, float] = {}

    def broken(self, text: str, face: Face, room: float) -> tuple[str, ...]:
        """Return a text as lines that stand in so much room, each with the blank at its end."""
        lines, style = [], self._style(face)
        while text:
            _, _, resume, *_ = split_first_line(text, style, None, room, 0)
            whole = text.encode()
            lines.append(whole[:resume].decode())
            text = whole[resume:].decode() if resume else ""
        return tuple(lines)

    def baseline(self, face: Face) -> float:
        """Return how far below a line's top its letters stand."""
        if face not in self._baselines:
            self._baselines[face] = float(strut(self._style(face))[1])
        return self._baselines[face]

    def shaped(self, stream: Any, text: str, face: Face) -> _Shaped:
        """Return a line's width and what draws it once its place is set."""
        found = self._shaped.get((text, face))
        return found or self._shaped.setdefault((text, face), self._shape(stream, text, self._style(face)))

    def _shape(self, stream: Any, text: str, style: Any) -> _Shaped:
        layout = create_layout(text, style, None, None, 0)
        wide, _ = line_size(layout.get_first_line()[0], style)
        wide -= self._blank(style) if text.endswith(" ") else 0
        begun = len(stream.stream)
        stream._current_font = None  # noqa: SLF001 - so that the line names its font
        draw_first_line(stream, _Text(text, style, layout), "clip", "none", Matrix())
        drawn = stream.stream[begun + 1:]
        del stream.stream[begun:]
        stream._current_font = None  # noqa: SLF001
        return _Shaped(wide, b"\n".join(part if isinstance(part, bytes) else str(part).encode() for part in drawn))

    @staticmethod
    def _blank(style: Any) -> float:
        """Return the width of the blank at a line's end, which takes no room."""
        return float(line_size(create_layout(" ", style, None, None, 0).get_first_line()[0], style)[0])

    def _style(self, face: Face) -> Any:
        if face not in self._sized:
            style = self._styles[face.bold, face.italic].copy()
            style["font_size"], style["line_height"] = face.size, face.leading
            style["overflow_wrap"] = "anywhere" if face.breaks else "normal"
            self._sized[face] = style
        return self._sized[face]


@lru_cache(maxsize=4)
def _styles(style: CSS, fonts: Any, language: str) -> dict[tuple[bool, bool], Any]:
    """Return WeasyPrint's own styles of the four faces, read off a line that it laid out."""
    made = HTML(string=f'<html lang="{language}">{_FACES}').render(stylesheets=[style], font_config=fonts)
    texts = [box for box in made.pages[0]._page_box.descendants() if getattr(box, "text", "") == "a"]  # noqa: SLF001 - nowhere else
    faces = ((False, False), (True, False), (False, True), (True, True))
    return {face: box.style for face, box in zip(faces, texts, strict=True)}
