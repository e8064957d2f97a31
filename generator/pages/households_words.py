"""What a household list answers, in a sentence and a picture: how many households of which class, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup, escape

from generator import charts, money
from generator.disclosed import Disclosure, Json
from generator.disclosure.counted import spoken as told
from generator.pages.frame import Maker
from generator.pages.pictures import Picture, PictureRow, drawn, marked
from generator.pages.words import beginning, strong

_LOOKS = {"poor": "done", "near-poor": "near"}


def answer(maker: Maker, disclosure: Disclosure) -> Markup:
    """Return the sentence of a list: households and members by class, then new and left since the list before."""
    words, summary = maker.words, told(disclosure, maker.site.catalogue, maker.site.language).summary
    classes = [one for one in summary.get("classes") or () if one.get("households")]
    said = words.rich("households.answer_start", period=words.period(disclosure.period))
    said += (
        escape(words.get("households.answer_join")).join(_class(maker, one) for one in classes)
        if classes
        else words.rich("households.answer_none")
    )
    said += words.rich("households.answer_stop")
    changes = summary.get("changes")
    if changes:
        said += words.rich(
            "households.answer_changed",
            against=words.period(changes.get("against")),
            new=strong(money.write(changes["new"])),
            left=strong(money.write(changes["left"])),
        )
    return said


def _class(maker: Maker, found: Json) -> Markup:
    count, name = strong(money.write(found["households"])), beginning(str(found["name"]).removeprefix("Hộ ").strip())
    if found.get("members"):
        return maker.words.rich("households.answer_class", households=count, name=name, members=money.write(found["members"]))
    return maker.words.rich("households.answer_class_bare", households=count, name=name)


def picture(maker: Maker, disclosure: Disclosure, ident: str) -> Picture | None:
    """Return a bar for each class on one scale."""
    words = maker.words
    summary = told(disclosure, maker.site.catalogue, maker.site.language).summary
    classes = [one for one in summary.get("classes") or () if one["key"] in _LOOKS and one.get("households")]
    if not classes:
        return None
    whole = charts.scale(one["households"] for one in classes)
    rows = []
    for place, one in enumerate(classes, 1):
        count = money.write(one["households"])
        bar = charts.Bar(
            charts.stacked([(one["households"], _LOOKS[one["key"]])]),
            whole,
            f"{one['name']}: {count}",
            words.plain("households.bar_desc", scale=money.write(whole)),
        )
        rows.append(PictureRow(str(one["name"]), words.plain("households.count", count=count), "", drawn(bar, f"{ident}-{place}")))
    return Picture(ident, words.get("households.chart"), words.get("households.chart_note"), (), tuple(rows))


def hamlets_picture(maker: Maker, disclosure: Disclosure, ids: Mapping[str, str], *, crossed: bool) -> Picture | None:
    """Return a bar for each hamlet, poor and near-poor households laid end to end; one whole where counts are too small to be `crossed`.

    `ids` has each hamlet's address on the page, to which its name leads.
    """
    words, summary = maker.words, disclosure.summary
    classes = [one for one in summary.get("classes") or () if one["key"] in _LOOKS]
    rows = summary.get("hamlets") or ()
    if not crossed:
        classes = [{"key": next(iter(_LOOKS)), "name": words.get("households.households")}]
        rows = [{"name": row["name"], "classes": {classes[0]["key"]: row["households"]}} for row in rows]
    totals = [sum(row.get("classes", {}).get(one["key"], 0) for one in classes) for row in rows]
    if not classes or not any(totals):
        return None
    whole = charts.scale(totals)
    drawn_rows = tuple(
        replace(_bar(maker, f"thon-{place}", row, classes, whole), href=f"#{ids[row['name']]}" if row["name"] in ids else "")
        for place, row in enumerate(rows, 1)
    )
    key = tuple(marked(_LOOKS[one["key"]], f"thon-k{place}", one["name"]) for place, one in enumerate(classes, 1))
    return Picture("thon", words.get("households.chart"), words.get("households.chart_note"), key, drawn_rows)


def _bar(maker: Maker, ident: str, row: Json, classes: list[Json], whole: int) -> PictureRow:
    counts = [(row.get("classes", {}).get(one["key"], 0), one) for one in classes]
    total = sum(count for count, _ in counts)
    said = [f"{money.write(count)} {str(one['name']).removeprefix('Hộ ').lower()}" for count, one in counts]
    beside = ", ".join(said) if len(said) > 1 else ""
    segments = charts.stacked((count, _LOOKS[one["key"]]) for count, one in counts)
    name = str(row["name"] or maker.words.get("households.no_hamlet"))
    title = maker.words.plain("households.bar", name=name, count=money.write(total), parts=f" ({beside})" if beside else "")
    bar = charts.Bar(segments, whole, title, maker.words.plain("households.bar_desc", scale=money.write(whole)))
    return PictureRow(name, money.write(total), f"({beside})" if beside else "", drawn(bar, ident))
