"""What a line of a budget is called on a page: as the officer wrote it, by its plain name, in the page's language."""

from __future__ import annotations

from generator import periods
from generator.catalogue.forms import Line
from generator.disclosed import Disclosure, Json, PublicRecord
from generator.pages.frame import Maker
from generator.pages.words import sentence


def known(maker: Maker, disclosure: Disclosure, key: str) -> Line | None:
    """Return the catalogue's line of a key in the row set that a table goes by, or None."""
    if not key or not disclosure.period:
        return None
    rows = maker.site.catalogue.rows(maker.site.catalogue.form(disclosure.form), periods.read(disclosure.period).first)
    return next((line for line in rows if line.key == key), None)


def plain_name(maker: Maker, disclosure: Disclosure, key: str, typed: str) -> str:
    """Return a line's plain name in the page's language where the catalogue has one, else what is given."""
    line = known(maker, disclosure, key)
    if line and line.plain and (line.plain.en or maker.site.language == "vi"):
        return line.plain.to(maker.site.language)
    return sentence(typed.strip().rstrip(":"))


def summed_name(maker: Maker, disclosure: Disclosure, found: Json) -> str:
    """Return the name of a line of the summary: as the summary has it, in another language the catalogue's if it has one."""
    if maker.site.language == "vi":
        return sentence(str(found["name"]))
    return sentence(plain_name(maker, disclosure, str(found.get("key") or ""), str(found["name"])))


def row_label(maker: Maker, disclosure: Disclosure, record: PublicRecord) -> tuple[str, str]:
    """Return a line's label in the table and the language it is in, "" for the page's own."""
    typed, language = str(record.values.get("label") or ""), maker.site.language
    line = known(maker, disclosure, record.key) if language != "vi" else None
    if line and line.name.en:
        return line.name.en, ""
    return typed, "" if language == "vi" else "vi"
