"""What an empty workbook looks like, by form and stage, from the catalogue's templates.toml."""

from __future__ import annotations

import tomllib
from functools import cache

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.catalogue import HERE, Catalogue, load


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column of the table: its key in the form, its head ("upper > lower"), its side in a two-sided table, and a filled example."""

    key: str
    head: str
    side: str | None = None
    example: str = ""


class Beside(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line above the table, "Nhãn: …": the fact's key in the form, its label, and a filled example."""

    key: str
    label: str
    example: str = ""


class Design(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An empty workbook: the form and stage it is for, its file's name, its title, and what can be filled in.

    `periods` are what can be chosen under the title, `blank` what stands there before; `steps` are second lines to choose from;
    `left_out` are lines of the row set that it spares, `open` how many blank lines it has, `signed` whether two people sign it.
    """

    form: str
    file: str
    title: str
    columns: tuple[Place, ...]
    stage: str = ""
    under: str = ""
    steps: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    blank: str = ""
    facts: tuple[Beside, ...] = ()
    left_out: tuple[str, ...] = ()
    open: int = 0
    signed: bool = False


def fitted(design: Design, catalogue: Catalogue) -> Design:
    """Return a design as it serves a catalogue: as it is, or with title, columns and facts of the form that a province laid over it."""
    form, general = catalogue.form(design.form), load().forms.get(design.form)
    if general is None or form == general:
        return design
    examples = {place.key: place.example for place in design.columns}
    columns = tuple(Place(key=column.key, head=column.labels[0] if column.labels else column.name.vi, example=examples.get(column.key, ""))
                    for column in form.column)
    stage = catalogue.stage(form.kind, design.stage) if design.stage else None
    known = {fact.key for fact in form.facts}
    return replace(design, title=form.titles[0].upper() if form.titles else design.title, columns=columns, left_out=(),
                   under=f"({stage.name.vi})" if stage else design.under, facts=tuple(one for one in design.facts if one.key in known))


@cache
def designs() -> tuple[Design, ...]:
    """Return every design in the catalogue's order; msgspec.ValidationError names the place of a fault."""
    return msgspec.convert(tomllib.loads((HERE / "templates.toml").read_text("utf-8"))["template"], tuple[Design, ...])
