"""Who publishes: what `commune.toml` says of a commune, each with a sound default but the name."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field

from generator import wording

Licence: TypeAlias = Annotated[str, Meta(pattern=r"^([A-Za-z0-9][A-Za-z0-9.-]*|https?://[^\s]+)?$")]
Address: TypeAlias = Annotated[str, Meta(pattern=r"^(https?://[^\s]+|mailto:[^\s]+)?$")]


class Hamlet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thôn, buôn or khu phố: its name and the number of its households, where known."""

    name: str
    households: int | None = None


class Place(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place where papers are posted."""

    name: str
    hamlet: str = ""


class Predecessor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A unit that was merged into this commune, and its last day."""

    name: str
    until: date
    code: str = ""


class Signatory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who signs: the lines above the name, and the name."""

    for_whom: str = "TM. ỦY BAN NHÂN DÂN"
    office: str = "CHỦ TỊCH"
    name: str = ""


class Posted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The posting days the officer states for disclosures of a form, stage, period and subject ("" for any).

    `explained` says that the explanation text was posted beside it.
    """

    form: str
    stage: str = ""
    period: str = ""
    subject: str = ""
    posted_from: date
    posted_until: date | None = None
    explained: bool = False


class Attachment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of `dinh-kem/` that belongs to disclosures of a form, stage, period and subject ("" for any).

    It is public only where it is said to be free of names.
    """

    file: str
    title: Annotated[str, Meta(pattern=r"\S")]
    form: str
    stage: str = ""
    period: str = ""
    subject: str = ""
    free_of_names: bool = False


class Commune(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A commune's settings; `id` is the name of its folder. `site` is the address where its folder is served, or "".

    `comments` and `satisfaction` are addresses of the commune's own forms for comments and for rating, or "".
    `licence` is that of the open data, by its Open Definition name ("CC-BY-4.0") or its address, or "" for none said.
    `publish` is where the built site is taken to: a folder, a .zip, or a remote of rclone's.
    """

    name: str
    id: str = ""
    kind: Literal["xã", "phường", "đặc khu"] = "xã"
    province: str = ""
    code: str = ""
    address: str = ""
    telephone: str = ""
    email: str = ""
    office: str = ""
    site: str = ""
    comments: Address = ""
    satisfaction: Address = ""
    licence: Licence = ""
    publish: str = ""
    area: Literal["rural", "urban"] = "rural"
    population: int | None = None
    households: int | None = None
    about: str = ""
    sample: bool = False
    names_on_web: bool = False
    signatory: Signatory = field(default_factory=Signatory)
    hamlet: tuple[Hamlet, ...] = ()
    place: tuple[Place, ...] = ()
    predecessor: tuple[Predecessor, ...] = ()
    posted: tuple[Posted, ...] = ()
    attachment: tuple[Attachment, ...] = ()
    seal: tuple[str, ...] = ()
    events: dict[str, date] = field(default_factory=dict)
    language: str = "vi"

    def __post_init__(self) -> None:
        """Refuse a language that no file of texts speaks."""
        if self.language not in wording.languages():
            raise ValueError(f"language: {self.language}")

    @property
    def full_name(self) -> str:
        """Return the name with its kind in front: "Xã Suối Mây"."""
        return self.name if self.name.lower().startswith(f"{self.kind} ") else f"{self.kind.capitalize()} {self.name}"
