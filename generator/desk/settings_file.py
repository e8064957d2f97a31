"""Write the officer's settings into commune.toml: what the form asks is set, every comment and every other entry stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from generator.cells import Unreadable
from generator.commune import Commune
from generator.release.writing import write
from generator.sources import SETTINGS
from generator.vietnamese import fold

SINGLE = ("name", "kind", "province", "address", "telephone", "email", "office", "site", "publish", "names_on_web")
SIGNATORY = ("for_whom", "office", "name")


def document(home: Path) -> TOMLDocument:
    """Return commune.toml as it is written, an empty one where there is none; Unreadable("commune-file-damaged")."""
    path = home / SETTINGS
    if not path.is_file():
        return tomlkit.document()
    try:
        return tomlkit.parse(path.read_text("utf-8-sig"))
    except (UnicodeDecodeError, TOMLKitError) as fault:
        raise Unreadable("commune-file-damaged", line=str(getattr(fault, "line", 1)), file=str(path)) from None


def save(home: Path, single: Mapping[str, Any], signatory: Mapping[str, str], hamlets: Sequence[str], places: Sequence[str]) -> None:
    """Set what the form asks; hamlets and places that are named again keep what else is said of them."""
    found = document(home)
    for key, value in single.items():
        if value not in ("", None) or key in found:
            _put(found, key, value)
    own = found.get("signatory") or tomlkit.table()
    for key, value in signatory.items():
        if value or key in own:
            own[key] = value
    if own and "signatory" not in found:
        found.append("signatory", own)
    _list(found, "hamlet", [{"name": name} for name in hamlets])
    _list(found, "place", [_place(name, hamlets) for name in places])
    _write(home, found)


def state_days(home: Path, wanted: Sequence[Mapping[str, Any]]) -> None:
    """Set the posting days of tables: an entry of the same form, stage, period and subject is changed, others are added."""
    found = document(home)
    entries = found.get("posted")
    if not isinstance(entries, AoT):
        entries = tomlkit.aot()
        found.append("posted", entries)
    for one in wanted:
        same = next((entry for entry in entries if all(entry.get(key, "") == one.get(key, "")
                                                       for key in ("form", "stage", "period", "subject"))), None)
        if same is None:
            same = tomlkit.table()
            entries.append(same)
            same = entries[-1]
        for key, value in one.items():
            if value or key in same:
                same[key] = value
    _write(home, found)


def attach(home: Path, entry: Mapping[str, Any]) -> None:
    """Name an attachment; one of the same file is said anew."""
    found = document(home)
    old = found.get("attachment")
    others = [dict(one) for one in old.unwrap() if one.get("file") != entry["file"]] if isinstance(old, AoT) else []
    entries = tomlkit.aot()
    for one in (*others, entry):
        entries.append(_table(one))
    if "attachment" in found:
        del found["attachment"]
    found.append("attachment", entries)
    _write(home, found)


def tell_event(home: Path, words: str, day: date) -> None:
    """Set the day of an event that deadlines count from."""
    found = document(home)
    if "events" not in found:
        found.append("events", tomlkit.table())
    found["events"][words] = day
    _write(home, found)


def form_of(commune: Commune) -> dict[str, Any]:
    """Return what the form shows of a commune."""
    return {**{key: getattr(commune, key) for key in SINGLE},
            **{f"signatory_{key}": getattr(commune.signatory, key) for key in SIGNATORY},
            "hamlets": "\n".join(one.name for one in commune.hamlet), "places": "\n".join(one.name for one in commune.place)}


def _put(found: TOMLDocument, key: str, value: Any) -> None:
    """Set an entry; a new one goes before the first table, where TOML takes it for the commune's own."""
    if key in found:
        found[key] = value
        return
    found.append(key, tomlkit.item(value))


def _list(found: TOMLDocument, key: str, wanted: Sequence[Mapping[str, str]]) -> None:
    old = found.get(key)
    known = {str(entry.get("name", "")): entry for entry in old} if isinstance(old, AoT) else {}
    if list(known) == [one["name"] for one in wanted]:
        return
    entries = tomlkit.aot()
    for one in wanted:
        entries.append(known.get(one["name"]) or _table(one))
    if key in found:
        del found[key]
    if wanted:
        found.append(key, entries)


def _table(one: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    table.update({key: value for key, value in one.items() if value})
    return table


def _place(name: str, hamlets: Sequence[str]) -> dict[str, str]:
    """Return a posting place, in the hamlet whose name its own ends with."""
    return {"name": name, "hamlet": next((hamlet for hamlet in hamlets if fold(hamlet) in fold(name)), "")}


def _write(home: Path, found: TOMLDocument) -> None:
    write(home / SETTINGS, tomlkit.dumps(found).encode())
