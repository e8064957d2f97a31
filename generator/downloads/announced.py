"""The week's bulletins as a plain text file, which any phone opens and any printer prints."""

from __future__ import annotations

from pathlib import Path

from generator import announcements
from generator.disclosure.site import Made, Site


def write_announced(site: Site, folder: Path) -> Made:
    """Write the week's bulletins under the commune's folder of the site; the same week, the same bytes."""
    target = folder / announcements.TEXT
    target.write_text(announcements.plain(announcements.week(site), site.commune), "utf-8", newline="\n")
    return Made(announcements.PAGE, "download", "txt", announcements.TEXT, size=target.stat().st_size)
