"""The datapackage.json of a dataset (a folder of tables, such as a period's budget): Data Package v2, each table with its schema."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import periods
from generator.catalogue.texts import texts
from generator.disclosed import Disclosure, Json
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site
from generator.downloads.comma import safe, written_dash
from generator.downloads.grid import Grid, publisher
from generator.downloads.notation import DONG, field_type, json_text

FILE, LABEL = "datapackage.json", "datapackage"
_PROFILES = "https://datapackage.org/profiles/2.0/"


@dataclass(frozen=True, slots=True)
class Part:
    """A table of a dataset: its disclosure, its grid, and its CSV relative to the commune's folder."""

    disclosure: Disclosure
    table: Grid
    file: str


def datasets(parts: Sequence[Part]) -> dict[str, tuple[Part, ...]]:
    """Return the tables by the folder their files lie in, each table once at its newest version, by file."""
    newest: dict[str, Part] = {}
    for part in parts:
        if part.file not in newest or part.disclosure.version > newest[part.file].disclosure.version:
            newest[part.file] = part
    found: dict[str, list[Part]] = {}
    for file in sorted(newest):
        found.setdefault(file.rpartition("/")[0], []).append(newest[file])
    return {folder: tuple(own) for folder, own in found.items()}


def write_package(place: str, parts: Sequence[Part], site: Site, folder: Path) -> tuple[Made, ...]:
    """Write the dataset's descriptor into its folder and return it as made of each of its disclosures."""
    target = folder / place / FILE
    target.write_bytes(json_text(descriptor(place, parts, site, folder)))
    size, path = target.stat().st_size, f"{place}/{FILE}"
    return tuple(Made(part.disclosure.id, "download", LABEL, path, size=size) for part in parts)


def descriptor(place: str, parts: Sequence[Part], site: Site, folder: Path) -> dict[str, Json]:
    """Return a dataset's descriptor; it names the publisher and no person."""
    words = texts("downloads", site.language)
    served = site.commune.site.rstrip("/")
    titles = [part.table.title for part in parts]
    days = [part.disclosure.posted_from or site.day for part in parts]
    found: dict[str, Json] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": f"{site.commune.id}-{place.replace('/', '-')}",
        "title": titles[0] if len(titles) == 1 else words["dataset"].format(titles="; ".join(titles)),
        "description": "\n".join(dict.fromkeys(line for part in parts for line in part.table.notes)),
        "version": str(max(part.disclosure.version for part in parts)),
        "created": f"{max(days).isoformat()}T00:00:00+07:00",
        "contributors": [{"title": publisher(site.commune, words), "roles": ["publisher"]}],
        "sources": [{"title": words["source"].format(publisher=publisher(site.commune, words))}],
        "resources": [_resource(part, folder, words) for part in parts],
    }
    found |= {"licenses": [{_named(site.commune.licence): site.commune.licence}]} if site.commune.licence else {}
    return found | ({"homepage": f"{served}/{addresses.folder(parts[0].disclosure, site.catalogue)}/"} if served else {})


def _named(licence: str) -> str:
    """Return whether a licence is told by its name or by its address."""
    return "path" if licence.startswith("http") else "name"


def _resource(part: Part, folder: Path, words: Mapping[str, Any]) -> dict[str, Json]:
    content = (folder / part.file).read_bytes()
    name = part.file.rpartition("/")[2]
    one = part.disclosure
    covered = periods.read(one.period) if one.period else None
    return {
        "name": name.removesuffix(".csv"), "type": "table", "path": name, "title": part.table.title,
        "description": " · ".join(part.table.notes), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"$schema": f"{_PROFILES}tabledialect.json", "delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "$schema": f"{_PROFILES}tableschema.json", "missingValues": ["", written_dash()],
            "fields": [_field(part.table, number, words) for number in range(len(part.table.heads))],
        },
    } | ({"coverage": {"from": covered.first.isoformat(), "until": covered.last.isoformat()}} if covered else {})


def _field(table: Grid, number: int, words: Mapping[str, Any]) -> dict[str, Json]:
    kind, head = table.kinds[number], table.heads[number]
    more: dict[str, Json] = {"unit": DONG, "description": words["unit"]} if kind == "money" else {}
    return {"name": safe(head), "title": head, "type": field_type(kind), "key": table.keys[number]} | more
