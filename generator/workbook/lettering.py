"""Turn a sheet's texts of old encodings into Unicode: those in their fonts, and those that can be nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from generator import legacy
from generator.cells import Value, address
from generator.vietnamese import nfc
from generator.workbook.rows import with_texts
from generator.workbook.scans import Run
from generator.workbook.sheets import Notice, RawSheet

_MOST_FONTS = 4


def in_unicode(sheet: RawSheet, lettered: Mapping[tuple[int, int], tuple[Run, ...]]) -> RawSheet:
    """Return a sheet with its texts in Unicode, and a notice of how many cells were converted from which fonts."""
    if lettered:
        sheet = _by_fonts(sheet, lettered)
    found = legacy.evidence(value for line in sheet.rows for value in line if isinstance(value, str))
    if found is None:
        return sheet
    if found.certain and not any(notice.code == "legacy-font" for notice in sheet.notices):
        return _by_evidence(sheet, found.encoding)
    return replace(sheet, notices=(*sheet.notices, Notice("legacy-suspected", _first(sheet, found.words), _named(found.encoding))))


def _by_fonts(sheet: RawSheet, lettered: Mapping[tuple[int, int], tuple[Run, ...]]) -> RawSheet:
    verdicts = Counter(legacy.judge(run.text, encoding) for runs in lettered.values() for run in runs
                       if (encoding := legacy.encoding_of(run.font)))
    open_to_doubt = verdicts["unicode"] > verdicts["legacy"]
    changed: dict[tuple[int, int], str] = {}
    fonts: Counter[str] = Counter()
    for place, runs in lettered.items():
        text = nfc("".join(_pieces(runs, doubt=open_to_doubt)))
        if text != nfc("".join(run.text for run in runs)) and isinstance(sheet.value(*place), str):
            changed[place] = text
            fonts.update({run.font.strip() for run in runs if legacy.encoding_of(run.font)})
    if not changed:
        return sheet
    names = ", ".join(font for font, _ in fonts.most_common(_MOST_FONTS))
    notice = Notice("legacy-font", details=(("count", str(len(changed))), ("fonts", names)))
    return replace(sheet, rows=with_texts(sheet.rows, changed), notices=(*sheet.notices, notice))


def _pieces(runs: Iterable[Run], *, doubt: bool) -> Iterator[str]:
    """Give the runs of a text in Unicode, those side by side in one encoding together; in doubt, what may be Unicode stays."""
    def lettering(run: Run) -> tuple[str | None, bool]:
        return legacy.encoding_of(run.font), legacy.is_capital(run.font)

    for (encoding, capital), side_by_side in groupby(runs, key=lettering):
        text = "".join(run.text for run in side_by_side)
        verdict = legacy.judge(text, encoding) if encoding else "unicode"
        stays = encoding is None or verdict == "unicode" or (doubt and verdict in {"either", "plain"})
        yield text if stays else legacy.convert(text, str(encoding), capital=capital)


def _by_evidence(sheet: RawSheet, encoding: str) -> RawSheet:
    def converted(value: Value) -> Value:
        return nfc(legacy.convert(value, encoding)) if isinstance(value, str) else value

    rows = tuple(tuple(converted(value) for value in line) for line in sheet.rows)
    count = sum(one != other for before, after in zip(sheet.rows, rows, strict=True) for one, other in zip(before, after, strict=True))
    notice = Notice("legacy-undeclared", details=(("count", str(count)), *_named(encoding)))
    return replace(sheet, rows=rows, notices=(*sheet.notices, notice))


def _named(encoding: str) -> tuple[tuple[str, str], ...]:
    return (("encoding", legacy.name(encoding)),)


def _first(sheet: RawSheet, words: Iterable[str]) -> str | None:
    """Return the address of the first cell that has one of the words."""
    wanted = tuple(words)
    return next((address(row, column) for row, line in enumerate(sheet.rows, 1) for column, value in enumerate(line, 1)
                 if isinstance(value, str) and not value.isascii() and any(word in value for word in wanted)), None)
