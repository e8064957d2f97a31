"""Heads an officer has told the meaning of once: kept beside the commune's data, known from then on."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form
from generator.columns import plain
from generator.findings import Finding, finding
from generator.sources import SETTINGS, STATE

FILE = "columns.toml"


class Remembered(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer: the head as typed (its levels apart by " > "), the key of the column it is, and the form, "" for any that has it."""

    head: str
    key: str
    form: str = ""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    column: tuple[Remembered, ...] = ()


def beside(workbook: Path) -> Path | None:
    """Return the file of remembered heads of the commune whose folder, or a folder in it, holds a workbook; None where there is none."""
    for folder in workbook.absolute().parents:
        if (folder / STATE / FILE).is_file():
            return folder / STATE / FILE
        if (folder / STATE).is_dir() or (folder / SETTINGS).is_file():
            return None
    return None


def read(workbook: Path, name: str) -> tuple[tuple[Remembered, ...], tuple[Finding, ...]]:
    """Return the heads remembered for a workbook; a damaged file gives none and a warning on the file of that `name`."""
    path = beside(workbook)
    if path is None:
        return (), ()
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), _File).column, ()
    except (OSError, ValueError) as fault:
        return (), (finding("columns-damaged", name, reason=str(fault)),)


def known(catalogue: Catalogue, told: Sequence[Remembered]) -> Catalogue:
    """Return the catalogue with each remembered head as a label of its column, and of no other column of that form."""
    if not told:
        return catalogue
    return replace(catalogue, forms={name: _known(form, told) for name, form in catalogue.forms.items()})


def _known(form: Form, told: Sequence[Remembered]) -> Form:
    keys = {column.key for column in form.column}
    own = [one for one in told if one.form in {"", form.id} and one.key in keys and _compared(one.head)]
    if not own:
        return form
    return msgspec.structs.replace(form, column=tuple(_labelled(column, own) for column in form.column))


def _labelled(column: Column, told: Sequence[Remembered]) -> Column:
    heads = {_compared(one.head) for one in told}
    mine = tuple(one.head.replace(" | ", " ") for one in told if one.key == column.key)
    return msgspec.structs.replace(column, labels=(*(label for label in column.labels if _compared(label) not in heads), *mine))


def _compared(label: str) -> tuple[str, ...]:
    return tuple(text for level in label.split(" > ") if (text := plain(level)))
