"""What a bulletin tells of a list of households: counts and places, never a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import periods, spoken
from generator.announcements.sentences import Told, filled, joined, known, small, texts_of
from generator.disclosed import Disclosure, Json
from generator.disclosure.counted import counted
from generator.disclosure.counted import spoken as in_vietnamese
from generator.disclosure.site import Site


def told(disclosure: Disclosure, site: Site, words: Mapping[str, str]) -> Told:
    """Return what is told of a list; what hamlets have may be left out."""
    said = texts_of()["households"]
    one = in_vietnamese(disclosure, site.catalogue, "vi")
    summary, changes = one.summary, one.summary.get("changes") or {}
    classes = [(int(each["households"]), str(each["name"])) for each in summary.get("classes") or () if each.get("households")]
    found = {**words, **known(classes=joined([*_counts(classes)]), members=_number(summary.get("members")))}
    if changes:
        found |= known(against=spoken.say(periods.name(periods.read(changes["against"]))), new=spoken.number(changes["new"]),
                       left=spoken.number(changes["left"]))
    sentences = filled(said.get(disclosure.stage or "unstaged") or said["unstaged"], found)
    title = str(said["title"]).format(period=words.get("period_written", "")).strip()
    return Told(title, tuple(sentences), tuple(_hamlets(one, site)))


def _hamlets(disclosure: Disclosure, site: Site) -> Iterator[str]:
    """Yield a sentence for each hamlet, by class only where no count is small; the bulletin is for all, so nobody counts as named."""
    said, table = texts_of()["households"], counted(disclosure, site.catalogue.form(disclosure.form), named=False)
    for hamlet, households, _, crossed in table.rows[:-1] if table else ():
        parts = joined([*_counts(zip(crossed, table.classes, strict=True))]) if table and crossed else ""
        if parts:
            yield str(said["by_hamlet"]).format(hamlet=spoken.say(hamlet), classes=parts)
        elif households:
            yield str(said["by_hamlet_whole"]).format(hamlet=spoken.say(hamlet), count=spoken.number(households))


def _counts(classes: Json) -> Iterator[str]:
    for count, name in classes:
        if count:
            yield str(texts_of()["households"]["count"]).format(count=spoken.number(count), name=small(name))


def _number(value: int | None) -> str:
    return spoken.number(value) if value else ""
