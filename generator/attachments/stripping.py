"""A file as it may be given away: its kind told by its content, everything but what it shows left behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.attachments import chunks, segments

Kind: TypeAlias = Literal["pdf", "jpg", "png"]

_HEAD = 1024


@dataclass(frozen=True, slots=True)
class Bare:
    """A stripped file: its kind, its bytes, and the number of pages of a PDF."""

    kind: Kind
    content: bytes
    pages: int = 0


def kind_of(content: bytes) -> Kind | None:
    """Return what a file is by its first bytes, whatever its name says; None for what is not taken."""
    if content.startswith(segments.START):
        return "jpg"
    if content.startswith(chunks.SIGN):
        return "png"
    return "pdf" if b"%PDF-" in content[:_HEAD] else None


def stripped(content: bytes) -> Bare:
    """Return a file bare of all but what it shows; whatever an unsound file raises says that it can't be."""
    kind = kind_of(content)
    if kind == "jpg":
        return Bare("jpg", segments.stripped(content))
    if kind == "png":
        return Bare("png", chunks.stripped(content))
    if kind is None:
        raise ValueError("unknown kind")
    from generator.attachments import paper  # noqa: PLC0415 - a third of a second, needed by few builds

    bare = Bare("pdf", *paper.rewritten(content))
    said(bare.content)
    return bare


def said(content: bytes) -> tuple[str, ...]:
    """Return every text that a stripped PDF holds; whatever it raises says that it can't be searched."""
    from generator.attachments import paper  # noqa: PLC0415 - as above

    return tuple(paper.texts(content))
