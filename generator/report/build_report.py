"""build-report.json: what a build read, refused and made, for the office alone; it lies beside the site, never in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.disclosed import Disclosure
from generator.disclosure.examine import Examined
from generator.disclosure.site import Made, Site
from generator.findings import Finding, tell
from generator.release.manifests import entry


def office_report(site: Site, examined: Sequence[Examined], files: Mapping[str, tuple[str, ...]], board: Sequence[Disclosure],
                  language: str) -> dict[str, Any]:
    """Return a commune's part: its workbooks with findings, its disclosures with their workbooks, and what is to print."""
    return {
        "commune": {"id": site.commune.id, "name": site.commune.full_name},
        "files": [{"file": one.source.name, "sha256": one.source.sha256, "readable": one.readable,
                   "tables": [{"sheet": reading.table.sheet.name, "form": reading.table.form, "published": reading.publishable}
                              for reading in one.readings],
                   "findings": [finding_json(found, language) for found in one.all_findings]} for one in examined],
        "disclosures": [entry(found, site) | {"source": {"file": list(files.get(found.id, ()))}} for found in site.shown],
        "to_print": [_to_print(made, site) for found in board for made in site.made.get(found.id, ())
                     if made.sort == "print" and not made.public],
    }


def finding_json(found: Finding, language: str) -> dict[str, Any]:
    """Return one finding as JSON values, with its texts in a language; what was typed in a private column is hidden."""
    told = tell(found, language)
    return {"code": found.code, "severity": found.severity, "sheet": found.sheet, "cell": found.cell, "typed": found.quoted,
            "message": told.message, "help": told.help}


def as_bytes(report: Mapping[str, Any]) -> bytes:
    """Return a report as UTF-8 JSON; days as ISO texts."""
    return (json.dumps(report, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def with_digests(report: dict[str, Any], to_print: Path) -> dict[str, Any]:
    """Return a commune's part with the SHA-256 of each file that lies ready to be printed, by which it is known again."""
    listed = [one | {"sha256": hashlib.sha256((to_print / one["file"]).read_bytes()).hexdigest()} for one in report["to_print"]
              if (to_print / one["file"]).is_file()]
    return report | {"to_print": listed}


def _to_print(made: Made, site: Site) -> dict[str, Any]:
    return {"commune": site.commune.id, "disclosure": made.disclosure, "paper": made.label, "purpose": made.purpose,
            "place": made.place or None,
            "file": f"{site.commune.id}/{made.path}", "pages": made.pages, "made_by": made.made_by}
