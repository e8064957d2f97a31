"""The drawn site's pages, rendered once as the theme renders them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from generator.disclosure.site import Site
from generator.pages import Text, filters, pages
from tests.pages import fixtures

THEME = Path(__file__).parents[2] / "themes" / "congkhai"
TEXTS = (Text("trang-nay-duoc-lap-the-nao", "Trang này được lập thế nào", "<p>Từ bảng tính.</p>"),)


def environment() -> jinja2.Environment:
    """Return an environment as Pelican's is set, in which a missing name is an error."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    env.filters.update(filters())
    return env


@pytest.fixture(scope="session")
def render() -> Callable[[Site], dict[str, str]]:
    """Return a function that renders every page of a site, by path."""
    env = environment()

    def rendered(site: Site) -> dict[str, str]:
        return {page.path: env.get_template(page.template).render(**page.context) for page in pages(site, TEXTS)}

    return rendered


@pytest.fixture(scope="session")
def drawn(render: Callable[[Site], dict[str, str]]) -> dict[str, str]:
    """Return the pages of the whole drawn site."""
    return render(fixtures.site())


@pytest.fixture(scope="session")
def folder(drawn: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the drawn site as files."""
    base: Path = tmp_path_factory.mktemp("site")
    for path, html in drawn.items():
        (base / path).parent.mkdir(parents=True, exist_ok=True)
        (base / path).write_text(html, "utf-8")
    shutil.copytree(THEME / "static", base / "theme")
    return base


def plain(html: str) -> str:
    """Return a page's text, its tags and runs of blanks gone."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", re.sub(r"<[^>]+>", " ", html)).replace(" .", ".").replace(" ,", ",").replace(" ;", ";")
