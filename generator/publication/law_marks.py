"""The Markdown reader's way past `{law:…}`: kept as it is through the reading, for the pages to fill in."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from generator.pages.law_words import MARK, TYPED

_FIRST = 35  # before anything looks at braces


class _Marks(Preprocessor):  # type: ignore[misc]  # Markdown has no types
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with marks that no other part of the reader takes for its own."""
        return [TYPED.sub(lambda match: MARK.format(match[1]), line) for line in lines]


class LawMarks(Extension):  # type: ignore[misc]
    """The extension that Pelican's reader of Markdown is given."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it so
        """Look at the lines first of all."""
        md.preprocessors.register(_Marks(md), "law-marks", _FIRST)


def makeExtension(**_: object) -> LawMarks:  # noqa: N802 - Markdown looks for this name
    """Return the extension, as Markdown asks for one by the module's name."""
    return LawMarks()
