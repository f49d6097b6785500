"""A document's quotes: what the newest reading finds and what people decided, under numbers that stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from meetings.alignment import carry, overlap
from meetings.extraction.record import Quote as QuoteRead
from meetings.extraction.record import Record, Span
from meetings.models import Account, Correction, Document, DocumentVersion, Person, Quote
from meetings.resolving import bodies, withholding
from meetings.resolving.decisions import added, on_quotes, removed, span_of
from meetings.resolving.documents import told
from meetings.resolving.rows import update

SAME_WORDS = 0.8
"""From this overlap on, two spans are held to be the same quote."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A quote as it is to be shown. `key` is its span as read; `speaker` a decision on it, if there is one."""

    key: Span
    span: Span
    read: QuoteRead | None = None
    decided: Correction | None = None


def write_quotes(document: Document) -> set[int]:
    """Bring the quotes in step; returns the meetings that gained, lost or kept one."""
    record = told(document)
    plans = plan(document, record)
    rows = list(document.quotes.select_related("version"))
    hidden = Hidden(document, rows)
    meetings = {row.meeting_id for row in rows}
    matched = match(document.version, rows, plans)
    speakers = Speakers(document, plans)
    told_in = document.accounts.filter(position__isnull=False).select_related("meeting")
    accounts = {row.position: row for row in told_in}
    new = []
    for planned, row in zip(plans, matched, strict=True):
        values = quote_values(document, planned, accounts) | speakers.values(planned)
        values |= hidden.values(values, planned.span)
        if row is None:
            new.append(Quote(document=document, **values))
        else:
            update(row, values)
    Quote.objects.bulk_create(new)
    kept = {row.pk for row in matched if row}
    for row in rows:
        if row.pk not in kept:
            update(row, {"current": False, "withheld": hidden.covers(row.version, Span(row.start, row.end))})
    return {pk for pk in meetings | {row.meeting_id for row in [*rows, *new]} if pk}


def speakers_of(document: Document) -> set[int]:
    """Those held to be the speakers now, whether the text mentions them or a person decided so."""
    return set(document.quotes.exclude(speaker=None).order_by().values_list("speaker", flat=True))


def plan(document: Document, record: Record) -> list[Planned]:
    """The reading's quotes with the standing corrections applied, in the order of the text."""
    if document.silent:
        return []
    plans = [Planned(quote.span, quote.span, quote) for quote in record.quotes]
    for key, corrections in on_quotes(document.path, document.version):
        span = carried(key, next(iter(corrections.values())).version, document.version)
        if span is None:
            continue
        index = most_like(span, [planned.key for planned in plans])
        if removed(corrections):
            plans = [planned for i, planned in enumerate(plans) if i != index]
            continue
        if index is None and added(corrections):
            index = len(plans)
            plans.append(Planned(span, span))
        if index is not None:
            plans[index] = corrected(plans[index], corrections, document.version)
    return sorted(plans, key=lambda planned: planned.span)


def corrected(planned: Planned, corrections: dict[str, Correction], version: DocumentVersion) -> Planned:
    if "speaker" in corrections:
        planned = replace(planned, decided=corrections["speaker"])
    elif added(corrections):
        planned = replace(planned, decided=corrections[""])
    if "span" in corrections:
        start, end = corrections["span"].value or planned.span
        span = carried(Span(start, end), corrections["span"].version, version)
        planned = replace(planned, span=span or planned.span)
    return planned


def speakers_read(document: Document) -> dict[str, dict[str, str] | None]:
    """{field: whom the text gives as the speaker} of the quotes whose speaker a person decided."""
    plans = [planned for planned in plan(document, told(document)) if planned.decided and planned.read]
    rows = document.mentions.filter(person__isnull=False).values_list("name__name", "person__slug")
    slugs = dict(rows) if plans else {}
    found: dict[str, dict[str, str] | None] = {}
    for planned in plans:
        name = planned.read.speaker.value if planned.read else None
        body = planned.read is not None and planned.read.speaker_kind == "organization"
        said = {"organization": name} if body and name else {"person": slugs[name]} if name in slugs else None
        found[planned.decided.field] = said  # type: ignore[union-attr]
    return found


def carried(span: Span, old: DocumentVersion | None, new: DocumentVersion) -> Span | None:
    """Where the words of an older text stand in this one; None where they are gone."""
    if old is None or old.pk == new.pk:
        return span if span.start < span.end <= len(new.text) else None
    return carry(span, old.text, new.text)


def most_like(span: Span, others: list[Span]) -> int | None:
    best = max(range(len(others)), key=lambda i: overlap(span, others[i]), default=None)
    return best if best is not None and overlap(span, others[best]) >= SAME_WORDS else None


def match(version: DocumentVersion, rows: list[Quote], plans: list[Planned]) -> list[Quote | None]:
    """The row that each planned quote continues: the same key first, then the same words, then new ones."""
    place = placer(version)
    candidates = [row for row in rows if row.current or row.version_id == version.pk]
    by_key = {row.key: row for row in candidates if row.version_id == version.pk}
    found = [by_key.get(key_of(planned.key)) for planned in plans]
    free = [row for row in candidates if row not in found]
    spots = {row.pk: place(row) for row in free}
    for i, planned in enumerate(plans):
        if found[i] is None and free:
            near = max(free, key=lambda row: overlap(planned.key, spots[row.pk] or Span(0, 0)))
            if overlap(planned.key, spots[near.pk] or Span(0, 0)) >= SAME_WORDS:
                found[i] = near
                free.remove(near)
    return found


def placer(version: DocumentVersion) -> Callable[[Quote], Span | None]:
    def place(row: Quote) -> Span | None:
        return carried(span_of(row.key), row.version, version)

    return place


def key_of(span: Span) -> str:
    return f"{span.start}-{span.end}"


def quote_values(document: Document, planned: Planned, accounts: dict[int | None, Account]) -> dict[str, Any]:
    """A quote that a person added belongs to the one meeting its text tells of, if it tells of one."""
    read = planned.read
    account = accounts.get(read.meeting if read else 0 if len(accounts) == 1 else None)
    meeting = account.meeting if account else None
    return {
        "version": document.version,
        "account_id": account.pk if account else None,
        "meeting_id": meeting.pk if meeting else None,
        "key": key_of(planned.key),
        "start": planned.span.start,
        "end": planned.span.end,
        "text": document.version.text[planned.span.start : planned.span.end],
        "language": (read.language if read else None) or document.language,
        "speaker_span": list(read.speaker.spans[0]) if read and read.speaker.spans else None,
        "question_span": list(read.question) if read and read.question else None,
        "rule": read.rule if read else "curator",
        "confidence": read.confidence if read else 1.0,
        "current": True,
        "date_key": (meeting.date_key if meeting else 0) or document.published_key,
    }


class Hidden:
    """What of a document's quotes is withheld, or too long for the terms of its publisher; asked once for all."""

    def __init__(self, document: Document, rows: list[Quote]) -> None:
        versions = {row.version_id: row.version for row in rows} | {document.version_id: document.version}
        places = withholding.places_hidden([(document.path, version.text) for version in versions.values()])
        self.text = document.version.text
        self.places = dict(zip(versions, places, strict=True))
        self.longest = withholding.longest_quote(document.publisher)

    def covers(self, version: DocumentVersion, span: Span) -> bool:
        return withholding.touches(span, self.places[version.pk])

    def values(self, values: dict[str, Any], span: Span) -> dict[str, Any]:
        """Whether the quote is withheld, and its words as far as they may be shown."""
        kept = withholding.shortened(self.text, span, self.longest)
        return {
            "withheld": self.covers(values["version"], span),
            "end": kept.end,
            "text": self.text[kept.start : kept.end],
            "shortened": kept != span,
        }


class Speakers:
    """Who the document's speakers are held to be, fetched at once for all its quotes."""

    def __init__(self, document: Document, plans: list[Planned]) -> None:
        rows = document.mentions.filter(person__isnull=False).select_related("name")
        self.persons = {row.name.name: row.person_id for row in rows if row.name}
        names = {row.person_id: row.name.name for row in rows if row.name}
        slugs = {slug for planned in plans if (slug := said_of(planned, "person"))}
        self.decided: dict[str | None, tuple[str, int]] = {}
        for row in Person.objects.filter(slug__in=slugs).select_related("merged_into"):
            person = row.merged_into or row
            self.decided[row.slug] = names.get(person.pk, person.name), person.pk
        self.bodies = bodies.ids_of(map(body_of, plans))
        persons = {*self.persons.values(), *(pk for _, pk in self.decided.values())}
        self.hidden = withholding.persons_withheld(persons) if plans else set()

    def values(self, planned: Planned) -> dict[str, Any]:
        """The speaker fields: what a person decided, else what was read."""
        if body := body_of(planned):
            return told_speaker(body[:300], body=self.bodies[body])
        name: str
        person: int | None
        if planned.decided is not None:
            name, person = self.decided.get(said_of(planned, "person"), ("", None))
        else:
            name = (planned.read.speaker.value or "")[:300] if planned.read else ""
            person = self.persons.get(name)
        if person in self.hidden:
            return told_speaker("") | {"speaker_withheld": True, "speaker_span": None}
        return told_speaker(name, person)


def told_speaker(name: str, person: int | None = None, body: int | None = None) -> dict[str, Any]:
    return {
        "speaker_name": name,
        "speaker_id": person,
        "speaker_organization_id": body,
        "speaker_withheld": False,
    }


def said_of(planned: Planned, kind: str) -> str | None:
    """The speaker that a person named, by the slug of a "person" or the name of an "organization"."""
    return (planned.decided.value or {}).get(kind) if planned.decided else None


def body_of(planned: Planned) -> str | None:
    """The body that spoke: as a person decided, else as read; None where no body did."""
    read = planned.read
    if planned.decided or read is None or read.speaker_kind != "organization":
        return said_of(planned, "organization")
    return read.speaker.value
