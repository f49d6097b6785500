"""From bytes to a reading: decode, look at the front matter, extract. Touches no database; runs in worker processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from django.conf import settings

from meetings.extraction import extract, rules_version
from meetings.extraction.record import Hints
from meetings.importing import decoding, front_matter
from meetings.importing.hints import merged


class Unreadable(ValueError):
    """Why a file cannot become a document, and what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is stored of one text. `record` is `extraction.record.Record` as JSON types."""

    text: str
    encoding: str
    hints: Hints
    record: dict[str, Any]
    rules: str


def read(raw: bytes, hints: Hints, encoding: str | None = None) -> Reading:
    """Read a text; `encoding` is that in which these very bytes were read before. Raises Unreadable."""
    if len(raw) > settings.MAX_TEXT_BYTES:
        raise Unreadable(too_long(len(raw)))
    try:
        decoded = decoding.Decoded(raw.decode(encoding), encoding) if encoding else decoding.decode(raw)
        hints = merged(front_matter.read(decoded.text), hints)
    except (decoding.Undecodable, front_matter.BadFrontMatter) as error:
        raise Unreadable(str(error)) from error
    record = find(decoded.text, hints)
    return Reading(decoded.text, decoded.encoding, hints, record, rules_version())


def find(text: str, hints: Hints) -> dict[str, Any]:
    """The record of a text as JSON types, which any database can store. Raises ValueError where it cannot."""
    record: dict[str, Any] = msgspec.to_builtins(extract(text, hints=hints))
    if b"\\u0000" in msgspec.json.encode(record):
        raise ValueError("the record holds a NUL character")
    return record


def too_long(size: int) -> str:
    most = settings.MAX_TEXT_BYTES
    return f"is {size:,} bytes long and at most {most:,} are taken; split it, or set MAX_TEXT_BYTES higher"
