"""Bars for paper, drawn by hand as SVG: black for what is done, an outline for the plan, lines for what differs; no grey, no colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

Look = Literal["full", "open", "lines"]

_LENGTH, _HEIGHT = 400.0, 20.0
_KEY = 36.0
_STROKE, _GAP = 1.4, 6.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar: where it begins and how long it is, in the chart's measure, and how it looks."""

    start: int
    amount: int
    look: Look


def bar(stretches: tuple[Stretch, ...], scale: int, length: float = _LENGTH) -> str:
    """Return a bar as an SVG image's address; `scale` is what its whole length stands for."""
    shapes = "".join(_shape(stretch, length / scale) for stretch in stretches if stretch.amount > 0)
    drawn = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{length:g}" height="{_HEIGHT:g}" viewBox="0 0 {length:g} {_HEIGHT:g}" '
             f'preserveAspectRatio="none">{shapes}</svg>')
    return "data:image/svg+xml," + quote(drawn, safe="=/: '")


def against(done: int | None, plan: int | None) -> tuple[Stretch, ...]:
    """Return what is done, on the outline of what was planned; what lies above the plan in lines."""
    done, plan = max(done or 0, 0), max(plan or 0, 0)
    within = min(done, plan) if plan else done
    return (Stretch(0, plan, "open"), Stretch(0, within, "full"), Stretch(within, done - within, "lines"))


def key(look: Look) -> str:
    """Return the small picture of a look for a chart's key, as an image's address."""
    return bar((Stretch(0, 1, look),), 1, _KEY)


def after(parts: tuple[tuple[int, Look], ...], start: int = 0) -> tuple[Stretch, ...]:
    """Return stretches laid end to end."""
    found = []
    for amount, look in parts:
        found.append(Stretch(start, amount, look))
        start += amount
    return tuple(found)


def _shape(stretch: Stretch, scale: float) -> str:
    start, long = stretch.start * scale, max(stretch.amount * scale, _STROKE)
    if stretch.look == "full":
        return f'<rect x="{start:.1f}" width="{long:.1f}" height="{_HEIGHT:g}"/>'
    inset = _STROKE / 2
    frame = (f'<rect x="{start + inset:.1f}" y="{inset:.1f}" width="{max(long - _STROKE, 0.1):.1f}" height="{_HEIGHT - _STROKE:.1f}" '
             f'fill="none" stroke="#000" stroke-width="{_STROKE}"/>')
    return frame + (_lines(start, long) if stretch.look == "lines" else "")


def _lines(start: float, long: float) -> str:
    """Return slanted lines within a stretch, each cut where it would leave it."""
    path = []
    place = _GAP - _HEIGHT
    while place < long:
        left, right = max(place, 0.0), min(place + _HEIGHT, long)
        path.append(f"M{start + left:.1f} {_HEIGHT - (left - place):.1f}L{start + right:.1f} {_HEIGHT - (right - place):.1f}")
        place += _GAP
    return f'<path d="{"".join(path)}" stroke="#000" stroke-width="{_STROKE}"/>'
