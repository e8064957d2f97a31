"""Which attachment belongs to which disclosure, stripped and with its address; what can't be taken is a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import jobs
from generator.attachments.stripping import Bare, kind_of, stripped
from generator.catalogue import Catalogue
from generator.commune import Attachment, Commune
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Made
from generator.findings import Finding, finding
from generator.sources import ATTACHED, SETTINGS, path_name
from generator.vietnamese import nfc, slug

SORT = "attachment"
_MEGABYTE = 1024 * 1024
MOST = 20 * _MEGABYTE
_LONGEST = 80
_PASSED_OVER = ("~$", ".")


@dataclass(frozen=True, slots=True)
class Carried:
    """An attachment as it may be given away: of which disclosure, where it lies, and its bytes."""

    disclosure: str
    title: str
    path: str
    public: bool
    bare: Bare

    @property
    def sha256(self) -> str:
        """Return the digest of what is given away."""
        return hashlib.sha256(self.bare.content).hexdigest()

    @property
    def made(self) -> Made:
        """Return it as the site knows what it has."""
        return Made(self.disclosure, SORT, self.bare.kind, self.path, self.title, self.bare.pages, len(self.bare.content),
                    public=self.public)


def carried(folder: Path, commune: Commune, shown: Sequence[Disclosure], catalogue: Catalogue,
            held: frozenset[str] = frozenset()) -> tuple[tuple[Carried, ...], tuple[Finding, ...]]:
    """Return what a commune's disclosures carry, and what is wrong with the attachments its settings name.

    What may name persons is left out for the disclosures of `held`, of whom some are not to be named.
    """
    found: list[Carried] = []
    told: list[Finding] = []
    for entry in commune.attachment:
        place = path_name(folder / ATTACHED / entry.file)
        owners = [one for one in shown if belongs(entry, one)]
        bare = _read(folder, entry, place)
        if isinstance(bare, Finding):
            told.append(bare)
        elif not owners:
            told.append(finding("attachment-unclaimed", place, form=entry.form))
        else:
            may = [one for one in owners if entry.free_of_names or one.id not in held]
            found += [Carried(one.id, entry.title.strip(), _path(one, entry, bare, catalogue), entry.free_of_names, bare) for one in may]
            told += [finding("attachment-held", place, title=one.title) for one in owners if one not in may]
    return tuple(_apart(found)), (*told, *_undeclared(folder, commune))


def belongs(entry: Attachment, disclosure: Disclosure) -> bool:
    """Return whether a disclosure is one that an entry speaks of; what the entry doesn't say fits any."""
    pairs = ((entry.stage, disclosure.stage), (entry.period, disclosure.period), (entry.subject, disclosure.subject))
    return entry.form == disclosure.form and all(said in ("", found or "") for said, found in pairs)


def by_disclosure(found: Iterable[Carried]) -> dict[str, dict[str, str]]:
    """Return the digests of attachments by disclosure and path."""
    digests: dict[str, dict[str, str]] = {}
    for one in found:
        digests.setdefault(one.disclosure, {})[one.path] = one.sha256
    return digests


def _read(folder: Path, entry: Attachment, place: str) -> Bare | Finding:
    path = folder / ATTACHED / entry.file
    try:
        inside = path.resolve().is_relative_to((folder / ATTACHED).resolve())
        if not inside or not path.is_file():
            return finding("attachment-missing", path_name(folder / SETTINGS), typed=entry.file)
        if path.stat().st_size > MOST:
            return finding("attachment-too-large", place, most=str(MOST // _MEGABYTE))
        content = path.read_bytes()
    except (OSError, ValueError):
        return finding("attachment-missing", path_name(folder / SETTINGS), typed=entry.file)
    if kind_of(content) is None:
        return finding("attachment-kind", place)
    (outcome,) = jobs.run(stripped, [content])
    return outcome.result or finding("attachment-damaged", place)


def _path(disclosure: Disclosure, entry: Attachment, bare: Bare, catalogue: Catalogue) -> str:
    return f"{addresses.folder(disclosure, catalogue)}/{ATTACHED}/{slug(entry.title)[:_LONGEST].strip('-') or ATTACHED}.{bare.kind}"


def _apart(found: Sequence[Carried]) -> Iterator[Carried]:
    """Give each a path of its own: the first keeps its name, others of the same are numbered."""
    seen: dict[str, int] = {}
    for one in found:
        seen[one.path] = seen.get(one.path, 0) + 1
        stem, _, kind = one.path.rpartition(".")
        path = one.path if seen[one.path] == 1 else f"{stem}-{seen[one.path]}.{kind}"
        yield Carried(one.disclosure, one.title, path, one.public, one.bare)


def _undeclared(folder: Path, commune: Commune) -> Iterator[Finding]:
    known = {nfc(entry.file) for entry in commune.attachment}
    place = folder / ATTACHED
    for path in sorted(place.rglob("*")) if place.is_dir() else ():
        name = nfc(path.relative_to(place).as_posix())
        if path.is_file() and name not in known and not path.name.startswith(_PASSED_OVER):
            yield finding("attachment-undeclared", path_name(path))
