"""Where each line's page over periods lies, and what the tables on show say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from generator.catalogue import Family
from generator.disclosed import Disclosure
from generator.kinds.budget.over_time import Moment, identities, lines, over_time
from generator.pages.disclosures import current
from generator.pages.frame import Maker
from generator.pages.page import href

_LONGEST = 72
_FOLDER = "dong"


@dataclass(frozen=True, slots=True)
class Trails:
    """The lines of one form and subject over time, each with the file of its page; a line of one period has none."""

    moments: Mapping[str, tuple[Moment, ...]]
    paths: Mapping[str, str]

    def links(self, disclosure: Disclosure, path: str) -> dict[str, str]:
        """Return the way from a page to the page of each line of a table, by the line's id."""
        own = lines(disclosure)
        named = identities(disclosure.records)
        return {
            record: href(path, self.paths[name])
            for record, name in named.items()
            if name in self.paths and name in own and own[name].id == record
        }


def trails(maker: Maker, disclosure: Disclosure) -> Trails:
    """Return the lines of the tables that are of one form and subject with a disclosure."""
    like = [
        one
        for one in current(maker.site)
        if (one.form, one.subject) == (disclosure.form, disclosure.subject) and one.state != "replaced" and one.period
    ]
    found = over_time(like)
    folder = lines_folder(maker, disclosure)
    return Trails(found, {name: f"{folder}/{_short(name)}/index.html" for name, moments in found.items() if _several(moments)})


def lines_folder(maker: Maker, disclosure: Disclosure) -> str:
    """Return the folder of a form's lines: "ngan-sach/dong/chi"."""
    form = maker.site.catalogue.form(disclosure.form)
    family = maker.site.catalogue.family(form.family)
    return "/".join((family.slug, _FOLDER, "-".join(part for part in (form.slug, disclosure.subject) if part)))


def lines_index(family: Family) -> str:
    """Return the page that leads to every line that has one of its own."""
    return f"{family.slug}/{_FOLDER}/index.html"


def _several(moments: tuple[Moment, ...]) -> bool:
    return len({(one.disclosure.period, one.disclosure.stage) for one in moments}) > 1


def _short(name: str) -> str:
    """Return an identity as a folder's name; a long one ends in its digest, so that it stays apart from its like."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip('-')}-{sha256(name.encode()).hexdigest()[:8]}"
