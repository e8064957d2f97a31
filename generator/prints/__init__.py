"""Paper: a disclosure as prints for the file and the notice board."""

from __future__ import annotations

from generator.disclosure import addresses
from generator.disclosure.disclosed import Disclosure
from generator.disclosure.site import Made, Site
from generator.prints.compose import compose
from generator.prints.job import PrintJob

PURPOSE = "list"


def prepare(disclosure: Disclosure, site: Site, *, names: bool) -> PrintJob:
    """Return the print of a disclosure as a job; with `names` it names whom `disclosure.names` names, and is not public then."""
    named = names and bool(disclosure.names)
    paper, html = compose(disclosure, site, PURPOSE, names=named)
    return PrintJob(disclosure.id, PURPOSE, paper, f"{addresses.stem(disclosure, site.catalogue)}.pdf", not named, html)
