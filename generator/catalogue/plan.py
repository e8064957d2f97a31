"""The tasks of a province's plan that name the commune, as data: who leads, with whom, the product, by when, and what proves it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

Rhythm: TypeAlias = Literal["quarter", "half", "year", "always", "once"]
_FILE = Path(__file__).parent / "plan_tasks.csv"


class Task(Struct, frozen=True, kw_only=True):
    """A task: `content` is one of the eight contents, I to VIII; its numbers in the two annexes; `forms` are what proves it done."""

    content: str
    annex1: tuple[str, ...]
    annex2: tuple[str, ...]
    task: str
    lead: str
    together: str
    product: str
    due: str
    rhythm: Rhythm
    forms: tuple[str, ...]


@cache
def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the eight contents; msgspec.ValidationError for a fault in plan_tasks.csv."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_task(row) for row in csv.DictReader(file))


def _task(row: dict[str, str]) -> Task:
    listed = {key: row[key].split() for key in ("annex1", "annex2", "forms")}
    return msgspec.convert({**row, **listed, "together": row["with"]}, Task)
