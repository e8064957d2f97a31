"""The preview that the desk shows: pages at once, prints after them, and nothing that the desk knows already."""

from __future__ import annotations

import subprocess
from dataclasses import replace

from generator.serving.preview import Preview

_FINE = (0, 1)


class Look(Preview):
    """A preview whose files are checked by the desk itself."""

    def renew(self) -> None:
        """Build the pages again, then begin with the prints."""
        self.stop()
        self.state = replace(self.state, stage="building")
        code, said = self._run(*self._build(), "--no-prints")
        if code not in _FINE:
            self.state = replace(self.state, stage="failed", said=said)
            return
        self._take("printing")
        self._printing = self._start(*self._build(), heard=subprocess.DEVNULL)
