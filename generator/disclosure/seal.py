"""The digest and the short code that let anyone hold a print against its page."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.disclosure.disclosed import Disclosure


def seal(disclosure: Disclosure) -> Disclosure:
    """Return the disclosure with its digest (SHA-256) and code ("7F3A-91C2"), independent of version and days.

    Names enter by their own digest only, so that the code outlives them.
    """
    digest = hashlib.sha256(canonical(disclosure) + names_digest(disclosure).encode()).hexdigest()
    return replace(disclosure, digest=digest, code=f"{digest[:4]}-{digest[4:8]}".upper())


def canonical(disclosure: Disclosure) -> bytes:
    """Return the public records as the one text their digest is taken of: identity, columns, records, facts; no names."""
    return _json({
        "id": disclosure.id, "title": disclosure.title, "columns": disclosure.columns, "unit": disclosure.unit,
        "records": disclosure.records, "facts": disclosure.facts, "notes": disclosure.notes,
    })


def names_digest(disclosure: Disclosure) -> str:
    """Return the SHA-256 of the names kept apart, "" where there are none."""
    return hashlib.sha256(_json(disclosure.names)).hexdigest() if disclosure.names else ""


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value, order="sorted")
