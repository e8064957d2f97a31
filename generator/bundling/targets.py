"""The machines a bundle can be for: systems by name, and the Python versions that the program runs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_OLDEST_GLIBC, _NEWEST_GLIBC = 5, 28
# Newest first: an installer takes the first that fits. Every Linux that is still kept has a glibc of 2.28 or later and runs them all.
_TAGS: Mapping[str, tuple[str, ...]] = {
    "windows": ("win_amd64",),
    "linux": (*(f"manylinux_2_{minor}_x86_64" for minor in range(_NEWEST_GLIBC, _OLDEST_GLIBC - 1, -1)),
              "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
}
_FACTS: Mapping[str, Mapping[str, str]] = {
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
}
SYSTEMS = tuple(_TAGS)


@dataclass(frozen=True, slots=True)
class Target:
    """A system and a Python version on it, 64 bits both."""

    system: str
    python: str

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the platform tags of wheels that run there."""
        return _TAGS[self.system]

    @property
    def facts(self) -> Mapping[str, str]:
        """Return what the conditions of a lock may ask for."""
        return {**_FACTS[self.system], "implementation_name": "cpython", "platform_python_implementation": "CPython",
                "python_version": self.python, "python_full_version": f"{self.python}.0"}


def targets(systems: tuple[str, ...], pythons: tuple[str, ...]) -> tuple[Target, ...]:
    """Return each system with each Python version, in the order of the catalogue of both."""
    return tuple(Target(system, python) for system in SYSTEMS if system in systems for python in PYTHONS if python in pythons)
