"""What stands around every page: the commune, the menu, the way back, the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator import announcements
from generator.announcements import Bulletin
from generator.catalogue import Family
from generator.commune import Commune
from generator.disclosed import Disclosure
from generator.disclosure import meeting
from generator.disclosure.site import Site
from generator.pages.page import Link, Page, href, root
from generator.pages.words import Words, day

ABOUT = "gioi-thieu/index.html"
SEARCH, CHANGES, ARCHIVE, GLOSSARY = "tim-kiem/index.html", "thay-doi/index.html", "luu-tru/index.html", "tu-ngu/index.html"
_BAR = 3
MORE = (("changes", CHANGES), ("archive", ARCHIVE), ("search", SEARCH), ("glossary", GLOSSARY))


@dataclass(frozen=True, slots=True)
class Text:
    """A Markdown page of `content/pages`: its slug, title, HTML, and the name of its file."""

    slug: str
    title: str
    html: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page; `root` leads up to the commune's folder."""

    language: str
    title: str
    description: str
    root: str
    css: str
    js: str
    view: str
    home: str
    commune: Commune
    authority: str
    province: str
    initials: str
    office: str
    nav: tuple[Link, ...]
    rest: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    texts: tuple[Link, ...]
    more: tuple[Link, ...]
    forms: tuple[Link, ...]
    made: str
    robots: str = ""
    canonical: str = ""
    feed: str = ""
    script: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its file, its section (a family's id, "home", "about", "texts"), and the folders above it."""

    path: str
    section: str
    above: tuple[tuple[str, str], ...] = ()


class Maker:
    """Makes the pages of one site, each in its frame."""

    def __init__(self, site: Site, texts: Sequence[Text] = ()) -> None:
        """Keep the site and the Markdown pages the foot links to."""
        self.site = site
        self.texts = tuple(texts)
        self.words = Words(site.language)
        self.authority = self.words.plain("frame.authority", name=authority_name(site.commune))

    def page(self, place: Place, template: str, view: Any, title: str, **more: Any) -> Page:
        """Return a page; `more` may set `crumb`, `description`, `robots` and `script` of its frame."""
        return Page(place.path, template, {"frame": self.frame(place, title, **more), "t": self.words.all, "view": view})

    def frame(self, place: Place, title: str, *, crumb: str = "", description: str = "", robots: str = "", script: bool = False) -> Frame:  # noqa: PLR0913 - each part of a frame that pages differ in
        """Return the frame of a page; `crumb` is its short name in the way back, its title if none."""
        commune, path = self.site.commune, place.path
        base = root(path)
        served = commune.site.rstrip("/")
        return Frame(
            language=self.site.language,
            title=title,
            description=description,
            root=base,
            css=f"{base}theme/css/site.css",
            js=f"{base}theme/js/site.js",
            view=f"{base}theme/js/view.js",
            home=href(path, "index.html"),
            commune=commune,
            authority=self.authority,
            province=self.province(),
            initials=initials(commune),
            office=self.office,
            nav=tuple(self._nav(place)),
            rest=tuple(self._rest(place)),
            crumbs=tuple(self._crumbs(place, crumb or title)),
            texts=tuple(Link(text.title, href(path, text_path(text))) for text in self.texts),
            more=tuple(self._more(path)),
            forms=tuple(self._forms()),
            made=self.words.plain("frame.made", day=day(self.site.day), authority=self.authority),
            robots=robots,
            canonical=f"{served}/{path.removesuffix('index.html')}" if served else "",
            feed=href(path, "tin-moi.xml") if served else "",
            script=script,
        )

    @cached_property
    def bulletins(self) -> tuple[Bulletin, ...]:
        """Return the bulletins of what is on show, which their pages lead to."""
        return announcements.bulletins(self.site)

    @property
    def office(self) -> str:
        """Return who answers: the office the commune names, or its People's Committee."""
        return self.site.commune.office or self.authority

    def unit_of(self, disclosure: Disclosure) -> str:
        """Return whose figures a disclosure holds, inside a sentence: the commune's, or those of a unit that was merged into it."""
        commune = self.site.commune
        return lowered(disclosure.predecessor) if disclosure.predecessor else authority_name(commune)

    def kind(self) -> str:
        """Return what the commune calls itself in a sentence: "xã", "phường", "đặc khu"."""
        return self.words.get(f"kind.{self.site.commune.kind}")

    def province(self) -> str:
        """Return the province as a part of a line, "tỉnh Đắk Lắk"; "" for none."""
        name = self.site.commune.province
        named = name.lower().startswith(tuple(self.words.all["frame"]["province_words"]))
        return (name[:1].lower() + name[1:] if named else self.words.plain("frame.province", name=name)) if name else ""

    def families(self) -> list[Family]:
        """Return the families in the order of the menu."""
        return sorted(self.site.catalogue.families, key=lambda family: family.order)

    def _nav(self, place: Place) -> list[Link]:
        """Return the menu's bar: home, the first families and the one the page is in, search."""
        shown = [link for number, link in enumerate(self._sections(place)) if number < _BAR or link.here]
        search = Link(self.words.get("search.menu"), href(place.path, SEARCH), place.section == "search")
        return [Link(self.words.get("frame.home"), href(place.path, "index.html"), place.section == "home"), *shown, search]

    def _rest(self, place: Place) -> list[Link]:
        """Return what the menu shows when it is opened: the families that the bar has no room for, the page about the commune."""
        about = self.words.plain("frame.about", kind=self.kind())
        found = [link for link in self._sections(place)[_BAR:] if not link.here]
        return [*found, Link(about, href(place.path, ABOUT), place.section == "about")]

    def _sections(self, place: Place) -> list[Link]:
        """Return the families of which something is on show."""
        seen = {self.site.catalogue.form(one.form).family for one in self.site.shown}
        language, path = self.site.language, place.path
        return [Link(family.name.to(language), href(path, f"{family.slug}/index.html"), place.section == family.id)
                for family in self.families() if family.id in seen]

    def _more(self, path: str) -> list[Link]:
        """Return the ways around the site, for its foot."""
        found = [(self.words.get(f"{name}.name"), target) for name, target in MORE]
        found.append((Words(self.site.language, "announcements").get("page.name"), announcements.PAGE))
        found.append((Words(self.site.language, "meeting").get("name"), meeting.PAGE))
        found.append((self.words.plain("frame.about", kind=self.kind()), ABOUT))
        return [Link(name, href(path, target), path == target) for name, target in found]

    def _forms(self) -> list[Link]:
        """Return the ways to say something: the commune's own forms, or a letter where it has none for comments."""
        commune, words = self.site.commune, self.words
        comments = commune.comments or (f"mailto:{commune.email}" if commune.email else "")
        found = [("frame.comments", comments), ("frame.satisfaction", commune.satisfaction)]
        return [Link(words.get(key), address) for key, address in found if address]

    def _crumbs(self, place: Place, title: str) -> list[Link]:
        if not place.above and place.section == "home":
            return []
        links = [Link(self.words.get("frame.home"), href(place.path, "index.html"))]
        links += [Link(name, href(place.path, f"{folder}/index.html")) for folder, name in place.above]
        return [*links, Link(title, "", here=True)]


def text_path(text: Text) -> str:
    """Return the file of a Markdown page."""
    return f"trang/{text.slug}/index.html"


def authority_name(commune: Commune) -> str:
    """Return the commune's name inside a sentence: "xã Suối Mây"."""
    name = commune.name
    return name[:1].lower() + name[1:] if name.lower().startswith(commune.kind) else name


def lowered(name: str) -> str:
    """Return the name of a unit inside a sentence: "xã Ea Lăng", "thị trấn Ea Drăng"."""
    return name[:1].lower() + name[1:]


def initials(commune: Commune) -> str:
    """Return at most two letters that stand for the commune's own name: "SM" of "Xã Suối Mây"."""
    name = commune.name[len(commune.kind) :] if commune.name.lower().startswith(commune.kind) else commune.name
    return "".join(part[0] for part in name.split() if part[0].isalpha())[:2].upper()
