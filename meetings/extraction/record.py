"""What a careful reader finds in one text, as plain immutable data.

Every offset counts Unicode code points of the text as decoded (a byte order mark counts one, CR LF two).
Every finding carries the words it rests on (`spans`), the name of the rule that made it and a confidence
between 0 and 1. A field that was looked for and not found is a `Finding` whose value is None and whose rule
says why (`published.no-date-line`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

FORMATS = ("talks", "call", "video", "news_conference", "multilateral", "lecture", "ceremony", "other")


class Span(NamedTuple):
    """A stretch of the text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One value read from the text."""

    value: str | None
    rule: str
    confidence: float = 1.0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part: the fullest name the text gives, and for whom they act."""

    name: Finding
    office: Finding
    country: Finding
    """ISO 3166-1 alpha-2."""
    organization: Finding


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter that the text reports as its own subject."""

    date: Finding
    """EDTF: `2021-04-08`, `2018-05`, `2021` or `XXXX-05-28`."""
    format: Finding
    """One of `FORMATS`."""
    place: Finding
    place_country: Finding
    participants: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One unbroken stretch of reported words, without its marks, dash or label."""

    span: Span
    text: str
    speaker: Finding
    """The speaker's fullest name; the finding's spans are the words that name the speaker at the quote."""
    speaker_kind: Literal["person", "organization"]
    rule: str
    confidence: float
    language: str | None = None
    question: Span | None = None
    """The journalist's question that the quote answers."""
    meeting: int | None = None
    """Index into `Record.meetings`."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the text names, participant or not. `spans` are all places that name them by a name."""

    name: Finding
    office: Finding
    country: Finding
    organization: Finding
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A state (ISO 3166-1 alpha-2 in `value`) that the text names, and every place where it does."""

    value: str
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Another encounter that the text recalls or announces."""

    date: Finding
    parties: tuple[str, ...]
    """Names of persons where the text gives them, else ISO codes."""
    span: Span
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read from one text."""

    language: Finding
    """BCP 47."""
    published: Finding
    title: Finding
    meetings: tuple[Meeting, ...] = ()
    quotes: tuple[Quote, ...] = ()
    people: tuple[Person, ...] = ()
    countries: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    furniture: tuple[Span, ...] = ()
    """Menus, share links, counters, footers: shown, but never read."""
    home: Finding = Finding(None, "home.not-read", 0.0)
    """The state (ISO 3166-1 alpha-2) whose authority or press publishes the text."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text from outside it; a hint wins over what the text says of itself."""

    title: str | None = None
    published: str | None = None
    language: str | None = None
    publisher: str | None = None
    source_url: str | None = None
