"""Rows for tests, made without an import: plain functions with sensible defaults."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from meetings.models import (
    Account,
    Country,
    Document,
    DocumentVersion,
    Edition,
    Meeting,
    Participant,
    Person,
    PersonName,
    Quote,
)

numbers = count(1)


def country(code: str | Country | None) -> Country | None:
    """The state of a code; rows come with `migrate`."""
    if code is None or isinstance(code, Country):
        return code
    return Country.objects.get_or_create(code=code, defaults={"name": code})[0]


def make_person(name: str = "", home: str | Country | None = None, **fields: Any) -> Person:
    """A listed person, with their name as one spelling."""
    name = name or f"Person {next(numbers)}"
    fields.setdefault("slug", slugify(name) or f"person-{next(numbers)}")
    person = Person.objects.create(name=name, country=country(home), **{"document_count": 1, **fields})
    PersonName.objects.create(name=name, country=person.country_id or "", person=person, home=person)
    return person


def make_version(text: str = "", **fields: Any) -> DocumentVersion:
    text = text or f"A text, number {next(numbers)}."
    raw = text.encode()
    defaults = {"sha256": hashlib.sha256(raw).hexdigest(), "raw": raw, "encoding": "utf-8", "text": text}
    version, _ = DocumentVersion.objects.get_or_create(
        sha256=defaults["sha256"], defaults={**defaults, "rules": "test", "read_at": timezone.now(), **fields}
    )
    return version


def make_document(text: str = "", **fields: Any) -> Document:
    """A document with one edition. Fields: title, publisher, language, published (EDTF), source_url, path."""
    version = fields.pop("version", None) or make_version(text)
    fields.setdefault("path", f"texts/{next(numbers)}.txt")
    fields.setdefault("language", "en")
    document = Document.objects.create(version=version, **fields)
    Edition.objects.create(document=document, version=version, number=1)
    return document


def make_meeting(
    people: list[Person] | None = None,
    documents: list[Document] | None = None,
    place_country: str | None = None,
    **fields: Any,
) -> Meeting:
    """A listed meeting, with one account a document (a new document if none) and a participant a person."""
    number = next(numbers)
    fields.setdefault("title", f"Meeting {number}")
    documents = [make_document()] if documents is None else documents
    meeting = Meeting.objects.create(
        **{"key": f"made#{number}", "account_count": len(documents), **fields}, place_country=country(place_country)
    )
    for document in documents:
        make_account(document, meeting)
    for order, person in enumerate(people or []):
        make_participant(meeting, person, order=order)
    return meeting


def make_account(document: Document, meeting: Meeting, **fields: Any) -> Account:
    number = document.accounts.count() + 1
    values = {"number": number, "position": number - 1, "date": meeting.date, **fields}
    return Account.objects.create(document=document, meeting=meeting, home=meeting, **values)


def make_participant(meeting: Meeting, person: Person, **fields: Any) -> Participant:
    """The person takes part with their own office and state unless told otherwise; their count grows."""
    values = {"office": person.office, "country": person.country, **fields}
    person.meeting_count += 1
    person.save()
    return Participant.objects.create(meeting=meeting, person=person, **values)


def make_quote(text: str = "We agreed.", speaker: Person | None = None, **fields: Any) -> Quote:
    """A current quote, in the document given (or the meeting's first, or a new one that says it)."""
    meeting = fields.get("meeting")
    if "document" not in fields:
        account = meeting.accounts.select_related("document").first() if meeting else None
        fields["document"] = account.document if account else make_document(f"{text} ({next(numbers)})")
    document = fields["document"]
    start = fields.pop("start", next(numbers))
    values = {
        "version": document.version,
        "account": document.accounts.filter(meeting=meeting).first() if meeting else None,
        "key": f"{start}-{start + len(text)}",
        "start": start,
        "end": start + len(text),
        "language": document.language,
        "speaker_name": speaker.name if speaker else "",
        "date_key": meeting.date_key if meeting else document.published_key,
        "rule": "test",
        **fields,
    }
    return Quote.objects.create(text=text, speaker=speaker, **values)


def make_some_meetings(number: int, start: int = 0) -> None:
    """So many meetings, each with people, a source and a quote of its own."""
    for one in range(start, start + number):
        home = ("KZ", "RU", "UZ", "FR")[one % 4]
        people = [make_person(f"Guest {one}", home), make_person(f"Host {one}", "DE", office="Chancellor")]
        year = 2010 + one
        sources = [make_document(title=f"Story {one}", publisher=f"Agency {one}", published=f"{year}-01-02")]
        meeting = make_meeting(
            people, sources, "DE", date=f"{year}-01-01", title=f"Talks {one}", place="Berlin", quote_count=1
        )
        make_quote(f"We agreed on point {one}.", people[0], meeting=meeting)
