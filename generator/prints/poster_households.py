"""The poster of a household list: how many households of which class, hamlet by hamlet; it names no one."""

from __future__ import annotations

from generator import money
from generator.disclosed import Disclosure, Json
from generator.disclosure.counted import counted
from generator.prints import bars
from generator.prints.poster import LINES, Answer, Maker, Panel, Poster, bound, drawn, key, sentence

_LOOKS: tuple[bars.Look, ...] = ("full", "lines", "open")
_CHANGES = ("new", "back", "moved", "left", "kept")
_LARGE = 2


def poster(maker: Maker, disclosure: Disclosure) -> Poster | None:
    """Return a list's poster; None where it doesn't count its households."""
    summary = disclosure.summary
    if not summary.get("households"):
        return None
    classes = [one for one in summary.get("classes") or () if one.get("households")]
    base = {"period": maker.period(disclosure.period), "kind": maker.site.commune.kind}
    question = maker.by_stage("households", "question", disclosure.stage).format_map(base)
    panels = (_table(maker, summary, classes), _chart(maker, disclosure))
    return Poster(bound(sentence(question)), _answers(maker, summary, classes), tuple(panel for panel in panels if panel), (disclosure,),
                  sentence(maker.by_stage("households", "subject", disclosure.stage).format_map(base)))


def _answers(maker: Maker, summary: Json, classes: list[Json]) -> tuple[Answer, ...]:
    said = maker.said("households", "answer")
    of = _asked(classes, summary["households"]) or [{"name": said["all"], **summary}]
    return tuple(Answer(str(one["name"]), money.write(one["households"]), said["unit"],
                        (said["members"].format(members=money.write(one["members"])),) if one.get("members") else ()) for one in of)


def _asked(classes: list[Json], whole: int) -> list[Json]:
    """Return the first few classes where they are all that the list counts; those who left are told among the changes."""
    return next((classes[:count] for count in range(1, _LARGE + 1) if sum(one["households"] for one in classes[:count]) == whole), [])


def _table(maker: Maker, summary: Json, classes: list[Json]) -> Panel | None:
    """Return what changed since the list before, or how many there are of each class; at most five lines."""
    said, changes = maker.said("households", "table"), summary.get("changes")
    if changes:
        rows = [(said[name], money.write(changes[name])) for name in _CHANGES if changes.get(name) is not None]
        title = said["changes"].format(period=maker.period(changes.get("against")))
    else:
        rows = [(str(one["name"]), money.write(one["households"])) for one in classes]
        rows.append((said["all"], money.write(summary["households"])))
        title = said["classes"]
    return Panel(title, heads=(said["what"], said["households"]), rows=tuple(rows[:LINES]))


def _chart(maker: Maker, disclosure: Disclosure) -> Panel | None:
    """Return a bar for each hamlet; its classes are told apart only where no count points at someone."""
    found = counted(disclosure, maker.site.catalogue.form(disclosure.form), named=False)
    if found is None:
        return None
    said, hamlets = maker.said("households", "chart"), found.rows[:-1]
    scale = max(households for _, households, _, _ in hamlets) or 1
    crossed = bool(found.classes) and len(found.classes) <= len(_LOOKS)
    rows = []
    for name, households, _, by_class in hamlets:
        parts = tuple(zip(by_class, _LOOKS, strict=False)) if crossed else ((households, _LOOKS[0]),)
        remark = " + ".join(map(money.write, by_class)) if crossed and len(by_class) > 1 else ""
        rows.append(drawn(name, said["figure"].format(count=money.write(households)), bars.after(parts), scale, remark))
    looks = tuple(key(look, name) for look, name in zip(_LOOKS, found.classes, strict=False)) if crossed else ()
    return Panel(said["title"], bars=tuple(rows), key=looks)
