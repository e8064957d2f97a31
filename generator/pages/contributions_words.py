"""What a purpose's ledgers answer, in a sentence and a picture: asked for, received, spent, left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import charts, money
from generator.disclosed import Disclosure
from generator.kinds import KINDS
from generator.pages.frame import Maker
from generator.pages.pictures import Picture, PictureRow, drawn, marked
from generator.pages.small_tables import CountRow, Counts
from generator.pages.words import beginning, sentence, share, spoken, strong

_MONEY = "money"


@dataclass(frozen=True, slots=True)
class Account:
    """A purpose in four amounts of đồng, None where the sheets don't say; `in_kind` of the received was no money but `kinds`."""

    asked: int | None
    received: int | None
    spent: int | None
    left: int | None
    in_kind: int = 0
    kinds: tuple[str, ...] = ()


def account(maker: Maker, own: Sequence[Disclosure]) -> Account:
    """Return the amounts of a purpose over all years shown, as its kind joins them."""
    found = KINDS[own[0].kind].compare(own[0], maker.site.shown, maker.site.catalogue)
    spent = found.get("spent")
    other = [kind for one in own if one.state != "replaced" for kind in one.summary.get("kinds") or () if kind["key"] != _MONEY]
    choices = [maker.site.catalogue.choice("gift-kind", key) for key in dict.fromkeys(kind["key"] for kind in other)]
    names = [choice.name.to(maker.words.language) for choice in choices]
    left = found.get("left") if spent is not None else None
    return Account(found.get("asked"), found.get("received"), spent, left, sum(kind["amount"] for kind in other), tuple(names))


def in_kind(maker: Maker, found: Account) -> str:
    """Return what was given besides money: "Hiện vật, ngày công quy ra tiền"."""
    return sentence(maker.words.plain("contributions.in_kind", kinds=", ".join(map(beginning, found.kinds))))


def answer(maker: Maker, own: Sequence[Disclosure]) -> Markup:
    """Return the sentence of a purpose."""
    words, found = maker.words, account(maker, own)
    if found.received is None:
        return words.rich("contributions.answer_spent_only", spent=strong(spoken(found.spent or 0, words.language)))
    said = words.rich("contributions.answer_received", received=strong(spoken(found.received, words.language)))
    if found.asked:
        said += words.rich("contributions.answer_asked", asked=strong(spoken(found.asked, words.language)))
    if found.spent is not None:
        said += words.rich("contributions.answer_spent", spent=strong(spoken(found.spent, words.language)))
    if found.left is not None:
        key = "contributions.answer_left" if found.left >= 0 else "contributions.answer_over"
        said += words.rich(key, left=strong(spoken(abs(found.left), words.language)))
    said += words.rich("contributions.answer_stop")
    if found.in_kind:
        amount = strong(spoken(found.in_kind, words.language))
        said += words.rich("contributions.answer_in_kind", amount=amount, kinds=beginning(in_kind(maker, found)))
    return said


def sums(maker: Maker, found: Account) -> Counts:
    """Return the picture's amounts as a table, to the đồng."""
    words = maker.words
    split = ((words.get("contributions.in_money"), (found.received or 0) - found.in_kind), (in_kind(maker, found), found.in_kind))
    rows = []
    for key, amount, _, _ in _bars(found):
        rows.append(CountRow(words.get(f"contributions.{key}"), (money.write(abs(amount)),), total=True))
        rows += [CountRow(part, (money.write(value),)) for part, value in split if key == "received" and found.in_kind]
    heads = (words.get("contributions.sum"), words.plain("unit.caption", unit=words.unit(1)))
    return Counts(words.get("contributions.sums"), heads, tuple(rows))


def picture(maker: Maker, found: Account, ident: str = "tien", *, short: bool = False) -> Picture | None:
    """Return bars on one scale; what is left begins where what was spent ends, so that both make up what was received.

    `short` leaves out what was asked and writes figures as said in a sentence.
    """
    words, bars = maker.words, _bars(found)
    bars = [bar for bar in bars if bar[0] != "asked"] if short else bars
    if not any(amount for _, amount, _, _ in bars):
        return None
    whole = charts.scale(abs(amount) + start for _, amount, start, _ in bars)
    rows = []
    for key, amount, start, look in bars:
        written, name = money.write(abs(amount)), words.get(f"contributions.{key}")
        given = charts.stacked(((amount - found.in_kind, "done"), (found.in_kind, "kind")))
        bar = charts.Bar(
            given if key == "received" and found.in_kind else (charts.Segment(start, abs(amount), look),),
            whole,
            f"{name}: {written} {words.unit(1)}",
            words.plain("contributions.bar_desc", scale=money.write(whole)),
        )
        part = share(round(100 * abs(amount) / found.asked, 1)) if key == "received" and found.asked else ""
        beside = words.plain("contributions.of_asked", share=part) if part else ""
        rows.append(
            PictureRow(
                name,
                money.short(abs(amount), words.language) if short else written,
                beside,
                drawn(bar, f"{ident}-{key}"),
                words.get("contributions.marked_over") if look == "over" else "",
            )
        )
    note = words.plain("contributions.picture_note", unit=sentence(words.unit(1)))
    split = (("done", words.get("contributions.in_money")), ("kind", in_kind(maker, found))) if found.in_kind and not short else ()
    legend = tuple(marked(look, f"{ident}-k-{look}", text) for look, text in split)
    return Picture(ident, words.get("contributions.picture"), note, legend, tuple(rows))


def _bars(found: Account) -> list[tuple[str, int, int, str]]:
    """Return (text's key, amount, where it starts, look) of each bar there is."""
    bars = [("asked", found.asked, 0, "plan"), ("received", found.received, 0, "done"), ("spent", found.spent, 0, "spent")]
    rows = [(key, amount, start, look) for key, amount, start, look in bars if amount is not None]
    if found.left is not None and found.spent is not None:
        rows.append(("left", found.left, found.spent, "left") if found.left >= 0 else ("over", found.left, found.received or 0, "over"))
    return rows
