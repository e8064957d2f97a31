"""Open a workbook that is locked with the password Excel itself uses for sheets that are only protected against changes."""

from __future__ import annotations

import io
import struct

from generator.cells import Unreadable

_BUILT_IN = "VelvetSweatshop"  # of Excel's own; any reader of workbooks tries it


def unlocked(content: bytes) -> bytes:
    """Return the workbook that a locked one holds; Unreadable("workbook-encrypted") where the password is the officer's own."""
    import msoffcrypto  # noqa: PLC0415 - seldom needed, and slow to import
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError  # noqa: PLC0415

    whole = io.BytesIO()
    try:
        locked = msoffcrypto.OfficeFile(io.BytesIO(content))
        locked.load_key(password=_BUILT_IN)
        locked.decrypt(whole)
    except (DecryptionError, FileFormatError, InvalidKeyError, ParseError, struct.error, ValueError, KeyError, IndexError,
            AttributeError, TypeError, OSError, NotImplementedError):
        raise Unreadable("workbook-encrypted") from None
    return whole.getvalue()
