"""Tables of no known form that an officer declares beside the data, `<name>.bang.toml`: title, columns, and which are public."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
from msgspec import Struct, field

from generator.catalogue import Catalogue
from generator.catalogue.forms import Column, Form, Reader, Register, Text, literal
from generator.findings import Finding, finding
from generator.vietnamese import nfc, slug

SUFFIX = ".bang.toml"


class Declared(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A declared table: its title and columns as they stand on the sheet; what is not named in `public` stays private."""

    title: str
    columns: tuple[str, ...]
    public: tuple[str, ...]
    question: str = ""
    family: str = ""
    names: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    group: str = ""
    cards: bool = False
    read: dict[str, Reader] = field(default_factory=dict)


def declared(catalogue: Catalogue, folder: Path, name: Callable[[Path], str]) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Return the catalogue with a form for each table declared in a folder, and what is wrong with those that can't be used."""
    base = next((form for form in catalogue.forms.values() if form.options.get("declared")), None)
    found: list[Finding] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if base else ():
        try:
            said = msgspec.convert(tomllib.loads(nfc(path.read_text("utf-8-sig"))), Declared)
        except (msgspec.ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            found.append(finding("table-declared-wrong", name(path), reason=" ".join(str(fault).split())))
            continue
        wrong = [head for head in (*said.public, *said.names, *said.sums, *said.read, said.group) if head and head not in said.columns]
        known = {family.id for family in catalogue.families}
        if wrong or not said.public or (said.family and said.family not in known) or not slug(said.title):
            found.append(finding("table-declared-wrong", name(path), reason=", ".join(wrong) or said.family or "public"))
        elif base:
            form = _form(base, said)
            catalogue = replace(catalogue, forms={**catalogue.forms, form.id: form})
    return catalogue, tuple(found)


def _form(base: Form, said: Declared) -> Form:
    """Return the form of a declared table: its own columns, in a form of the catalogue made for such tables."""
    keys = {head: slug(head).replace("-", "_") or f"c{place}" for place, head in enumerate(said.columns)}
    lead = next((head for head in said.public if head != said.group), said.public[0])
    markers = tuple(column for column in base.column if column.read == "marker")
    columns = tuple(_column(head, keys[head], said) for head in said.columns if not any(head in one.labels for one in markers))
    told = tuple(Text(f"{literal(head)}: {{sum_{keys[head]}}}.") for head in said.sums)
    register = Register(lead=keys[lead], answer=(*base.register.answer, *told), sums=tuple(keys[head] for head in said.sums),
                        group=keys.get(said.group, ""), cards=said.cards)
    return msgspec.structs.replace(
        base, id=f"{base.id}-{slug(said.title)}", slug=slug(said.title), family=said.family or base.family, name=Text(said.title),
        question={"": Text(said.question or said.title)}, titles=(said.title,), column=(*markers, *columns), register=register)


def _column(head: str, key: str, said: Declared) -> Column:
    return Column(key=key, name=Text(head), labels=(head,), read=said.read.get(head, "name" if head in said.names else "text"),
                  public=head in said.public, names=head in said.names)
