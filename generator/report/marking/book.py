"""Put a new sheet before all others of a workbook: names that count sheets follow, and the workbook opens on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.report.marking.package import Package
from generator.report.marking.places import Edit, Element, edited, escaped, inside, named, retagged
from generator.sources import MARK
from generator.vietnamese import fold

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BEFORE_NAMES = ("sheets", "functionGroups", "externalReferences")
_LONGEST = 31


def sheets(package: Package) -> Mapping[str, str]:
    """Return the parts of a workbook's sheets, of charts too, by their names."""
    targets = {link.id: link.target for link in package.links(package.workbook)}
    found = {}
    for element in named(package.read(package.workbook), "sheet"):
        link = next((value for key, value in element.attributes.items() if key.endswith(":id")), "")
        if link in targets:
            found[element.attributes.get("name", "")] = targets[link]
    return found


def unused(name: str, taken: Mapping[str, str]) -> str:
    """Return a name for a sheet that no other has, numbered where it must be."""
    folded = {fold(other) for other in taken}
    tries = (f"{name} ({number})" if number > 1 else name for number in range(1, len(taken) + 2))
    return next(one for one in tries if fold(one) not in folded)[:_LONGEST]


def put_first(package: Package, name: str, content: bytes) -> str:
    """Add a sheet before all others and return its part's name."""
    part = package.free("xl/worksheets/sheetCk{}.xml")
    package.put(part, content)
    package.declare(part, _SHEET)
    link = package.relate(package.workbook, "worksheet", part)
    book = package.read(package.workbook)
    package.put(package.workbook, edited(book, _edits(package, book, name, link)))
    return part


def _edits(package: Package, book: bytes, name: str, link: str) -> Iterator[Edit]:
    found = named(book, "sheet", "workbookView", "definedName", "definedNames", *_BEFORE_NAMES)
    listed = next(element for element in found if element.name == "sheets")
    number = 1 + max((int(element.attributes.get("sheetId", 0)) for element in found if element.name == "sheet"), default=0)
    yield listed.head, listed.head, (f'<{listed.prefix}sheet xmlns:r="{package.relations}" name="{escaped(name, coded=False)}" '
                                     f'sheetId="{number}" r:id="{link}"/>').encode()
    for element in found:
        if element.name == "workbookView":
            yield retagged(book, element, activeTab="0", firstSheet=None)
        elif element.name == "definedName" and "localSheetId" in element.attributes:
            yield retagged(book, element, localSheetId=str(int(element.attributes["localSheetId"]) + 1))
    yield _mark(book, found, name)


def place(sheet: str, cell: str) -> str:
    """Return a cell's place within its workbook, as links and names write it: 'Hộ nghèo'!D17."""
    return "'" + sheet.replace("'", "''") + f"'!{cell}"


def _mark(book: bytes, found: tuple[Element, ...], sheet: str) -> Edit:
    """Return the edit that adds the hidden name by which our marked copies are known, also after Excel has saved them."""
    names = [element for element in found if element.name == "definedNames"]
    before = max((element for element in found if element.name in _BEFORE_NAMES), key=lambda element: element.end)
    p = before.prefix
    name = f'<{p}definedName name="{MARK}" hidden="1">{escaped(place(sheet, "$A$1"), coded=False)}</{p}definedName>'
    if any(element.attributes.get("name") == MARK for element in found):
        return 0, 0, b""
    if names:
        return inside(book, names[0], name.encode())
    return before.end, before.end, f"<{p}definedNames>{name}</{p}definedNames>".encode()
