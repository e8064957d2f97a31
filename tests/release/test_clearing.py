"""A folder that is cleared is gone, and nothing else with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.release.clearing import clear


def test_a_folder_is_gone_and_what_a_link_in_it_leads_to_stays(tmp_path: Path) -> None:
    """All below a folder is removed; a link goes, not the folder that it leads to."""
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x", "utf-8")
    for name in ("a/b/c", "d", "e/f"):
        (tmp_path / "old" / name).mkdir(parents=True)
        (tmp_path / "old" / name / "file").write_text("x", "utf-8")
    try:
        (tmp_path / "old" / "link").symlink_to(kept, target_is_directory=True)
    except OSError:
        pytest.skip("no links may be made here")
    clear(tmp_path / "old")
    assert [path.name for path in tmp_path.rglob("*")] == ["kept", "file"]


def test_no_folder_is_no_fault(tmp_path: Path) -> None:
    """Where there is nothing, nothing happens."""
    clear(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []
