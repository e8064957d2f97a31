"""The page that documents every code: what it says, how to mend it, an example; `python -m generator.report.codes FILE` writes it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.catalogue.texts import texts
from generator.findings import codes, entry

_WORD = re.compile(r"\{\w+\}")


def page(language: str = "vi") -> str:
    """Return the page as Markdown, the codes in the order of the alphabet."""
    return "\n".join(_lines(language))


def _lines(language: str) -> Iterator[str]:
    words = texts("report", language)
    yield from (f"# {words['codes']['title']}", "", words["codes"]["about"], "")
    for level in ("error", "warning", "notice"):
        yield f"- **{words['severity'][level]}**: {words['codes'][level]}"
    for code in sorted(codes()):
        told = entry(code, language)
        yield from ("", f"## `{code}`", "", f"**{words['severity'][told['severity']]}.** {_open(told['what'])}", "",
                    f"{words['codes']['mend']} {_open(told['mend'])}")
        if "before" in told:
            yield from ("", f"| {words['codes']['before']} | {words['codes']['after']} |", "|---|---|",
                        f"| {_cell(told['before'])} | {_cell(told['after'])} |")
    yield ""


def _open(text: str) -> str:
    """Return a text with its words left open."""
    return _WORD.sub("…", text)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8")
