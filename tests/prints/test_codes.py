"""QR codes: named by their address in a print's HTML, drawn by the press."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import msgspec
import segno

from generator import prints
from generator.prints import browser, codes, keeping
from tests.prints import fixtures

ADDRESS = "https://suoimay.example.vn/ho-ngheo/?a=1&b=2"


def test_a_code_is_drawn_for_its_address() -> None:
    """The image is the code of the address as people type it, not as HTML writes it."""
    html = codes.drawn(f'<img src="{codes.code_of(ADDRESS)}" alt="x">'.replace("&", "&amp;"))
    image = str(segno.make(ADDRESS, error="m", micro=False).svg_data_uri(scale=4, border=2, xmldecl=False))
    assert unquote(html) == f'<img src="{unquote(image)}" alt="x">'


def test_words_that_look_like_a_code_stay_words() -> None:
    """What somebody typed into a cell is text, quotes and all."""
    typed = 'src="qr:2:https://elsewhere.example"'
    job = prints.prepare(msgspec.structs.replace(fixtures.balance(), notes=(typed,)), fixtures.site(), names=True)
    assert "qr:2:https://elsewhere.example" in codes.drawn(job.html)
    assert codes.drawn(job.html).count("data:image") == job.html.count('src="qr:2:') == 1


def test_a_print_names_its_address_until_it_is_pressed() -> None:
    """Preparing draws no code; what the browser prints has it."""
    job = prints.prepare(fixtures.balance(), fixtures.site(), names=True)
    assert "data:image" not in job.html
    assert "data:image" in browser._page(job.html)


def test_another_address_is_another_print() -> None:
    """A code that leads elsewhere is part of what is asked for."""
    moved = msgspec.structs.replace(fixtures.COMMUNE, site="https://suoi-may.example.vn")
    keys = {keeping._key(replace(prints.prepare(fixtures.balance(), fixtures.site(commune), names=True), path="x"))
            for commune in (fixtures.COMMUNE, moved)}
    assert len(keys) == 2
