"""A dataset's descriptor holds to the rules of Data Package v2, and to the files beside it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator import downloads
from generator.disclosed import Disclosure
from tests.prints import fixtures

_READ = {"integer": int, "number": float, "date": date.fromisoformat, "year": int, "string": str}
_KINDS = {"string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year", "yearmonth", "any"}


def package(folder: Path, *shown: Disclosure) -> tuple[Path, dict[str, Any]]:
    """Return where the one descriptor of what is shown lies, and what it says."""
    downloads.make_all(fixtures.site(fixtures.COMMUNE, *shown), folder)
    (path,) = folder.rglob("datapackage.json")
    return path.parent, json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["revenue", "balance", "households", "gifts"])
def test_the_descriptor_keeps_the_profiles_rules(tmp_path: Path, name: str) -> None:
    """What the profiles demand is there, names are of the letters they allow, and no path leaves the folder."""
    place, found = package(tmp_path, getattr(fixtures, name)())
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._/-]+", found["name"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", found["created"])
    for resource in found["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert "/" not in resource["path"]
        assert resource["type"] == "table"
        content = (place / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


@pytest.mark.parametrize("name", ["revenue", "balance", "households", "gifts"])
def test_every_cell_is_of_its_fields_type(tmp_path: Path, name: str) -> None:
    """The fields are the CSV's heads in order, and each cell is missing or can be read as its field says."""
    place, found = package(tmp_path, getattr(fixtures, name)())
    for resource in found["resources"]:
        schema = resource["schema"]
        head, *lines = csv.reader(io.StringIO((place / resource["path"]).read_text("utf-8-sig"), newline=""))
        assert [field["name"] for field in schema["fields"]] == head
        assert {field["type"] for field in schema["fields"]} <= _KINDS
        for line in lines:
            for field, cell in zip(schema["fields"], line, strict=True):
                assert cell in schema["missingValues"] or _READ[field["type"]](cell) is not None


@pytest.mark.parametrize(("licence", "told"), [("", None), ("CC-BY-4.0", [{"name": "CC-BY-4.0"}]),
                                               ("https://x.vn/giay-phep", [{"path": "https://x.vn/giay-phep"}])])
def test_the_licence_is_the_communes(tmp_path: Path, licence: str, told: object) -> None:
    """A commune's licence stands in the descriptor by name or address; without one there is none."""
    downloads.make_all(fixtures.site(msgspec.structs.replace(fixtures.COMMUNE, licence=licence), fixtures.revenue()), tmp_path)
    (path,) = tmp_path.rglob("datapackage.json")
    assert json.loads(path.read_text("utf-8")).get("licenses") == told


def test_money_says_its_unit(tmp_path: Path) -> None:
    """Columns of money are whole đồng and say so; other columns have no unit."""
    fields = package(tmp_path, fixtures.revenue())[1]["resources"][0]["schema"]["fields"]
    units = {field["key"]: field.get("unit") for field in fields}
    assert (units["plan"], units["done"], units["share"], units["label"]) == ("VND", "VND", None, None)


def test_no_descriptor_names_a_person(tmp_path: Path) -> None:
    """Neither a head of household nor a giver nor who signs stands in a descriptor; the publisher is the commune."""
    shown = (fixtures.households(80), fixtures.gifts())
    downloads.make_all(fixtures.site(fixtures.COMMUNE, *shown), tmp_path)
    told = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.json"))
    assert not any(name in told for name in (*fixtures.NAMES, fixtures.COMMUNE.signatory.name))
    assert '"Ủy ban nhân dân xã Suối Mây"' in told


def test_tables_of_one_folder_are_one_dataset(tmp_path: Path) -> None:
    """The tables of a period's folder stand in one descriptor, and the manifest gets it for each of them."""
    other = msgspec.structs.replace(fixtures.balance(), stage="execution", period="2026-09m", id="suoi-may/budget-balance/other")
    made = downloads.make_all(fixtures.site(fixtures.COMMUNE, fixtures.revenue(), other), tmp_path)
    found = json.loads((tmp_path / "ngan-sach/2026/09-thang/datapackage.json").read_text("utf-8"))
    assert [resource["name"] for resource in found["resources"]] == ["can-doi", "thu"]
    for one in (fixtures.revenue(), other):
        assert made[one.id][-1].path == "ngan-sach/2026/09-thang/datapackage.json"
    assert found["resources"][0]["coverage"] == {"from": "2026-01-01", "until": "2026-09-30"}


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_newer_version_stands_in_place_of_the_older(tmp_path: Path, newest_first: bool) -> None:  # noqa: FBT001 - a parameter
    """Whichever order versions are shown in, files and descriptor hold the newest."""
    old = fixtures.revenue(5)
    shown = [msgspec.structs.replace(fixtures.revenue(7), version=2), msgspec.structs.replace(old, state="replaced")]
    place, found = package(tmp_path, *(shown if newest_first else reversed(shown)))
    assert found["version"] == "2"
    assert len((place / "thu.csv").read_bytes().splitlines()) == 8


def test_the_json_is_typed_and_keyed(tmp_path: Path) -> None:
    """Amounts are numbers under the columns' own keys; a blank and a dash are null."""
    downloads.make(fixtures.revenue(9), fixtures.site(), tmp_path)
    found = json.loads((tmp_path / "ngan-sach/2026/09-thang/thu.json").read_text("utf-8"))
    assert (found["rows"][0]["plan_nsnn"], found["rows"][7]["done"], found["rows"][0]["share"]) == (987_654_321_000, None, 71.2)
    assert [field["name"] for field in found["fields"]] == list(found["rows"][0])
    assert found["posted_from"] == "2026-10-08"


def test_the_json_of_a_household_list_is_counts_only(tmp_path: Path) -> None:
    """Its rows are hamlets, its fields the classes."""
    downloads.make(fixtures.households(80), fixtures.site(), tmp_path)
    (path,) = tmp_path.rglob("*.json")
    found = json.loads(path.read_text("utf-8"))
    assert set(found["rows"][0]) == {"hamlet", "poor", "near-poor", "households", "members"}
    assert len(found["rows"]) == len(fixtures.HAMLETS) + 1


def test_two_descriptors_have_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in a descriptor or JSON hangs on the hour."""
    for name in ("a", "b"):
        downloads.make_all(fixtures.site(fixtures.COMMUNE, fixtures.revenue()), tmp_path / name)
    for path in sorted((tmp_path / "a").rglob("*.json")):
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes()
