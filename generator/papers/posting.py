"""The papers of a posting: which the catalogue asks for, one or one per posting point, each with the name of its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.catalogue.official import officials
from generator.catalogue.texts import texts
from generator.commune import Place
from generator.papers.matter import Matter
from generator.papers.minutes import minutes, minutes_end
from generator.papers.notice import decision, notice
from generator.papers.paper import Paper
from generator.vietnamese import fold, slug

ONCE = {"notice": notice, "decision": decision}
EACH = {"minutes": minutes, "minutes-end": minutes_end}
SORTS = (*ONCE, *EACH)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper drawn up: `sort` is the catalogue's id, `stem` its file's path without an ending, relative to the commune's folder."""

    sort: str
    stem: str
    paper: Paper
    place: str = ""


def drawn(matter: Matter, sorts: Collection[str] = (), place: str = "") -> Iterator[Drawn]:
    """Yield the papers of a posting: all that go with it, or of some sorts only; for one place only where its name or hamlet is given."""
    files = texts("papers")["files"]
    folder = files["folder"].format(folder=matter.folder)
    for official in officials():
        if not official.goes_with(matter.first.kind, matter.first.stage) or (sorts and official.id not in sorts):
            continue
        name = f"{folder}/{files[official.id]}"
        if not official.each_place:
            yield Drawn(official.id, name, ONCE[official.id](matter))
            continue
        for number, one in _places(matter, place):
            stem = files["of_place"].format(name=name, place=f"{number:02}-{slug(one.name)}") if one else name
            yield Drawn(official.id, stem, EACH[official.id](matter, one), one.name if one else "")


def _places(matter: Matter, wanted: str) -> list[tuple[int, Place | None]]:
    """Return the commune's posting points, numbered, those meant alone where some are; one unnamed point where there are none."""
    places = [*enumerate(matter.site.commune.place, 1)]
    meant = [(number, place) for number, place in places if fold(wanted) in fold(f"{place.name}\n{place.hamlet}")]
    return [*(meant if wanted else places)] or ([] if wanted and places else [(0, None)])
