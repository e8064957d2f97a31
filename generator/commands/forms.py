"""`forms`: the forms the program knows, with the law behind each."""

from __future__ import annotations

import argparse
import json
import sys

from generator import wording
from generator.catalogue import Catalogue, load
from generator.catalogue.forms import Form
from generator.catalogue.texts import texts
from generator.commune_file import rules_under
from generator.report.terminal import told


def run(chosen: argparse.Namespace) -> int:
    """Print every form, the law behind it, the province's and commune's own in place of the general ones, or the texts a language lacks."""
    if chosen.texts:
        sys.stdout.writelines(f"{room}: {key}\n" for room, key in wording.missing(chosen.texts))
        return 0
    catalogue, wrong = rules_under(chosen.data, "", load())
    for found in wrong:
        sys.stderr.write(told(found, chosen.lang) + "\n")
    if chosen.format == "json":
        known = [_json(form, catalogue, chosen.lang) for form in catalogue.forms.values()]
        sys.stdout.write(json.dumps(known, ensure_ascii=False, indent=1) + "\n")
        return 0
    words = texts("report", chosen.lang)["forms"]
    for form in catalogue.forms.values():
        sys.stdout.write(words["line"].format(id=form.id, name=form.name.to(chosen.lang)) + "\n")
        if form.statutes:
            names = "; ".join(catalogue.statute(name).name.to(chosen.lang) for name in form.statutes)
            sys.stdout.write(words["by"].format(statutes=names) + "\n")
    return 0


def _json(form: Form, catalogue: Catalogue, language: str) -> dict[str, object]:
    return {"id": form.id, "kind": form.kind, "name": form.name.to(language), "stages": list(form.stages),
            "statutes": [{"id": name, "number": catalogue.statute(name).number, "name": catalogue.statute(name).name.to(language)}
                         for name in form.statutes],
            "rows": [{"set": use.set, "since": use.since.isoformat(), "until": use.until.isoformat(), "certain": use.certain,
                      "note": use.note} for use in form.rows]}
