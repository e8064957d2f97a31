"""Posters as prints: which disclosures make one together, on which paper it stands, whole or in sheets to be glued."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.catalogue.texts import texts
from generator.days import write_day
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.prints import poster_budget, poster_contributions, poster_households, poster_register
from generator.prints.codes import code_of
from generator.prints.compose import render
from generator.prints.frame import called, whom_to_ask
from generator.prints.job import Grow, PrintJob
from generator.prints.lettering import clean, width
from generator.prints.poster import Maker, Panel, Poster, brief, in_brief
from generator.prints.poster_paper import SHEETS, PosterPaper
from generator.prints.tiling import tiling

PURPOSE = "poster"
_TITLE, _WIDER, _FITS = 2.5, 1.14, 0.97  # ems of the title; Noto Sans against Tinos; how much of a line is taken for sure
_MM_PER_POINT = 25.4 / 72
_QUESTION, _SUBJECT = 200, 120  # letters of a title, four lines at most, and of the foot's
_LONG_NAME = 14  # ems
_FIRST, _MOST = 22.0, 44.0  # points on A3


def groups(found: Iterable[Disclosure], site: Site) -> list[tuple[Disclosure, ...]]:
    """Return the disclosures that make one poster together, as their forms' TOML says: those of a period and stage, or of a purpose."""
    return [group for group in together(found, site) if wanted(group, site)]


def wanted(group: Sequence[Disclosure], site: Site) -> bool:
    """Return whether the group's forms make a poster."""
    return bool(site.catalogue.form(group[0].form).prints.get(PURPOSE))


def together(found: Iterable[Disclosure], site: Site) -> list[tuple[Disclosure, ...]]:
    """Return the disclosures that one page sums up, each such group in the order found; forms with and without posters stand apart."""
    gathered: dict[tuple[str, str, str, bool], list[Disclosure]] = {}
    for one in found:
        gathered.setdefault((one.kind, one.state, _folder(one, site), wanted((one,), site)), []).append(one)
    return [tuple(group) for group in gathered.values()]


def prepare(group: Sequence[Disclosure], site: Site, paper: str = "", *, tiles: bool = False) -> PrintJob | None:
    """Return the poster of a group as a job; None where its disclosures state no figure for one. It names no one."""
    words = texts("prints", site.language)
    maker = Maker(site, words)
    said = _said(maker, group)
    if said is None:
        return None
    sheet = SHEETS[paper or site.catalogue.form(said.of[0].form).prints[PURPOSE]]
    name = words["files"]["tiles" if tiles else "poster"].format(folder=_folder(said.of[0], site), paper=sheet.name)
    grow = Grow(sheet.least, _MOST * sheet.scale, _FIRST * sheet.scale)
    job = PrintJob(said.of[0].id, said.subject, PURPOSE, sheet.name, name, public=False, html=_html(said, site, sheet, maker), grow=grow)
    return replace(job, tiling=tiling(said, sheet, maker), paper="A4") if tiles else job


def _said(maker: Maker, group: Sequence[Disclosure]) -> Poster | None:
    said = _of_kind(maker, group)
    if said is None:
        return None
    panels = tuple(map(in_brief, said.panels))
    return replace(said, question=brief(said.question, _QUESTION), subject=brief(said.subject, _SUBJECT), panels=panels)


def _of_kind(maker: Maker, group: Sequence[Disclosure]) -> Poster | None:
    kind = group[0].kind
    if kind == "budget":
        return poster_budget.poster(maker, group)
    if kind == "households":
        return poster_households.poster(maker, group[0])
    if kind == "register":
        return poster_register.poster(maker, group[0])
    return poster_contributions.poster(maker, group) if kind == "contributions" else None


def _folder(disclosure: Disclosure, site: Site) -> str:
    """Return the folder of the page that sums up what the poster does: the period's, the purpose's, or the disclosure's own."""
    own = addresses.folder(disclosure, site.catalogue)
    return own.rpartition("/")[0] if disclosure.kind == "budget" else own


def _html(poster: Poster, site: Site, sheet: PosterPaper, maker: Maker) -> str:
    words, commune = maker.words, site.commune
    address = f"{commune.site.rstrip('/')}/{_folder(poster.of[0], site)}/" if commune.site else ""
    who = str(words["frame"]["publisher"].format(commune=called(commune)))
    codes = ", ".join(dict.fromkeys(one.code for one in poster.of if one.code))
    until = max((one.posted_until for one in poster.of if one.posted_until), default=None)
    return render(
        "poster.html", poster=poster, slim=_slim,
        question=_balanced(poster.question, sheet), words=words, paper=sheet, commune=called(commune),
        who=who, address=address, code=codes,
        qr=code_of(address, 1) if address else "",
        ask=whom_to_ask(commune, until, words), foot=_foot(poster, who, codes, maker), widths=_widths,
        sample=str(words["frame"]["sample"]) if commune.sample else "")


def _foot(poster: Poster, who: str, codes: str, maker: Maker) -> tuple[str, str]:
    said, first = maker.words["foot"], poster.of[0]
    days = {"first": write_day(first.posted_from) if first.posted_from else "",
            "last": write_day(first.posted_until) if first.posted_until else ""}
    posted = said["from_until" if first.posted_until else "from_only"].format_map(days) if first.posted_from else ""
    version = said["version"].format(version=max(one.version for one in poster.of))
    code = maker.words["poster"]["codes"].format(codes=codes) if codes else ""
    return (" · ".join((who, clean(poster.subject), version)), " · ".join(part for part in (posted, code, said["same"]) if part))


def _balanced(question: str, sheet: PosterPaper) -> tuple[str, ...]:
    """Return the title's lines: two of about one length where it is too long for one in the smallest type."""
    room = sheet.room / (_TITLE * sheet.least * _MM_PER_POINT)
    words = question.split(" ")
    if not room * _FITS < width(question, bold=True) * _WIDER < 2 * room * _FITS:
        return (question,)
    places = range(1, len(words))
    best = min(places, key=lambda place: abs(width(" ".join(words[:place])) - width(" ".join(words[place:]))), default=0)
    return " ".join(words[:best]), " ".join(words[best:])


def _slim(panel: Panel) -> tuple[int, ...]:
    """Return the widths in percent of a chart of many bars: long names take room from the bars."""
    longest = max((width(bar.name) for bar in panel.bars), default=0.0)
    return (34, 38, 28) if longest < _LONG_NAME else (50, 22, 28)


def _widths(panel: Panel) -> tuple[int, ...]:
    """Return the columns' widths in percent: words take what figures leave."""
    if len(panel.lettered) == len(panel.heads):
        return tuple(round(100 / len(panel.heads)) for _ in panel.heads)
    return {2: (66, 34), 3: (48, 31, 21)}.get(len(panel.heads), (100,))
