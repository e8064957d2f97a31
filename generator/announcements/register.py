"""What a bulletin tells of a register: the sentences of its form's answer, said aloud."""

from __future__ import annotations

from collections.abc import Mapping

from generator import spoken
from generator.announcements.sentences import Told, aloud, large, texts_of
from generator.disclosed import Disclosure
from generator.disclosure import registers
from generator.disclosure.site import Site

_WHOLE = 100


def told(disclosure: Disclosure, site: Site, words: Mapping[str, str]) -> Told:  # noqa: ARG001 - every kind is asked alike
    """Return what is told of a register; sums of money and shares are rounded for the ear."""
    said, form = texts_of()["register"], site.catalogue.form(disclosure.form)
    found = registers.words(disclosure, form, site.catalogue, "vi", site.day)
    sums: Mapping[str, int] = disclosure.summary.get("sums") or {}
    found |= {f"sum_{column.key}": spoken.about(sums[column.key]) for column in registers.summed(form)
              if column.read == "money" and sums.get(column.key)}
    found |= {f"share_{name}": spoken.share(_WHOLE * sums[part] / sums[whole])
              for name, (part, whole) in form.register.shares.items() if sums.get(whole) and part in sums}
    opening = str(said["opening"]).format(title=aloud(disclosure.title.replace("·", ",")))
    answers = tuple(large(aloud(text.vi.format(**found))) for text in registers.answer(form, found))
    return Told(disclosure.title, (opening, *answers, *map(aloud, disclosure.notes)))
