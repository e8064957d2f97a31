"""One commune built as a job of its own, in any process: its folder comes out whole or not at all."""

from __future__ import annotations

import logging
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace
from pelican import Pelican, console
from pelican.settings import read_settings

from generator.cells import Unreadable
from generator.findings import unreadable
from generator.publication import compiled
from generator.publication.building import Building
from generator.publication.options import ROOT, Options
from generator.publication.remembering import Result, Stopped
from generator.publication.workplace import Part, Workplace
from generator.release.writing import CannotWrite
from generator.report.build_report import finding_json
from generator.report.sentences import told
from generator.sources import Folder

PLUGIN = "generator.publication.plugin"


class Runnable(Protocol):
    """A build that Pelican can be led through: of one commune, or of a province."""

    options: Options
    @property
    def place(self) -> Workplace | Part:
        """Return where it works."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """A commune to be built: the options with its id in `only`, its folder and name, and the staged folders that its own two come into."""

    options: Options
    folder: Folder
    name: str
    site: Path
    paper: Path


def build(task: Task) -> Result:
    """Return what became of a commune, its folders in their places where all went well; done again, it leaves the same."""
    begun = time.monotonic()
    own = task.options.only
    site, paper = task.site / f".{own}.part", task.paper / f".{own}.part"
    for folder in (site, paper, task.site / own, task.paper / own):
        shutil.rmtree(folder, ignore_errors=True)
    building = Building(task.options, Part(site, paper), task.folder)
    try:
        run(building)
        site.rename(task.site / own)
        if (paper / own).is_dir():
            (paper / own).rename(task.paper / own)
        result = result_of(building)
    except Unreadable as fault:
        result = _failed(task, building, fault)
    except CannotWrite as fault:
        result = Result(id=own, name=task.name, failed=True, stopped=Stopped(fault.code, str(fault.place), fault.details))
    finally:
        for folder in (site, paper):
            shutil.rmtree(folder, ignore_errors=True)
    return replace(result, seconds=round(time.monotonic() - begun, 2))


def run(building: Runnable) -> None:
    """Let Pelican write what a build makes, with the settings of pelicanconf.py."""
    options = building.options
    logging.getLogger("pelican").setLevel(logging.CRITICAL)
    console.quiet = True
    settings = read_settings(str(ROOT / "pelicanconf.py"), override={
        "PATH": str(options.content), "OUTPUT_PATH": str(options.output), "CONGKHAI": options, "PLUGINS": [PLUGIN],
        "CONGKHAI_BUILDING": building,
    })
    settings["JINJA_ENVIRONMENT"] = compiled.settings(settings["JINJA_ENVIRONMENT"], options.output.parent / ".cache" / "templates")
    with building.place.held:
        Pelican(settings).run()


def result_of(building: Building) -> Result:
    """Return what a finished build made, as it is told and remembered."""
    language, commune = building.options.language, building.office.commune
    report = building.report()
    return Result(
        id=commune.id, name=commune.full_name, report=report["communes"][0], counts=building.counts(),
        troubles=tuple(finding_json(found, language) for found in building.troubles),
        errors=building.errors,
        refused=building.refused, used=tuple(sorted(building.kept.used)),
    )


def _failed(task: Task, building: Building, fault: Unreadable) -> Result:
    language = task.options.language
    found = (*building.troubles, unreadable(fault, fault.details.get("file", "")))
    return Result(id=task.options.only, name=task.name, failed=True, errors=tuple(told(one, language) for one in found),
                  troubles=tuple(finding_json(one, language) for one in found))
