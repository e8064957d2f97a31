"""The commune's other duties as small workbooks, from registers.toml: support, works, land, meeting residents, procedures, the office."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tests.maker.paper import agency
from tests.maker.profile import Profile
from tests.maker.sheet import Head, Row, Sheet, Typed


@dataclass(frozen=True, slots=True)
class Register:
    """A sheet of a register: its form, title, day of posting, heads, rows and facts, and whether its last row sums up."""

    form: str
    name: str
    title: str
    posted: date
    heads: tuple[str, ...]
    rows: tuple[tuple[Typed, ...], ...]
    facts: tuple[str, ...] = ()
    unit: str = ""
    total: bool = False
    period: str = "2026"
    stage: str | None = None
    subject: str | None = None
    measured: tuple[str, str] = ("", "")

    @property
    def figures(self) -> Mapping[str, int]:
        """Return how many rows there are, and what the measured column adds up to, amounts in đồng."""
        key, head = self.measured
        if not key:
            return {"count": len(self.rows)}
        amounts = [row[self.heads.index(head)] for row in self.rows]
        return {"count": len(self.rows), key: sum(one for one in amounts if isinstance(one, int)) * (1000 if "1.000" in self.unit else 1)}

    def sheet(self, profile: Profile) -> Sheet:
        """Return the register as an officer's sheet, its rows numbered."""
        numbered = [Row((number, *row)) for number, row in enumerate(self.rows, 1)]
        if self.total:
            sums = (sum(value for row in self.rows if isinstance(value := row[place], int)) or None for place in range(1, len(self.heads)))
            numbered.append(Row((None, "Tổng cộng", *sums), "total"))
        widths = [max(10.0, *(min(40.0, len(str(row[place] or "")) * 1.1) for row in self.rows)) for place in range(len(self.heads))]
        heads = (Head("STT", width=6), *(Head(text, width=width) for text, width in zip(self.heads, widths, strict=True)))
        facts = (*self.facts, f"Niêm yết từ ngày: {self.posted:%d/%m/%Y}")
        wide = len(self.heads) > 5
        return Sheet(self.name, heads, tuple(numbered), (self.title,), agency(profile), facts=facts, unit=self.unit, landscape=wide)


def _registers() -> Mapping[str, tuple[Register, ...]]:
    books: dict[str, list[Register]] = {}
    for entry in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["register"]:
        rows = tuple(tuple(None if cell == "" else cell for cell in row) for row in entry["rows"])
        lists = {key: tuple(entry[key]) for key in ("heads", "facts", "measured") if key in entry}
        told = {key: value for key, value in entry.items() if key != "book"}
        books.setdefault(entry["book"], []).append(Register(**(told | lists | {"rows": rows})))
    return {name: tuple(own) for name, own in books.items()}


BOOKS = _registers()
TABLE_FILE = "Thu gom rac.bang.toml"
TABLE = """\
# Bảng mà chương trình chưa có mẫu: tên bảng, câu hỏi, các cột, và cột nào được công khai. Xem docs/huong-dan-can-bo.md.
title = "Lịch thu gom rác thải"
question = "Rác được thu gom ngày nào, để ở đâu?"
family = "office"
columns = ["Thôn, buôn", "Nơi để rác", "Ngày thu gom", "Số hộ", "Người phụ trách"]
public = ["Thôn, buôn", "Nơi để rác", "Ngày thu gom", "Số hộ"]
sums = ["Số hộ"]

[read]
"Số hộ" = "count"
"""


def books(profile: Profile) -> Mapping[str, tuple[Sheet, ...]]:
    """Return the workbooks of the other duties by file name."""
    return {name: tuple(one.sheet(profile) for one in own) for name, own in BOOKS.items()}


def ugly(profile: Profile) -> Mapping[str, tuple[Sheet, ...]]:
    """Return one ugly but sound workbook for each register: columns the other way round, heads in decomposed letters, begun aside."""
    found: dict[str, tuple[Sheet, ...]] = {}
    for one in (each for own in BOOKS.values() for each in own if each.form != "table"):
        heads = tuple(unicodedata.normalize("NFD", head) for head in reversed(one.heads))
        turned = replace(one, heads=heads, rows=tuple(tuple(reversed(row)) for row in one.rows[:3]), total=False)
        name = f"register-{one.form}{f'-{one.stage}' if one.stage else ''}.xlsx"
        found.setdefault(name, (replace(turned.sheet(profile), left=3, gap=3),))
    return found
