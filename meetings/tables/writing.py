"""Rows of words to the bytes of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence

Rows = Iterable[Sequence[str]]

NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""Also of what has an apostrophe already, so that each one added can be taken away again."""
ODS = "application/vnd.oasis.opendocument.spreadsheet"


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
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (as_ods, ODS),
}
"""How each format is written, and its media type."""
