"""Official papers as data: which go with which postings, their symbols, and what they cite."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.catalogue import Catalogue
from generator.catalogue.law import Certainty, Statute

_FILE = Path(__file__).parent / "papers.toml"


class Official(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sort of official paper: its symbol, the kinds of form and the stages it goes with (empty for any), one or one per place."""

    id: str
    symbol: str
    kinds: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    each_place: bool = False
    on_request: bool = False
    cites: tuple[str, ...] = ()
    certain: Certainty = "certain"
    note: str = ""

    def goes_with(self, kind: str, stage: str | None) -> bool:
        """Return whether the paper goes with postings of a kind of form and a stage."""
        return not self.on_request and (not self.kinds or kind in self.kinds) and (not self.stages or stage in self.stages)


class _Officials(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    ranks: tuple[str, ...]
    paper: tuple[Official, ...]


@cache
def _loaded() -> _Officials:
    return msgspec.convert(tomllib.loads(_FILE.read_text("utf-8")), _Officials)


def officials() -> tuple[Official, ...]:
    """Return all sorts of official papers, in the order in which they are made."""
    return _loaded().paper


def official(name: str) -> Official:
    """Return the sort of paper of an id; KeyError if there is none."""
    return {paper.id: paper for paper in officials()}[name]


def cited(paper: Official, forms: tuple[str, ...], catalogue: Catalogue, day: date) -> tuple[Statute, ...]:
    """Return the statutes a paper on tables of these forms cites: in force and signed by the day, highest rank first."""
    names = dict.fromkeys((*paper.cites, *(name for form in forms for name in catalogue.form(form).statutes)))
    known = {statute.id: statute for statute in catalogue.statutes}
    found = [known[name] for name in names if name in known]
    return tuple(sorted((one for one in found if max(one.since, one.issued) <= day <= one.until), key=_rank))


def _rank(statute: Statute) -> int:
    ranks = _loaded().ranks
    return next((place for place, part in enumerate(ranks) if part in statute.number), len(ranks))
