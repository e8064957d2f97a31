"""The counts of a household list by hamlet and class, crossed only where no count is so small that it points at someone."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from generator.catalogue import Catalogue
from generator.catalogue.forms import Form
from generator.disclosed import Disclosure


def spoken(disclosure: Disclosure, catalogue: Catalogue, language: str) -> Disclosure:
    """Return a list whose summary names its classes in a language, as far as the catalogue does."""
    names = {choice.key: choice.name.to(language) for choice in catalogue.choices.get("household-class", ())}
    classes = [{**entry, "name": names.get(entry["key"], entry["name"])} for entry in disclosure.summary.get("classes") or ()]
    return replace(disclosure, summary={**disclosure.summary, "classes": classes}) if classes else disclosure


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts by hamlet: (name, households, members, then households of each class); the last row is the whole commune's, named "".

    `members` says whether the members' column may be shown by hamlet, `classes` which classes are crossed with hamlets.
    """

    classes: tuple[str, ...]
    members: bool
    rows: tuple[tuple[str, int, int | None, tuple[int, ...]], ...]
    by_class: tuple[tuple[str, int], ...]


def counted(disclosure: Disclosure, form: Form, *, named: bool) -> Counted | None:
    """Return a list's counts; where the list itself isn't `named`, counts under the form's `small_cell` are not crossed.

    A hamlet that has no household left says nothing of anybody, and takes no column from the others.
    """
    summary = disclosure.summary
    hamlets, classes = summary.get("hamlets") or (), summary.get("classes") or ()
    if not hamlets or "households" not in summary:
        return None
    small = 0 if named else int(form.options.get("small_cell", 0))
    keys = tuple(str(entry["key"]) for entry in classes)
    crossed = all("classes" in hamlet and not any(0 < hamlet["classes"].get(key, 0) < small for key in keys) for hamlet in hamlets)
    peopled = [hamlet for hamlet in hamlets if hamlet["households"]]
    members = bool(peopled) and all(hamlet.get("members") is not None and hamlet["households"] >= small for hamlet in peopled)
    shown = keys if crossed else ()
    rows = [(str(hamlet["name"]), int(hamlet["households"]), int(hamlet["members"] or 0) if members else None,
             tuple(int(hamlet["classes"].get(key, 0)) for key in shown)) for hamlet in hamlets]
    totals = {str(entry["key"]): int(entry["households"]) for entry in classes}
    rows.append(("", int(summary["households"]), summary.get("members"), tuple(totals[key] for key in shown)))
    names = tuple(str(entry["name"]) for entry in classes)
    return Counted(names if crossed else (), members, tuple(rows), tuple(zip(names, totals.values(), strict=True)))
