"""Empty workbooks for officers, ready to fill: the forms' heads and lines, lists to choose from, instructions, the law behind."""

from __future__ import annotations

from datetime import date

from generator.catalogue import Catalogue
from generator.catalogue.texts import texts
from generator.commune import Commune
from generator.templates.body import Asked
from generator.templates.designs import Design, designs, fitted
from generator.templates.drawing import draw
from generator.templates.guide import guide
from generator.templates.layout import plan
from generator.templates.own import offered

__all__ = ["Design", "designs", "make", "offered"]


def make(design: Design, commune: Commune, day: date, catalogue: Catalogue) -> bytes:
    """Return a design's workbook as of a day, its instructions in the commune's language; the same commune and year, the same bytes."""
    own, words = texts("templates", commune.language), texts("templates", "vi")
    design = fitted(design, catalogue)
    asked = Asked(design, catalogue.form(design.form), catalogue, commune, day, words)
    laid = plan(asked)
    return draw(laid, guide(asked, laid, own, commune.language), own | {"sheet": words["sheet"], "guide": words["guide"]}, day)
