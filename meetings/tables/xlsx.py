"""Workbooks: rows of words to XLSX and back."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook

from meetings.tables.bounds import MOST_COLUMNS, BadTable, mind_size


def written(lines: Iterable[Sequence[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Table")
    sheet.freeze_panes = "A2"
    for line in lines:
        sheet.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def lines(raw: bytes) -> Iterator[list[str]]:
    """The first sheet. Raises BadTable."""
    mind_size(raw)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        for row in book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, values_only=True):
            yield [in_words(value) for value in row]
    except BadTable:
        raise
    except Exception as error:  # of a library that raises whatever a broken file makes it raise
        raise BadTable("The file is no spreadsheet that can be read; save it anew.") from error


def in_words(value: Any) -> str:
    """A cell as it is written in the reading room."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
