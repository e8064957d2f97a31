"""A site as one zip for the provincial portal: the same site gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from generator.release.sweep import files
from generator.release.writing import write

_FIRST = (1980, 1, 1, 0, 0, 0)


def pack(site: Path, target: Path) -> int:
    """Write a site as a zip in one step and return its number of files; CannotWrite leaves an older zip as it was."""
    content, names = io.BytesIO(), [*files(site), *sorted(site.rglob("SHA256SUMS"))]
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted(names):
            entry = zipfile.ZipInfo(path.relative_to(site).as_posix(), _FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, path.read_bytes())
    write(target, content.getvalue())
    return len(names)
