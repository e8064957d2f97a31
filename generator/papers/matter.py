"""What is posted together and gets its papers together: the tables of a period and stage, or of one purpose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import money, periods
from generator.catalogue.law import Posting
from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.posting.endings import Ending
from generator.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last line of the history when the paper is printed: its number, its day, its digest, which holds all before it."""

    number: int
    day: date
    digest: str


@dataclass(frozen=True, slots=True)
class Matter:
    """Disclosures posted together, newest figures, with the commune's site and the end of its history (None where there is none).

    `ending` is how the posting ended, None where nobody told.
    """

    of: tuple[Disclosure, ...]
    site: Site
    anchor: Anchor | None = None
    ending: Ending | None = None

    @property
    def first(self) -> Disclosure:
        """Return the disclosure that stands for all."""
        return self.of[0]

    @property
    def begins(self) -> date | None:
        """Return the day from which all of them hang."""
        return max((one.posted_from for one in self.of if one.posted_from), default=None)

    @property
    def ends(self) -> date | None:
        """Return the last day on which one of them hangs; None where one has no last day."""
        days = [one.posted_until for one in self.of]
        return max((day for day in days if day), default=None) if all(days) else None

    @property
    def names_persons(self) -> bool:
        """Return whether a list among them names persons while it hangs."""
        forms = [self.site.catalogue.form(one.form) for one in self.of]
        return any(column.names and column.public for form in forms for column in form.column)

    @property
    def rule(self) -> Posting | None:
        """Return the posting rule in force when they begin to hang, None where none is known for sure."""
        postings = self.site.catalogue.form(self.first.form).postings
        name = postings.get(self.first.stage or "") or postings.get("")
        found = self.site.catalogue.posting(name, self.begins) if name and self.begins else None
        return found if found and found.certain != "uncertain" else None

    @property
    def folder(self) -> str:
        """Return the folder of the page that tells of all of them, relative to the commune's."""
        own = addresses.folder(self.first, self.site.catalogue)
        family = self.site.catalogue.family(self.site.catalogue.form(self.first.form).family)
        return own if family.pages != "period" else own.rpartition("/")[0] or own


def matters(found: Iterable[Disclosure], site: Site, anchor: Anchor | None = None,
            endings: Sequence[Ending] = ()) -> tuple[Matter, ...]:
    """Return what is posted together: disclosures of one family, stage, period and subject; replaced ones left out."""
    gathered: dict[tuple[str | None, ...], list[Disclosure]] = {}
    for one in found:
        if one.state != "replaced":
            family = site.catalogue.form(one.form).family
            gathered.setdefault((family, one.stage, one.period, one.subject), []).append(one)
    return tuple(Matter(tuple(sorted(group, key=lambda one: site.catalogue.form(one.form).order)), site, anchor, _ending(group, endings))
                 for group in gathered.values())


def _ending(group: Sequence[Disclosure], endings: Sequence[Ending]) -> Ending | None:
    known = {(one.id, one.version) for one in group}
    return next((one for one in endings if (one.id, one.version) in known), None)


def period_name(disclosure: Disclosure) -> str:
    """Return a disclosure's period as a sentence has it, "9 tháng đầu năm 2026"; "" where it has none."""
    return periods.name(periods.read(disclosure.period)) if disclosure.period else ""


def what(matter: Matter, words: Mapping[str, Any]) -> str:
    """Return what is made public, as it stands within a sentence."""
    one = matter.first
    told = words["what"].get(one.kind, words["what"]["other"])
    said = told.get(one.stage or "", told[""]).format(
        commune=called(matter.site), period=period_name(one), subject=nfc(one.subject_name or ""), title=titled(one, matter, words))
    return " ".join(said.split())


def titled(one: Disclosure, matter: Matter, words: Mapping[str, Any]) -> str:
    """Return a disclosure's name as a list of papers has it."""
    period, subject, said = period_name(one), nfc(one.subject_name or ""), words["list"]
    told = said["plain"] if not subject else said["subject_dated" if not period or period in subject else "subject"]
    return " ".join(str(told).format(name=matter.site.catalogue.form(one.form).name.vi, subject=subject, period=period).split())


def listed(one: Disclosure, matter: Matter, words: Mapping[str, Any]) -> str:
    """Return a disclosure's name with its version, its code, and the counts or sums it states."""
    said = words["list"]
    code = said["code"].format(code=one.code) if one.code else ""
    title = said["version"].format(title=titled(one, matter, words), version=one.version, code=code)
    summary = one.summary
    if one.kind == "households" and summary.get("classes"):
        classes = ", ".join(said["class"].format(name=each["name"][:1].lower() + each["name"][1:], households=_count(each["households"]),
                                                 members=_count(each["members"])) for each in summary["classes"])
        return str(said["households"].format(title=title, classes=classes, households=_count(summary["households"]),
                                             members=_count(summary["members"])))
    for key in ("received", "spent"):
        if isinstance(summary.get(key), int):
            return str(said[key].format(title=title, amount=money.write(summary[key])))
    return str(title)


def called(site: Site) -> str:
    """Return the commune's name with its kind before it, as within a sentence: "xã Suối Mây"."""
    return f"{site.commune.kind} {bare(site)}"


def bare(site: Site) -> str:
    """Return the commune's name without its kind."""
    name = nfc(site.commune.name).strip()
    return name[len(site.commune.kind):].strip() if name.casefold().startswith(f"{site.commune.kind} ") else name


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
