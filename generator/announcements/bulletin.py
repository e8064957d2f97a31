"""A bulletin: what is read on the loudspeaker of one thing made public, in words alone, with the time it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import periods, spoken
from generator.announcements import budget, gifts, households, register
from generator.announcements.sentences import Told, aloud, called, filled, known, large, texts_of
from generator.catalogue.announcing import reading
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.vietnamese import slug

_MINUTE, _STEP = 60, 5


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin: `id` is its anchor, `page` that of the exact figures; `seconds` is how long reading it takes, about."""

    id: str
    title: str
    sentences: tuple[str, ...]
    page: str
    seconds: int
    begins: date | None
    ends: date | None
    of: tuple[str, ...] = ()


def bulletins(site: Site) -> tuple[Bulletin, ...]:
    """Return a bulletin for each page of what is posted on the day, the newest posting first."""
    found = (bulletin(own, site) for own in together(one for one in site.shown if one.state == "posted"))
    return tuple(sorted(found, key=lambda one: (-(one.begins.toordinal() if one.begins else 0), one.id)))


def together(found: Iterable[Disclosure]) -> tuple[tuple[Disclosure, ...], ...]:
    """Return the disclosures that one bulletin tells of: the ledgers of a purpose together, every other table by itself."""
    groups: dict[str, list[Disclosure]] = {}
    for one in found:
        groups.setdefault(f"{one.kind}/{one.subject}" if one.kind == "contributions" else one.id, []).append(one)
    return tuple(tuple(group) for group in groups.values())


def bulletin(own: Sequence[Disclosure], site: Site) -> Bulletin:
    """Return the bulletin of disclosures that one page shows, no longer than bulletins may be where its spare parts allow."""
    first = own[0]
    words = _words(first, site)
    told = _told(own, site, {**words, **_as_was(first)})
    begins = max((one.posted_from for one in own if one.posted_from), default=None)
    last = [one.posted_until for one in own]
    ends = max((day for day in last if day), default=None) if all(last) else None
    whole = texts_of()["closing"]["whole"]
    sentences = _fitting(told, _around({**words, "Whole": whole.get(first.kind, whole["other"])}, site, begins, ends))
    page = addresses.page(first, site.catalogue)
    return Bulletin(slug(page.removesuffix("/index.html")), _titled(told.title, first), sentences, page, seconds(sentences), begins, ends,
                    tuple(one.id for one in own))


def seconds(sentences: Iterable[str]) -> int:
    """Return how long sentences take to read: each blank-divided word of Vietnamese is a syllable; rounded up to five seconds."""
    syllables = sum(len(sentence.split()) for sentence in sentences)
    exact = syllables * _MINUTE / reading().syllables
    return int(-(-exact // _STEP)) * _STEP


def _as_was(first: Disclosure) -> dict[str, str]:
    """Return the words that name the unit whose figures are told where it was merged into the commune: what it did, it did itself."""
    if not first.predecessor:
        return {}
    name = aloud(_inside(first.predecessor))
    return {"commune": name, "kind": name, "Kind": large(name)}


def _titled(title: str, first: Disclosure) -> str:
    """Return a bulletin's title with the merged unit whose figures it tells."""
    return f"{title}, {first.predecessor}" if first.predecessor and first.predecessor not in title else title


def _told(own: Sequence[Disclosure], site: Site, words: Mapping[str, str]) -> Told:
    kind = own[0].kind
    if kind == "budget":
        return budget.told(own[0], words)
    if kind == "households":
        return households.told(own[0], site, words)
    return gifts.told(own, site, words) if kind == "contributions" else register.told(own[0], site, words)


def _fitting(told: Told, around: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """Return all sentences in their order, the spare ones only where there is time for all of them."""
    before, after = around
    whole = (*before, *told.sentences, *told.spare, *after)
    return whole if seconds(whole) <= reading().most else (*before, *told.sentences, *after)


def _around(words: Mapping[str, str], site: Site, begins: date | None, ends: date | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is said before and after: to whom and by whom, then where it hangs, from when until when, and whom to tell."""
    said, commune = texts_of(), site.commune
    office = str(said["join"]).join(filter(None, (aloud(commune.office), words["authority"])))
    closing = {**words, **_days(begins, ends), **known(places=_places(site), office_of=office, telephone=spoken.digits(commune.telephone))}
    closing |= {"web": ""} if commune.site else {}
    before = tuple(filled((said["opening"], said["publisher"]), words))
    return before, (*filled(said["closing"]["posted"], closing), str(said["thanks"]))


def _days(begins: date | None, ends: date | None) -> dict[str, str]:
    if begins is None:
        return {}
    if ends is None:
        return {"first_only": spoken.day(begins)}
    first = spoken.day(begins, year=begins.year != ends.year)
    return {"first": first, "last": spoken.day(ends), "last_asked": spoken.day(ends, year=False)}


def _places(site: Site) -> str:
    names = [aloud(place.name) for place in site.commune.place]
    if len(names) <= reading().places:
        return str(texts_of()["last_join"]).join(_inside(name) for name in names)
    return str(texts_of()["closing"]["places"]).format(first=_inside(names[0]), count=spoken.number(len(names) - 1), kind=site.commune.kind)


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _words(first: Disclosure, site: Site) -> dict[str, str]:
    """Return the words that every bulletin knows: who speaks, and the period as it is said and as it is written."""
    commune = called(site.commune.full_name, site.commune.kind)
    authority = str(texts_of()["closing"]["authority"]).format(commune=aloud(commune))
    period = periods.name(periods.read(first.period)) if first.period else ""
    return known(commune=aloud(commune), authority=authority, Authority=large(authority), kind=site.commune.kind,
                 Kind=large(site.commune.kind),
                 period=spoken.say(period), Period=large(spoken.say(period)), period_written=period)

