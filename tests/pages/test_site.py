"""The drawn site as a whole: every page, every link, what no page may hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from msgspec.structs import replace

from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.pages import Text, pages
from tests.pages import fixtures
from tests.pages.conftest import THEME

Render = Callable[[Site], dict[str, str]]


def targets(path: str, html: str) -> list[tuple[str, str]]:
    """Return (file, fragment) of each internal link of a page, relative to the site."""
    found = []
    for link in re.findall(r'(?:href|src)="([^"]*)"', html):
        if re.match(r"(?:tel|mailto|data|https?):", link):
            continue
        file, _, fragment = link.partition("#")
        parts: list[str] = []
        for part in (PurePosixPath(path).parent / file).parts if file else PurePosixPath(path).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        found.append(("/".join(parts), fragment))
    return found


def test_every_disclosure_has_its_page(drawn: dict[str, str]) -> None:
    """Disclosures in, pages out: at the address that the prints and the manifest give."""
    site = fixtures.site()
    assert {addresses.page(one, site.catalogue) for one in site.shown} <= drawn.keys()


def test_every_internal_link_leads_somewhere(drawn: dict[str, str]) -> None:
    """A link names a file, never a folder, so that the site opens from a USB stick; and its fragment is an id there."""
    made = {one.path for all_made in fixtures.site().made.values() for one in all_made}
    static = {f"theme/{path.relative_to(THEME / 'static').as_posix()}" for path in (THEME / "static").rglob("*") if path.is_file()}
    for path, html in drawn.items():
        for file, fragment in targets(path, html):
            assert file in drawn or file in made | static | {"tin-moi.xml"}, (path, file)
            if fragment:
                assert f'id="{fragment}"' in drawn[file], (path, file, fragment)


def test_no_page_loads_from_elsewhere_or_holds_script_or_style(drawn: dict[str, str]) -> None:
    """Every page carries the strict policy and obeys it."""
    for path, html in drawn.items():
        assert "default-src 'none'; style-src 'self'; script-src 'self'" in html
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?! src=\"| type=\"application/ld\+json\")", html), path
        assert not re.search(r'(?:src|<link rel="stylesheet" href)="(?:https?:)?//', html), path


def test_every_page_has_one_title_one_main_and_no_id_twice(drawn: dict[str, str]) -> None:
    """Readers of the screen find one h1 and one main; an address on a page is one line."""
    for path, html in drawn.items():
        assert html.count("<h1") == 1, path
        assert html.count("<main") == 1, path
        twice = [name for name, count in Counter(re.findall(r'\sid="([^"]*)"', html)).items() if count > 1]
        assert not twice, path


def test_no_text_is_left_unfilled(drawn: dict[str, str]) -> None:
    """No placeholder, no None, no empty link reaches a page."""
    for path, html in drawn.items():
        text = re.sub(r"<[^>]+>", " ", html)
        assert not re.search(r"\{[A-Za-z_]+\}|\bNone\b|Undefined", text), path
        assert not re.search(r"<a [^>]*></a>", html), path


def test_sample_pages_say_so_and_others_do_not(render: Render, drawn: dict[str, str]) -> None:
    """The banner stands on every page of a sample commune and on none of a true one."""
    assert all("Dữ liệu mẫu" in html for html in drawn.values())
    true = replace(fixtures.COMMUNE, sample=False)
    assert not any("Dữ liệu mẫu" in html for html in render(fixtures.site(commune=true)).values())


def test_names_from_sheets_are_escaped(render: Render) -> None:
    """What an officer typed is text, whatever it looks like."""
    evil = replace(fixtures.gifts(), subject_name="<script>alert(1)</script> & cầu")
    html = "".join(render(fixtures.site(evil)).values())
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; cầu" in html


def test_a_commune_with_nothing_public_still_has_its_pages(render: Render) -> None:
    """Without a disclosure the home page says so, and the menu names no empty family."""
    bare = Site(fixtures.COMMUNE, fixtures.DAY, fixtures.site().catalogue, ())
    made = render(bare)
    assert "Chưa có gì được công khai." in made["index.html"]
    around = {f"{folder}/index.html" for folder in ("tim-kiem", "thay-doi", "luu-tru", "tu-ngu", "loa-truyen-thanh", "hop-dan")}
    assert set(made) == {"index.html", "gioi-thieu/index.html", "trang/trang-nay-duoc-lap-the-nao/index.html"} | around


def test_a_commune_with_only_a_name_still_has_its_pages(render: Render) -> None:
    """Every setting of commune.toml but the name may be missing."""
    made = render(fixtures.site(commune=type(fixtures.COMMUNE)(name="Phường Mây", kind="phường", id="may")))
    assert "Ủy ban nhân dân phường Mây" in made["index.html"]
    assert "Bà con hỏi Ủy ban nhân dân phường Mây." in made["ngan-sach/2026/09-thang/chi/index.html"]


def test_two_makings_give_the_same_pages(render: Render, drawn: dict[str, str]) -> None:
    """Nothing of a page depends on the hour or on the order of a set."""
    assert render(fixtures.site()) == drawn


@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_speak_their_language(render: Render, language: str) -> None:
    """The whole site renders in both languages and says which it is."""
    made = render(fixtures.site(language=language))
    assert all(f'<html lang="{language}">' in html for html in made.values())


def test_the_menu_has_a_bar_and_the_rest(drawn: dict[str, str]) -> None:
    """The bar leads to the first families, the page's own and search; opened, without a script, it has the page about the commune too."""
    menu = drawn["gioi-thieu/index.html"].split('<nav class="menu"')[1].split("</nav>")[0]
    bar, rest = menu.split("<details>")
    assert re.findall(r'href="../(.*?)index.html"', bar) == ["", "ngan-sach/", "ho-ngheo/", "dong-gop/", "tim-kiem/"]
    assert re.findall(r'href="(.*?)" aria-current="page"', rest) == ["index.html"]


def test_texts_written_by_people_are_linked_from_every_foot() -> None:
    """A Markdown page has a page of its own and a link in the foot of all others."""
    made = list(pages(fixtures.site(), (Text("hoi-dap", "Hỏi đáp", "<p>…</p>"),)))
    assert "trang/hoi-dap/index.html" in [page.path for page in made]
    assert all(page.context["frame"].texts[0].text == "Hỏi đáp" for page in made)


def test_style_and_script_are_small(tmp_path: Path) -> None:
    """The one stylesheet stays under 10 KB and the one script under 6 KB, as they go over the wire."""
    import gzip  # noqa: PLC0415 - only here

    sizes = {
        path.suffix: len(gzip.compress(path.read_bytes())) for path in (THEME / "static").rglob("*.*") if path.suffix in {".css", ".js"}
    }
    assert sizes[".css"] < 10_000
    assert sizes[".js"] < 6_000
