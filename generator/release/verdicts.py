"""The verdicts of earlier sweeps: a file that was searched for the same values and was clean is not searched again."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from generator.release.writing import CannotWrite, write

_HERE = Path(__file__).resolve().parent
_KEY_BYTES = 32


class Verdicts:
    """Files found clean, each as one keyed digest of its bytes and of all that was looked for; no value can be read out of it.

    The key is drawn when the file is new. A file that is lost, damaged or of another program costs a search and nothing else.
    """

    def __init__(self, path: Path) -> None:
        """Read what is kept at a path, nothing where it can't be."""
        self._path = path
        self._key, self._clean = _read(path)
        self._seen: set[str] = set()

    def digest(self, parts: Iterable[bytes]) -> bytes:
        """Return one keyed digest of several byte strings, of their lengths too."""
        made = hashlib.blake2b(key=self._key, digest_size=32)
        for part in (_program(), *parts):
            made.update(len(part).to_bytes(8, "big"))
            made.update(part)
        return made.digest()

    def holds(self, verdict: bytes) -> bool:
        """Return whether a file of this digest was found clean before."""
        known = verdict.hex() in self._clean
        if known:
            self._seen.add(verdict.hex())
        return known

    def add(self, verdict: bytes) -> None:
        """Keep that a file of this digest was found clean now."""
        self._seen.add(verdict.hex())

    def keep(self) -> None:
        """Write the verdicts that this sweep met, and no others; a place that takes none is no fault."""
        content = json.dumps({"key": self._key.hex(), "clean": sorted(self._seen)}, indent=0)
        with suppress(CannotWrite):
            write(self._path, content.encode())


def _read(path: Path) -> tuple[bytes, frozenset[str]]:
    try:
        kept = json.loads(path.read_bytes())
        key, clean = bytes.fromhex(kept["key"]), frozenset(map(str, kept["clean"]))
    except (OSError, ValueError, KeyError, TypeError):
        key, clean = b"", frozenset()
    return (key, clean) if len(key) == _KEY_BYTES else (secrets.token_bytes(_KEY_BYTES), frozenset())


@cache
def _program() -> bytes:
    """Return a digest of the rules themselves, so that another version's verdicts say nothing."""
    made = hashlib.sha256()
    for path in sorted(_HERE.glob("*.py")):
        made.update(path.read_bytes())
    return made.digest()
