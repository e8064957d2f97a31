"""Bars drawn by hand as SVG: lengths are attributes in percent and em, so that they fit any width and no style is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

MARKS = "ABCDEFGHIJ"
_SPACING = 6
# Looks told apart without colour: the letter of their pattern, and the classes of its ground and of its stripes.
_STRIPED = {"over": ("h", "hatch-ground", "hatch-line"), "near": ("n", "near", "gap"), "kind": ("k", "done", "gap")}
_ROW, _COIN = 10, 10


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar: where it starts and how long it is, in the chart's own measure, and its look (a class: "done", "plan" …)."""

    start: int
    amount: int
    look: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar on a scale (the amount the whole width stands for), with marks across it, and what it says in words."""

    segments: tuple[Segment, ...]
    scale: int
    title: str
    description: str
    marks: tuple[int, ...] = ()


def against(done: int | None, plan: int | None) -> tuple[tuple[Segment, ...], tuple[int, ...]]:
    """Return the stretches of what is done on the ground of what was planned, what lies above the plan apart, and its mark."""
    done, plan = max(done or 0, 0), max(plan or 0, 0)
    if not plan:
        return (Segment(0, done, "done"),), ()
    stretches = [Segment(0, plan, "plan"), Segment(0, min(done, plan), "done")]
    if done <= plan:
        return tuple(stretches), ()
    return (*stretches, Segment(plan, done - plan, "over")), (plan,)


def beside(done: int | None, other: int | None) -> tuple[tuple[Segment, ...], tuple[int, ...]]:
    """Return one stretch, and the mark of another figure (the year before) across it."""
    return (Segment(0, max(done or 0, 0), "done"),), ((other,) if other and other > 0 else ())


def stacked(parts: Iterable[tuple[int, str]]) -> tuple[Segment, ...]:
    """Return stretches laid one after another, of (amount, look) pairs; nothing is drawn for none."""
    stretches: list[Segment] = []
    start = 0
    for amount, look in parts:
        if amount > 0:
            stretches.append(Segment(start, amount, look))
            start += amount
    return tuple(stretches)


def scale(amounts: Iterable[int | None]) -> int:
    """Return the common scale of bars: the largest amount, at least 1."""
    return max((amount for amount in amounts if amount and amount > 0), default=1)


def draw(bar: Bar, ident: str, height: str = "0.9em") -> str:
    """Return a bar as SVG for a page; `ident` is unique on it. Stretches that lie beside others are striped, not only coloured."""
    looks = dict.fromkeys(segment.look for segment in bar.segments if segment.amount > 0)
    body = [_stripes(look, ident) for look in looks if look in _STRIPED]
    body += [_rect(segment, bar.scale, ident) for segment in bar.segments if segment.amount > 0]
    body += [
        f'<rect class="mark" x="{_percent(mark, bar.scale)}" width="2" height="100%" transform="translate(-2)"/>' for mark in bar.marks
    ]
    names = f"{ident}-t {ident}-d" if bar.description else f"{ident}-t"
    about = f'<title id="{ident}-t">{escape(bar.title)}</title>'
    about += f'<desc id="{ident}-d">{escape(bar.description)}</desc>' if bar.description else ""
    return f'<svg class="bar" role="img" aria-labelledby="{names}" width="100%" height="{height}">{about}{"".join(body)}</svg>'


def coins(counts: Sequence[int], ident: str, title: str, description: str) -> str:
    """Return a hundred coins in ten rows as SVG, each marked with the letter of the part it belongs to; the counts add up to a hundred."""
    body, start = [], 0
    for place, count in enumerate(counts, 1):
        spots = [divmod(number, _ROW) for number in range(start, start + count)]
        start += count
        if not spots:
            continue
        squares = "".join(f"M{column * _COIN} {row * _COIN}h9v9h-9z" for row, column in spots)
        across = " ".join(f"{column * _COIN + 4.5:g}" for _, column in spots)
        down = " ".join(f"{row * _COIN + 6.4:g}" for row, _ in spots)
        body.append(
            f'<g class="coin{1 if place == 1 else 2 + place % 2}"><path d="{squares}"/>'
            f'<text x="{across}" y="{down}">{MARKS[place - 1] * count}</text></g>'
        )
    return (
        f'<svg class="coins" role="img" aria-labelledby="{ident}-t {ident}-d" viewBox="0 0 99 99">'
        f'<title id="{ident}-t">{escape(title)}</title><desc id="{ident}-d">{escape(description)}</desc>{"".join(body)}</svg>'
    )


def legend(look: str, ident: str) -> str:
    """Return the little square (or line) of a chart's key, hidden from readers of the screen."""
    if look == "mark":
        return '<svg class="key-mark" aria-hidden="true" width="14" height="14"><rect class="mark" x="6" width="2" height="14"/></svg>'
    stripes = _stripes(look, ident) if look in _STRIPED else ""
    size = 'width="20" height="12"'
    return f'<svg class="key-mark" aria-hidden="true" {size}>{stripes}<rect {_look(look, ident)} {size} rx="2"/></svg>'


def _rect(segment: Segment, whole: int, ident: str) -> str:
    start = f' x="{_percent(segment.start, whole)}"' if segment.start else ""
    return f'<rect {_look(segment.look, ident)}{start} width="{_percent(segment.amount, whole)}" height="100%" rx="2"/>'


def _look(look: str, ident: str) -> str:
    return f'class="{look}" fill="url(#{ident}-{_STRIPED[look][0]})"' if look in _STRIPED else f'class="{look}"'


def _stripes(look: str, ident: str) -> str:
    size, line = _SPACING, _SPACING // 2 - 1
    letter, ground, stripe = _STRIPED[look]
    return (
        f'<pattern id="{ident}-{letter}" patternUnits="userSpaceOnUse" width="{size}" height="{size}" patternTransform="rotate(45)">'
        f'<rect class="{ground}" width="{size}" height="{size}"/>'
        f'<rect class="{stripe}" width="{line}" height="{size}"/></pattern>'
    )


def _percent(amount: int, whole: int) -> str:
    return f"{100 * amount / whole:.2f}".rstrip("0").rstrip(".") + "%"
