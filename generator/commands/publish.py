"""`publish`: take the built site to where it is served, then record what went public."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from generator import commune_file
from generator.catalogue.texts import texts
from generator.commands import post
from generator.commands.arguments import Misused
from generator.commands.build import options_of
from generator.posting import history
from generator.posting.store import FOLDER
from generator.publication.inputs import changed
from generator.publication.options import Options
from generator.publication.planning import Plan, plans
from generator.publication.progress import say
from generator.publishing import archive
from generator.publishing.moving import is_whole, move, place_of
from generator.release import manifests
from generator.release.writing import CannotWrite

_KEPT_BY_POST = tuple(f"data/{FOLDER}/{name}" for name in (history.FILE, "posted/", "columns"))
_SHOWN = 5


def run(chosen: argparse.Namespace) -> int:
    """Publish the site and record it; return what recording returns. Misused without a place, CannotWrite where it can't be done."""
    options = options_of(chosen)
    words = texts("report", options.language)["publish"]
    found = tuple(plans(options))
    where = chosen.to or _set(found, options)
    if not where:
        raise Misused(words["nowhere"])
    _sound(found, options)
    if where.lower().endswith(".zip"):
        say(words["packed"].format(count=archive.pack(options.output, Path(where)), place=where))
    else:
        done = move(options.output, place_of(where), lambda name, count: say(words[name].format(count=count)), again=chosen.again)
        said = "done" if done.sent or done.removed else "same"
        say(words[said].format(place=where, sent=done.sent, removed=len(done.removed)))
    for one in found:
        _remind(one, words["names"])
    return post.run(chosen)


def _set(found: tuple[Plan, ...], options: Options) -> str:
    """Return where the settings take the site to: a province's, or those of the only commune."""
    province, _ = commune_file.read_province(options.data)
    if province:
        return province.publish
    commune, _ = commune_file.read(found[0].folder)
    return commune.publish


def _sound(found: tuple[Plan, ...], options: Options) -> None:
    """Refuse a site that is not what would be built now, or not whole."""
    for one in found:
        before = one.memory.inputs if one.memory else {}
        names = [name for name in changed(before, one.inputs) if _counts(name)]
        if names or not (one.places.site / manifests.FILE).is_file():
            shown = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
            raise CannotWrite("publish-stale", one.places.site, names=shown)
    if not is_whole(options.output):
        raise CannotWrite("publish-not-whole", options.output)


def _counts(name: str) -> bool:
    """Return whether a change of an input makes another site; what recording a posting writes, and the choices of a build, do not."""
    return name in ("choice/day", "choice/recorded") or not name.startswith(("choice/", *_KEPT_BY_POST))


def _remind(one: Plan, text: str) -> None:
    """Say by which day names must be down."""
    manifest = json.loads((one.places.site / manifests.FILE).read_bytes())
    days = [date.fromisoformat(each["posted_until"]) for each in manifest["disclosures"] if each["names_persons"] and each["posted_until"]]
    if days:
        sys.stdout.write(text.format(commune=manifest["commune"]["name"], day=f"{min(days):%d/%m/%Y}") + "\n")
