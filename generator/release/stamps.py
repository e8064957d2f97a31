"""What the verdict on a file hangs on: its bytes, all that is looked for in it, and all that may stand in it."""

from __future__ import annotations

import msgspec

from generator.disclosure.site import Site
from generator.release.guards import Guards
from generator.release.verdicts import Verdicts

_BARE = msgspec.json.Encoder(order="sorted")


class Stamps:
    """The digests under which the verdicts on one commune's files are kept; each disclosure is taken into them once."""

    def __init__(self, site: Site, guards: Guards, numbers: frozenset[str], verdicts: Verdicts) -> None:
        """Take what every file of the site has in common."""
        self._site, self._guards, self._verdicts = site, guards, verdicts
        self._common = _BARE.encode([site.commune, site.day.year, sorted(numbers), sorted(guards.allowed)])
        self._of: dict[frozenset[str], bytes] = {}
        self._parts: dict[str, bytes] = {}

    def of(self, name: str, content: bytes, ids: frozenset[str]) -> bytes:
        """Return the digest of a file that belongs to some disclosures together."""
        if ids not in self._of:
            self._of[ids] = self._verdicts.digest([self._common, *map(self._part, sorted(ids))])
        return self._verdicts.digest([self._of[ids], name.encode("utf-8", "surrogateescape"), content])

    def _part(self, name: str) -> bytes:
        if name not in self._parts:
            shown = [each for each in (*self._site.shown, *self._site.replaced) if each.id == name]
            private = sorted(self._guards.secrets.get(name, ()))
            self._parts[name] = self._verdicts.digest([_BARE.encode(shown), _BARE.encode(private)])
        return self._parts[name]
