"""The verdicts of earlier sweeps save time and nothing else: what changed is searched again, and nothing private is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.release.sweep import Beside, sweep
from generator.release.verdicts import Verdicts
from tests.release.test_sweep import CAUSE, CITIZEN, LIST, MEMBER, PAGE, PHONE, SECRETS, page, site

CLEAN = f"<p>Buôn Krông, 4 hộ</p>{'<p>Thôn 4</p>' * 3}"


def codes(folder: Path, kept: Path, secrets: object = None, **settings: object) -> list[str]:
    """Return the codes of a sweep that goes by the verdicts kept at a place, and keeps its own there."""
    verdicts = Verdicts(kept)
    found = sweep(folder, site(**settings), SECRETS if secrets is None else secrets, Beside(verdicts=verdicts))  # type: ignore[arg-type]
    verdicts.keep()
    return sorted({each.code for each in found})


def stamps(kept: Path) -> list[str]:
    """Return the verdicts kept at a place."""
    return kept.read_text("utf-8").split('"')[7::2]


def test_an_unchanged_file_keeps_its_verdict(tmp_path: Path) -> None:
    """The second sweep of the same files goes by the same verdicts, byte for byte."""
    folder, kept = page(tmp_path / "site", CLEAN), tmp_path / "sweep.json"
    assert codes(folder, kept) == []
    before = kept.read_bytes()
    assert codes(folder, kept) == []
    assert kept.read_bytes() == before
    assert len(stamps(kept)) == 1


@pytest.mark.parametrize("changed", ["bytes", "private values", "what is public", "contacts", "name"])
def test_what_changed_is_searched_again(tmp_path: Path, changed: str) -> None:
    """A change in the file, in what is looked for or in what may stand there makes the old verdict void."""
    folder, kept = page(tmp_path / "site", f"{CLEAN}<p>{PHONE}, {MEMBER}</p>"), tmp_path / "sweep.json"
    named = replace(LIST, names={"h1": {"head_name": MEMBER}})
    verdicts = Verdicts(kept)
    assert sweep(folder, site(named, telephone=PHONE), SECRETS, Beside(verdicts=verdicts)) == ()
    verdicts.keep()
    again = {"secrets": SECRETS, "shown": named, "telephone": PHONE}
    if changed == "bytes":
        page(folder, f"{CLEAN}<p>{CAUSE}</p>")
    elif changed == "name":
        (folder / PAGE).rename(folder / f"{CITIZEN}.html")
    again |= {"private values": {"secrets": {LIST.id: frozenset({"Thôn 4"})}}, "what is public": {"shown": LIST},
              "contacts": {"telephone": ""}}.get(changed, {})
    found = sweep(folder, site(again["shown"], telephone=again["telephone"]), again["secrets"],  # type: ignore[arg-type]
                  Beside(verdicts=Verdicts(kept)))
    assert found


def test_a_hit_leaves_no_verdict(tmp_path: Path) -> None:
    """A file that was refused is searched and refused again."""
    folder, kept = page(tmp_path / "site", f"<p>{CAUSE}</p>"), tmp_path / "sweep.json"
    assert codes(folder, kept) == codes(folder, kept) == ["privacy-leak"]
    assert stamps(kept) == []


@pytest.mark.parametrize("damage", [b"", b"{", b'{"key": 1, "clean": []}', b'{"key": "00", "clean": ["00"]}', b"\xff\xfe"])
def test_a_damaged_file_of_verdicts_costs_time_only(tmp_path: Path, damage: bytes) -> None:
    """Whatever lies in its place, the sweep finds what it found without it, and the file is made anew."""
    folder, kept = page(tmp_path / "site", CLEAN), tmp_path / "sweep.json"
    kept.write_bytes(damage)
    assert codes(folder, kept) == []
    assert len(stamps(kept)) == 1
    kept.write_bytes(damage)
    assert codes(page(folder, f"<p>{CAUSE}</p>"), kept) == ["privacy-leak"]


def test_a_place_that_takes_no_verdicts_is_no_fault(tmp_path: Path) -> None:
    """Where the file's folder can't be made the sweep says what it says."""
    (tmp_path / ".cache").write_text("x")
    assert codes(page(tmp_path / "site", CLEAN), tmp_path / ".cache" / "sweep.json") == []


def test_nothing_private_is_kept(tmp_path: Path) -> None:
    """Neither a value nor its plain digest stands among the verdicts, and two places keep different ones of the same file."""
    folder = page(tmp_path / "site", CLEAN)
    places = (tmp_path / "a.json", tmp_path / "b.json")
    for kept in places:
        assert codes(folder, kept) == []
        assert not [value for values in SECRETS.values() for value in values if len(value) > 2 and value in kept.read_text("utf-8")]
    assert stamps(places[0]) != stamps(places[1])
