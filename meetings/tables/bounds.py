"""How much of a spreadsheet is read, and why one is not."""

from __future__ import annotations

import io
import zipfile

MOST_COLUMNS = 100
MOST_UNPACKED = 100_000_000
"""Bytes that the parts of a spreadsheet may unpack to."""


class BadTable(ValueError):
    """Why a file is no table that can be read, and what to do."""


def mind_size(raw: bytes) -> None:
    """A spreadsheet is a ZIP archive, and may be a bomb. Raises BadTable."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadTable("The file is no spreadsheet that can be read; save it anew.") from error
    if size > MOST_UNPACKED:
        raise BadTable(f"The file would unpack to {size:,} bytes and at most {MOST_UNPACKED:,} are taken; split it.")
