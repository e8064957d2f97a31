"""The Atom feed and the sitemap: only where the commune gave its address, and never a page that names persons."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.disclosure import addresses
from generator.disclosure.site import Site
from generator.pages.answers import answer
from generator.pages.around import named
from generator.pages.chronicle import Event, events
from generator.pages.disclosures import current, titled
from generator.pages.frame import Maker
from generator.pages.page import Page

_ENTRIES = 50


def feed(site: Site) -> str | None:
    """Return the Atom feed of what was posted and corrected, the newest first; None without the commune's address."""
    if not site.commune.site:
        return None
    maker, base = Maker(site), site.commune.site.rstrip("/")
    announced = _announced(site)[:_ENTRIES]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">',
        f"<title>{escape(maker.words.plain('home.title', name=site.commune.name))}</title>",
        f"<id>{escape(base)}/</id>",
        f'<link href="{escape(base)}/"/>',
        f'<link rel="self" href="{escape(base)}/tin-moi.xml"/>',
        f"<updated>{announced[0].day if announced else site.day}T00:00:00+07:00</updated>",
        f"<author><name>{escape(maker.authority)}</name></author>",
    ]
    lines += [_entry(maker, base, event) for event in announced]
    return "\n".join([*lines, "</feed>", ""])


def sitemap(site: Site, pages: Iterable[Page]) -> str | None:
    """Return the sitemap of a site's pages, those that name persons left out; None without the commune's address."""
    if not site.commune.site:
        return None
    base = site.commune.site.rstrip("/")
    places = sorted(page.path.removesuffix("index.html") for page in pages if "noindex" not in page.context["frame"].robots)
    body = "".join(f"<url><loc>{escape(f'{base}/{path}')}</loc></url>\n" for path in places)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n'


def _announced(site: Site) -> list[Event]:
    """Return the postings and corrections of what is still posted, on pages that name nobody."""
    naming = {addresses.folder(one, site.catalogue) for one in current(site) if named(one)}
    posted = {one.id for one in current(site) if one.state == "posted"}
    return [
        event
        for event in events(site)
        if event.sort != "ended" and event.disclosure.id in posted and addresses.folder(event.disclosure, site.catalogue) not in naming
    ]


def _entry(maker: Maker, base: str, event: Event) -> str:
    one = event.disclosure
    address = f"{base}/{addresses.page(one, maker.site.catalogue).removesuffix('index.html')}"
    title = titled(maker, one)
    if event.sort == "corrected":
        title = maker.words.plain("changes.feed_corrected", version=one.version, title=title)
    said = answer(maker, [one])
    version = f"#ban-{one.version}" if one.version > 1 else ""
    return (
        f'<entry><title>{escape(title)}</title><id>{escape(address + version)}</id><link href="{escape(address)}"/>'
        f"<updated>{event.day}T00:00:00+07:00</updated><summary>{escape(said.striptags() if said else '')}</summary></entry>"
    )
