"""Work out again the stored results of formulas that a changed cell goes into: sums and plain arithmetic, nothing else."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from openpyxl.formula.translate import Translator

from generator.cells import address, position
from generator.report.marking.cells import Grid, Spot
from generator.report.marking.package import Package
from generator.report.marking.places import Edit, Element, edited, find, named

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d*):\$?([A-Z]{1,3})\$?([1-9]\d*)")
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d*)")
_SUM = re.compile(r"\bSUM\s*\(", re.IGNORECASE)
_PLAIN = re.compile(r"[\sA-Z0-9$:+\-*/().,]*", re.IGNORECASE)
_MOST, _DEEPEST = 20_000, 60
_OPERATORS: Mapping[type[ast.AST], Callable[..., Decimal]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.USub: operator.neg, ast.UAdd: operator.pos}


class _Unknown(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A formula that is more than sums and plain arithmetic of its own sheet."""


@dataclass(frozen=True, slots=True)
class _Formula:
    text: str
    element: Element


def recounted(package: Package, part: str, changed: Spot) -> bool:
    """Put new results in the place of those that a changed cell goes into; False where one of them can't be worked out here."""
    content = package.read(part)
    formulas, values = _read(content)
    touched = _touched(formulas, changed)
    if _elsewhere(package, part) and touched | {changed}:
        return False
    try:
        counting = _Counting(formulas, values, touched)
        results = {spot: counting.value(spot, 0) for spot in touched}
    except (_Unknown, DivisionByZero, InvalidOperation, SyntaxError, ValueError, RecursionError):
        return False
    package.put(part, edited(content, [edit for spot, result in results.items() for edit in _stored(content, formulas[spot], result)]))
    return True


def _read(content: bytes) -> tuple[dict[Spot, _Formula], dict[Spot, Decimal]]:
    """Return a sheet's formulas, shared ones written out, and the numbers of its other cells."""
    rows = {number for number, _ in Grid(content, set()).rows}
    grid = Grid(content, rows)
    formulas: dict[Spot, _Formula] = {}
    values: dict[Spot, Decimal] = {}
    shared: dict[str, tuple[str, str]] = {}
    for row, cells in grid.cells.items():
        for column, element in cells:
            inner = content[element.start:element.end]
            text = _formula(inner, address(row, column), shared) if b"f" in inner else None
            if text is not None:
                formulas[row, column] = _Formula(text, element)
            elif element.attributes.get("t", "n") == "n" and (number := re.search(rb"<(?:\w+:)?v>([^<]*)<", inner)):
                values[row, column] = Decimal(number[1].decode())
    return formulas, values


def _formula(inner: bytes, place: str, shared: dict[str, tuple[str, str]]) -> str | None:
    found = next(iter(_named(inner)), None)
    if found is None:
        return None
    element, text = found
    key = element.attributes.get("si", "")
    if element.attributes.get("t") in ("array", "dataTable"):
        return "?"
    if key and text:
        shared[key] = (text, place)
    if key and not text:
        first, at = shared.get(key, ("?", place))
        return str(Translator(f"={first}", origin=at).translate_formula(place)).removeprefix("=")
    return text


def _named(inner: bytes) -> Iterator[tuple[Element, str]]:
    whole = re.sub(rb"<(/?)\w+:", rb"<\1", inner)
    for element in find(whole, lambda name, _: name == "f"):
        raw = whole[element.head:element.tail].decode()
        yield element, raw.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _goes_into(formula: str) -> set[Spot]:
    found = {(int(row), position(f"{letters}1")[1]) for letters, row in _PLACE.findall(formula)}
    for area in _AREA.finditer(formula):
        found |= set(_cells(area))
    return found


def _cells(area: re.Match[str]) -> Iterator[Spot]:
    left, right = sorted((position(f"{area[1]}1")[1], position(f"{area[3]}1")[1]))
    top, bottom = sorted((int(area[2]), int(area[4])))
    if (right - left + 1) * (bottom - top + 1) > _MOST:
        raise _Unknown
    yield from ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _touched(formulas: Mapping[Spot, _Formula], changed: Spot) -> set[Spot]:
    """Return the formulas that a cell goes into, straight or through others."""
    into = {spot: _goes_into(one.text.upper()) for spot, one in formulas.items()}
    found, fresh = set[Spot](), {changed}
    while fresh:
        fresh = {spot for spot, own in into.items() if spot not in found and own & fresh}
        found |= fresh
    return found


def _elsewhere(package: Package, part: str) -> bool:
    """Return whether another sheet's formulas name a sheet of the workbook."""
    book = package.read(package.workbook)
    parts = [link.target for link in package.links(package.workbook) if link.kind == "worksheet" and link.target != part]
    return len(named(book, "sheet")) > 1 and any(re.search(rb"<(?:\w+:)?f[^>]*>[^<]*!", package.read(one)) for one in parts)


@dataclass(frozen=True, slots=True)
class _Counting:
    formulas: Mapping[Spot, _Formula]
    values: dict[Spot, Decimal]
    touched: set[Spot]

    def value(self, spot: Spot, depth: int) -> Decimal:
        """Return a cell's number: as stored where the change doesn't reach it, worked out where it does, 0 where it is blank."""
        if depth > _DEEPEST:
            raise _Unknown
        if spot not in self.values and spot in self.formulas:
            self.values[spot] = self._result(self.formulas[spot].text.upper(), depth)
        return self.values.get(spot, Decimal(0))

    def _result(self, formula: str, depth: int) -> Decimal:
        if not _PLAIN.fullmatch(formula):
            raise _Unknown

        def area(match: re.Match[str]) -> str:
            return f"({sum((self.value(spot, depth + 1) for spot in _cells(match)), Decimal(0)):f})"

        text = _SUM.sub("S(", formula)
        text = _AREA.sub(area, text)
        text = _PLACE.sub(lambda match: f"({self.value((int(match[2]), position(f'{match[1]}1')[1]), depth + 1):f})", text)
        return _counted(ast.parse(text.strip(), mode="eval").body)


def _counted(node: ast.AST) -> Decimal:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return Decimal(str(node.value))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_counted(node.left), _counted(node.right))
    if isinstance(node, ast.UnaryOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_counted(node.operand))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "S" and not node.keywords:
        return sum((_counted(one) for one in node.args), Decimal(0))
    raise _Unknown


def _stored(content: bytes, formula: _Formula, result: Decimal) -> list[Edit]:
    element = formula.element
    inner = content[element.start:element.end]
    text = format(result.normalize(), "f").encode()
    fresh, count = re.subn(rb"(<(?:\w+:)?v>)[^<]*(<)", rb"\g<1>" + text + rb"\g<2>", inner, count=1)
    if not count:
        raise _Unknown
    return [(element.start, element.end, re.sub(rb"\st=\"(?:str|e|b)\"", b"", fresh, count=1))]
