"""Why a file of the site is as it is: what its commune's site is made of, and what differs from the last build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.catalogue.texts import texts
from generator.publication.inputs import changed
from generator.publication.options import Options
from generator.publication.planning import Plan, plans


def why(path: Path, options: Options) -> str:
    """Return in words what a file of the site or of the prints is made of, and whether the next build would make it again."""
    words = texts("report", options.language)["why"]
    found = next((one for one in plans(options) if path.is_relative_to(one.places.site) or path.is_relative_to(one.places.paper)), None)
    if found is None or found.memory is None or not path.is_file():
        return str(words["unknown"].format(path=path))
    lines = [words["title"].format(path=path, commune=found.kept.name)]
    lines += [words["disclosure"].format(title=one["title"], code=one["code"], files=", ".join(one["source"]["file"]))
              for one in _disclosures(found, path)]
    lines.append(words["made"].format(inputs="; ".join(_groups(found, words["groups"], options))))
    names = changed(found.memory.inputs, found.inputs)
    if names:
        lines.append(words["changed"].format(names=", ".join(names)))
    else:
        lines.append(words["same" if found.same else "touched"])
    return "".join(lines)


def _disclosures(found: Plan, path: Path) -> Iterator[dict[str, Any]]:
    """Yield the report's disclosures that have the file as page, print or download."""
    name = path.relative_to(found.places.site).as_posix() if path.is_relative_to(found.places.site) else ""
    for one in found.kept.report.get("disclosures", ()):
        files = (one["page"], *(each["file"] for each in (*one["prints"], *one["downloads"])))
        if name in files:
            yield one


def _groups(found: Plan, words: dict[str, str], options: Options) -> Iterator[str]:
    counts = Counter(name.split("/", 1)[0] for name in found.inputs)
    for group, text in words.items():
        if counts[group]:
            yield text.format(count=counts[group], day=f"{options.today:%d/%m/%Y}")
