"""Write the sample's workbooks, texts and settings into a folder, and print the figures meant: `python -m tests.maker data/mau`."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.sources import ATTACHED
from tests.maker import explained, land_map, registers, settings
from tests.maker.books import every
from tests.maker.drawing import save
from tests.maker.expected import intended
from tests.maker.profile import SUOI_MAY


def main(folder: Path) -> None:
    """Write the sample's workbooks and settings into a folder."""
    for name, sheets in every(SUOI_MAY).items():
        save(sheets, folder / name)
    for name, content in explained.texts(SUOI_MAY).items():
        (folder / name).write_bytes(content)
    (folder / registers.TABLE_FILE).write_text(registers.TABLE, "utf-8")
    (folder / ATTACHED).mkdir(exist_ok=True)
    (folder / ATTACHED / land_map.FILE).write_bytes(land_map.pdf(SUOI_MAY))
    (folder / "commune.toml").write_text(settings.text(SUOI_MAY) + land_map.ENTRY, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    for one in intended(SUOI_MAY):
        print(one.id, *(f"{key}={figure}" for key, figure in one.figures.items()))
