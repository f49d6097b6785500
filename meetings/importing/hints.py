"""What is known of a text from outside it: checked, so that the database takes it, and merged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from meetings.edtf import bounds
from meetings.extraction.record import Hints

DATE = re.compile(r"(\d{4}|XXXX(?=-))(-(0[1-9]|1[0-2])(-\d\d)?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?", re.IGNORECASE)
UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
LONGEST = {"title": 1000, "publisher": 300, "source_url": 1000}


class BadHint(ValueError):
    """A value that cannot be one; `key` is the field of Hints, the message says what would do."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def checked(values: Mapping[str, str | None]) -> Hints:
    """Hints from {field of Hints: what somebody wrote}; an empty value is none. Raises BadHint."""
    return Hints(**{key: one(key, value) for key, value in values.items()})


def one(key: str, value: str | None) -> str | None:
    value = (value or "").strip()
    if UNSTORABLE.search(value):
        raise BadHint(key, f"{value!a} holds characters that are no text; remove them")
    value = " ".join(value.split())
    if len(value) > LONGEST.get(key, len(value)):
        raise BadHint(key, f"is {len(value):,} characters long; at most {LONGEST[key]:,} can be kept")
    check = {"published": published, "language": language, "source_url": source_url}.get(key)
    return check(value) if check and value else value or None


def published(value: str) -> str:
    try:
        if not DATE.fullmatch(value):
            raise ValueError
        bounds(value)
    except ValueError:
        message = f"{value!r} is no date; write it as 2021-04-08, 2021-04, 2021 or XXXX-04-08"
        raise BadHint("published", message) from None
    return value


def language(value: str) -> str:
    """The tag in its usual letters: `uz-Cyrl`, `pt-BR`."""
    if not LANGUAGE.fullmatch(value):
        raise BadHint("language", f"{value!r} is no language tag; write it as en, ru or uz-Cyrl")
    first, *rest = value.split("-")
    return "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def source_url(value: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(value)
    except ValidationError:
        message = f"{value!r} is no web address; write it as https://example.org/news/1"
        raise BadHint("source_url", message) from None
    return value


def merged(nearer: Hints, farther: Hints) -> Hints:
    """Each field as the nearer hints give it, else as the farther ones do."""
    ours, theirs = asdict(nearer), asdict(farther)
    return Hints(**{key: ours[key] or theirs[key] for key in ours})


def compact(hints: Hints) -> dict[str, str]:
    """For `Document.hints`: what is known, and nothing of what is not."""
    return {key: value for key, value in asdict(hints).items() if value}
