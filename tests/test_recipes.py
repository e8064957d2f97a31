"""The ready files that rebuild a site by themselves call what there is, keep names at home, and hold the rules of who reads them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands.arguments import parse
from generator.posting.store import FOLDER
from tests.conftest import ROOT

PLACE = ROOT / "docs" / "may-chu"
UNITS = ("congkhai.service", "congkhai.timer", "congkhai@.path")
PIPELINES = ("gitlab-ci.yml", "github-actions.yml")
PRIVATE = ("to-print", "data", ".cache", "build-report.json")


def text(name: str) -> str:
    """Return a ready file."""
    return (PLACE / name).read_text("utf-8")


def calls(name: str) -> Iterator[list[str]]:
    """Yield what follows the program's name in each of its calls; a container's words follow its own."""
    for line in re.findall(r"^(?:CMD|[^#\n]*?/congkhai) (\[.*\]|build .*)$", text(name), re.MULTILINE):
        yield [word.replace("$", "_") for word in (yaml.safe_load(line) if line.startswith("[") else shlex.split(line.partition("||")[0]))]


@pytest.mark.parametrize("name", ["congkhai.service", "Containerfile", *PIPELINES])
def test_what_is_called_exists(name: str) -> None:
    """Each call is a command of the program with choices that it has, and builds into folders of its own."""
    found = [parse(words) for words in calls(name)]
    assert found
    for chosen in found:
        assert chosen is not None
        assert chosen.command == "build"
        assert len({chosen.data, chosen.output, chosen.to_print}) == 3


def script(name: str) -> str:
    """Return the lines by which a pipeline builds."""
    whole: dict[str, Any] = yaml.safe_load(text(name))
    if name == "gitlab-ci.yml":
        return "\n".join(whole["pages"]["script"])
    (found,) = [step["run"] for step in whole["jobs"]["build"]["steps"] if "congkhai build" in step.get("run", "")]
    return str(found)


@pytest.mark.skipif(shutil.which("bash") is None, reason="pipelines are run by bash")
@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_build_that_kept_a_table_back_is_no_failure(name: str, code: int, tmp_path: Path) -> None:
    """Exit code 1, done but something refused, goes on to hand the site on; 2 ends the pipeline."""
    program = tmp_path / "congkhai" / "congkhai"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nmkdir -p output && echo $3 > output/index.html\nexit {code}\n", "utf-8")
    program.chmod(0o755)
    lines = script(name).replace("/opt/congkhai/congkhai", str(program)) + "\n: > went-on\n"
    done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", lines], cwd=tmp_path, capture_output=True, text=True, check=False,
                          env={"CI_PROJECT_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"})
    assert (done.returncode == 0, (tmp_path / "went-on").exists()) == (code < 2, code < 2), done.stderr
    if name == "gitlab-ci.yml":
        assert (tmp_path / "public" / "index.html").exists() == (code < 2)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_its_files(name: str, tmp_path: Path) -> None:
    """Systemd itself finds no fault in a unit, the program's place aside."""
    for one in UNITS:
        (tmp_path / one.replace("@.", "@xa-an.")).write_text(text(one).replace("/opt/congkhai/congkhai", "/bin/true"), "utf-8")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(tmp_path / name.replace("@.", "@xa-an."))],
                          capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "congkhai" in line] == []


def test_the_units_belong_together() -> None:
    """Timer and watch start the service; a day that begins in Việt Nam is one of its times; names are printed into a closed folder."""
    for name in ("congkhai.timer", "congkhai@.path"):
        assert "Unit=congkhai.service\n" in text(name)
    assert "OnCalendar=*-*-* 00:01:00 Asia/Ho_Chi_Minh\n" in text("congkhai.timer")
    assert "SuccessExitStatus=1\n" in text("congkhai.service")
    assert all(" build --recorded " in text(name) for name in ("congkhai.service", *PIPELINES))
    assert "PathChanged=/srv/congkhai/data/%I\n" in text("congkhai@.path")
    assert f"PathChanged=/srv/congkhai/data/%I/{FOLDER}\n" in text("congkhai@.path")
    assert "--to-print /srv/congkhai/rieng/to-print" in text("congkhai.service")
    assert "/srv/congkhai/rieng " in text("README.md")


def test_gitlab_publishes_the_site_alone_and_from_a_private_repository_alone() -> None:
    """The job runs nowhere but in a private repository, and what it hands on is the site."""
    job = yaml.safe_load(text("gitlab-ci.yml"))["pages"]
    assert job["rules"][0] == {"if": '$CI_PROJECT_VISIBILITY != "private"', "when": "never"}
    assert job["artifacts"]["paths"] == ["public"]
    assert job["script"][-1] == "mv output public"
    assert "cache" not in job


def test_github_publishes_the_site_alone_and_from_a_private_repository_alone() -> None:
    """The job runs nowhere but in a private repository, and what it hands on is the site."""
    whole: dict[Any, Any] = yaml.safe_load(text("github-actions.yml"))
    job = whole["jobs"]["build"]
    assert job["steps"][0]["run"] == 'test "$(gh api "repos/$GITHUB_REPOSITORY" --jq .private)" = true'
    sent = [step["with"]["path"] for step in job["steps"] if "upload" in step.get("uses", "")]
    assert sent == ["site/output"]
    assert whole["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert not [step for step in job["steps"] if "cache" in step.get("uses", "")]


@pytest.mark.parametrize("name", PIPELINES)
def test_each_pipeline_warns(name: str) -> None:
    """Before anything else the file says that the repository must be private, and what may never be handed on."""
    head = text(name)
    assert "PHẢI LÀ KHO RIÊNG (private)" in head[:600]
    for private in PRIVATE:
        assert private in head


def test_the_container_holds_the_program_and_nothing_of_a_commune() -> None:
    """Each file that is copied exists, none is data or built; what it installs is what the launcher would."""
    lines = re.sub(r"\\\n\s*", "", text("Containerfile"))
    copied = [word for line in re.findall(r"^COPY (.*)$", lines, re.MULTILINE) for word in line.split()[:-1]]
    assert [word for word in copied if not (ROOT / word).exists()] == []
    assert not {"data", "output", "to-print", ".", "mau"} & set(copied)
    launcher = (ROOT / "congkhai").read_text("utf-8")
    wanted = re.findall(r"install (libpango[^|]*?) \|\|", launcher)
    assert set(wanted[0].split()) <= set(lines.split())
    assert ".ready-$(basename" in launcher
    assert ".venv/.ready-requirements.lock" in lines
    assert re.search(r"^USER (?!root)", lines, re.MULTILINE)


@pytest.mark.parametrize("name", [*UNITS, *PIPELINES, "Containerfile", "nginx.conf", "Caddyfile"])
def test_the_page_tells_of_each_file(name: str) -> None:
    """README.md has a link to each file."""
    assert f"]({name})" in text("README.md")
