"""The poster of the budget of one period and stage: what came in, what was spent, and on what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import money
from generator.disclosed import Disclosure, Json
from generator.percents import write_percent
from generator.prints import bars
from generator.prints.figures import aligned
from generator.prints.lettering import clean
from generator.prints.poster import LINES, Answer, Maker, Panel, Poster, bound, drawn, key, percent, sentence

_SIDES = ("revenue", "spending")
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a budget: its total, the table that states it, and the table and lines of its largest parts."""

    name: str
    total: Json
    source: Disclosure
    detail: Disclosure
    top: Sequence[Json]

    @property
    def main(self) -> str:
        """Return which of the amounts the table is about: what was done, or what is planned."""
        return "plan" if self.total.get("done") is None else "done"


def poster(maker: Maker, found: Sequence[Disclosure]) -> Poster | None:
    """Return a period's poster; None where none of its tables tells a total."""
    whole = sorted((one for one in found if not one.subject), key=lambda one: one.form)
    sides = [*_sides(whole)] or [*_any(whole)]
    if not sides:
        return None
    last, source = sides[-1], sides[0].source
    base = {"period": maker.period(source.period), "kind": maker.site.commune.kind, "title": clean(source.title)}
    panels = [_table(maker, sides[0])] if len(sides) > 1 else []
    panels += [_chart(maker, last)]
    which = "question" if len(sides) > 1 else f"question_{last.name}"
    question = maker.by_stage("budget", which, source.stage).format_map(base)
    subject = maker.by_stage("budget", "subject" if len(sides) > 1 else f"subject_{last.name}", source.stage).format_map(base)
    of = {one.id: one for side in sides for one in (side.source, side.detail)}
    return Poster(bound(sentence(question)), tuple(_answer(maker, side) for side in sides), tuple(panel for panel in panels if panel),
                  tuple(of.values()), sentence(subject))


def _sides(found: Sequence[Disclosure]) -> Iterator[Side]:
    """Yield each side of which a total is told: by the balance, as on the period's page, else by the side's own table."""
    for name in _SIDES:
        own = next((one for one in found if one.summary.get("side") == name and one.summary.get("total")), None)
        balance = next((one for one in found if one.summary.get(name)), None)
        source = balance or own
        total = source.summary.get(name) or source.summary.get("total") if source else None
        if source and total and (total.get("done") is not None or total.get("plan") is not None):
            yield Side(name, total, source, own or source, own.summary.get("top") or () if own else ())


def _any(found: Sequence[Disclosure]) -> Iterator[Side]:
    for one in found:
        total = one.summary.get("total")
        if total and (total.get("done") is not None or total.get("plan") is not None):
            yield Side(_OTHER, total, one, one, one.summary.get("top") or ())
            return


def _answer(maker: Maker, side: Side) -> Answer:
    said, total = maker.said("budget", "says"), side.total
    done = side.main == "done"
    says = [said["share"].format(share=percent(total["share"]))] if done and total.get("share") is not None else []
    if done and total.get("same_period") is not None:
        says.append(said["same_period"].format(share=percent(total["same_period"])))
    if not done and total.get("prior") is not None:
        says.append(said["prior"].format(amount=maker.short(total["prior"])))
    return maker.answer(maker.by_stage("budget", f"label_{side.name}", side.source.stage), total[side.main], says)


def _table(maker: Maker, side: Side) -> Panel | None:
    lines = [line for line in side.top if line.get(side.main)][:LINES]
    if not lines:
        return None
    said = maker.said("budget", "heads")
    plans = side.main == "done" and any(line.get("share") is not None for line in lines)
    rows = [(clean(str(line["name"])), money.write(line[side.main]), *([_whole(line.get("share"))] if plans else [])) for line in lines]
    heads = (said["name"], said["amount"], *([said["share"]] if plans else []))
    return Panel(_title(maker, side, lines), heads=heads, rows=tuple(rows))


def _chart(maker: Maker, side: Side) -> Panel | None:
    lines = [line for line in side.top if line.get(side.main)][:LINES]
    if not lines:
        return None
    said, done = maker.said("budget", "chart"), side.main == "done"
    scale = max(max(line.get("done") or 0, line.get("plan") or 0) for line in lines)
    planned = done and any(line.get("plan") for line in lines)
    found = []
    for line in lines:
        remark = said["over" if _over(line) else "of_plan"].format(share=percent(line["share"])) if planned and line.get("share") else ""
        stretches = bars.against(line[side.main], line.get("plan") if planned else None)
        found.append(drawn(str(line["name"]), maker.short(line[side.main]), stretches, scale, remark))
    looks = [key("full", maker.by_stage("budget", f"label_{side.name}", side.source.stage)), key("open", said["plan"])]
    looks += [key("lines", said["above"])] if any(map(_over, lines)) else []
    return Panel(_title(maker, side, lines), bars=tuple(found), key=tuple(looks) if planned else ())


def _over(line: Json) -> bool:
    return bool(line.get("plan")) and (line.get("done") or 0) > line["plan"]


def _whole(share: float | None) -> str:
    """Return a percentage with a digit after its comma, as the list has it."""
    return "" if share is None else f"{aligned(write_percent(share))}\u202f%"


def _title(maker: Maker, side: Side, lines: Sequence[Json]) -> str:
    return maker.said("budget", "titles")[side.name].format(count=len(lines))
