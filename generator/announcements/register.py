"""What a bulletin tells of a register: the sentences of its form's answer, said aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import spoken
from generator.announcements.rows import rows
from generator.announcements.sentences import Told, aloud, large, small, texts_of
from generator.catalogue.forms import Text
from generator.disclosed import Disclosure
from generator.disclosure import registers
from generator.disclosure.site import Site

_WHOLE = 100


def told(disclosure: Disclosure, site: Site, words: Mapping[str, str]) -> Told:  # noqa: ARG001 - every kind is asked alike
    """Return what is told of a register and of its period before; sums and shares are rounded for the ear, its lines may be left out."""
    form, opening = site.catalogue.form(disclosure.form), str(texts_of()["register"]["opening"])
    answers = [*_filled(form.register.answer, disclosure, site)]
    if earlier := registers.before(disclosure, site):
        answers += _filled(form.register.before, earlier, site)
    title = _titled(disclosure, site)
    first = opening.format(title=aloud(title.replace(" ·", ",")))
    return Told(title, (first, *answers, *map(aloud, disclosure.notes)), tuple(rows(disclosure, site)))


def _titled(disclosure: Disclosure, site: Site) -> str:
    """Return a register's title, its stage behind the form's name."""
    name, *others = disclosure.title.split(" · ")
    return " · ".join(part for part in (name, small(registers.stage(disclosure, site.catalogue, "vi")), *others) if part)


def _filled(sentences: Iterable[Text], disclosure: Disclosure, site: Site) -> Iterator[str]:
    found = _words(disclosure, site)
    for text in registers.known(sentences, found):
        yield large(aloud(text.vi.format(**found)))


def _words(disclosure: Disclosure, site: Site) -> dict[str, str]:
    form, sums = site.catalogue.form(disclosure.form), disclosure.summary.get("sums") or {}
    found = {name: text for name, text in registers.words(disclosure, form, site.catalogue, "vi", site.day).items()
             if not name.startswith("next_")}  # rows are read out by themselves
    found |= {f"sum_{column.key}": spoken.about(sums[column.key]) for column in registers.summed(form)
              if column.read == "money" and sums.get(column.key)}
    return found | {f"share_{name}": spoken.share(_WHOLE * sums[part] / sums[whole])
                    for name, (part, whole) in form.register.shares.items() if sums.get(whole) and part in sums}
