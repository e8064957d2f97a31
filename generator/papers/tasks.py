"""The report on the tasks of the province's plan that name the commune, for the level above: by the eight contents, each with its proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from generator import periods
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.papers import parts
from generator.papers.paper import Block, Heading, Line, Paper, Paragraph, Table, blanks, line
from generator.periods import Period
from generator.posting.tasks import Proof, Tracked, tracked
from generator.vietnamese import nfc

_SHAPE = (("c", "", "", "", ""), (0.7, 2.6, 2.0, 1.8, 4.0))
_SHOWN = 2  # proofs of one task; the others are counted


def tasks_paper(site: Site, period: Period) -> Paper:
    """Return the report of a quarter, half-year or year."""
    said, words = texts("plan"), texts("papers")
    found, name = tracked(site, period), periods.name(period)
    publisher, last = parts.publisher(site, words), parts.written(min(period.last, site.day), words)
    counts = Counter(one.standing for one in found)
    told = {"all": len(found), **{key: counts[key] for key in said["standing"]}}
    body: list[Block] = [
        Paragraph(line(said["opening"].format(publisher=publisher, statute=said["statute"], period=name, day=last))),
        Paragraph(line(said["counts"].format(**told))), Paragraph(line(said["note_era"]), "note")]
    for content, own in groupby(found, key=lambda one: one.task.content):
        body += [Heading(said["heading"].format(number=content, name=said["contents"][content])), _table(tuple(own), site, said)]
    body.append(Paragraph(line(said["closing"].format(period=name, publisher=publisher))))
    return Paper(
        head=parts.letterhead(site, said["symbol"], words), kind=said["kind"], abstract=said["abstract"].format(period=name),
        body=tuple(body),
        signatures=((parts.signatory(site),),), recipients=parts.recipients(said, site), recipients_word=words["head"]["recipients"],
        landscape=True, **parts.about(site, said["name"], words))


def _table(own: Sequence[Tracked], site: Site, said: Mapping[str, Any]) -> Table:
    return Table(tuple(said["heads"]), tuple(_row(one, site, said) for one in own), *_SHAPE, lead=1)


def _row(one: Tracked, site: Site, said: Mapping[str, Any]) -> tuple[Line, ...]:
    task = one.task
    first, second = ", ".join(task.annex1), ", ".join(task.annex2)
    key = "numbers" if first and second else "number_only1" if first else "number_only2"
    return (line(said[key].format(annex1=first, annex2=second)), line(task.task),
            line(said["lead"].format(lead=task.lead, together=task.together)),
            line(said["product"].format(product=task.product, due=task.due[:1].lower() + task.due[1:])), _result(one, site, said))


def _result(one: Tracked, site: Site, said: Mapping[str, Any]) -> Line:
    shown = [_proof(proof, site, said) for proof in one.proofs[:_SHOWN]]
    if len(one.proofs) > _SHOWN:
        shown.append(said["more"].format(count=len(one.proofs) - _SHOWN))
    return blanks(said["standing"][one.standing], proofs="; ".join(shown))


def _proof(proof: Proof, site: Site, said: Mapping[str, Any]) -> str:
    served = site.commune.site.rstrip("/")
    page = said["page"].format(address=f"{served}/{proof.page.removesuffix('index.html')}") if served else ""
    return str(said["proof"].format(title=nfc(proof.title), day=parts.written(date.fromisoformat(proof.day), texts("papers")), page=page))
