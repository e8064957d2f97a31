"""What the machine brings along is told by names and versions."""

from __future__ import annotations

from importlib.metadata import version

from generator import machine


def test_installed_packages_are_told_with_their_versions() -> None:
    """Every package is there once, with the version the installer knows, in order."""
    found = machine.packages()
    assert f"msgspec-{version('msgspec')}" in found
    assert list(found) == sorted(set(found))


def test_libraries_tell_their_versions_or_are_left_out() -> None:
    """Each line is a function's name and what it said; asked twice they say the same."""
    found = tuple(machine.libraries())
    assert found == tuple(machine.libraries())
    assert all(len(line.split(" ", 1)) == 2 for line in found)
