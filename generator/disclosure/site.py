"""One commune's site on one day: all that pages, prints and downloads may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.catalogue import Catalogue
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.disclosure.timing import Timing


@dataclass(frozen=True, slots=True)
class Made:
    """A print or download made of a disclosure: `path` relative to the commune's folder of the site, or of `to-print/`.

    `sort` is "print", "download", or "unready" for a print that could not be made; `label` is the paper ("A4") or the format ("csv");
    `public` says that it lies in the site; `place` is the posting place or hamlet that a print is for, where it is for one.
    """

    disclosure: str
    sort: str
    label: str
    path: str
    purpose: str = ""
    pages: int = 0
    size: int = 0
    made_by: str = ""
    public: bool = True
    place: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A commune, the day, and what is on show; `made` holds prints and downloads by disclosure id.

    `shown` holds posted, expired and replaced disclosures, newest posting first, with the names only of those that may be
    named on the web on that day. `replaced` are the earlier versions of what is shown, without names, as they were posted.
    `withdrawn` were taken from public view, each bare of records and with the day.
    """

    commune: Commune
    day: date
    catalogue: Catalogue
    shown: tuple[Disclosure, ...]
    made: Mapping[str, tuple[Made, ...]] = field(default_factory=dict)
    language: str = "vi"
    replaced: tuple[Disclosure, ...] = ()
    timing: Timing = field(default_factory=Timing)
    withdrawn: tuple[tuple[Disclosure, date], ...] = ()

    def of(self, form: str) -> tuple[Disclosure, ...]:
        """Return what is shown of a form."""
        return tuple(disclosure for disclosure in self.shown if disclosure.form == form)
