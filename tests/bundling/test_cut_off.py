"""The bundle holds on a machine without network: unpacked, the desk starts and a site is built."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.catalogue.texts import texts
from tests.conftest import ROOT

PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def _can_cut_off() -> bool:
    return bool(shutil.which("unshare")) and subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0


def _unpacked(package: Path, place: Path) -> Path:
    """Unpack as a file manager does, with the rights that the entries have."""
    with zipfile.ZipFile(package) as content:
        for entry in content.infolist():
            path = Path(content.extract(entry, place))
            path.chmod(entry.external_attr >> 16 & 0o777)
    return place / "congkhai"


@pytest.mark.skipif(not _can_cut_off(), reason="unshare, which cuts a process from the network, is absent or may not be used here")
def test_the_desk_starts_and_a_site_is_built_without_network(tmp_path: Path) -> None:
    """A bundle for this Linux and Python, unpacked and cut off, with the system's plain Python and no cache of wheels."""
    package = tmp_path / "goi.zip"
    made = subprocess.run([sys.executable, "-m", "generator", "bundle", "--platform", "linux", "--python", PYTHON, "--output", package],
                          cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    folder = _unpacked(package, tmp_path)
    assert list((folder / "data").iterdir()) == []
    shutil.copytree(ROOT / "data" / "mau", folder / "data" / "mau")
    plain = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8", "CONGKHAI_PYTHON": sys._base_executable}
    tried = subprocess.run(["unshare", "-rn", sys._base_executable, Path(__file__).with_name("cut_off.py"), folder],
                           env=plain, capture_output=True, text=True, encoding="utf-8", check=False)
    assert tried.returncode == 0, tried.stderr
    assert texts("desk")["setup"]["title"] in tried.stdout
    assert (folder / "output" / "index.html").is_file()
    assert not (folder / ".venv" / "bin" / "pip").exists()
