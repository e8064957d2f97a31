"""A form of the catalogue: what a published table is called, holds, must add up to, and how it is shown."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct, field

Reader: TypeAlias = Literal["marker", "text", "name", "money", "count", "percent", "day", "year", "choice", "code", "flag", "link"]
Stage: TypeAlias = str
Dashed: TypeAlias = dict[str, str]


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """A text people see, in Vietnamese and English; a missing English text falls back to Vietnamese."""

    vi: str
    en: str = ""

    def to(self, language: str) -> str:
        """Return the text in "vi" or "en"."""
        return (self.en if language == "en" else "") or self.vi


def literal(text: str) -> str:
    """Return a text as it stands in a sentence that is filled in later: its braces are no places to fill."""
    return text.replace("{", "{{").replace("}", "}}")


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column: its public head, the labels officers give it, how it is read, and whether it may be public.

    A label of a two-level head is written "upper > lower"; labels are compared folded, with years, quarters and months
    taken out. `public` is the allow-list (the default is private); `names` marks a public value that names a person and
    therefore depends on channel and day; `consent` names the column whose yes lets the name out (a giver's consent).
    `group` is the upper head of a part; `under` is a main column's own head where its parts stand beside it; `staged` gives
    other heads by stage. `share` is the (part, whole) pair of keys that a percentage is recomputed from; `choices` names a
    list of choices.toml.
    """

    key: str
    name: Text
    labels: tuple[str, ...]
    read: Reader
    required: bool = False
    public: bool = False
    names: bool = False
    consent: str | None = None
    group: Text | None = None
    under: Text | None = None
    staged: dict[str, Text] = field(default_factory=dict)
    choices: str | None = None
    share: tuple[str, str] | None = None
    side: str | None = None
    in_page: bool = True
    in_print: bool = True
    width: float = 1.0


class Code(Struct, frozen=True, forbid_unknown_fields=True):
    """A form number printed on the sheet ("114/CK TC-NSNN") and the stage it tells."""

    code: str
    stage: Stage | None = None
    since: date = date.min
    until: date = date.max


class Balance(Struct, frozen=True, forbid_unknown_fields=True):
    """A sum that must hold within each record: column `total` equals the sum of columns `parts`."""

    total: str
    parts: tuple[str, ...]


class Bound(Struct, frozen=True, forbid_unknown_fields=True):
    """A bound that must hold within each record: column `lower` is at most column `upper`."""

    lower: str
    upper: str


class Subject(Struct, frozen=True, forbid_unknown_fields=True):
    """A subject that words in a table's title tell ("ngân sách trung ương"), so that two tables don't clash."""

    id: str
    name: Text
    words: tuple[str, ...]


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact about a whole table, read from a line above or below it: "Căn cứ: …", "Người giám sát: …"."""

    key: str
    name: Text
    labels: tuple[str, ...]
    read: Reader = "text"
    required: bool = False
    public: bool = False
    choices: str | None = None


class RowUse(Struct, frozen=True, forbid_unknown_fields=True):
    """A row set a form uses for periods that begin between two days, both included; `note` says why where it is not `certain`."""

    set: str
    since: date = date.min
    until: date = date.max
    certain: Literal["certain", "reading", "uncertain"] = "certain"
    note: str = ""


class Duty(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Periods for which a form is owed whether or not anything happens: "{year}-q1"; the form's own deadline of the stage holds.

    `also` are periods that serve as well: "{year}", or "{year}-{month}" for the period's first month. Without a duty a form is
    owed once the event is told that its deadline counts from.
    """

    name: Text
    periods: tuple[str, ...]
    statute: str
    article: str
    since: date
    until: date = date.max
    stage: str = ""
    also: tuple[str, ...] = ()
    certain: Literal["certain", "reading", "uncertain"] = "certain"
    note: str = ""


class Vote(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column that tells how many households agreed, "158/187 hộ" or a percentage, and the least `part` of `whole` the law asks for."""

    column: str
    part: int
    whole: int
    statute: str
    article: str


class Register(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is made of the rows of a register, all of it said by column keys.

    `lead` names a row. `group` parts the rows; `sums` are added up; `shares` are percentages of two sums, (part, whole). `bars` draws a
    summed column by group on the ground of `bars_of` ("count" draws how many). `status` is shown as a badge, in the `looks` "good",
    "time" or "wrong" by its key. `day`, `hours` and `place` tell when and where: with `calendar` they make a calendar file. `cards` shows
    rows as cards instead of a table. `answer` are sentences, each told only where all its words are known: {count}, {groups}, {sum_KEY},
    {share_NAME}, {in_STATUS}, {stage}, {first}, {last}, {next}, {next_KEY} of that day's row, {none_…} for what there is none of.
    `poster` are the columns of a poster's table. `aloud` are the pieces of the sentence that the loudspeaker reads of each row, "{KEY}",
    or of each part where rows are persons, "{part}", "{count}", "{KEY}" of a sum: without it, every public column is read with its head;
    [] reads no rows. `before` are sentences like those of `answer` on the same register of the period before. `vote` has a least part
    that must agree. `refused` says that such a table is never made public.
    """

    lead: str
    answer: tuple[Text, ...] = ()
    group: str = ""
    sums: tuple[str, ...] = ()
    shares: dict[str, tuple[str, str]] = field(default_factory=dict)
    bars: str = ""
    bars_of: str = ""
    status: str = ""
    looks: dict[str, Literal["good", "time", "wrong"]] = field(default_factory=dict)
    day: str = ""
    hours: str = ""
    place: str = ""
    calendar: bool = False
    cards: bool = False
    poster: tuple[str, ...] = ()
    aloud: tuple[str, ...] | None = None
    before: tuple[Text, ...] = ()
    vote: Vote | None = None
    refused: bool = False


class Form(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published form: all that the program knows of it; the README tells how to add one.

    `kind` names the behaviour (a module of `kinds`), `family` the part of the site, `slug` the folder of its page.
    `order` is its place among the forms of its family.
    `side` is "revenue", "spending" or "both" (a two-sided table is split). `question` is the page's title by stage
    ("" for any); `deadlines` and `postings` name entries of deadlines.toml and postings.toml by stage ("" for any);
    `filled_in` are the columns that a workbook made from the form alone asks for, where those are not all it may publish or must have.
    `undated` says why a form has no deadline.
    `subject_from` is "title" (words of `subjects`), "fact:KEY" or "column:KEY" (one table per value), or none.
    """

    id: str
    kind: str
    family: str
    slug: str
    name: Text
    question: dict[str, Text]
    titles: tuple[str, ...]
    not_titles: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    side: str | None = None
    order: int = 99
    stages: tuple[Stage, ...] = ()
    subjects: tuple[Subject, ...] = ()
    subject_from: str | None = None
    facts: tuple[Fact, ...] = ()
    column: tuple[Column, ...] = ()
    rows: tuple[RowUse, ...] = ()
    balance: tuple[Balance, ...] = ()
    bound: tuple[Bound, ...] = ()
    deadlines: dict[str, str] = field(default_factory=dict)
    undated: Text | None = None
    duty: tuple[Duty, ...] = ()
    postings: dict[str, str] = field(default_factory=dict)
    statutes: tuple[str, ...] = ()
    channels: tuple[str, ...] = ("board", "web")
    filled_in: tuple[str, ...] = ()
    prints: dict[str, str] = field(default_factory=lambda: {"list": "A4 portrait"})
    options: dict[str, bool | int | str] = field(default_factory=dict)
    register: Register = field(default_factory=lambda: Register(lead=""))

    def asked(self, stage: str | None) -> Text:
        """Return the question that the form's page answers at a stage; KeyError where it has none for any."""
        return self.question.get(stage or "") or self.question[""]

    def get(self, key: str) -> Column:
        """Return the column of a key; KeyError if the form has none."""
        for column in self.column:
            if column.key == key:
                return column
        raise KeyError(key)


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a row set: a budget line known by name.

    `children` says how the lines under it add up: "sum" (they make it up), "within" (some of it, "trong đó"), "" (none).
    `role` is what the line means to the program ("total", "revenue-total", "balance"); `plain` is a resident's word for it.
    """

    key: str
    parent: str = ""
    marker: str = ""
    name: Text
    also: tuple[str, ...] = ()
    children: Literal["sum", "within", ""] = ""
    role: str = ""
    plain: Text | None = None
