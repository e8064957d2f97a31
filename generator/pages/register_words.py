"""The sentences and bars of a register, its question, and its sums by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from generator import charts, money, periods
from generator.catalogue.forms import Form, Text
from generator.disclosed import Disclosure
from generator.disclosure import registers
from generator.pages.around import named
from generator.pages.frame import Maker, lowered
from generator.pages.pictures import Item, Naming, Picture, PictureRow, beside_plan, drawn
from generator.pages.small_tables import CountRow, Counts
from generator.pages.words import Words, sentence, strong

_PLAIN = frozenset({"period", "subject", "largest", "stage"})  # words, which wrap; figures do not


def words_of(maker: Maker) -> Words:
    """Return the texts of registers."""
    return Words(maker.site.language, "register")


def answer(maker: Maker, disclosure: Disclosure) -> Markup:
    """Return the sentences of a register and of its period before, figures made to stand out."""
    form = maker.site.catalogue.form(disclosure.form)
    told = [*_told(maker, disclosure, form.register.answer)]
    if earlier := registers.before(disclosure, maker.site):
        told += _told(maker, earlier, form.register.before)
    return Markup(" ").join(told)


def picture(maker: Maker, disclosure: Disclosure, ident: str, *, short: bool = False) -> Picture | None:
    """Return the bars of a register's parts: a sum (on the ground of another), or how many rows; None where the form draws none."""
    form, catalogue, language = maker.site.catalogue.form(disclosure.form), maker.site.catalogue, maker.site.language
    said = form.register
    found = [one for one in registers.parts(disclosure, form, catalogue, language, named=named(disclosure)) if said.bars]
    others = words_of(maker).get("others")
    if len(found) < 2:
        return None
    title = words_of(maker).plain("by", name=form.get(said.group).name.to(language).lower())
    if said.bars == "count" or form.get(said.bars).read != "money":
        amounts = [(one.name or others, one.count if said.bars == "count" else one.sums.get(said.bars, 0)) for one in found]
        return _counted(maker, form, amounts, ident, title)
    plan = form.get(said.bars_of).name.to(language) if said.bars_of and not short else ""
    items = [Item(one.name or others, one.sums.get(said.bars), one.sums.get(said.bars_of) if plan else None) for one in found]
    return beside_plan(maker.words, ident, title, Naming(form.get(said.bars).name.to(language), plan, short=short), items)


def crumb(maker: Maker, disclosure: Disclosure) -> str:
    """Return a register's short name: its form's, and its period's."""
    name = maker.site.catalogue.form(disclosure.form).name.to(maker.site.language)
    period = periods.beside(disclosure.subject_name, maker.words.period(disclosure.period))
    stage = lowered(registers.stage(disclosure, maker.site.catalogue, maker.site.language))
    return ", ".join(part for part in (name, stage, disclosure.subject_name, period) if part)


def question(maker: Maker, disclosure: Disclosure) -> str:
    """Return the question a register's page answers."""
    text = maker.site.catalogue.form(disclosure.form).asked(disclosure.stage).to(maker.site.language)
    purpose, period = sentence(disclosure.subject_name or disclosure.title), maker.words.period(disclosure.period)
    return text.format_map({"purpose": purpose, "period": period, "commune": maker.authority})


def sums(maker: Maker, disclosure: Disclosure) -> Counts | None:
    """Return the sums of a register by its parts as a table, the whole below; None where it adds nothing up or has no parts."""
    site, words = maker.site, words_of(maker)
    form = site.catalogue.form(disclosure.form)
    adding = [column for column in registers.summed(form) if column.key in disclosure.summary.get("sums", {})]
    found = registers.parts(disclosure, form, site.catalogue, site.language, named=named(disclosure))
    if not found or not (adding or registers.of_persons(form)):
        return None
    whole = registers.Part(words.get("whole"), int(disclosure.summary["count"]), disclosure.summary["sums"])
    rows = []
    for one in (*found, whole):
        counts = (money.write(one.count), *(money.write(one.sums.get(column.key, 0)) for column in adding))
        rows.append(CountRow(one.name or words.get("others"), counts, one is whole))
    heads = (form.get(form.register.group).name.to(site.language), words.get("rows"), *(column.name.to(site.language) for column in adding))
    unit = maker.words.plain("unit.caption", unit=maker.words.unit(1)) if any(column.read == "money" for column in adding) else ""
    return Counts(words.get("sums"), heads, tuple(rows), unit)


def _told(maker: Maker, disclosure: Disclosure, sentences: Sequence[Text]) -> Iterator[Markup]:
    form, language = maker.site.catalogue.form(disclosure.form), maker.site.language
    found = registers.words(disclosure, form, maker.site.catalogue, language, maker.site.day)
    told = {name: text if name in _PLAIN or not text else _typed(text, language) if name.startswith("next_") else strong(text)
            for name, text in found.items()}
    for text in registers.known(sentences, found):
        yield escape(text.to(language)).format(**told)


def _typed(text: str, language: str) -> Markup:
    """Return an officer's words, which are Vietnamese whatever the page speaks."""
    return escape(text) if language == "vi" else Markup('<span lang="vi">{}</span>').format(text)


def _counted(maker: Maker, form: Form, found: Sequence[tuple[str, int]], ident: str, title: str) -> Picture:
    words, scale = words_of(maker), charts.scale(count for _, count in found)
    note = words.get("counted") if form.register.bars == "count" else form.get(form.register.bars).name.to(maker.site.language)
    rows = []
    for number, (name, count) in enumerate(found, 1):
        bar = charts.Bar(charts.stacked([(count, "done")]), scale, f"{name}: {money.write(count)}", note)
        rows.append(PictureRow(name, money.write(count), "", drawn(bar, f"{ident}-{number}")))
    return Picture(ident, title, note, (), tuple(rows))
