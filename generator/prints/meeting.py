"""The handout for the residents' meeting: the newest figures of the period on two pages of A4; it names no one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator import money, percents, periods
from generator.catalogue.texts import texts
from generator.days import write_day
from generator.disclosed import Disclosure, Json
from generator.disclosure import meeting, registers
from generator.disclosure.counted import counted, spoken
from generator.disclosure.site import Site
from generator.kinds import KINDS
from generator.papers.leaf import Grid, Leaf, Section, html
from generator.prints.job import PrintJob
from generator.prints.lettering import clean

PURPOSE, _PAPER = "handout", "A4"
_LINES, _PURPOSES, _OTHERS = 6, 4, 10
_NUMBERS = ("", "n", "n", "n")
_AHEAD = frozenset({"draft", "decided", "consulted", "reviewed"})


def papers(site: Site) -> tuple[PrintJob, ...]:
    """Return the handout; none where nothing is public."""
    leaf = handout(site)
    if len(leaf.sections) < 2:
        return ()
    return (PrintJob(meeting.PAGE, leaf.title, PURPOSE, _PAPER, meeting.PRINT, public=True, html=html(leaf, clean)),)


def handout(site: Site) -> Leaf:
    """Return the handout's leaf: budget, households, contributions, then what else hangs, and whom to ask."""
    said = texts("meeting")["handout"]
    commune = site.commune
    telephone = said["telephone"].format(telephone=commune.telephone) if commune.telephone else ""
    ask = said["ask"].format(office=commune.office or commune.full_name, telephone=telephone, kind=commune.kind)
    sections = (*_budget(site, said), *_households(site, said), *_gifts(site, said), *_others(site, said), Section(note=ask))
    mark = str(texts("papers")["head"]["sample"]) if commune.sample else ""
    return Leaf(said["title"], said["subtitle"].format(commune=commune.full_name, day=write_day(site.day)), sections,
                author=commune.full_name, size=11.5, mark=mark)


def _newest(site: Site, kind: str) -> list[Disclosure]:
    found = [one for one in site.shown if one.kind == kind and one.state != "replaced" and one.stage not in _AHEAD and one.period]
    if not found:
        return []
    latest = max(found, key=lambda one: (periods.read(str(one.period)).last, str(one.posted_from)))
    return [one for one in found if (one.period, one.stage) == (latest.period, latest.stage)]


def _budget(site: Site, said: Mapping[str, Any]) -> Iterator[Section]:
    own = sorted(_newest(site, "budget"), key=lambda one: site.catalogue.form(one.form).order)
    balance = next((one for one in own if one.summary.get("side") == "balance"), None)
    if own:
        rows = [balance.summary.get(side) for side in ("revenue", "spending")] if balance else [one.summary.get("total") for one in own]
        period = periods.name(periods.read(str(own[0].period)))
        yield Section(said["budget"].format(period=period), grid=_amounts(rows, said), note=said["unit"])
    for side in ("revenue", "spending"):
        found = next((one for one in own if one.summary.get("side") == side and one.summary.get("top")), None)
        if found:
            yield Section(said[f"lines_{side}"], grid=_amounts(found.summary["top"][:_LINES], said))


def _amounts(lines: Sequence[Json], said: Mapping[str, Any]) -> Grid:
    rows = tuple((str(line["name"]), _amount(line.get("plan"), said), _amount(line.get("done"), said),
                  said["share"].format(share=percents.write_percent(line["share"])) if line.get("share") is not None else said["nothing"])
                 for line in lines if line)
    return Grid(tuple(said["budget_heads"]), rows, _NUMBERS, (2.6, 1.4, 1.4, 1.1))


def _households(site: Site, said: Mapping[str, Any]) -> Iterator[Section]:
    for one in _newest(site, "households")[:1]:
        table = counted(spoken(one, site.catalogue, "vi"), site.catalogue.form(one.form), named=False)
        if table is None:
            continue
        heads = (said["hamlet"], said["count"], *table.classes)
        rows = tuple((name or said["whole"].format(kind=site.commune.kind), money.write(count), *map(money.write, crossed))
                     for name, count, _, crossed in table.rows)
        grid = Grid(heads, rows, ("", *("n" for _ in heads[1:])), (2.4, *(1.0 for _ in heads[1:])))
        changes = one.summary.get("changes")
        note = said["changes"].format(against=periods.name(periods.read(changes["against"])), new=changes["new"],
                                      left=changes["left"]) if changes else ""
        yield Section(said["households"].format(period=periods.name(periods.read(str(one.period)))), grid=grid, note=note)


def _gifts(site: Site, said: Mapping[str, Any]) -> Iterator[Section]:
    purposes: dict[str, Disclosure] = {}
    for one in site.shown:
        if one.kind == "contributions" and one.state == "posted" and one.subject:
            purposes.setdefault(one.subject, one)
    rows = []
    for one in list(purposes.values())[:_PURPOSES]:
        account = KINDS[one.kind].compare(one, site.shown, site.catalogue)
        rows.append((one.subject_name or one.title, *(_amount(account.get(key), said) for key in ("asked", "received", "spent", "left"))))
    if rows:
        yield Section(said["gifts"], grid=Grid(tuple(said["gift_heads"]), tuple(rows), ("", *("n",) * 4), (2.6, 1.2, 1.2, 1.2, 1.2)))


def _others(site: Site, said: Mapping[str, Any]) -> Iterator[Section]:
    found = [one for one in site.shown if one.kind == "register" and one.state == "posted"]
    items = []
    for one in found[:_OTHERS]:
        form = site.catalogue.form(one.form)
        words = registers.words(one, form, site.catalogue, "vi", site.day)
        told = " ".join(text.vi.format(**words) for text in registers.known(form.register.answer, words))
        items.append(said["other"].format(title=one.title, answer=told))
    if items:
        yield Section(said["others"], items=tuple(items))


def _amount(value: int | None, said: Mapping[str, Any]) -> str:
    return said["nothing"] if value is None else money.write(value)
