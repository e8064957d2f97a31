"""The certificate of a contribution, for a giver who asks for one: a private paper, never on the web."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import money, spoken
from generator.catalogue.official import official
from generator.catalogue.texts import texts
from generator.disclosure.site import Site
from generator.papers import parts
from generator.papers.gifts import Gift
from generator.papers.matter import called
from generator.papers.paper import Line, Paper, Paragraph, Text, blanks, line
from generator.vietnamese import nfc


def certificate(gift: Gift, site: Site) -> Paper:
    """Return the certificate of one gift, dotted where the ledger doesn't say; the file's own data name no giver."""
    words = texts("papers")
    said = words["certificate"]
    abstract = said["abstract"].format(subject=gift.purpose) if gift.purpose else said["abstract_unknown"]
    body = (Paragraph(line(said["opening"].format(publisher=parts.publisher(site, words)))),
            *(Paragraph(each) for each in _told(gift, site, said, words)), Paragraph(line(said["closing"])))
    return Paper(
        head=parts.letterhead(site, official("certificate").symbol, words), kind=said["kind"], abstract=abstract, body=body,
        signatures=((parts.signatory(site),),), recipients=parts.recipients(said, site), recipients_word=words["head"]["recipients"],
        **parts.about(site, said["name"], words))


def _told(gift: Gift, site: Site, said: Mapping[str, Any], words: Mapping[str, Any]) -> tuple[Line, ...]:
    source = said["source_line"].format(line=gift.line) if gift.line else ""
    facts = (
        (*line(said["giver"][gift.giver_kind]), *((Text(gift.giver, bold=True),) if gift.giver else blanks("……"))),
        _address(gift, site, said),
        _known(said, "purpose", subject=gift.purpose),
        _known(said, "voluntary", voluntary=gift.voluntary) if gift.voluntary else (),
        _known(said, "form_goods", kind=gift.kind, goods=gift.goods) if gift.goods and gift.kind else _known(said, "form", kind=gift.kind),
        _known(said, "amount", amount=money.write(gift.amount) if gift.amount is not None else ""),
        _known(said, "in_words", words=_sentence(spoken.amount(gift.amount)) if gift.amount is not None else ""),
        _known(said, "day", day=parts.written(gift.day, words) if gift.day else ""),
        _known(said, "receipt", receipt=gift.receipt),
        line(said["source"].format(commune=called(site), line=source)),
    )
    return tuple(fact for fact in facts if fact)


def _known(said: Mapping[str, Any], key: str, **values: str) -> Line:
    """Return a fact's line filled in, or with a dotted line where it isn't known."""
    return blanks(said[key], **values) if all(values.values()) else blanks(said[f"{key}_unknown"])


def _address(gift: Gift, site: Site, said: Mapping[str, Any]) -> Line:
    if not gift.hamlet:
        return blanks(said["address_unknown"])
    province = said["province"].format(province=nfc(site.commune.province)) if site.commune.province else ""
    return blanks(said["address"], hamlet=gift.hamlet, commune=called(site), province=province)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
