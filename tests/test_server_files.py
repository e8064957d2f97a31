"""The ready files for web servers say what the pages say: the same policy, and no memory of lists that must come down."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.catalogue import load
from tests.conftest import ROOT

FILES = {name: (ROOT / "docs" / "may-chu" / name).read_text("utf-8") for name in ("nginx.conf", "Caddyfile")}


@pytest.mark.parametrize("name", FILES)
def test_the_policy_is_that_of_the_pages(name: str) -> None:
    """The header allows nothing that a page's own policy does not, and forbids being framed besides."""
    page = re.search(r'Content-Security-Policy" content="([^"]*)"', (ROOT / "themes/congkhai/templates/base.html").read_text("utf-8"))
    assert page
    sent = re.search(r"""Content-Security-Policy "([^"]*)\"""", FILES[name])
    assert sent
    assert set(sent[1].split("; ")) == {*page[1].split("; "), "frame-ancestors 'none'"}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("header", ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security",
                                    "X-Robots-Tag", "Cache-Control"])
def test_each_header_is_there(name: str, header: str) -> None:
    """Each header that a browser needs is sent."""
    assert header in FILES[name]


@pytest.mark.parametrize("name", FILES)
def test_lists_of_persons_are_neither_remembered_nor_found(name: str) -> None:
    """Every family whose lists may name persons on the web who did not agree to it is kept out of caches and search engines."""
    catalogue = load()
    named = {catalogue.family(form.family).slug for form in catalogue.forms.values()
             if form.options.get("names_on_web", True) and any(column.names and not column.consent for column in form.column)}
    assert named
    for slug in named:
        assert f"/{slug}/" in FILES[name]
    assert "no-store" in FILES[name]
    assert "noindex, noarchive" in FILES[name]


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_takes_its_file(tmp_path: Path) -> None:
    """Nginx itself finds no fault in the file, its certificate and root aside."""
    certificate = "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out full.pem -subj /CN=localhost"
    subprocess.run(certificate.split(), cwd=tmp_path, check=True, capture_output=True)
    site = FILES["nginx.conf"].replace("/etc/ssl/congkhai/fullchain.pem", str(tmp_path / "full.pem"))
    site = site.replace("/etc/ssl/congkhai/key.pem", str(tmp_path / "key.pem"))
    site = site.replace("include mime.types", "include /etc/nginx/mime.types")
    (tmp_path / "site.conf").write_text(site, "utf-8")
    whole = f"pid {tmp_path}/pid;\nerror_log {tmp_path}/err;\nevents {{}}\nhttp {{ include {tmp_path}/site.conf; }}\n"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    done = subprocess.run(["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
