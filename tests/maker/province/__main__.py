"""Write a province of invented communes into a folder: `python -m tests.maker.province N FOLDER [--seed SEED]`."""

from __future__ import annotations

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.maker.drawing import save
from tests.maker.province import settings
from tests.maker.province.books import every
from tests.maker.province.communes import Commune, invent


def write(count: int, folder: Path, seed: str = "mây ngàn", jobs: int = 1) -> None:
    """Write a province's settings and so many communes' workbooks and settings below a folder; the same seed writes the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "province.toml").write_text(settings.province(), "utf-8")
    communes = invent(count, seed)
    if jobs == 1:
        for one in communes:
            write_one(folder, one)
        return
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(partial(write_one, folder), communes))


def write_one(folder: Path, one: Commune) -> None:
    """Write one commune's folder."""
    own = folder / one.profile.id
    own.mkdir(exist_ok=True)
    (own / "commune.toml").write_text(settings.commune(one), "utf-8")
    for name, sheets in every(one).items():
        save(sheets, own / name)


def main() -> None:
    """Read the command line and write what it asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", default="mây ngàn")
    chosen = parser.parse_args()
    begun = time.monotonic()
    write(chosen.count, chosen.folder, chosen.seed, jobs=os.cpu_count() or 1)
    files = list(chosen.folder.rglob("*.xlsx"))
    print(f"{chosen.count} communes, {len(files)} workbooks, {time.monotonic() - begun:.1f} s")


if __name__ == "__main__":
    main()
