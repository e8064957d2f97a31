"""The Pelican generator of the site's pages: from disclosures and from the Markdown that people write."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from pelican.contents import Page as Written
from pelican.generators import Generator

from generator import pages
from generator.cells import Unreadable
from generator.disclosure.site import Site
from generator.pages import feeds
from generator.release.writing import told
from generator.vietnamese import slug

TEXTS = "pages"


class DisclosurePages(Generator):  # type: ignore[misc]  # Pelican has no types
    """Gathers every commune before anything is written, then renders its pages through the theme."""

    def generate_context(self) -> None:
        """Read, decide and make all that pages will link to."""
        self.building = self.settings["CONGKHAI_BUILDING"]
        self.building.gather()
        self.building.make()
        self.env.filters.update(pages.filters())

    def generate_output(self, writer: Any) -> None:
        """Write each commune's pages, feed, sitemap and the theme's files into its folder."""
        with told(self.building.options.output):
            for site, folder in self.building.sites():
                texts = tuple(self._texts(site))
                written = [self._write(writer, page, folder) for page in pages.pages(site, texts)]
                self._around(site, folder, written)
            for page in self.building.around():
                self._write(writer, page, self.building.place.site)
                self._static(self.building.place.site)

    def _write(self, writer: Any, page: pages.Page, folder: Path) -> pages.Page:
        """Write a page and return it with no more than its frame."""
        name = (folder / page.path).relative_to(self.output_path).as_posix()
        writer.write_file(name, self.get_template(page.template.removesuffix(".html")), self.context, **page.context)
        self.building.pages.append(folder / page.path)
        return replace(page, context={"frame": page.context["frame"]})

    def _around(self, site: Site, folder: Path, written: list[pages.Page]) -> None:
        for name, content in (("tin-moi.xml", pages.feed(site)), ("sitemap.xml", feeds.sitemap(site, written))):
            if content is not None:
                (folder / name).write_text(content, "utf-8", newline="\n")
        self._static(folder)

    def _static(self, folder: Path) -> None:
        shutil.copytree(Path(self.theme) / "static", folder / "theme", dirs_exist_ok=True, copy_function=shutil.copyfile)

    def _texts(self, site: Site) -> Iterator[pages.Text]:
        """Yield the Markdown pages in the order of their file names; one that can't be read or filled in is told and left out."""
        base = Path(self.path) / TEXTS
        for path in sorted(base.glob("*.md")) if base.is_dir() else ():
            try:
                yield pages.filled(self._text(path), site)
            except Unreadable as fault:
                self.building.left_out(fault)

    def _text(self, path: Path) -> pages.Text:
        try:
            written = self.readers.read_file(base_path=self.path, path=f"{TEXTS}/{path.name}", content_class=Written, context=self.context)
        except (OSError, ValueError, AttributeError) as fault:
            raise Unreadable("content-damaged", file=path.name) from fault
        if not getattr(written, "title", "").strip():
            raise Unreadable("content-damaged", file=path.name)
        return pages.Text(written.slug or slug(path.stem), written.title, written.content, path.name)
