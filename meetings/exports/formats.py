"""Records as JSON lines, as one JSON array, or as tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from meetings.exports.records import Exported


class Stream(Protocol):
    def write(self, text: str, /) -> object: ...


def write(rows: Iterable[Exported], stream: Stream, format: str = "jsonl", table: str = "meetings") -> int:
    """Write the records as `jsonl`, `json` (one array) or `csv` (one of TABLES); returns how many documents."""
    return (
        {"jsonl": write_jsonl, "json": write_json}[format](rows, stream)
        if format != "csv"
        else write_csv(rows, stream, table)
    )


def write_jsonl(rows: Iterable[Exported], stream: Stream) -> int:
    number = 0
    for row in rows:
        stream.write(json.dumps(row.record, ensure_ascii=False) + "\n")
        number += 1
    return number


def write_json(rows: Iterable[Exported], stream: Stream) -> int:
    number = 0
    stream.write("[")
    for row in rows:
        stream.write((",\n" if number else "\n") + json.dumps(row.record, ensure_ascii=False))
        number += 1
    stream.write("\n]\n")
    return number


TABLES = {
    "meetings": (
        *("path", "title", "language", "published", "publisher", "source_url"),
        *("meeting", "date", "format", "place", "place_country", "countries", "participants", "persons"),
    ),
    "participants": ("path", "meeting", "date", "name", "person", "office", "country", "organization"),
    "quotes": ("path", "language", "published", "speaker", "person", "start", "end", "text"),
    "documents": (
        *("path", "title", "language", "published", "publisher", "source_url"),
        *("meetings", "quotes", "mentioned_people", "mentioned_countries"),
    ),
}
"""Columns of each table; several values in one cell are parted by "; "."""


def write_csv(rows: Iterable[Exported], stream: Stream, table: str) -> int:
    number = 0
    writer = csv.DictWriter(stream, TABLES[table], extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        writer.writerows({key: safe(value) for key, value in line.items()} for line in lines(row, table))
        number += 1
    return number


def lines(row: Exported, table: str) -> Iterator[dict[str, Any]]:
    """The lines of one document in a table."""
    document, record = row
    source = {"publisher": document.publisher, "source_url": document.source_url}
    if table == "documents":
        counts = {name: len(record[name]) for name in ("meetings", "quotes")}
        lists = {name: "; ".join(record[name]) for name in ("mentioned_people", "mentioned_countries")}
        yield record | source | counts | lists
    elif table == "quotes":
        for quote in record["quotes"]:
            yield record | quote
    else:
        for meeting in record["meetings"]:
            yield from meeting_lines(record | source, meeting, table)


def meeting_lines(record: dict[str, Any], meeting: dict[str, Any], table: str) -> Iterator[dict[str, Any]]:
    seats = meeting["participants"]
    line = record | meeting | {"meeting": meeting["id"]}
    if table == "participants":
        yield from (line | seat for seat in seats)
    else:
        yield line | {
            "participants": "; ".join(seat["name"] for seat in seats),
            "persons": "; ".join(seat["person"] or "" for seat in seats),
            "countries": "; ".join(sorted({seat["country"] for seat in seats if seat["country"]})),
        }


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before =, +, - and @."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
