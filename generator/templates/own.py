"""The empty workbook of a form that brings none: its title, heads and facts are the form's own, at each of its stages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue, load
from generator.catalogue.forms import Column, Form
from generator.catalogue.texts import texts
from generator.templates.designs import Beside, Design, Place, designs

_LINES = 60


def offered(catalogue: Catalogue) -> tuple[Design, ...]:
    """Return the designs there are, and one for each stage of a form that was laid over the catalogue and has none."""
    known = {one.form for one in designs()} | load().forms.keys()
    own = (design for form in catalogue.forms.values() if form.id not in known and not form.register.refused
           for design in _of_form(form, catalogue))
    return (*designs(), *own)


def _of_form(form: Form, catalogue: Catalogue) -> Iterator[Design]:
    """Yield a design for each stage; lists of households are one workbook, whose stage is chosen in it."""
    stages = tuple(stage for stage in catalogue.stages if stage.kind == form.kind and stage.id in form.stages)
    if form.kind == "households" or not stages:
        yield _design(form, steps=tuple(f"({stage.name.vi})" for stage in stages))
        return
    for stage in stages:
        yield _design(form, stage=stage.id, under=f"({stage.name.vi})")


def _design(form: Form, stage: str = "", under: str = "", steps: tuple[str, ...] = ()) -> Design:
    said = texts("templates", "vi")["own"]
    columns = tuple(_place(column, stage) for column in form.column if _wanted(column, form))
    facts = tuple(Beside(key=fact.key, label=fact.labels[0]) for fact in form.facts if fact.labels and fact.read != "day")
    return Design(form=form.id, file="-".join(filter(None, (form.id, stage))), title=form.titles[0].upper(), columns=columns, stage=stage,
                  under=under, steps=steps, periods=tuple(said["periods"]), blank=said["blank"], facts=facts,
                  open=0 if form.rows else _LINES, signed=form.kind == "budget")


def _wanted(column: Column, form: Form) -> bool:
    """Return whether officers are asked for a column: what the form says, or what is public, must be there, or lets a name out."""
    if form.filled_in:
        return column.key in form.filled_in
    return column.public or column.required or column.key in {other.consent for other in form.column}


def _place(column: Column, stage: str) -> Place:
    head = column.staged[stage].vi if stage in column.staged else (column.labels or (column.name.vi,))[0]
    return Place(key=column.key, head=head, side=column.side)
