"""Read commune.toml and province.toml: every entry by itself, so that one mistake doesn't hide the others."""

from __future__ import annotations

import re
import tomllib
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from generator.catalogue import Catalogue, overlays
from generator.catalogue.declared import declared
from generator.cells import Unreadable
from generator.commune import Commune
from generator.findings import Finding, finding
from generator.sources import PROVINCE, RULES, SETTINGS, Folder, communes, path_name
from generator.vietnamese import nfc, slug

_LINE = re.compile(r"at line (\d+)")
_SHOWN = 60
# Misspelt, each of these would show more, or for longer, than the commune chose; the others only say less.
_BINDING = ("names_on_web", "posted", "predecessor", "sample")
_SMALL = frozenset({"on"})
_ALIKE = 0.75
_Settings = TypeVar("_Settings", bound=Struct)


class Province(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A province: its name, the address where its site is served, or "", and where `publish` takes the site to."""

    name: str = ""
    site: str = ""
    publish: str = ""


def read(folder: Folder) -> tuple[Commune, tuple[Finding, ...]]:
    """Return a commune's settings and what is wrong with them; after an error nothing of the commune may be published.

    A commune without a readable name has the name "".
    """
    path = folder.path / SETTINGS
    if not path.is_file():
        return Commune(name="", id=folder.id), (finding("commune-file-missing", path_name(folder.path)),)
    commune, found = _read(path, Commune, {"name": ""})
    if not commune.name.strip() and not any(one.code == "commune-file-damaged" or one.details == (("entry", "name"),) for one in found):
        found = (*found, finding("commune-name-missing", path_name(path)))
    kind = _kind(commune)
    return msgspec.structs.replace(commune, id=folder.id, kind=kind), found


def near(place: Path) -> Commune:
    """Return the commune whose settings lie in a folder or the two above it; one without a name where there are none to read."""
    for folder in (place.absolute(), *place.absolute().parents[:2]):
        if (folder / SETTINGS).is_file():
            return read(Folder(slug(folder.name), folder, ()))[0]
    return Commune(name="")


def read_province(data: Path) -> tuple[Province | None, tuple[Finding, ...]]:
    """Return the province of a data folder, None where there is none, and what is wrong with its file."""
    path = data / PROVINCE
    return _read(path, Province, {}) if path.is_file() else (None, ())


def rules(folder: Path, data: Path, catalogue: Catalogue) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Return the catalogue with the province's own rules laid over it, then the commune's, and what is wrong with them."""
    found: tuple[Finding, ...] = ()
    for place in dict.fromkeys(place.absolute() / RULES for place in (data, folder)):
        catalogue, own = overlays.overlaid(catalogue, place, path_name)
        found += own
    catalogue, own = declared(catalogue, folder, path_name)
    return catalogue, found + own


def rules_near(place: Path, catalogue: Catalogue) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Return the catalogue for workbooks that lie in a folder: by the rules of the commune whose folder holds it, and its province's."""
    folders = (place.absolute(), *place.absolute().parents[:2])
    own = next((folder for folder in folders if (folder / SETTINGS).is_file()), place)
    return rules(own, own.absolute().parent, catalogue)


def rules_under(data: Path, only: str, catalogue: Catalogue) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Return the catalogue by the rules of a data folder: its province's, and a commune's where it holds one alone or `only` names it."""
    try:
        found = [folder for folder in communes(data) if only in {"", folder.id}]
    except Unreadable:
        found = []
    return rules(found[0].path if len(found) == 1 else data, data, catalogue)


def _kind(commune: Commune) -> Any:
    """Return the kind that the name itself says ("Phường 2"), else the one that is set."""
    said = next((kind for kind in ("xã", "phường", "đặc khu") if commune.name.lower().startswith(f"{kind} ")), None)
    return said or commune.kind


def _read(path: Path, sort: type[_Settings], needed: dict[str, Any]) -> tuple[_Settings, tuple[Finding, ...]]:
    name = path_name(path)
    try:
        entries = parse(path)
    except Unreadable as fault:
        return sort(**needed), (finding(fault.code, name, line=fault.details["line"]),)
    kept, found = dict(needed), []
    for entry, value in entries.items():
        if entry not in sort.__struct_fields__:
            meant = _meant(entry)
            code = "commune-entry-misspelt" if meant else "commune-entry-unknown"
            found.append(finding(code, name, typed=entry, entry=entry, meant=meant))
        elif (wrong := _wrong(sort, needed, entry, value)) is not None:
            found.append(finding("commune-entry-wrong", name, typed=_shown(value), entry=wrong))
        else:
            kept[entry] = value
    return msgspec.convert(kept, sort), tuple(found)


def _meant(entry: str) -> str:
    """Return the entry that decides who is named, how long or for which unit and that an unknown one was meant to be, or ""."""
    folded = slug(entry).replace("-", "_")
    said = set(folded.split("_"))
    return next((known for known in _BINDING
                 if said & (set(known.split("_")) - _SMALL) or SequenceMatcher(None, folded, known).ratio() >= _ALIKE), "")


def parse(path: Path) -> dict[str, Any]:
    """Return a TOML file's entries, texts composed; Unreadable("commune-file-damaged") with the line that can't be read."""
    content = path.read_bytes()
    try:
        text = nfc(content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise Unreadable("commune-file-damaged", line=str(content[:fault.start].count(b"\n") + 1)) from None
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as fault:
        line = _LINE.search(str(fault))
        raise Unreadable("commune-file-damaged", line=line[1] if line else str(text.count("\n") + 1)) from None


def _wrong(sort: type[Struct], needed: dict[str, Any], entry: str, value: object) -> str | None:
    """Return the path of the entry that the settings can't take, "hamlet[0].name", or None."""
    try:
        msgspec.convert({**needed, entry: value}, sort)
    except msgspec.ValidationError as fault:
        place = re.search(r"at `\$\.?(?:\[\.\.\.\])?([^`]*)`", str(fault))
        return (place[1] if place else "") or entry
    return None


def _shown(value: object) -> str:
    text = "…" if isinstance(value, (dict, list)) else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
