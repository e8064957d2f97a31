"""Official papers on request: those of a posting, and certificates of gifts; each a PDF, and beside it a .docx to edit and sign."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.texts import texts
from generator.disclosed import Disclosure
from generator.disclosure.site import Site
from generator.papers import posting
from generator.papers.certificate import certificate
from generator.papers.gifts import Gift
from generator.papers.html import html
from generator.papers.matter import Matter, matters
from generator.papers.paper import Paper
from generator.papers.removal import Taken, minutes_of_removal
from generator.papers.word import docx
from generator.prints.job import PrintJob
from generator.prints.lettering import clean
from generator.vietnamese import slug

PURPOSE, CERTIFICATE = "papers", "certificate"
PURPOSES = (PURPOSE, *posting.SORTS, CERTIFICATE)
_PAPER = "A4"
_UNNAMED = "khac"
_LONGEST = 60  # letters of a purpose in a file's name


@dataclass(frozen=True, slots=True)
class Ordered:
    """A paper asked for: the job of its PDF, and the paper, which `word` writes as .docx beside it."""

    job: PrintJob
    paper: Paper

    @property
    def word_path(self) -> str:
        """Return where the .docx lies, relative to the same folder as the PDF."""
        return f"{self.job.path.removesuffix('.pdf')}.docx"

    def word(self) -> bytes:
        """Return the paper as .docx."""
        return docx(self.paper)


def of_posting(matter: Matter, sorts: Collection[str] = (), place: str = "") -> Iterator[Ordered]:
    """Yield the papers of a posting, or some sorts of them; with `place` only those of the posting points meant. None names a person."""
    for drawn in posting.drawn(matter, sorts, place):
        yield _ordered(drawn.stem, drawn.paper, drawn.sort, matter.site, matter.first.id)


def notices(of: Iterable[Disclosure], site: Site) -> tuple[Ordered, ...]:
    """Return the notices of what hangs, one of each posting, to be put before its lists."""
    return tuple(one for matter in matters(of, site) for one in of_posting(matter, ("notice",)))


def certificates(gifts: Iterable[Gift], site: Site) -> Iterator[Ordered]:
    """Yield the certificate of each gift; its file is named for purpose and receipt, never for the giver."""
    name = texts("papers")["files"][CERTIFICATE]
    taken: dict[str, int] = {}
    for gift in gifts:
        parts = (slug(gift.purpose)[:_LONGEST].strip("-"), slug(gift.receipt or gift.line))
        own = "-".join(part for part in parts if part) or _UNNAMED
        stem = f"{name}/{own}"
        taken[stem] = taken.get(stem, 0) + 1
        again = f"-{taken[stem]}" if taken[stem] > 1 else ""
        yield _ordered(stem + again, certificate(gift, site), CERTIFICATE, site)


def of_removal(taken: Taken, site: Site, stem: str) -> Ordered:
    """Return the minutes of what was taken from public view; nobody is named."""
    return _ordered(stem, minutes_of_removal(taken, site), PURPOSE, site)


def _ordered(stem: str, paper: Paper, sort: str, site: Site, disclosure: str = "") -> Ordered:
    folder = str(texts("prints", site.language)["files"]["requested"])
    path = folder.format(path=f"{stem}.pdf")
    job = PrintJob(disclosure, paper.title, sort, _PAPER, path, public=False, html=html(paper, clean), named=sort == CERTIFICATE)
    return Ordered(job, paper)
