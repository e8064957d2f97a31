"""SHA256SUMS: read by sha256sum itself, and every altered byte found."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.release.sums import FILE, verify_sums, write_sums


def province(folder: Path) -> Path:
    inner = ("suoi-may/index.html", "suoi-may/manifest.json", "suoi-may/ho-ngheo/2026/index.html", "buon-krong/manifest.json")
    for name in ("index.html", *inner):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    write_sums(folder)
    return folder


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="this system has no sha256sum")
def test_sha256sum_agrees(tmp_path: Path) -> None:
    """`sha256sum -c` passes in the root and in each commune's folder, odd names included."""
    (tmp_path / "a\nb\\c.txt").write_text("odd", "utf-8")
    for folder in (province(tmp_path), tmp_path / "suoi-may"):
        subprocess.run(["sha256sum", "-c", "--quiet", FILE], cwd=folder, check=True)
    assert verify_sums(tmp_path) == ()


def test_the_root_lists_the_communes_sums_and_not_their_files(tmp_path: Path) -> None:
    """A commune's folder stands in the root's sums by its own sums, and is the same as if it stood alone."""
    names = [line.split("  ")[1] for line in (province(tmp_path) / FILE).read_text("utf-8").splitlines()]
    assert names == ["buon-krong/SHA256SUMS", "index.html", "suoi-may/SHA256SUMS"]


def test_signatures_are_left_aside(tmp_path: Path) -> None:
    """A signature made later neither stands in the sums nor disturbs them."""
    (province(tmp_path) / f"{FILE}.asc").write_text("signed", "utf-8")
    assert verify_sums(tmp_path) == ()


def test_every_change_is_found(tmp_path: Path) -> None:
    """A changed, a missing and an added file are each told with their path from the root."""
    province(tmp_path)
    (tmp_path / "suoi-may/index.html").write_text("other", "utf-8")
    (tmp_path / "suoi-may/ho-ngheo/2026/index.html").unlink()
    (tmp_path / "buon-krong/new.html").write_text("new", "utf-8")
    assert [(found.code, found.file) for found in verify_sums(tmp_path)] == [
        ("site-file-unlisted", "buon-krong/new.html"),
        ("site-file-missing", "suoi-may/ho-ngheo/2026/index.html"),
        ("site-file-changed", "suoi-may/index.html"),
    ]


@pytest.mark.parametrize("content", [None, b"rubbish\n", b"\xff\xfe"])
def test_sums_that_can_not_be_read_are_told(tmp_path: Path, content: bytes | None) -> None:
    """Lost or damaged sums are one finding, never a traceback."""
    province(tmp_path)
    (tmp_path / FILE).unlink()
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert [found.code for found in verify_sums(tmp_path)] == ["sums-damaged"]
