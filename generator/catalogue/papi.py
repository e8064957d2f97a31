"""What residents are asked in the PAPI survey, paraphrased, and which forms' pages answer it, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.catalogue.forms import Text
from generator.catalogue.law import Certainty

_FILE = Path(__file__).parent / "papi.toml"


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question of a dimension; `forms` (at a `stage`, if one is named) or a `page` of the site answer it."""

    dimension: str
    text: Text
    forms: tuple[str, ...] = ()
    page: str = ""
    stage: str = ""


class Survey(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The questions, where they are taken from, and how certain they are."""

    source: str
    certain: Certainty
    question: tuple[Question, ...]


@cache
def survey() -> Survey:
    """Return the survey; msgspec.ValidationError for a fault in papi.toml."""
    return msgspec.convert(tomllib.loads(_FILE.read_text("utf-8")), Survey)
