"""From bytes to a reading: decode, take the text, extract. Touches no database; runs in worker processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from django.conf import settings

from meetings.extraction import extract, rules_version
from meetings.extraction.record import Hints
from meetings.importing import decoding, front_matter, saved_pages
from meetings.importing.hints import merged


class Unreadable(ValueError):
    """Why a file cannot become a document, and what to do."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is stored of one text. `record` is `extraction.record.Record` as JSON types."""

    text: str
    encoding: str
    taken: str
    """What took the text from the bytes of a web page; empty where the bytes are the text."""
    hints: Hints
    record: dict[str, Any]
    rules: str


def read(raw: bytes, hints: Hints, encoding: str | None = None, page: bool = False) -> Reading:
    """Read a text; `encoding` is that in which these very bytes were read before. Raises Unreadable."""
    if len(raw) > settings.MAX_TEXT_BYTES:
        raise Unreadable(too_long(len(raw)))
    try:
        decoded = decoding.Decoded(raw.decode(encoding), encoding) if encoding else decode(raw, page)
        text, hints = text_and_hints(decoded.text, hints, page)
    except (decoding.Undecodable, front_matter.BadFrontMatter, saved_pages.BadPage) as error:
        raise Unreadable(str(error)) from error
    taken = saved_pages.taken_by() if page else ""
    return Reading(text, decoded.encoding, taken, hints, find(text, hints), rules_version())


def decode(raw: bytes, page: bool) -> decoding.Decoded:
    return decoding.decode(raw, saved_pages.declared(raw) if page else None)


def text_and_hints(source: str, hints: Hints, page: bool) -> tuple[str, Hints]:
    """The text that offsets count in, and all that is known of it.

    Front matter was written for this text and weighs more than what was said of all texts of an import; what a web
    page says of itself was written for search engines and weighs less.
    """
    if not page:
        return source, merged(front_matter.read(source), hints)
    text, own = saved_pages.main_text(source)
    return text, merged(hints, own)


def hints_again(source: str, hints: Hints, page: bool) -> Hints:
    """The same hints without the text, which takes longer."""
    return merged(hints, saved_pages.page_hints(source)) if page else merged(front_matter.read(source), hints)


def find(text: str, hints: Hints) -> dict[str, Any]:
    """The record of a text as JSON types, which any database can store. Raises ValueError where it cannot."""
    record: dict[str, Any] = msgspec.to_builtins(extract(text, hints=hints))
    if b"\\u0000" in msgspec.json.encode(record):
        raise ValueError("the record holds a NUL character")
    return record


def too_long(size: int) -> str:
    most = settings.MAX_TEXT_BYTES
    return f"is {size:,} bytes long and at most {most:,} are taken; split it, or set MAX_TEXT_BYTES higher"
