"""The table of counts at the end of a household list: by hamlet and class; it names no one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.disclosure.disclosed import Disclosure
from generator.prints.fit import Need
from generator.prints.lettering import clean
from generator.prints.sheet import Head, Row, Sheet


def counts(disclosure: Disclosure, words: Mapping[str, Any], commune: str) -> Sheet | None:
    """Return the counts by hamlet and class, with the commune's total as last row; None where there are none."""
    hamlets = disclosure.summary.get("hamlets") or ()
    classes = disclosure.summary.get("classes") or ()
    if disclosure.kind != "households" or not hamlets:
        return None
    said = words["households"]
    names = (said["hamlet"], *(entry["name"] for entry in classes), said["all"], said["members"])
    rows = [Row((clean(hamlet["name"]), *(str(hamlet["classes"].get(entry["key"], 0)) for entry in classes),
                 str(hamlet["households"]), str(hamlet["members"]))) for hamlet in hamlets]
    rows.append(Row((said["total"].format(commune=commune), *(str(entry["households"]) for entry in classes),
                     str(disclosure.summary["households"]), str(disclosure.summary["members"])), style="total"))
    needs = (Need((names[0],), tuple(row.cells[0] for row in rows), fixed=False),
             *(Need((name,), ("00000",), fixed=True) for name in names[1:]))
    return Sheet(str(said["summary"]), (tuple(Head(clean(name)) for name in names),),
                 ("", *("n" for _ in names[1:])), 0, tuple(rows), needs)
