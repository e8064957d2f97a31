"""Postings whose days are over: which of them still want their end recorded, and the record of it, for the minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import tomlkit

from generator.desk.standing import Desk
from generator.papers.matter import Matter, matters
from generator.posting import endings
from generator.posting.endings import FILE, Ending
from generator.posting.store import FOLDER
from generator.release.writing import write


@dataclass(frozen=True, slots=True)
class Ended:
    """What was posted together until a day that is over, and how its end was recorded; None where it wasn't yet."""

    matter: Matter
    until: date
    ending: Ending | None

    @property
    def key(self) -> str:
        """Return the id of the table that stands for all."""
        return self.matter.first.id

    @property
    def title(self) -> str:
        """Return the titles of its tables."""
        return "; ".join(dict.fromkeys(one.title for one in self.matter.of))


def ended(desk: Desk) -> tuple[Ended, ...]:
    """Return what was posted and whose last day has come, those not recorded first."""
    return tuple(sorted(_ended(desk), key=lambda one: (one.ending is not None, one.until, one.key)))


def _ended(desk: Desk) -> Iterator[Ended]:
    study = desk.study
    if study is None:
        return
    posted = [one for one in study.office.shown.disclosures if one.id in study.store.latest]
    for matter in matters(posted, study.office.site(desk.options, desk.catalogue), endings=endings.read(desk.home)):
        if matter.ends and matter.ends <= desk.options.today:
            yield Ended(matter, matter.ends, matter.ending)


def record(home: Path, one: Ended, ending: Ending) -> None:
    """Keep how a posting ended, for each of its tables, in the place of what was kept of them before."""
    mine = {each.id: each.version for each in one.matter.of}
    others = [each for each in endings.read(home) if mine.get(each.id) != each.version]
    new = [msgspec.structs.replace(ending, id=name, version=version) for name, version in mine.items()]
    entries = tomlkit.aot()
    for each in (*others, *new):
        entry = tomlkit.table()
        told: dict[str, Any] = msgspec.structs.asdict(each)
        entry.update({key: value for key, value in told.items() if value != ""})
        entries.append(entry)
    document = tomlkit.document()
    document.add("ended", entries)
    write(home / FOLDER / FILE, tomlkit.dumps(document).encode())
