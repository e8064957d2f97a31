"""Tables of written pages scroll in a region of their own, which a keyboard reaches and a screen reader names."""

from __future__ import annotations

import pytest
from markdown import markdown

TABLE = "| Nơi ở | Mức |\n|---|---|\n| Nông thôn | 1 |"


def html(written: str) -> str:
    """Return what becomes of a written text."""
    return markdown(written, extensions=["tables", "attr_list", "generator.publication.law_marks", "generator.publication.written_tables"])


@pytest.mark.parametrize(("written", "name"), [
    (TABLE, "Nơi ở, Mức"),
    (f"## Chuẩn *nghèo*\n\nLời dẫn.\n\n{TABLE}", "Chuẩn nghèo"),
    (f"## Mức {{law:poverty-line.rural}}\n\n{TABLE}", "Nơi ở, Mức"),
    (f'## Mức "mới" & cũ\n\n{TABLE}', "Mức &quot;mới&quot; &amp; cũ"),
])
def test_a_table_stands_in_a_region_named_after_what_is_above_it(written: str, name: str) -> None:
    """The heading above names it; its own heads where there is none, or where the law has yet to fill it in."""
    assert f'<div aria-label="{name}" class="scroll" role="region" tabindex="0"><table>' in html(written)


def test_two_tables_have_a_region_each_and_other_text_none() -> None:
    """What is no table stays as it was."""
    made = html(f"Một.\n\n{TABLE}\n\nHai.\n\n{TABLE}\n\nBa.")
    assert made.count('role="region"') == made.count("<table>") == made.count("</table>") == 2
    assert [line for line in made.splitlines() if line.startswith("<p>")] == ["<p>Một.</p>", "<p>Hai.</p>", "<p>Ba.</p>"]
