"""QR codes of addresses: a print's HTML names the address alone, and the press draws its code, so that a kept print needs none drawn."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import segno

_NAMED = re.compile(r'src="qr:(\d+):([^"]+)"')


def code_of(address: str, border: int = 2) -> str:
    """Return what stands in HTML for the QR code of an address, with a border of so many squares."""
    return f"qr:{border}:{address}"


def drawn(html: str) -> str:
    """Return the HTML with its codes as SVG images; what stands in a text is no code."""
    return _NAMED.sub(lambda named: f'src="{_image(unescape(named[2]), int(named[1]))}"', html)


@lru_cache(maxsize=8)
def _image(address: str, border: int) -> str:
    return str(segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=border, xmldecl=False))
