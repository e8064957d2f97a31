"""Put each explanation text beside the figures it explains: the file of today, else the text that was posted with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from generator.catalogue import Catalogue
from generator.disclosed import Disclosure
from generator.findings import Finding, finding
from generator.posting.explanations import Explanation, explained_forms
from generator.posting.showing import Shown
from generator.posting.store import Store, recall_explanation


@dataclass(frozen=True, slots=True)
class _Beside:
    """What texts there are: those of today's files by the id of what they explain, and the store for the rest."""

    texts: dict[str, str]
    store: Store

    def of(self, one: Disclosure) -> Disclosure:
        """Return a disclosure with its explanation: an earlier version's is the one it was posted with."""
        if one.state != "replaced" and one.id in self.texts:
            return msgspec.structs.replace(one, explanation=self.texts[one.id])
        kept = self.kept(one)
        return msgspec.structs.replace(one, explanation=kept) if isinstance(kept, str) and kept else one

    def kept(self, one: Disclosure) -> str | Finding:
        """Return the text that was posted with a version, or with the one before where this one is new; or what is wrong with it."""
        posted = [entry for entry in self.store.versions(one.id) if entry.version <= one.version]
        return recall_explanation(self.store, posted[-1]) if posted else ""


def explained(shown: Shown, found: Sequence[Explanation], store: Store, catalogue: Catalogue) -> tuple[Shown, tuple[Finding, ...]]:
    """Return what is on show with the texts that explain it, and a finding for each text that explains nothing, or too much."""
    texts, told = _matched(found, (*shown.disclosures, *shown.upcoming), catalogue)
    beside = _Beside(texts, store)
    lost = (beside.kept(one) for one in shown.disclosures if one.id not in texts)
    return replace(
        shown,
        disclosures=tuple(map(beside.of, shown.disclosures)),
        board={name: beside.of(one) for name, one in shown.board.items()},
        upcoming=tuple(map(beside.of, shown.upcoming)),
        replaced=tuple(map(beside.of, shown.replaced)),
    ), (*told, *(one for one in lost if isinstance(one, Finding)))


def _matched(found: Sequence[Explanation], known: Iterable[Disclosure], catalogue: Catalogue) -> tuple[dict[str, str], list[Finding]]:
    """Return texts by the id of what they explain; one for a table goes before one for its period, two alike are used neither."""
    explainable = explained_forms(catalogue)
    targets = [one for one in known if one.form in explainable]
    about: dict[str, list[Explanation]] = {}
    findings: list[Finding] = []
    for text in found:
        mine = [one for one in targets if _fits(text, one)]
        stages = {one.stage for one in mine}
        if not mine:
            findings.append(finding("explanation-alone", text.file, period=str(text.period)))
        elif len(stages) > 1 and not text.stages:
            names = (catalogue.stage(one.kind, one.stage) for one in mine)
            findings.append(finding("explanation-stage", text.file, choices=", ".join(sorted({one.name.vi for one in names if one}))))
        else:
            for one in mine:
                about.setdefault(one.id, []).append(text)
    texts: dict[str, str] = {}
    for name, several in about.items():
        nearest = [text for text in several if text.forms] or several
        if len(nearest) == 1:
            texts[name] = nearest[0].text
        else:
            findings += [finding("explanation-twice", text.file, files=", ".join(one.file for one in nearest if one is not text))
                         for text in nearest]
    return texts, list(dict.fromkeys(findings))


def _fits(text: Explanation, one: Disclosure) -> bool:
    return one.period == str(text.period) and (not text.stages or one.stage in text.stages) and (not text.forms or one.form in text.forms)
