"""Readings made by hand, and a way to store them as the importer does, for tests that need no extraction."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import msgspec
from django.utils import timezone

from meetings import resolving
from meetings.extraction import rules_version
from meetings.extraction.record import Finding, Hints, Meeting, Mention, Participant, Person, Quote, Record, Span
from meetings.importing.reading import Reading
from meetings.importing.storing import Read
from meetings.models import Document, DocumentVersion, Edition

NONE = Finding(None, "none")
MEDER = ("Askar Meder", "President", "KZ")
BRANDT = ("Ilse Brandt", "Foreign Minister", "DE")
TEXT = "Askar Meder received Ilse Brandt of Germany. “We are old friends,” said Askar Meder."


def found(value: str | None, confidence: float = 0.9) -> Finding:
    return Finding(value, "test.rule", confidence)


def told_meeting(
    *people: tuple[str, str, str],
    date: str | None = "2021-04-08",
    format: str = "talks",
    place: str | None = "Astana",
    place_country: str | None = "KZ",
) -> Meeting:
    seats = tuple(Participant(found(name), found(office), found(country), NONE) for name, office, country in people)
    return Meeting(found(date), found(format), found(place), found(place_country), seats)


def quote(text: str, words: str, speaker: str | None) -> Quote:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Quote(span, words, found(speaker), "person", "quote.marks", 0.9, "en", meeting=0)


def reading(
    *meetings: Meeting, quotes: tuple[Quote, ...] = (), others: tuple[tuple[str, str, str], ...] = ()
) -> Record:
    """A record with these meetings, whose participants, and `others` besides, are the people it names."""
    seats = [p for meeting in meetings for p in meeting.participants]
    people = {p.name.value: Person(p.name, p.office, p.country, p.organization) for p in seats}
    people |= {name: Person(found(name), found(office), found(country), NONE) for name, office, country in others}
    countries = tuple(Mention(code, "test.rule", 0.9) for code in sorted({p.country.value or "" for p in seats} - {""}))
    title = found("Askar Meder receives Ilse Brandt")
    return Record(found("en"), found("2021-04-08"), title, meetings, quotes, tuple(people.values()), countries)


def visit(text: str = TEXT, **changes: object) -> Record:
    """Meder receives Brandt, with one quote."""
    record = reading(told_meeting(MEDER, BRANDT), quotes=(quote(text, "We are old friends,", "Askar Meder"),))
    return replace(record, **changes)  # type: ignore[arg-type]


def as_read(path: str, record: Record, text: str) -> Read:
    """What an import keeps of a text, had it been read so."""
    return Read(path, text.encode(), Reading(text, "utf-8", "", Hints(), msgspec.to_builtins(record), rules_version()))


def store(path: str, record: Record, text: str = TEXT, *, rules: str = "1") -> Document:
    """Store a text with its reading under a path, as an import does, and resolve it."""
    raw = text.encode()
    version, _ = DocumentVersion.objects.update_or_create(
        sha256=hashlib.sha256(raw).hexdigest(),
        defaults={
            "raw": raw,
            "encoding": "utf-8",
            "text": text,
            "reading": msgspec.to_builtins(record),
            "rules": rules,
            "read_at": timezone.now(),
        },
    )
    document, new = Document.objects.get_or_create(path=path, defaults={"version": version})
    if new or document.version_id != version.pk:
        Edition.objects.create(document=document, version=version, number=document.editions.count() + 1)
    document.version = version
    document.save()
    resolving.resolve([document])
    document.refresh_from_db()
    return document
