"""What hangs: the board set and the official papers of each posting place, as the commands that make them and as files made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.texts import texts
from generator.commune import Place
from generator.desk.standing import Desk
from generator.vietnamese import slug


@dataclass(frozen=True, slots=True)
class ForPlace:
    """A posting place and the PDFs to print for it: the address of each, what it is, and whether it is the set of all that hangs."""

    name: str
    sets: tuple[tuple[str, str, bool], ...]


def orders(ids: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the commands' words, each with a name, that make the board sets of all places and the papers of what was posted."""
    found = tuple(ids)
    return (("sets", ("prints", "--purpose", "set")), *((("papers", ("prints", *found, "--purpose", "papers")),) if found else ()))


def made_for(desk: Desk, places: Iterable[Place]) -> tuple[ForPlace, ...]:
    """Return the PDFs that lie ready for each place; those that no place's name is in belong to all, and stand last."""
    if desk.study is None:
        return ()
    folder = desk.options.to_print / desk.study.office.commune.id / Path(str(texts("prints", "vi")["files"]["requested"])).parent
    found = sorted(folder.rglob("*.pdf")) if folder.is_dir() else []
    taken: list[ForPlace] = []
    used: set[Path] = set()
    for place in places:
        own = [path for path in found if slug(place.name) in path.stem or slug(place.name) in path.parent.name]
        used |= set(own)
        links = sorted((_link(path, desk) for path in own), key=lambda one: (not one[2], one[1]))
        taken.append(ForPlace(place.name, tuple(links)))
    rest = tuple(_link(path, desk) for path in found if path not in used)
    return (*taken, *((ForPlace("", rest),) if rest else ()))


def _link(path: Path, desk: Desk) -> tuple[str, str, bool]:
    words = desk.words("papers")
    sort = next((sort for sort in words["sorts"] if path.stem.startswith(sort)), "")
    about = "/".join(path.parent.parent.parts[-2:]) if path.parent.name == words["folder"] else ""
    name = words["sorts"].get(sort, path.stem)
    return (f"/ban-in/that/{path.relative_to(desk.options.to_print).as_posix()}", f"{name} ({about})" if about else name,
            sort == words["set"])


