"""The papers that posters stand on: everything grows with the sheet."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST = 17.0  # points on A3, read at one metre
_A3 = 420.0


@dataclass(frozen=True, slots=True)
class PosterPaper:
    """A poster's paper: size and margins in mm; `least` is the smallest type and `foot` the foot's, in points."""

    name: str
    width: float
    height: float
    scale: float
    top: float
    right: float
    bottom: float
    left: float
    least: float
    foot: float

    @property
    def room(self) -> float:
        """Return the width of the text, in mm."""
        return self.width - self.left - self.right


def _sheet(name: str, width: float, height: float) -> PosterPaper:
    scale = width / _A3
    return PosterPaper(name, width, height, scale, *(size * scale for size in (13, 14, 19, 14, _LEAST, 11)))


SHEETS = {name: _sheet(name, width, height) for name, width, height in (("A3", 420, 297), ("A2", 594, 420), ("A1", 841, 594))}
