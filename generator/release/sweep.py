"""Search every byte of a staged site for what must not be public: identifiers by shape, and each source's own private values."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.disclosure.site import Site
from generator.findings import Finding, finding
from generator.release import identifiers, sums
from generator.release.guards import Guard, Guards, Secrets, number_heads
from generator.release.lookup import beside_names, found, phrases, words
from generator.release.origins import Origins, nowhere
from generator.release.pieces import Piece, pieces
from generator.release.stamps import Stamps
from generator.release.verdicts import Verdicts


@dataclass(frozen=True, slots=True)
class Beside:
    """What a sweep goes by besides the site: where values came from, and what earlier sweeps found clean."""

    origins: Origins = nowhere
    verdicts: Verdicts | None = None


_ALONE = Beside()
_KEPT = frozenset({".json", ".jsonl", ".md"})


def sweep(folder: Path, site: Site, secrets: Secrets, beside: Beside = _ALONE) -> tuple[Finding, ...]:
    """Return a finding for each private value or identifier in a commune's staged folder; any one refuses the release.

    `secrets` are the private values of each disclosure's own source by its id; given as a mapping, they name their cells.
    They are searched in that disclosure's files, and in the pages that many share; a value that is public in the same place,
    or a fixed word of the program or of the commune's settings, is no secret. Nothing found is quoted.
    """
    guards, numbers, verdicts = Guards(site, secrets), number_heads(site), beside.verdicts
    stamps = Stamps(site, guards, numbers, verdicts) if verdicts else None
    hits: dict[Finding, None] = {}
    for path in files(folder):
        name = path.relative_to(folder).as_posix()
        ids = guards.ids(name)
        stamp = stamps.of(name, path.read_bytes(), ids) if stamps else b""
        if verdicts and verdicts.holds(stamp):
            continue
        told = _Told({each: secrets[each] for each in ids if each in secrets}, beside)
        own = dict.fromkeys(_private(name, chain(pieces(path, numbers), (Piece(name),)), guards.of(ids), told))
        if verdicts and not own:
            verdicts.add(stamp)
        hits |= own
    return tuple(hits)


def sweep_around(root: Path, communes: Collection[str]) -> tuple[Finding, ...]:
    """Return a finding for each identifier in the files beside the folders of several communes, which are made of swept ones alone."""
    hits: dict[Finding, None] = {}
    for path in (path for entry in sorted(root.iterdir()) if entry.name not in communes for path in _below(entry)):
        name = path.relative_to(root).as_posix()
        hits |= dict.fromkeys(_private(name, chain(pieces(path), (Piece(name),)), Guard(), _Told({}, _ALONE)))
    return tuple(hits)


def sweep_store(folder: Path, site: Site, secrets: Secrets, beside: Beside = _ALONE) -> tuple[Finding, ...]:
    """Return a finding for each private value or identifier in the masked records of a commune's store; its names lie apart."""
    guard = Guards(site, secrets).of(frozenset(secrets))
    hits: dict[Finding, None] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _KEPT and ".names." not in path.name):
        name = path.relative_to(folder).as_posix()
        hits |= dict.fromkeys(_private(name, pieces(path), guard, _Told(secrets, beside)))
    return tuple(hits)


def _private(name: str, content: Iterable[Piece], guard: Guard, told: _Told) -> Iterator[Finding]:
    try:
        texts = tuple(content)
    except (ValueError, zipfile.BadZipFile):
        yield finding("privacy-unsearched", name)
        return
    for piece in dict.fromkeys(texts):
        shapes = () if piece.typed else tuple(identifiers.find(piece.text))
        yield from (told.shaped(name, each.bare) for each in shapes if each.bare not in guard.allowed)
        yield from (finding("privacy-leak", name, source=told.source(value)) for value in found(piece, guard.wanted, shapes))
    yield from (finding("privacy-leak", name, source=told.source(value)) for value in beside_names(texts, guard.wanted, guard.names))
    if name.endswith(".pdf"):
        lines = words(" ".join(piece.text for piece in texts))
        yield from (finding("privacy-leak", name, source=told.source(value)) for value in phrases(lines, guard.wanted.phrases))


def files(folder: Path) -> tuple[Path, ...]:
    """Return every file of a folder but its sums, which are digests and nothing else."""
    return tuple(sorted(path for path in folder.rglob("*") if path.is_file() and path.name != sums.FILE))


def _below(entry: Path) -> tuple[Path, ...]:
    if entry.is_dir():
        return files(entry)
    return (entry,) if entry.name != sums.FILE else ()


@dataclass(frozen=True, slots=True)
class _Told:
    """By what a hit is told: the private values it may be one of, and where they came from."""

    secrets: Secrets
    beside: Beside

    def source(self, value: str) -> str:
        """Return the cell of a private value, or whose it is where no cell is known."""
        owner = next((name for name, values in self.secrets.items() if value in values), "")
        values = self.secrets.get(owner, ())
        cell = str(values[value]) if isinstance(values, Mapping) and values[value] else owner
        return cell if cell != owner else self.beside.origins(value) or owner

    def shaped(self, name: str, bare: str) -> Finding:
        """Return the finding on an identifier, with its cell where one holds it."""
        cell = self.beside.origins(bare)
        if cell:
            return finding("privacy-shape-cell", name, shown=_hinted(bare), source=cell)
        return finding("privacy-shape", name, shown=_hinted(bare))


def _hinted(bare: str) -> str:
    """Return an identifier as the officer may find it and nobody else may use it: its ends, the rest as dots."""
    return f"{bare[:2]}{'•' * (len(bare) - 4)}{bare[-2:]}"
