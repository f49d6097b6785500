"""Rows of words to the bytes of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

from meetings.tables import media

Rows = Iterable[Sequence[str]]

NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""Also of what has an apostrophe already, so that each one added can be taken away again."""


def write(format: str, columns: Sequence[str], rows: Rows) -> bytes:
    """A table as `csv`, `xlsx` or `ods`."""
    return FORMATS[format][0]([list(columns), *([guarded(cell) for cell in row] for row in rows)])


def guarded(cell: str) -> str:
    """Words that no spreadsheet takes for a formula, without letters that no file can hold."""
    words = NO_XML.sub("\ufffd", cell)
    return f"'{words}" if FORMULA.match(words) else words


def as_csv(lines: Rows) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(lines: Rows) -> bytes:
    from meetings.tables import xlsx  # its library is loaded when it is needed

    return xlsx.written(lines)


def as_ods(lines: Rows) -> bytes:
    from meetings.tables import ods

    return ods.written(lines)


FORMATS: dict[str, tuple[Callable[[Rows], bytes], str]] = {
    "csv": (as_csv, media.CSV),
    "xlsx": (as_xlsx, media.XLSX),
    "ods": (as_ods, media.ODS),
}
"""How each format is written, and its media type."""
