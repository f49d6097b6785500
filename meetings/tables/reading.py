"""The bytes of a spreadsheet to rows of words, bounded and without trust."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from lxml import etree

from meetings.importing.decoding import Undecodable, decode
from meetings.tables.writing import OFFICE, TABLE, TEXT

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_BYTES = 10_000_000
MOST_UNPACKED = 100_000_000
"""Bytes that the parts of a spreadsheet may unpack to."""

GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")
Line = list[str]


class BadTable(ValueError):
    """Why a file is no table that can be read, and what to do."""


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
    from openpyxl import load_workbook  # slow to load, and seldom needed

    mind_size(raw)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        for row in book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, values_only=True):
            yield [in_words(value) for value in row]
    except BadTable:
        raise
    except Exception as error:  # of a library that raises whatever a broken file makes it raise
        raise BadTable("The file is no spreadsheet that can be read; save it anew.") from error


def of_ods(raw: bytes) -> Iterator[Line]:
    mind_size(raw)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            tree = etree.fromstring(archive.read("content.xml"), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError, OSError) as error:
        raise BadTable("The file is no spreadsheet that can be read; save it anew.") from error
    sheet = tree.find(f".//{{{TABLE}}}table")
    if sheet is None:
        raise BadTable("The file holds no table.")
    for row in sheet.iter(f"{{{TABLE}}}table-row"):
        line = ods_line(row)
        times = repeated(row, "rows")
        if line or times < MOST_ROWS:
            yield from (line for _ in range(min(times, MOST_ROWS + 2)))


def ods_line(row: etree._Element) -> Line:
    """The cells of a row, without the empty ones at its end."""
    line: Line = []
    for cell in row.iterchildren(f"{{{TABLE}}}table-cell", f"{{{TABLE}}}covered-table-cell"):
        words = ods_cell(cell)
        times = repeated(cell, "columns")
        line += [words] * min(times, MOST_COLUMNS)
    while line and not line[-1]:
        line.pop()
    return line


def ods_cell(cell: etree._Element) -> str:
    kind = cell.get(f"{{{OFFICE}}}value-type")
    if kind == "date":
        return cell.get(f"{{{OFFICE}}}date-value", "").removesuffix("T00:00:00")
    if kind == "boolean":
        return "yes" if cell.get(f"{{{OFFICE}}}boolean-value") == "true" else "no"
    if kind == "float":
        return cell.get(f"{{{OFFICE}}}value", "")
    return "\n".join(paragraph_words(paragraph) for paragraph in cell.iterchildren(f"{{{TEXT}}}p"))


def paragraph_words(paragraph: etree._Element) -> str:
    words = paragraph.text or ""
    for child in paragraph:
        if child.tag == f"{{{TEXT}}}s":
            count = child.get(f"{{{TEXT}}}c", "1")
            words += " " * min(int(count) if count.isdecimal() else 1, 1000)
        elif child.tag in (f"{{{TEXT}}}tab", f"{{{TEXT}}}line-break"):
            words += "\t" if child.tag.endswith("tab") else "\n"
        elif isinstance(child.tag, str) and child.tag != f"{{{OFFICE}}}annotation":
            words += paragraph_words(child)
        words += child.tail or ""
    return words


def repeated(element: etree._Element, what: str) -> int:
    number = element.get(f"{{{TABLE}}}number-{what}-repeated", "1")
    return int(number) if number.isdecimal() and len(number) < 9 else 1


def mind_size(raw: bytes) -> None:
    """A spreadsheet is a ZIP archive, and may be a bomb. Raises BadTable."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadTable("The file is no spreadsheet that can be read; save it anew.") from error
    if size > MOST_UNPACKED:
        raise BadTable(f"The file would unpack to {size:,} bytes and at most {MOST_UNPACKED:,} are taken; split it.")


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


READERS: dict[str, Callable[[bytes], Iterator[Line]]] = {".csv": of_csv, ".xlsx": of_xlsx, ".ods": of_ods}
