"""Whatever a camera, scanner or office program left in a file is gone; what the file shows is as it was."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from pypdf import PdfReader

from generator import jobs
from generator.attachments.stripping import kind_of, said, stripped
from tests.attachments import drawn


def pixels(content: bytes) -> bytes:
    return Image.open(io.BytesIO(content)).convert("RGB").tobytes()


@pytest.mark.parametrize("turn", [1, 3, 6, 8])
def test_a_photograph_keeps_its_pixels_and_which_way_is_up(turn: int) -> None:
    """EXIF, GPS, XMP, IPTC, comment, preview and trailing bytes go; the pixels are the same and the picture stands upright."""
    content = drawn.photograph(turn)
    assert drawn.held(content) == set(drawn.PLANTED)
    bare = stripped(content)
    assert (bare.kind, drawn.held(bare.content)) == ("jpg", set())
    assert pixels(bare.content) == pixels(content)
    exif = dict(Image.open(io.BytesIO(bare.content)).getexif())
    assert exif == ({0x0112: turn} if turn > 1 else {})
    assert stripped(bare.content).content == bare.content


def test_a_drawing_keeps_its_pixels() -> None:
    """Texts, times, EXIF, chunks of nobody's and trailing bytes go; pixels and what shines through are the same."""
    content = drawn.drawing()
    bare = stripped(content)
    assert (bare.kind, drawn.held(bare.content)) == ("png", set())
    before, after = (Image.open(io.BytesIO(one)) for one in (content, bare.content))
    assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
    assert len(bare.content) < len(content) - len("".join(drawn.PLANTED))


def test_a_paper_keeps_what_it_shows() -> None:
    """Author, keywords, XMP, files within, scripts, outline, notes, links, the signer's data and the photograph's own notes go."""
    content = drawn.paper()
    assert drawn.held(content) >= {drawn.PLACE, drawn.NUMBER}
    bare = stripped(content)
    reader = PdfReader(io.BytesIO(bare.content))
    held = b"".join(every(reader)) + bare.content
    assert (bare.kind, bare.pages, drawn.held(held)) == ("pdf", 1, set())
    assert reader.metadata is None
    assert set(reader.trailer["/Root"]) == {"/Type", "/Pages"}
    text = reader.pages[0].extract_text()
    assert drawn.SHOWN in text
    assert "DA KY SO" in text
    assert pixels(reader.pages[0]["/Resources"]["/XObject"]["/Photo"]._data) == pixels(drawn.photograph(1))
    assert stripped(content).content == bare.content


def every(reader: PdfReader) -> list[bytes]:
    """Return every object of a PDF as it lies, streams unpacked."""
    found = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    unpacked = [one.get_data() for one in found if hasattr(one, "get_data") and one.get("/Filter") != "/DCTDecode"]
    return [*(repr(one).encode() + getattr(one, "_data", b"") for one in found), *unpacked]


def test_the_kind_is_told_by_the_content() -> None:
    """A name's ending decides nothing."""
    assert [kind_of(one) for one in (drawn.photograph(), drawn.drawing(), drawn.paper())] == ["jpg", "png", "pdf"]
    assert [kind_of(one) for one in (b"", b"PK\x03\x04", b"GIF89a", b"<html>%PD")] == [None] * 4


def test_what_a_paper_says_can_be_searched() -> None:
    """Every line that a stripped paper shows is there for the sweep."""
    assert drawn.SHOWN in " ".join(said(stripped(drawn.paper()).content))


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n", b"", b"PK\x03\x04",
                                     drawn.photograph()[:300], drawn.drawing()[:60], drawn.paper()[:700]])
def test_what_is_damaged_is_refused(content: bytes) -> None:
    """A file cut short or of another kind is one failed piece of work, never a file given away."""
    (outcome,) = jobs.run(stripped, [content])
    assert outcome.result is None


@given(some.integers(0, 1500), some.binary(min_size=1, max_size=20), some.sampled_from(["jpg", "png"]))
def test_a_damaged_picture_is_bare_or_refused(place: int, noise: bytes, kind: str) -> None:
    """Bytes written into a picture anywhere never leave a planted value behind the end or in a part that doesn't draw."""
    content = bytearray(drawn.photograph() if kind == "jpg" else drawn.drawing())
    content[place % len(content):place % len(content) + len(noise)] = noise
    try:
        bare = stripped(bytes(content)).content
    except ValueError:
        return
    assert stripped(bare).content == bare
