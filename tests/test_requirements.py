"""What the program imports is what its requirements name: nothing is there by chance of the machine it was written on."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions, requires

import pytest

from tests.conftest import ROOT


def named(file: str) -> set[str]:
    """Return the packages a requirements file names at the start of its lines."""
    found = re.findall(r"^([A-Za-z0-9_.-]+)", (ROOT / file).read_text("utf-8"), re.MULTILINE)
    return {plain(name) for name in found}


def plain(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(place: str) -> set[str]:
    """Return the modules of others that the Python files of a place import, at any depth of their code."""
    found: set[str] = set()
    for path in (ROOT / place).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"generator", "tests"}


@pytest.mark.parametrize("place", ["generator", "themes"])
def test_each_import_is_required(place: str) -> None:
    """Each imported package is named itself, or comes with one that is named; a cluster's are in the cluster's file."""
    asked = named("requirements.in") | named("requirements-cluster.in")
    along = {plain(re.split(r"[ ;<>=!~\[(]", line, maxsplit=1)[0]) for name in asked for line in _needs(name) if "extra ==" not in line}
    homes = packages_distributions()
    lost = {module for module in imported(place) if not {plain(name) for name in homes.get(module, ())} & (asked | along)}
    assert lost == set()


def _needs(name: str) -> list[str]:
    try:
        return requires(name) or []
    except ModuleNotFoundError:
        return []


@pytest.mark.parametrize("name", ["requirements", "requirements-test", "requirements-cluster"])
def test_what_is_asked_for_is_pinned(name: str) -> None:
    """Each package that is asked for stands in the lock beside it or in the program's own."""
    assert named(f"{name}.in") <= named(f"{name}.lock") | named("requirements.lock")
