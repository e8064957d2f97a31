"""What is looked for in each file of a site, and what may stand there: private values of its own disclosures, public words, contacts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import msgspec

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.heads import heads
from generator.disclosure.site import Site
from generator.release import identifiers
from generator.release.lookup import Lookup, lookup, public, words

Secrets: TypeAlias = Mapping[str, Collection[str]]

_ROOT = Path(__file__).resolve().parents[2]
_FIXED = ("generator/catalogue/**/*.toml", "generator/catalogue/rows/*.csv", "themes/congkhai/templates/*", "themes/congkhai/static/js/*")
_FOR_OFFICERS = ("findings.", "report.", "templates.", "reading.")
_APART = re.compile(r"[\"|<>,;=]")
_BY_PEOPLE = "trang/"
_NUMBERS = ("money", "count", "percent", "year")


@dataclass(frozen=True, slots=True)
class Guard:
    """What is looked for in one file: private values; the identifiers that may stand there, and the names of persons that do."""

    wanted: Lookup = field(default_factory=Lookup)
    allowed: frozenset[str] = frozenset()
    names: frozenset[tuple[str, ...]] = frozenset()


class Guards:
    """The guards of one commune's site, each worked out when the first file needs it."""

    def __init__(self, site: Site, secrets: Secrets) -> None:
        """Take what is on show and the private values by disclosure id; nothing is worked out yet."""
        self._site = site
        self.secrets = secrets
        self._owners = owners(site)
        self._made: dict[frozenset[str], Guard] = {}
        self._ready: Mapping[str, Lookup] | None = None
        self.allowed = frozenset(allowed(site))

    def ids(self, name: str) -> frozenset[str]:
        """Return whose private values are looked for in a file: its own disclosures', all in a shared one, none in people's own."""
        return frozenset() if name.startswith(_BY_PEOPLE) else self._owners.get(name, frozenset(self.secrets))

    def of(self, ids: frozenset[str]) -> Guard:
        """Return the guard of files that belong to some disclosures together."""
        if ids not in self._made:
            if self._ready is None:
                self._ready = ready(self._site, self.secrets)
            self._made[ids] = Guard(wanted(ids, self._site, self._ready), self.allowed, names(ids, self._site))
        return self._made[ids]


def ready(site: Site, secrets: Secrets) -> dict[str, Lookup]:
    """Return each disclosure's private values, without those that are words of the program or of the commune's settings."""
    own = {name: lookup(values, site.day) for name, values in secrets.items()}
    everything = lookup(dict.fromkeys(value for values in secrets.values() for value in values), site.day)
    contacts = (each.bare for text in settings(site) for each in identifiers.find(text))
    stated = (value for text in chain(dict.fromkeys(settings(site)), contacts) for value in public(text, everything))
    known = frozenset(chain(stated, _among_fixed(everything)))
    return {name: each.without(known) for name, each in own.items()}


def wanted(ids: frozenset[str], site: Site, own: Mapping[str, Lookup]) -> Lookup:
    """Return the private values of some disclosures together, without those that are public in any of them."""
    made = Lookup()
    for name in sorted(ids & own.keys()):
        made |= own[name]
    shown = [each for each in (*site.shown, *site.replaced) if each.id in ids]
    texts = dict.fromkeys(text for each in shown for text in _public(each))
    return made.without(frozenset(value for text in texts for value in public(text, made)))


def names(ids: frozenset[str], site: Site) -> frozenset[tuple[str, ...]]:
    """Return the words of each person's name that some disclosures show."""
    shown = [each for each in site.shown if each.id in ids]
    return frozenset(tuple(words(name)) for each in shown for of in each.names.values() for name in of.values())


def owners(site: Site) -> dict[str, frozenset[str]]:
    """Return whose each file is that belongs to single disclosures: pages, public prints, downloads."""
    found: dict[str, frozenset[str]] = {}
    for each in site.shown:
        files = [addresses.page(each, site.catalogue), *(made.path for made in site.made.get(each.id, ()) if made.public)]
        for name in files:
            found[name] = found.get(name, frozenset()) | {each.id}
    return found


def settings(site: Site) -> Iterator[str]:
    """Yield every text of the commune's settings."""
    yield from _texts(msgspec.to_builtins(site.commune))


def allowed(site: Site) -> Iterator[str]:
    """Yield the bare identifiers that may stand anywhere: the commune's own contacts, and what stands alone in a public column of codes."""
    for text in settings(site):
        yield from (each.bare for each in identifiers.find(text))
    for disclosure in (*site.shown, *site.replaced):
        codes = [column.key for column in site.catalogue.form(disclosure.form).column if column.public and column.read == "code"]
        for record in disclosure.records:
            yield from (identifiers.bare(str(record.values[key])) for key in codes if record.values.get(key))


@dataclass(frozen=True, slots=True)
class _Fixed:
    """The program's own texts made ready to be looked up: numbers and single words that are a text, and texts by each of their words."""

    numbers: frozenset[str]
    alone: frozenset[str]
    texts: Mapping[str, tuple[tuple[str, ...], ...]]


def _among_fixed(everything: Lookup) -> Iterator[str]:
    """Yield the private values that the program's own texts hold, as `public` would of each."""
    known = _fixed()
    yield from (everything.numbers[number] for number in everything.numbers.keys() & known.numbers)
    yield from (everything.alone[word] for word in everything.alone.keys() & known.alone)
    for phrase, value in chain.from_iterable(everything.phrases.values()):
        rarest = min(phrase, key=lambda word: len(known.texts.get(word, ())))
        if any(phrase == text[place:place + len(phrase)] for text in known.texts.get(rarest, ()) for place in range(len(text))):
            yield value


@cache
def _fixed() -> _Fixed:
    files = sorted(path for pattern in _FIXED for path in _ROOT.glob(pattern) if path.is_file() and not path.name.startswith(_FOR_OFFICERS))
    lines = (line for path in files for line in path.read_text("utf-8", "ignore").splitlines())
    texts = dict.fromkeys(part for line in lines for part in (line, *_APART.split(line)))
    by_word: dict[str, dict[tuple[str, ...], None]] = {}
    for parts in dict.fromkeys(tuple(words(text)) for text in texts):
        for word in parts:
            by_word.setdefault(word, {})[parts] = None
    alone = frozenset(parts[0] for each in by_word.values() for parts in each if len(parts) == 1)
    return _Fixed(frozenset(map(identifiers.bare, texts)), alone, {word: tuple(found) for word, found in by_word.items()})


def number_heads(site: Site) -> frozenset[str]:
    """Return the heads under which a .csv holds numbers, as columns are keyed and named at each stage, alone or below their group."""
    found: set[str] = set()
    for form in site.catalogue.forms.values():
        columns = [column for column in form.column if column.read in _NUMBERS]
        stages = [None, *{stage for column in columns for stage in column.staged}]
        chosen = [columns, *([column] for column in columns)]
        pairs = {pair for some in chosen for stage in stages for language in ("vi", "en") for pair in heads(some, stage, language)}
        for group, text in pairs:
            found |= {text, *(f"{group}{mark}{text}" for mark in (" – ", " - ", " > ", ": ", " / ") if group)}
        found |= {column.key for column in columns}
    return frozenset(head.casefold() for head in found if head)


def _public(disclosure: Disclosure) -> Iterator[str]:
    """Yield every text that is public in a disclosure, names only if it shows them; what an officer wrote freely makes nothing public."""
    yield from _texts(msgspec.to_builtins(msgspec.structs.replace(disclosure, explanation="")))
    for day in (disclosure.posted_from, disclosure.posted_until):
        yield f"{day:%d/%m/%Y}" if day else ""


def _texts(value: object) -> Iterator[str]:
    inner: Iterable[object] = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    for each in inner:
        yield from _texts(each)
    if value is not None and not isinstance(value, (dict, list, tuple)):
        yield str(value)
