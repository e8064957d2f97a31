"""Read the texts that explain a budget, dropped beside its workbooks as .md, .txt or .docx: what each is about, and its words."""

from __future__ import annotations

import re
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from generator import jobs, periods, sources
from generator.catalogue import HERE, Catalogue
from generator.cells import Unreadable
from generator.commune import Commune
from generator.findings import Finding, finding
from generator.periods import Period
from generator.release import identifiers
from generator.sources import Folder, path_name
from generator.vietnamese import nfc, words

_SECONDS = 10
_MOST = 200_000
_LARGEST_PART = 20 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = {f"{_W}del", f"{_W}instrText", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_ID = re.compile(r"\b(20\d\d)[ -]((?:03|06|09|12)m|q[1-4])\b", re.IGNORECASE)
_MONTHS = re.compile(r"(th[aá]ng)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT = re.compile(r"\s*[*#>_-]*\s*([^\W\d][^:\n]{0,30}?)\s*[*_]*:\s*[*_]*\s*(\S.*?)[\s*_]*")
_CONTENT = re.compile(r"%|ĐỒNG|TRIỆU|TỶ|^(?:[IVX]+|[A-ZĐ]|\d+)[.)/]")  # in capitals: a figure, or the head of a section
_NUMBERED = re.compile(r"số ?:.{0,40}|[^,.]{2,40}, ngày .{1,12} tháng .{1,12} năm .{1,12}", re.IGNORECASE)  # "Số: 12/BC-UBND"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A text as it was dropped: its file, its words, and what it is about; no stages or forms stand for any."""

    file: str
    text: str
    period: Period
    stages: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _About:
    """What a file says of itself: in its name and its first lines."""

    title: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    body: str = ""


def read(folder: Folder, commune: Commune, catalogue: Catalogue) -> tuple[tuple[Explanation, ...], tuple[Finding, ...]]:
    """Return the explanation texts of a commune's folder, and a finding for each file that can't be used.

    A text that holds what identifies a person is left out as a whole; the commune's own contacts may stand there.
    """
    found: list[Explanation] = []
    findings: list[Finding] = []
    contacts = frozenset(_contacts(commune))
    for outcome in jobs.run(_text, sources.explanations(folder.path), timeout=_SECONDS):
        name = path_name(outcome.item)
        if not outcome.result:
            findings.append(finding("explanation-unreadable", name))
            continue
        private = tuple(_private(outcome.result, name, contacts))
        one = _placed(name, _about(outcome.item, outcome.result), catalogue)
        findings += private or ((one,) if isinstance(one, Finding) else ())
        if isinstance(one, Explanation) and not private:
            found.append(one)
    return tuple(found), tuple(findings)


def _contacts(commune: Commune) -> Iterator[str]:
    for text in map(str, msgspec.to_builtins(commune).values()):
        yield from (each.bare for each in identifiers.find(text))


def _private(text: str, name: str, contacts: frozenset[str]) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), 1):
        if any(each.bare not in contacts for each in identifiers.find(line)):
            yield finding("explanation-private", name, line=str(number))


def _placed(name: str, about: _About, catalogue: Catalogue) -> Explanation | Finding:
    """Return a text with what it is about, or the finding that it does not say so, or says what there is not."""
    typed = about.fields.get("period", "")
    period = _period(typed) or (None if typed else _period(about.title))
    if period is None:
        return finding("explanation-period", name, typed=typed or about.title)
    forms = _forms(about.fields.get("table", ""), catalogue)
    if forms is None:
        return finding("explanation-table", name, typed=about.fields["table"],
                       choices=", ".join(catalogue.form(form).name.vi for form in sorted(explained_forms(catalogue))))
    if not about.body.strip():
        return finding("explanation-unreadable", name)
    return Explanation(name, about.body.strip() + "\n", period, _stages(about.fields.get("stage") or about.title, catalogue), forms)


def explained_forms(catalogue: Catalogue) -> frozenset[str]:
    """Return the forms that the law asks an explanation text for at some stage."""
    return frozenset(form for one in catalogue.obligations if one.explained for form in one.forms)


def _period(text: str) -> Period | None:
    """Return the period a text tells; in the name of a file "9 tháng 2026" is of the year's first nine months."""
    known = _ID.search(text)
    try:
        return periods.read("-".join(known.groups()) if known else text)
    except Unreadable:
        return periods.from_text(_MONTHS.sub(r"\1 năm \2", text))


def _stages(text: str, catalogue: Catalogue) -> frozenset[str]:
    """Return the stages a text names: by a stage's own name or words, a plan's wherever it says so and nothing more."""
    kinds = {catalogue.form(form).kind for form in explained_forms(catalogue)}
    said = f" {words(text)} "
    own = [stage.id for stage in catalogue.stages if stage.kind in kinds
           and any(f" {words(word)} " in said for word in (*stage.words, stage.name.vi))]
    if own:
        return frozenset(own[:1])
    return frozenset(_known()["plans"]) if any(f" {words(word)} " in said for word in _reading()["plans"]) else frozenset()


def _forms(typed: str, catalogue: Catalogue) -> frozenset[str] | None:
    """Return the forms that a table's name means, none for no name; None for a name that means no explained table."""
    if not typed:
        return frozenset()
    wanted = words(typed)
    known = {form: catalogue.form(form) for form in explained_forms(catalogue)}
    exact = frozenset(form for form, one in known.items() if wanted in (words(one.name.vi), words(one.name.en), words(form)))
    near = frozenset(form for form, one in known.items() if any(words(title) in wanted for title in one.titles))
    return exact or near or None


def _about(path: Path, text: str) -> _About:
    """Return what a file's name, its folder and its first lines say of it, and the text below those lines."""
    lines = text.splitlines()
    fields: dict[str, str] = {}
    labels = {words(label): key for key in ("period", "table", "stage") for label in _known()[key]}
    place = 0
    while place < len(lines):
        said = _FRONT.fullmatch(lines[place])
        key = labels.get(words(said[1])) if said else None
        if said and key:
            fields[key] = said[2]
        elif lines[place].strip(" -"):
            break
        place += 1
    first = next((line for line in lines[place:] if line.strip()), "")
    title = nfc(path.stem).replace("_", " ").replace("-", " ")
    own = "\n".join(_below_head(lines[place:]))
    body = re.sub(r"\n(?=.*\S)", "\n\n", own) if path.suffix.lower() == ".txt" else own
    return _About(title if _period(title) else f"{title} {first.strip('#* ')}", fields, body)


def _below_head(lines: Sequence[str]) -> Sequence[str]:
    """Return a text's lines without the head of an official paper: its letterhead, number, day and title, where a text follows."""
    place = 0
    while place < len(lines) and (not lines[place].strip() or _of_head(lines[place].strip("#* |"))):
        place += 1
    return lines[place:] or lines


def _of_head(line: str) -> bool:
    nation = words(line).startswith(tuple(words(one) for one in _known()["nation"]))
    return nation or (line.isupper() and not _CONTENT.search(line)) or bool(_NUMBERED.fullmatch(line))


def _text(path: Path) -> str:
    """Return a file's text, its lines ended alike, comments left out; "" where it can't be read as text."""
    content = path.read_bytes()
    found = _word(content) if path.suffix.lower() == ".docx" else _plain(content)
    text = _COMMENT.sub("", _CONTROL.sub("", nfc(found).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")))
    return text if text.strip() and len(text) <= _MOST else ""


def _plain(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _word(content: bytes) -> str:
    """Return the paragraphs of a .docx as Markdown: no deletions, hidden words, comments, heads or feet."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if package.getinfo("word/document.xml").file_size > _LARGEST_PART:
                return ""
            body = package.read("word/document.xml")
        if b"<!DOCTYPE" in body:
            return ""
        return "\n\n".join(_paragraph(one) for one in ET.fromstring(body).iter(f"{_W}p"))  # noqa: S314 - no document type, so no entities
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, ET.ParseError, EOFError, NotImplementedError, RuntimeError):
        return ""


def _paragraph(one: ET.Element) -> str:
    text = " ".join("".join(_letters(one)).split())
    style = one.find(f"{_W}pPr/{_W}pStyle")
    if not text:
        return ""
    if style is not None and style.get(f"{_W}val", "").lower().startswith(("heading", "title")):
        return f"# {text}"
    return f"- {text}" if one.find(f"{_W}pPr/{_W}numPr") is not None else text


def _letters(one: ET.Element) -> Iterator[str]:
    for part in one:
        if part.tag in _LEFT_OUT or part.tag == f"{_W}p" or part.find(f"{_W}rPr/{_W}vanish") is not None:
            continue
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag in {f"{_W}tab", f"{_W}br"}:
            yield " "
        yield from _letters(part)


@cache
def _reading() -> dict[str, Any]:
    return tomllib.loads((HERE / "reading.toml").read_text("utf-8"))


def _known() -> dict[str, Any]:
    return dict(_reading()["explanations"])

