"""Compiled templates are kept: used again where nothing changed, made anew where anything did, and never wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from generator.publication import compiled

PLAIN: dict[str, Any] = {"autoescape": True, "trim_blocks": True}


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test know what another's process knew."""
    monkeypatch.setattr(compiled, "_KNOWN", {})


def shown(folder: Path, source: str = "<b>{{ name }}</b>", **more: Any) -> str:
    """Return what a template says, by a new environment that keeps what it compiles in a folder."""
    settings = compiled.settings(PLAIN | more, folder)
    return Environment(loader=DictLoader({"a.html": source}), **settings).get_template("a.html").render(name="<i>")  # noqa: S701 - as given


def forget() -> None:
    """Be a new process."""
    compiled._KNOWN.clear()


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next environment, and the next process, take what the first one compiled."""
    assert shown(tmp_path) == "<b>&lt;i&gt;</b>"
    monkeypatch.setattr(Environment, "_generate", None)  # whoever compiles now fails
    assert shown(tmp_path) == "<b>&lt;i&gt;</b>"
    forget()
    assert shown(tmp_path) == "<b>&lt;i&gt;</b>"


def test_another_source_or_other_settings_are_another_template(tmp_path: Path) -> None:
    """What was compiled of an older text, or without escaping, is never shown; the folder keeps the newest alone."""
    shown(tmp_path)
    forget()
    assert shown(tmp_path, "<u>{{ name }}</u>") == "<u>&lt;i&gt;</u>"
    forget()
    assert shown(tmp_path, "<u>{{ name }}</u>", autoescape=False) == "<u><i></u>"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [lambda kept: kept[:0], lambda kept: kept[:-9], lambda kept: kept[:40] + b"x" + kept[41:]])
def test_a_damaged_one_is_compiled_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Emptied, cut or altered, it costs time and no more."""
    shown(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    forget()
    assert shown(tmp_path) == "<b>&lt;i&gt;</b>"


def test_where_nothing_can_be_kept_pages_are_made_all_the_same(tmp_path: Path) -> None:
    """A folder that can't be made is no fault."""
    (tmp_path / "file").write_bytes(b"")
    assert shown(tmp_path / "file" / "templates") == "<b>&lt;i&gt;</b>"
    assert shown(tmp_path / "file" / "templates") == "<b>&lt;i&gt;</b>"
