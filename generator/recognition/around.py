"""What the lines around a table say of it: facts, unit, stage, period, subject and title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator import periods, vietnamese
from generator.catalogue import Catalogue
from generator.catalogue.forms import Code, Fact, Form
from generator.cells import address
from generator.columns import Head
from generator.periods import Period
from generator.recognition import words
from generator.recognition.layout import Block, Line
from generator.recognition.match import title_text
from generator.units import is_unit_label, read_unit

_DAY = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_SAMPLE = re.compile(r"06 thang, ?nam\)")  # a head or title as the form prints it, not yet filled in
_EDGES = " \t:;–—-"
_NUMBER = re.compile(r"\b\d+ ")


def facts(block: Block, known: Iterable[Fact]) -> dict[str, tuple[str, str]]:
    """Return the facts a form names, from lines "Nhãn: giá trị" beside the table, each as typed with its cell's address."""
    found: dict[str, tuple[str, str]] = {}
    lines = [*block.above, *block.below]
    for fact in known:
        told = next((told for line in lines if (told := _told(fact, line))), None)
        if told:
            found[fact.key] = told
    return found


def units(block: Block) -> dict[int, str]:
    """Return each unit told above or in the head of a table, with its text; those of the sheet's top where there is none."""
    for lines in (block.above, block.earlier):
        found = _units_of(lines)
        found |= {unit: text for unit, text in _units_in(block.head.heads).items() if unit not in found}
        if found:
            return found
    return {}


def stage(block: Block, form: Form, code: Code | None, catalogue: Catalogue) -> str | None:
    """Return the stage that the title tells, or else the form's number, or else the head; a plan's head names years gone by too.

    Lines that tell a fact are read after the others: who receives gifts says nothing about a list of what was given out.
    """
    own = [stage for stage in catalogue.stages if stage.kind == form.kind and stage.id in form.stages]
    titles = [line for line in block.above if not any(_told(fact, line) for fact in form.facts)]
    for title in (title_text(titles), title_text(block.above), title_text(block.earlier)):
        for known in own:
            if any(f" {vietnamese.words(word)} " in f" {title} " for word in known.words):
                return known.id
    if code and code.stage:
        return code.stage
    if words.holds(title_text(block.above), "plans"):
        return None
    heads = " | ".join(_NUMBER.sub("", vietnamese.words(text)) for head in block.head.heads.values() for text in head)
    return next((known.id for known in own if any(vietnamese.words(word) in heads for word in known.columns)), None)


def period(lines: Iterable[Line]) -> Period | None:
    """Return the period told by lines above a table, those with another paper's number or a whole day left aside."""
    undated = [line.text for line in lines if not words.is_dated(line.text) and not _SAMPLE.search(vietnamese.fold(line.text))]
    told = [periods.from_text(text) for text in (" ".join(undated), *undated)]
    return next((one for one in told if one), None)


def periods_of_heads(heads: Mapping[int, Head], year: int | None = None) -> list[Period]:
    """Return the periods a table's heads tell, parts of a year before whole ones, later before earlier; `year` where none is named."""
    texts = [text for head in heads.values() for text in (*head, " ".join(head)) if not _SAMPLE.search(vietnamese.fold(text))]
    told = {found for text in texts if (found := periods.from_text(text, year))}
    return sorted(told, key=lambda found: (found.kind == "year", -found.year, -found.number))


def subject(form: Form, lines: Iterable[Line], told: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """Return a table's subject as (id, name): of its title's words, or of the fact that names it."""
    source, _, key = (form.subject_from or "title").partition(":")
    if source == "fact":
        name = told.get(key, ("", ""))[0]
        return (vietnamese.slug(name), name) if vietnamese.slug(name) else None
    title = f" {title_text(lines)} "
    found = next((one for one in form.subjects if any(f" {vietnamese.words(word)} " in title for word in one.words)), None)
    return (found.id, found.name.vi) if found else None


def title(lines: Iterable[Line]) -> str:
    """Return the table's title: the lines above it that are neither letterhead, unit, another paper's number nor a label's."""
    kept = []
    lines = tuple(lines)
    letterhead = {line.row for line in lines if words.begins(line.text, "letterhead")}
    for line in lines:
        text = " ".join(line.text.split())
        other = text.startswith("(") or text.endswith((":", ")")) or line.row in letterhead or words.is_dated(text)
        if not other and read_unit(text) is None and not is_unit_label(text) and (":" not in text or text.isupper()):
            kept.append(text)
    return " ".join(kept)


def _told(fact: Fact, line: Line) -> tuple[str, str] | None:
    """Return what a line says of a fact: after one of its labels (the longest there is), first in the line or else within it."""
    typed = line.text.split()
    folded = [vietnamese.words(word) for word in typed]
    found = [(start, start + len(wanted)) for label in fact.labels for wanted in [vietnamese.words(label).split()]
             for start in range(len(folded) - len(wanted) + 1)
             if folded[start:start + len(wanted)] == wanted and _starts_here(fact, typed, start)]
    for _, end in sorted(dict(sorted(found)).items()):
        value = _value(fact, " ".join(typed[end:]))
        if any(map(str.isalnum, value)):
            return value, line.address
        if any(map(str.isalnum, line.beside)) and end == len(typed):
            return line.beside.strip(), address(line.row, line.beside_column)
    return None


def _starts_here(fact: Fact, typed: list[str], start: int) -> bool:
    """Return whether a label may begin at a word: at the line's start, or within it where a day or a number follows."""
    if start == 0 or fact.read in {"day", "code"} or typed[start].startswith("("):
        return True
    return typed[start - 1].endswith((":", ";", ",", ".", "–"))


def _value(fact: Fact, rest: str) -> str:
    text = rest.strip().lstrip(_EDGES).strip()
    if fact.read == "day":
        day = _DAY.search(text)
        return day[0] if day and not vietnamese.words(text[:day.start()]).replace("ngay", "").strip() else ""
    return text.split(" ngày ")[0].strip(" ()") if fact.read == "code" else text.rstrip(" )") if "(" not in text else text


def _units_of(lines: Iterable[Line]) -> dict[int, str]:
    found: dict[int, str] = {}
    for line in lines:
        unit = read_unit(f"{line.text} {line.beside}" if is_unit_label(line.text) else line.text)
        if unit is not None:
            found.setdefault(unit, line.text.strip() if not is_unit_label(line.text) else f"{line.text.strip()} {line.beside}")
    return found


def _units_in(heads: Mapping[int, Head]) -> dict[int, str]:
    """Return the units told in a head's brackets ("Số tiền (đồng)") or by a label of a unit."""
    found: dict[int, str] = {}
    for text in dict.fromkeys(text for head in heads.values() for text in head):
        folded = vietnamese.fold(text)
        parts = [*_IN_BRACKETS.findall(text), *(line for line in text.split("\n") if "dvt" in folded or "don vi" in folded)]
        for part in parts:
            unit = read_unit(part) or read_unit(f"ĐVT: {part}")
            if unit is not None:
                found.setdefault(unit, text)
    return found
