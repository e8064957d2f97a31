"""The page on every file: its state, what was found, its marked copy, and the pages and prints it becomes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.catalogue.texts import texts
from generator.serving.preview import PAPERS, RESULTS, Preview

PLACE, MARK, SCRIPT = "_kiem-tra", "moc", "cap-nhat.js"
DUE_PAGE = f"{PLACE}/viec-can-lam"
_THEME = Path(__file__).parents[2] / "themes" / "congkhai" / "serving"
Json: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """Where something lies in the preview, how it is called, and a note beside it."""

    href: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A workbook on the page; `shape` is its state's key, `left` names the sheets that can't be public."""

    name: str
    shape: str
    findings: Sequence[Json]
    left: str
    results: tuple[Link, ...] = ()
    pages: tuple[Link, ...] = ()
    prints: tuple[Link, ...] = ()


def overview(preview: Preview, data: Path, language: str) -> str:
    """Return the page on how the preview stands, as HTML."""
    words, state = texts("serving", language)["page"], preview.state
    communes = state.report.get("communes", ())
    files = [one for commune in communes for one in _files(commune, communes, preview.folder, language)]
    at = time.strftime("%H:%M:%S", time.localtime(state.built_at))
    day = "/".join(reversed(str(state.report.get("built_for", "")).split("-")))
    status = words[state.stage].format(time=at, day=day)
    whole = [found for commune in communes for found in commune.get("findings", ())] + list(state.report.get("findings", ()))
    return environment().get_template("overview.html").render(
        words=words, language=language, files=files, whole=whole, status=status, stage=state.stage, said=state.said, where=_where(words),
        mark=preview.mark(), due=f"/{DUE_PAGE}", note=words["note"].format(data=data))


def script() -> str:
    """Return the script that loads the page again when the preview stands otherwise."""
    return (_THEME / SCRIPT).read_text("utf-8")


def _files(commune: Json, communes: Sequence[Json], folder: Path, language: str) -> Iterator[File]:
    base = "" if len(communes) < 2 else f"{commune['commune']['id']}/"
    every = Counter(Path(one["file"]).stem for other in communes for one in other["files"])
    for one in commune["files"]:
        name = one["file"]
        own = [each for each in commune["disclosures"] if name in each["source"]["file"]]
        left = [str(table["sheet"] or name) for table in one["tables"] if not table["published"]]
        yield File(
            name, _shape(one), one["findings"], ", ".join(dict.fromkeys(left)),
            tuple(_results(Path(name).stem, folder, language)) if every[Path(name).stem] == 1 else (),
            tuple(dict.fromkeys(Link(f"/{quote(base + each['page'])}", each["title"]) for each in own)),
            tuple(_prints(commune, own, base, language)))


def _shape(one: Json) -> str:
    grave = {found["severity"] for found in one["findings"]}
    if not one["readable"]:
        return "unreadable"
    if "error" in grave:
        return "errors"
    if not any(table["published"] for table in one["tables"]):
        return "nothing"
    return "look" if "warning" in grave else "passed"


def _results(stem: str, folder: Path, language: str) -> Iterator[Link]:
    """Yield links to the report page of a workbook and to its marked copy, where they were made."""
    words, own = texts("serving", language)["page"], texts("report", language)["marked"]
    for text, end in (("report", f"{own['page_suffix']}.html"), ("marked", f"{own['suffix']}.xlsx"), ("marked", f"{own['suffix']}.xlsm")):
        if (folder / RESULTS / f"{stem}{end}").is_file():
            yield Link(f"/{PLACE}/{RESULTS}/{quote(stem + end)}", words[text])


def _prints(commune: Json, own: Sequence[Json], base: str, language: str) -> Iterator[Link]:
    words = texts("serving", language)["page"]
    for each in own:
        yield from (Link(f"/{quote(base + made['file'])}", f"{each['title']} · {made['paper']}") for made in each["prints"])
        yield from (Link(f"/{PLACE}/{PAPERS}/{quote(made['file'])}", f"{each['title']} · {made['paper']}", words["names"])
                    for made in commune["to_print"] if made["disclosure"] == each["id"])


def _where(words: Mapping[str, str]) -> Any:
    def told(found: Json) -> str:
        shape = ("where" if found["cell"] else "where_sheet") if found["sheet"] else ("where_cell" if found["cell"] else "")
        return words[shape].format(sheet=found["sheet"], cell=found["cell"]) if shape else ""

    return told


@cache
def environment() -> Environment:
    """Return where the preview's own pages take their templates from."""
    return Environment(loader=FileSystemLoader(_THEME), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
