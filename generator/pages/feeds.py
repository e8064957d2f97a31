"""The Atom feed and the sitemap: only where the commune gave its address, and never a page that names persons."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.disclosed import Disclosure
from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.pages.answers import answer
from generator.pages.around import named
from generator.pages.disclosures import by_folder, current
from generator.pages.frame import Maker
from generator.pages.page import Page

_ENTRIES = 50


def feed(site: Site) -> str | None:
    """Return the Atom feed of what is posted, the newest first; None without the commune's address."""
    if not site.commune.site:
        return None
    maker, base = Maker(site), site.commune.site.rstrip("/")
    posted = sorted((one for one in _open(site) if one.posted_from), key=lambda one: (str(one.posted_from), one.id), reverse=True)[
        :_ENTRIES
    ]
    updated = str(max((one.posted_from for one in posted if one.posted_from), default=site.day))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
        f"<title>{escape(maker.words.plain('home.title', name=site.commune.name))}</title>",
        f"<id>{escape(base)}/</id>",
        f'<link href="{escape(base)}/"/>',
        f'<link rel="self" href="{escape(base)}/tin-moi.xml"/>',
        f"<updated>{updated}T00:00:00+07:00</updated>",
        f"<author><name>{escape(maker.authority)}</name></author>",
    ]
    lines += [_entry(maker, base, one) for one in posted]
    return "\n".join([*lines, "</feed>", ""])


def sitemap(site: Site, pages: Iterable[Page]) -> str | None:
    """Return the sitemap of a site's pages, those that name persons left out; None without the commune's address."""
    if not site.commune.site:
        return None
    base = site.commune.site.rstrip("/")
    places = sorted(page.path.removesuffix("index.html") for page in pages if "noindex" not in page.context["frame"].robots)
    body = "".join(f"<url><loc>{escape(f'{base}/{path}')}</loc></url>\n" for path in places)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n'


def _open(site: Site) -> list[Disclosure]:
    """Return what may be announced: posted, and on a page that names nobody."""
    hidden = {folder for folder, own in by_folder(site, current(site)).items() if any(named(one) for one in own)}
    return [one for one in current(site) if one.state == "posted" and addresses.folder(one, site.catalogue) not in hidden]


def _entry(maker: Maker, base: str, disclosure: Disclosure) -> str:
    address = f"{base}/{addresses.page(disclosure, maker.site.catalogue).removesuffix('index.html')}"
    said = answer(maker, [disclosure])
    version = f"#ban-{disclosure.version}" if disclosure.version > 1 else ""
    return (
        f'<entry><title>{escape(disclosure.title)}</title><id>{escape(address + version)}</id><link href="{escape(address)}"/>'
        f"<updated>{disclosure.posted_from}T00:00:00+07:00</updated><summary>{escape(said.striptags() if said else '')}</summary></entry>"
    )
