"""A workbook's package opened to change some of its parts and to be saved with all others byte for byte."""

from __future__ import annotations

import io
import itertools
import posixpath
import zipfile
from dataclasses import dataclass

from generator.report.marking.places import Element, edited, escaped, first, inside, named, plain

_DAY = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_KEPT = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Link:
    """A part's relationship to another: its id, the last word of its type ("worksheet"), and the other part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a package; a part is read when asked for, and only parts that were put differ when it is saved."""

    def __init__(self, content: bytes) -> None:
        """Open a package; KeyError, ValueError or a fault of zipfile's where it is none."""
        self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._put: dict[str, bytes] = {}
        self.workbook = next(link.target for link in self.links("") if link.kind == "officeDocument")
        root = self.read(self.workbook)
        space = "http://purl.oclc.org/ooxml/{}" if b"http://purl.oclc.org/ooxml/spreadsheetml/main" in root else ""
        self.main = space.format("spreadsheetml/main") or "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        self.relations = (space.format("officeDocument/relationships")
                          or "http://schemas.openxmlformats.org/officeDocument/2006/relationships")

    def read(self, name: str) -> bytes:
        """Return a part's bytes as they now are; KeyError where there is none."""
        return self._put[name] if name in self._put else plain(self._zip.read(name))

    def put(self, name: str, content: bytes) -> None:
        """Change a part, or add one."""
        self._put[name] = content

    def has(self, name: str) -> bool:
        """Return whether there is a part of a name."""
        return name in self._put or name in self._infos

    def free(self, pattern: str) -> str:
        """Return the first name, of a pattern with a place for a number, that no part has."""
        taken = {name.lower() for name in (*self._infos, *self._put)}
        return next(name for number in itertools.count(1) if (name := pattern.format(number)).lower() not in taken)

    def links(self, part: str) -> tuple[Link, ...]:
        """Return a part's relationships to other parts, those of the package for ""."""
        name = _links_of(part)
        if not self.has(name):
            return ()
        found = named(self.read(name), "Relationship")
        return tuple(_link(part, element) for element in found if element.attributes.get("TargetMode") != "External")

    def relate(self, part: str, kind: str, target: str) -> str:
        """Relate a part to another and return the new relationship's id."""
        name = _links_of(part)
        content = self.read(name) if self.has(name) else f'{_HEAD}<Relationships xmlns="{_LINKS}"></Relationships>'.encode()
        taken = {element.attributes.get("Id") for element in named(content, "Relationship")}
        new = next(word for number in itertools.count(1) if (word := f"rIdCk{number}") not in taken)
        root = first(content, "Relationships")
        path = posixpath.relpath(target, posixpath.dirname(part) or ".")
        added = f'<{root.prefix}Relationship Id="{new}" Type="{self.relations}/{kind}" Target="{escaped(path, coded=False)}"/>'
        self.put(name, edited(content, [inside(content, root, added.encode())]))
        return new

    def declare(self, part: str, sort: str) -> None:
        """Say of which type a new part is; a part that needs no more than its extension's type is given once as Default."""
        content = self.read(_TYPES)
        root = first(content, "Types")
        extension = part.rpartition(".")[2]
        if extension == "xml":
            added = f'<{root.prefix}Override PartName="/{part}" ContentType="{sort}"/>'
        elif any(element.attributes.get("Extension", "").lower() == extension for element in named(content, "Default")):
            return
        else:
            added = f'<{root.prefix}Default Extension="{extension}" ContentType="{sort}"/>'
        place = root.head if extension != "xml" else root.tail
        self.put(_TYPES, edited(content, [(place, place, added.encode())]))

    def type_of(self, part: str) -> str:
        """Return a part's content type, "" where none is told."""
        told = {element.attributes.get("PartName", "").lower(): element.attributes.get("ContentType", "")
                for element in named(self.read(_TYPES), "Override")}
        return told.get(f"/{part}".lower(), "")

    def saved(self) -> bytes:
        """Return the package: its parts in their old order, then the new ones, with the same bytes each time."""
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as target:
            for name, info in self._infos.items():
                target.writestr(_entry(info), self._put[name] if name in self._put else self._zip.read(name))
            for name, content in self._put.items():
                if name not in self._infos:
                    target.writestr(_entry(zipfile.ZipInfo(name, _DAY), zipfile.ZIP_DEFLATED), content)
        return whole.getvalue()


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _link(part: str, element: Element) -> Link:
    target = element.attributes.get("Target", "")
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
    return Link(element.attributes.get("Id", ""), element.attributes.get("Type", "").rpartition("/")[2], path)


def _entry(info: zipfile.ZipInfo, how: int | None = None) -> zipfile.ZipInfo:
    kept = zipfile.ZipInfo(info.filename, info.date_time)
    sort = info.compress_type if how is None else how
    kept.compress_type = sort if sort in _KEPT else zipfile.ZIP_DEFLATED
    kept.external_attr, kept.create_system = info.external_attr, info.create_system
    return kept
