"""Search every byte of a staged site for what must not be public: identifiers by shape, and each source's own private values."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import msgspec

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.heads import heads
from generator.disclosure.site import Site
from generator.findings import Finding, finding
from generator.release import identifiers, sums
from generator.release.lookup import Lookup, found, lookup, phrases, public, words
from generator.release.pieces import Piece, pieces

Secrets: TypeAlias = Mapping[str, Collection[str]]

_ROOT = Path(__file__).resolve().parents[2]
_FIXED = ("generator/catalogue/**/*.toml", "generator/catalogue/rows/*.csv", "themes/congkhai/templates/*", "themes/congkhai/static/js/*")
_FOR_OFFICERS = ("findings.", "report.", "templates.", "reading.")
_APART = re.compile(r"[\"|<>,;=]")
_BY_PEOPLE = "trang/"
_NUMBERS = ("money", "count", "percent", "year")


@dataclass(frozen=True, slots=True)
class _Guard:
    """What is looked for in one file: private values, and the identifiers that may stand there."""

    wanted: Lookup
    allowed: frozenset[str]


def sweep(folder: Path, site: Site, secrets: Secrets) -> tuple[Finding, ...]:
    """Return a finding for each private value or identifier in a commune's staged folder; any one refuses the release.

    `secrets` are the private values of each disclosure's own source by its id; given as a mapping, they name their cells.
    They are searched in that disclosure's files, and in the pages that many share; a value that is public in the same place,
    or a fixed word of the program or of the commune's settings, is no secret. Nothing found is quoted.
    """
    ready = _ready(site, secrets)
    owners = _owners(site)
    allowed = frozenset(_allowed(site))
    guards: dict[frozenset[str], _Guard] = {}
    numbers = _number_heads(site)
    hits: dict[Finding, None] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != sums.FILE):
        name = path.relative_to(folder).as_posix()
        ids = frozenset() if name.startswith(_BY_PEOPLE) else owners.get(name, frozenset(ready))
        guard = guards.get(ids) or guards.setdefault(ids, _Guard(_wanted(ids, site, ready), allowed))
        content = chain(pieces(path, numbers), (Piece(name),))
        hits |= dict.fromkeys(_private(name, content, guard, {each: secrets[each] for each in ids if each in secrets}))
    return tuple(hits)


def sweep_store(folder: Path, site: Site, secrets: Secrets) -> tuple[Finding, ...]:
    """Return a finding for each private value or identifier in the masked records of a commune's store; its names lie apart."""
    ready = _ready(site, secrets)
    guard = _Guard(_wanted(frozenset(ready), site, ready), frozenset(_allowed(site)))
    hits: dict[Finding, None] = {}
    for path in sorted(path for path in folder.rglob("*.json*") if ".names." not in path.name):
        hits |= dict.fromkeys(_private(path.relative_to(folder).as_posix(), pieces(path), guard, secrets))
    return tuple(hits)


def _private(name: str, content: Iterable[Piece], guard: _Guard, secrets: Secrets) -> Iterator[Finding]:
    try:
        texts = tuple(content)
    except (ValueError, zipfile.BadZipFile):
        yield finding("privacy-unsearched", name)
        return
    for piece in dict.fromkeys(texts):
        shapes = () if piece.typed else tuple(identifiers.find(piece.text))
        yield from (finding("privacy-shape", name, shown=_hinted(each.bare)) for each in shapes if each.bare not in guard.allowed)
        yield from (finding("privacy-leak", name, source=_source(value, secrets)) for value in found(piece, guard.wanted, shapes))
    if name.endswith(".pdf"):
        lines = words(" ".join(piece.text for piece in texts))
        yield from (finding("privacy-leak", name, source=_source(value, secrets)) for value in phrases(lines, guard.wanted))


def _ready(site: Site, secrets: Secrets) -> dict[str, Lookup]:
    """Return each disclosure's private values, without those that are words of the program or of the commune's settings."""
    ready = {name: lookup(values) for name, values in secrets.items()}
    everything = lookup(dict.fromkeys(value for values in secrets.values() for value in values))
    texts = dict.fromkeys(chain(_fixed(), _settings(site)))
    contacts = (each.bare for text in _settings(site) for each in identifiers.find(text))
    fixed = frozenset(value for text in chain(texts, contacts) for value in public(text, everything))
    return {name: each.without(fixed) for name, each in ready.items()}


def _wanted(ids: frozenset[str], site: Site, ready: Mapping[str, Lookup]) -> Lookup:
    """Return the private values of some disclosures together, without those that are public in any of them."""
    wanted = Lookup()
    for name in sorted(ids & ready.keys()):
        wanted |= ready[name]
    shown = [each for each in site.shown if each.id in ids]
    texts = dict.fromkeys(text for each in shown for text in _public(each))
    return wanted.without(frozenset(value for text in texts for value in public(text, wanted)))


def _owners(site: Site) -> dict[str, frozenset[str]]:
    owners: dict[str, frozenset[str]] = {}
    for each in site.shown:
        files = [addresses.page(each, site.catalogue), *(made.path for made in site.made.get(each.id, ()) if made.public)]
        for name in files:
            owners[name] = owners.get(name, frozenset()) | {each.id}
    return owners


def _public(disclosure: Disclosure) -> Iterator[str]:
    """Yield every text that is public in a disclosure, names only if it shows them."""
    yield from _texts(msgspec.to_builtins(disclosure))
    for day in (disclosure.posted_from, disclosure.posted_until):
        yield f"{day:%d/%m/%Y}" if day else ""


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield str(value)


def _settings(site: Site) -> Iterator[str]:
    yield from _texts(msgspec.to_builtins(site.commune))


def _allowed(site: Site) -> Iterator[str]:
    """Yield the bare identifiers that may stand anywhere: the commune's own contacts, and what stands alone in a public column of codes."""
    for text in _settings(site):
        yield from (each.bare for each in identifiers.find(text))
    for disclosure in site.shown:
        codes = [column.key for column in site.catalogue.form(disclosure.form).column if column.public and column.read == "code"]
        for record in disclosure.records:
            yield from (identifiers.bare(str(record.values[key])) for key in codes if record.values.get(key))


@cache
def _fixed() -> tuple[str, ...]:
    files = sorted(path for pattern in _FIXED for path in _ROOT.glob(pattern) if path.is_file() and not path.name.startswith(_FOR_OFFICERS))
    lines = (line for path in files for line in path.read_text("utf-8", "ignore").splitlines())
    return tuple(dict.fromkeys(part for line in lines for part in (line, *_APART.split(line))))


def _number_heads(site: Site) -> frozenset[str]:
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


def _source(value: str, secrets: Secrets) -> str:
    owner = next((name for name, values in secrets.items() if value in values), "")
    values = secrets.get(owner, ())
    return str(values[value]) if isinstance(values, Mapping) and values[value] else owner


def _hinted(bare: str) -> str:
    """Return an identifier as the officer may find it and nobody else may use it: its ends, the rest as dots."""
    return f"{bare[:2]}{'•' * (len(bare) - 4)}{bare[-2:]}"
