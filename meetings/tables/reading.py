"""The bytes of a spreadsheet to rows of words, bounded and without trust."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from meetings.importing.decoding import Undecodable, decode
from meetings.tables.bounds import BadTable

MOST_ROWS = 20_000
MOST_BYTES = 10_000_000

GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")
Line = list[str]


class Table(NamedTuple):
    """The columns, and the rows with their numbers as a spreadsheet shows them."""

    columns: tuple[str, ...]
    rows: list[tuple[int, dict[str, str]]]


def read(name: str, raw: bytes) -> Table:
    """The first sheet of a file. Raises BadTable."""
    reader = READERS.get(os.path.splitext(name)[1].lower())
    if reader is None:
        raise BadTable("Only .csv, .xlsx and .ods are read; save the table as one of them.")
    if len(raw) > MOST_BYTES:
        raise BadTable(f"The file has {len(raw):,} bytes and at most {MOST_BYTES:,} are taken; split it.")
    lines = list(islice(reader(raw), MOST_ROWS + 2))
    if len(lines) > MOST_ROWS + 1:
        raise BadTable(f"The table has more than {MOST_ROWS:,} rows; split it.")
    return table(lines)


def table(lines: list[Line]) -> Table:
    """The first line names the columns; empty rows are none. Raises BadTable."""
    columns = tuple(cell.strip() for cell in lines[0]) if lines else ()
    while columns and not columns[-1]:
        columns = columns[:-1]
    if not columns or not all(columns):
        raise BadTable("The first row must name every column.")
    if twice := next((name for name in columns if columns.count(name) > 1), None):
        raise BadTable(f"Two columns are named “{twice}”; take one away.")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if any(cell.strip() for cell in line[len(columns) :]):
            raise BadTable(f"Row {number} has more cells than there are columns.")
        cells = [cell[1:] if GUARDED.match(cell) else cell for cell in line]
        if any(cell.strip() for cell in cells):
            rows.append((number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=False))))
    return Table(columns, rows)


def of_csv(raw: bytes) -> Iterator[Line]:
    """Parted by whichever of comma, semicolon and tab the first line has most of, in any usual encoding."""
    try:
        text = decode(raw).text.removeprefix("\ufeff")
    except Undecodable as error:
        raise BadTable(f"The file {error}.") from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise BadTable(f"The file is no CSV ({error}); save it anew.") from error


def of_xlsx(raw: bytes) -> Iterator[Line]:
    from meetings.tables import xlsx  # its library is loaded when it is needed

    return xlsx.lines(raw)


def of_ods(raw: bytes) -> Iterator[Line]:
    from meetings.tables import ods

    return ods.lines(raw, MOST_ROWS)


READERS: dict[str, Callable[[bytes], Iterator[Line]]] = {".csv": of_csv, ".xlsx": of_xlsx, ".ods": of_ods}
