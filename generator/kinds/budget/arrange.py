"""Turn the records of a budget table into a tree: levels, parents, keys of the row set, what is only "trong đó"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.catalogue import Catalogue
from generator.catalogue.forms import Form, Line
from generator.cells import address, position, typed
from generator.commune import Commune
from generator.findings import Finding, finding
from generator.kinds.budget import fractions, words
from generator.kinds.budget.outline import Node, chain, grow, told
from generator.kinds.budget.rowset import TOTALS, RowSet
from generator.recognition.table import Table
from generator.records.record import Reading, Record, Typed

PLANNED = frozenset({"draft", "decided"})


def arrange(reading: Reading, catalogue: Catalogue, commune: Commune) -> Reading:
    """Return the reading with its lines as a tree; a figure under a head of another stage gets the key of its own stage."""
    del commune
    form = catalogue.form(str(reading.table.form))
    reading = fractions.settled(_without_ratios(_renamed(reading), form), form)
    rows = RowSet(own_lines(form, reading.table, catalogue))
    nodes = grow(reading.records, rows, money_keys(form))
    _give_total(nodes, rows, reading.table.side or form.side)
    return replace(reading, records=tuple(_record(node, rows) for node in nodes))


def money_keys(form: Form) -> frozenset[str]:
    """Return the keys of a form's columns that hold amounts."""
    return frozenset(column.key for column in form.column if column.read == "money")


def own_lines(form: Form, table: Table, catalogue: Catalogue) -> tuple[Line, ...]:
    """Return the row set of a table's period; of a two-sided table only the lines of its side."""
    lines = catalogue.rows(form, table.period.first) if table.period else ()
    if table.side is None:
        return lines
    other = TOTALS["spending" if table.side == "revenue" else "revenue"][1]
    roots = {line.key for line in lines if line.role == other}
    while more := {line.key for line in lines if line.parent in roots} - roots:
        roots |= more
    return tuple(line for line in lines if line.key not in roots)


def _renamed(reading: Reading) -> Reading:
    names = dict(_other_stage(reading.table))
    if not names:
        return reading
    columns = {names.get(key, key): place for key, place in reading.table.columns.items()}
    records = tuple(
        replace(record, values=_with_names(record.values, names), dashes=frozenset(names.get(key, key) for key in record.dashes))
        for record in reading.records
    )
    return replace(reading, table=replace(reading.table, columns=columns), records=records)


def _other_stage(table: Table) -> Iterable[tuple[str, str]]:
    """Yield (key, key meant): what was "done", in a plan, is the year before; a part without its own head belongs to the plan."""
    for key in table.columns:
        stem, _, part = key.partition("_")
        part = f"_{part}" if part else ""
        if stem != "done":
            continue
        if table.stage in PLANNED:
            yield key, f"prior{part}" if f"plan{part}" in table.columns else f"plan{part}"
        elif part and "done" not in table.columns and "plan" in table.columns and f"plan{part}" not in table.columns:
            yield key, f"plan{part}"


def _with_names(values: Mapping[str, Typed], names: Mapping[str, str]) -> dict[str, Typed]:
    return {names.get(key, key): value for key, value in values.items()}


def _without_ratios(reading: Reading, form: Form) -> Reading:
    """Return the reading without the figures of lines that are ratios: they stand in a column of money but are none."""
    money = money_keys(form)
    ratios = {record.row for record in reading.records if words.begins(str(record.values.get("label") or ""), "ratios")}
    if not ratios:
        return reading
    places = [address(row, column) for row in sorted(ratios) for key, column in reading.table.columns.items() if key in money]
    findings = [found for found in reading.findings if not (found.cell in places and found.code.startswith("amount-"))]
    findings += [_ratio(reading, cell) for cell in places if _typed_at(reading.table, cell)]
    records = tuple(
        replace(record, values={key: None if key in money else value for key, value in record.values.items()})
        if record.row in ratios
        else record
        for record in reading.records
    )
    return replace(reading, records=records, findings=tuple(findings))


def _ratio(reading: Reading, cell: str) -> Finding:
    return finding("ratio-line", reading.file, reading.table.sheet.name, cell, typed=_typed_at(reading.table, cell))


def _typed_at(table: Table, cell: str) -> str:
    return typed(table.sheet.value(*position(cell)))


def _give_total(nodes: tuple[Node, ...], rows: RowSet, side: str | None) -> None:
    """Let the first headline total be the row set's total where no line was recognised as it by its label."""
    line = rows.with_role(*TOTALS.get(side or "", ("total",)))
    first = next((node for node in nodes if node.headline and node.filled), None)
    if line and first and not first.key and all(node.key != line.key for node in nodes):
        first.key = line.key


def _record(node: Node, rows: RowSet) -> Record:
    above = node.above
    line = rows.lines.get(above.key or "") if above else None
    some = bool(line and line.children == "within" and above and not any(_is_part(other, rows) for other in above.below))
    return replace(
        told(node),
        level=sum(1 for _ in chain(above)),
        parent=above.record.row if above else None,
        key=node.key,
        within=node.within or some,
        style=_style(node),
    )


def _is_part(node: Node, rows: RowSet) -> bool:
    line = rows.lines.get(node.key or "")
    return line is not None and line.role == "part"


def _style(node: Node) -> str:
    if node.headline or (node.above is None and node.filled and words.is_total(node.label)):
        return "total"
    return "group" if node.below or not (node.filled or node.key or node.mark) else "line"
