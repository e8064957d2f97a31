"""Templates kept as compiled, in this process and on the disk: all pages come of the same few, and compiling them takes long."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from generator.release.writing import CannotWrite, write

_DIGEST: Final = 32
_KNOWN: Final[dict[str, Any]] = {}


class Compiled(BytecodeCache):
    """What Jinja asks for compiled templates; one that is lost, old or damaged is compiled anew."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        """Take the folder, private to who builds, and the settings that templates are compiled by: under others none of them is used."""
        self.folder = folder
        self.made_by = hashlib.sha256(repr((jinja2.__version__, sorted(settings.items()))).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with the template it stands for, where it is known."""
        name = self._name(bucket)
        if name in _KNOWN:
            bucket.code = _KNOWN[name]
            return
        with suppress(OSError, EOFError, ValueError, TypeError):
            kept = (self.folder / name).read_bytes()
            if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
                bucket.load_bytecode(io.BytesIO(kept[_DIGEST:]))
                _KNOWN[name] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template just compiled in the place of older ones of its name; in this process alone where the disk can't take it."""
        name, made = self._name(bucket), io.BytesIO()
        _KNOWN[name] = bucket.code
        bucket.write_bytecode(made)
        with suppress(OSError, CannotWrite):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for old in self.folder.glob(f"{bucket.key}-*"):
                old.unlink(missing_ok=True)
            write(self.folder / name, hashlib.sha256(made.getvalue()).digest() + made.getvalue())

    def _name(self, bucket: Bucket) -> str:
        return f"{bucket.key}-{hashlib.sha256((self.made_by + bucket.checksum).encode()).hexdigest()[:_DIGEST]}"


def settings(of: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return Jinja's settings with the templates kept in a folder."""
    return {**of, "bytecode_cache": Compiled(folder, of)}
