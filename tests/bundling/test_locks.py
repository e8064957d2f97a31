"""What a lock asks for on each machine is what an installer there would ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from packaging.markers import Marker

from generator.bundling.locks import UnknownMarker, needed, pins
from generator.bundling.targets import PYTHONS, SYSTEMS, Target, targets
from tests.conftest import ROOT

LOCK = ROOT / "requirements.lock"


@pytest.mark.parametrize("target", targets(SYSTEMS, PYTHONS), ids=lambda target: f"{target.system}-{target.python}")
def test_a_target_needs_what_the_standard_says(target: Target) -> None:
    """The condition of every pin of the lock holds just where the standard's own reader says so."""
    found = needed(pins(LOCK), target)
    assert found == tuple(pin for pin in pins(LOCK) if not pin.condition or Marker(pin.condition).evaluate(dict(target.facts)))
    assert len({pin.name.partition("==")[0] for pin in found}) == len(found) > 40


def test_every_library_of_the_lock_is_read() -> None:
    """No pin is lost: as many as the lock has lines with an exact version, each with all its hashes."""
    text = LOCK.read_text("utf-8")
    assert len(pins(LOCK)) == sum("==" in line and not line.startswith((" ", "#")) for line in text.splitlines())
    assert sum(pin.hashes.count("--hash=") for pin in pins(LOCK)) == text.count("--hash=")


@pytest.mark.parametrize("condition", ["extra == 'x'", "python_full_version ~= '3.12'", "sys_platform == 'linux' or os_name == 'nt'"])
def test_a_condition_that_is_not_understood_is_never_passed_over(condition: str, tmp_path: Path) -> None:
    """A bundle that guessed would lack a library on some machine."""
    lock = tmp_path / "a.lock"
    lock.write_text(f"numpy==1.0 ; {condition} \\\n    --hash=sha256:{'0' * 64}\n", "utf-8")
    with pytest.raises(UnknownMarker):
        needed(pins(lock), Target("linux", "3.12"))
