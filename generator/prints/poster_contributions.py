"""The poster of what was given for a purpose: asked for, received, spent, left, and the largest spending."""

from __future__ import annotations

from collections.abc import Sequence

from generator import money
from generator.disclosed import Disclosure
from generator.kinds import KINDS
from generator.prints import bars
from generator.prints.lettering import clean
from generator.prints.poster import LINES, Answer, Bar, Maker, Panel, Poster, bound, drawn, percent, sentence


def poster(maker: Maker, found: Sequence[Disclosure]) -> Poster | None:
    """Return a purpose's poster, made of its ledgers and its tables of spending; None where they state no sum."""
    first = found[0]
    account = KINDS[first.kind].compare(first, maker.site.shown, maker.site.catalogue)
    received, spent, left, asked = (account.get(name) for name in ("received", "spent", "left", "asked"))
    said = maker.said("contributions")
    answers = []
    if received is not None:
        part = said["of_asked"].format(share=percent(round(100 * received / asked, 1)), asked=maker.short(asked)) if asked else ""
        answers.append(maker.answer(said["received"], received, [part] if part else []))
    if spent is not None:
        answers.append(maker.answer(said["spent"], spent, [_left(maker, left)] if left is not None and received is not None else []))
    if not answers:
        return None
    purpose = clean(str(first.subject_name or first.facts.get("purpose") or first.title))
    panels = (_chart(maker, (asked, received, spent, left)), _table(maker, found))
    return Poster(bound(sentence(said["question"].format(purpose=purpose))), tuple(answers), tuple(panel for panel in panels if panel),
                  tuple(found), said["subject"].format(purpose=purpose))


def _left(maker: Maker, left: int) -> str:
    said = maker.said("contributions")
    return said["left_over" if left >= 0 else "overspent"].format(amount=_dong(maker, abs(left)))


def _dong(maker: Maker, amount: int) -> str:
    found: Answer = maker.answer("", amount)
    return f"{found.number} {found.unit}"


def _chart(maker: Maker, amounts: tuple[int | None, int | None, int | None, int | None]) -> Panel:
    """Return bars on one scale; what is left begins where what was spent ends."""
    said, (asked, received, spent, left) = maker.said("contributions"), amounts
    scale = max(*(abs(amount) for amount in amounts if amount), (spent or 0) + abs(left or 0), 1)
    found: list[Bar] = []

    def add(name: str, amount: int | None, look: bars.Look, start: int = 0) -> None:
        if amount is not None:
            found.append(drawn(said[name], maker.short(amount), (bars.Stretch(start, amount, look),), scale))

    add("asked", asked, "open")
    add("received", received, "full")
    add("spent", spent, "full")
    if spent is not None and received is not None and left is not None:
        add("left" if left >= 0 else "over", abs(left), "lines", spent if left >= 0 else received)
    return Panel(said["chart"], bars=tuple(found))


def _table(maker: Maker, found: Sequence[Disclosure]) -> Panel | None:
    """Return the largest lines of spending."""
    said = maker.said("contributions")
    lines = [(int(record.values.get("amount") or 0), str(record.values.get("content") or "")) for one in found
             if "spent" in one.summary for record in one.records]
    largest = sorted(lines, key=lambda line: (-line[0], line[1]))[:LINES]
    rows = tuple((clean(content), money.write(amount)) for amount, content in largest if amount and content)
    return Panel(said["uses"].format(count=len(rows)), heads=(said["content"], said["amount"]), rows=rows) if rows else None
