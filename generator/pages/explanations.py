"""The commune's own words beside a period's figures, as its page shows them: each text once, with the tables it explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.disclosed import Disclosure
from generator.disclosure.prose import Block, blocks
from generator.pages.budget_names import table_name
from generator.pages.frame import Maker
from generator.pages.page import Link
from generator.pages.words import Words

ANCHOR = "thuyet-minh"


@dataclass(frozen=True, slots=True)
class Explained:
    """A text with its heading, its address on the page, and who wrote it."""

    id: str
    title: str
    by: str
    blocks: tuple[Block, ...]


def explained(maker: Maker, found: Sequence[Disclosure]) -> tuple[Explained, ...]:
    """Return the texts of a period's tables; one that is of some tables alone names them."""
    words = Words(maker.site.language, "explanations")
    tables: dict[str, list[str]] = {}
    for one in found:
        if one.explanation:
            tables.setdefault(one.explanation, []).append(table_name(maker, one))
    alone = len(tables) == 1 and len(next(iter(tables.values()))) == len(found)
    titles = [words.get("title") if alone else words.plain("title_table", tables=", ".join(names)) for names in tables.values()]
    return tuple(Explained(f"{ANCHOR}-{number}" if number > 1 else ANCHOR, title, words.get("by"), blocks(text))
                 for number, (title, text) in enumerate(zip(titles, tables, strict=True), 1))


def way(maker: Maker, disclosure: Disclosure, page: str) -> Link | None:
    """Return the way from a table to the text that explains it, on the page of its period; None where there is none."""
    if not disclosure.explanation:
        return None
    return Link(Words(maker.site.language, "explanations").get("way"), f"{page}#{ANCHOR}")
