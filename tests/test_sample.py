"""The sample read as any commune's workbooks are: every figure meant is the figure published, and nothing is wrong with it."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import pytest

from generator import catalogue
from generator.commune import Commune
from generator.disclosed import Disclosure, Json
from generator.disclosure.decide import Decided, decide, together
from generator.disclosure.examine import examine
from generator.sources import Source
from tests.maker.expected import Intended, intended
from tests.maker.profile import SUOI_MAY

SAMPLE = Path(__file__).parent.parent / "data" / "mau"
INTENDED = intended(SUOI_MAY)


@cache
def commune() -> Commune:
    """Return the sample's settings, as typed."""
    return msgspec.convert(tomllib.loads((SAMPLE / "commune.toml").read_text("utf-8")) | {"id": "suoi-may"}, Commune)


@cache
def decided() -> Decided:
    """Return what the sample's workbooks make public."""
    known = catalogue.load()
    sources = [Source(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in sorted(SAMPLE.glob("*.xlsx"))]
    return decide(together(tuple(examine(source, known, commune()) for source in sources), known, commune()), (), known, commune())


def disclosures() -> Mapping[str, Disclosure]:
    """Return the sample's disclosures by id without the commune."""
    return {one.id.removeprefix("suoi-may/"): one for one in decided().disclosures}


def test_every_table_of_the_sample_is_published() -> None:
    """The disclosures are those meant, none more and none fewer."""
    assert sorted(disclosures()) == sorted(one.id for one in INTENDED)


def test_the_sample_has_no_fault() -> None:
    """Nothing is wrong and nothing needs a second look; remarks that are no public words are left out with a notice."""
    found = [finding for one in decided().examined for finding in one.all_findings]
    assert {finding.code for finding in found} == {"note-unlisted"}
    assert {finding.severity for finding in found} == {"notice"}


def budget_figures(summary: Mapping[str, Json], disclosure: Disclosure) -> dict[str, int]:
    """Return a budget's figures under the names `intended` gives them."""
    if disclosure.form == "budget-balance":
        sides = {f"{side}_{key}": summary[side][key] for side in ("revenue", "spending") for key in ("plan", "done")}
        surplus = [record.values["done"] for record in disclosure.records if record.key == "can-doi"]
        return sides | ({"surplus": surplus[0]} if surplus else {})
    top = next(record for record in disclosure.records if record.level == 0)
    lines = {record.key: record.values.get("plan") for record in disclosure.records}
    agencies = sum(record.level == 2 for record in disclosure.records)
    return {**top.values, "balancing": lines.get("bo-sung-can-doi"), "targeted": lines.get("bo-sung-muc-tieu"), "agencies": agencies}  # type: ignore[dict-item]


def household_figures(summary: Mapping[str, Json], _: Disclosure) -> dict[str, int]:
    """Return a household list's figures under the names `intended` gives them."""
    classes = {one["key"]: one["households"] for one in summary["classes"]}
    left = classes.get("left-poverty", 0) + classes.get("left-near-poverty", 0)
    changes = summary["changes"] or {}
    why = {f"why_{reason}": count for reason, count in changes["reasons"]["left"].items()} if changes else {}
    return {"households": summary["households"], "members": summary["members"], "left_list": left, **classes, **changes, **why}


def gift_figures(summary: Mapping[str, Json], disclosure: Disclosure) -> dict[str, int]:
    """Return a ledger's figures under the names `intended` gives them."""
    public = [record.values["giver"] for record in disclosure.records if "giver" in record.values]
    hidden = public.count("Ẩn danh")
    return {**summary, "named_persons": len(disclosure.names), "from_organisations": len(public) - hidden, "unnamed_persons": hidden}


def register_figures(summary: Mapping[str, Json], _: Disclosure) -> dict[str, int]:
    """Return a register's figures under the names `intended` gives them."""
    return {"count": summary["count"], **summary["sums"]}


FIGURES = {"budget": budget_figures, "households": household_figures, "contributions": gift_figures, "register": register_figures}


@pytest.mark.parametrize("meant", INTENDED, ids=[one.id for one in INTENDED])
def test_published_figures_are_those_meant(meant: Intended) -> None:
    """Each disclosure shows the sums its workbook was made to show, to the đồng and to the household."""
    disclosure = disclosures()[meant.id]
    published = FIGURES[disclosure.kind](disclosure.summary, disclosure)
    assert {key: published.get(key) for key in meant.figures} == meant.figures


def test_stated_posting_days_name_disclosures_of_the_sample() -> None:
    """Every [[posted]] of commune.toml speaks of something that is there, so that no day is stated in vain."""
    there = [(one.form, one.stage or "", one.period or "", one.subject or "") for one in decided().disclosures]

    def fits(told: tuple[str, str, str, str]) -> bool:
        return any(all(mine in {"", of} for mine, of in zip(told, one, strict=True)) for one in there)

    assert [entry for entry in commune().posted if not fits((entry.form, entry.stage, entry.period, entry.subject))] == []
