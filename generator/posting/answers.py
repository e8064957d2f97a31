"""The officer's answers to arithmetic findings: an accepted difference is published as signed, with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.catalogue.texts import texts
from generator.findings import Finding, acceptable, finding
from generator.posting.store import FOLDER, named

FILE = "answers.toml"


class Answer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One accepted finding: the file and cell it is on, its code, why it is right as signed, who says so and when.

    Where `typed` is given, the answer holds only while the cell says that.
    """

    file: str
    cell: str
    code: str
    reason: str
    by: str
    day: date
    sheet: str | None = None
    typed: str | None = None


class _Answers(Struct, frozen=True, forbid_unknown_fields=True):
    answer: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """Findings after the answers were weighed, and the public sentences that tell what was accepted and why."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()


def read(data: Path) -> tuple[tuple[Answer, ...], tuple[Finding, ...]]:
    """Return the answers kept in a commune's data folder; a damaged file gives none and one finding."""
    path = data / FOLDER / FILE
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _Answers).answer, ()
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        return (), (finding("answers-damaged", named(path), reason=str(fault)),)


def accept(findings: Iterable[Finding], answers: Sequence[Answer], language: str = "vi") -> Accepted:
    """Return the findings with every accepted error made a notice that gives its reason; only arithmetic can be accepted."""
    weighed: list[Finding] = []
    notes: list[str] = []
    for found in findings:
        answer = next((answer for answer in answers if _answers(answer, found)), None)
        if answer is None or found.severity != "error":
            weighed.append(found)
        elif not acceptable(found.code):
            weighed += [found, finding("answer-refused", found.file, found.sheet, found.cell, which=found.code)]
        else:
            weighed += [replace(found, severity="notice"), _accepted(answer, found)]
            notes.append(texts("posting", language)["accepted"].format(reason=answer.reason.strip()))
    return Accepted(tuple(weighed), tuple(dict.fromkeys(notes)))


def unused(findings: Iterable[Finding], answers: Sequence[Answer], name: str) -> tuple[Finding, ...]:
    """Return a notice for every answer that no finding asks for any more; `name` is the answers file as findings name it."""
    asked = tuple(findings)
    return tuple(finding("answer-unused", name, answer.sheet, answer.cell, which=answer.code, workbook=answer.file)
                 for answer in answers if not any(_answers(answer, found) for found in asked))


def _accepted(answer: Answer, found: Finding) -> Finding:
    return finding("answer-accepted", found.file, found.sheet, found.cell,
                   reason=answer.reason.strip(), by=answer.by.strip(), day=f"{answer.day:%d/%m/%Y}")


def _answers(answer: Answer, found: Finding) -> bool:
    if not answer.reason.strip() or not answer.by.strip():
        return False
    return (
        answer.code == found.code
        and (found.file == answer.file or found.file.endswith(f"/{answer.file}"))
        and (found.cell or "").upper() == answer.cell.strip().upper()
        and answer.sheet in (None, found.sheet)
        and answer.typed in (None, found.typed)
    )
