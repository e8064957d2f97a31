"""manifest.json: what a commune's site shows, for other programs; stable, without names of workbooks, refusals or what is upcoming."""

from __future__ import annotations

import msgspec

from generator.__about__ import NAME, VERSION
from generator.disclosed import Disclosure, Json
from generator.disclosure import addresses
from generator.disclosure.site import Made, Site

FILE = "manifest.json"


def manifest(site: Site) -> bytes:
    """Return a site's manifest as UTF-8 JSON, its disclosures sorted by id and version, its keys in the contract's order."""
    shown = sorted((*site.shown, *site.replaced), key=lambda found: (found.id, found.version))
    content = {
        "generator": f"{NAME} {VERSION}",
        "built_for": site.day.isoformat(),
        "commune": {"id": site.commune.id, "name": site.commune.full_name} | _inhabitants(site),
        "disclosures": [entry(found, site) for found in shown],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def entry(disclosure: Disclosure, site: Site) -> dict[str, Json]:
    """Return a disclosure's entry: paths relative to the commune's folder, days as ISO texts, public prints and downloads only."""
    made = [each for each in site.made.get(disclosure.id, ()) if each.public and disclosure.state != "replaced"]
    return {
        "id": disclosure.id,
        "form": disclosure.form,
        "kind": disclosure.kind,
        "stage": disclosure.stage,
        "period": disclosure.period,
        "subject": disclosure.subject,
        "version": disclosure.version,
        "title": disclosure.title,
        "source_sha256": disclosure.source_sha256,
        "records": len(disclosure.records),
        "names_persons": disclosure.names_persons,
        "posted_from": disclosure.posted_from,
        "posted_until": disclosure.posted_until,
        "state": disclosure.state,
        "page": addresses.page(disclosure, site.catalogue),
        "code": disclosure.code,
        "summary": _summary(disclosure),
        "prints": [_print(each) for each in sorted(made, key=_order) if each.sort == "print"],
        "downloads": [{"format": each.label, "file": each.path} for each in sorted(made, key=_order) if each.sort == "download"],
        "attachments": [{"title": each.purpose, "kind": each.label, "file": each.path, "size": each.size, "pages": each.pages}
                        for each in sorted(made, key=_order) if each.sort == "attachment"],
    }


def _summary(disclosure: Disclosure) -> dict[str, Json] | None:
    """Return the figures that communes' disclosures may be added up by: a budget's total and its line, a list's classes; else None."""
    total = disclosure.summary.get("total")
    if disclosure.kind == "budget" and isinstance(total, dict) and total.get("key"):
        side = disclosure.summary.get("side")
        return {"side": side, "line": total["key"], **{key: total.get(key) for key in ("plan", "done", "prior")}}
    classes = disclosure.summary.get("classes") if disclosure.kind == "households" else None
    return {"classes": {each["key"]: each["households"] for each in classes}} if classes else None


def _inhabitants(site: Site) -> dict[str, Json]:
    """Return how many people live in the commune, where it says so."""
    return {"population": site.commune.population} if site.commune.population else {}


def _print(made: Made) -> dict[str, Json]:
    return {"paper": made.label, "purpose": made.purpose, "file": made.path, "pages": made.pages, "made_by": made.made_by}


def _order(made: Made) -> tuple[str, str, str]:
    return made.label, made.purpose, made.path
