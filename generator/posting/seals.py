"""The digest and the short code of a disclosure's public content, the same on every machine, version and day."""

from __future__ import annotations

import hashlib

import msgspec

from generator.disclosed import Disclosure, Json
from generator.posting.windows import STATED

_IDENTITY = ("id", "form", "kind", "stage", "period", "subject", "unit", "columns", "records")


def seal(disclosure: Disclosure) -> Disclosure:
    """Return the disclosure with its digest and code ("7F3A-91C2").

    The digest is of identity, columns, masked records and facts. Names are not in it: a digest of few names could be guessed
    back into them long after they were taken down; a change of names is seen by comparing them while they are kept.
    """
    found = digest(_content(disclosure))
    return msgspec.structs.replace(disclosure, digest=found, code=f"{found[:4]}-{found[4:8]}".upper())


def digest(value: Json) -> str:
    """Return the SHA-256 of a value's canonical JSON: keys sorted, no blanks, UTF-8."""
    return hashlib.sha256(canonical(value)).hexdigest()


def names_digest(names: dict[str, dict[str, str]], salt: str) -> str:
    """Return a digest of names that says nothing once its salt is gone."""
    return digest([salt, names])


def canonical(value: Json) -> bytes:
    """Return a value's canonical JSON."""
    return msgspec.json.encode(value, order="sorted")


def _content(disclosure: Disclosure) -> dict[str, Json]:
    content = {key: getattr(disclosure, key) for key in _IDENTITY}
    return content | {"facts": {key: value for key, value in disclosure.facts.items() if key not in STATED}}
