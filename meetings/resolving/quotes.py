"""A document's quotes: what the newest reading finds and what people decided, under numbers that stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from meetings import bulk
from meetings.alignment import carry, overlap
from meetings.extraction.record import Quote as QuoteRead
from meetings.extraction.record import Record, Span
from meetings.models import Account, Correction, Document, DocumentVersion, Mention, Person, Quote
from meetings.resolving import bodies, withholding
from meetings.resolving.decisions import OnQuotes, added, on_quotes, removed, span_of
from meetings.resolving.documents import told
from meetings.resolving.rows import Updates

SAME_WORDS = 0.8
"""From this overlap on, two spans are held to be the same quote."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A quote as it is to be shown. `key` is its span as read; `speaker` a decision on it, if there is one."""

    key: Span
    span: Span
    read: QuoteRead | None = None
    decided: Correction | None = None


def write(documents: Collection[Document]) -> set[int]:
    """Bring the quotes in step; returns the meetings that gained, lost or kept one."""
    decided = decisions_on_quotes(documents)
    plans = {document.pk: plan(document, told(document), decided[document.pk]) for document in documents}
    speakers = Speakers(plans)
    accounts: dict[int, dict[int | None, Account]] = defaultdict(dict)
    told_now = Account.objects.filter(document__in=documents, position__isnull=False)
    for account in told_now.select_related("meeting").defer("reading"):
        accounts[account.document_id][account.position] = account
    rows: dict[int, list[Quote]] = defaultdict(list)
    for row in Quote.objects.filter(document__in=documents).select_related("version"):
        rows[row.document_id].append(row)
    meetings = {row.meeting_id for row in chain.from_iterable(rows.values())}
    hidden = Hidden(documents, rows)
    new: list[Quote] = []
    with Updates() as updates:
        for document in documents:
            values = [
                quote_values(document, one, accounts[document.pk])
                | speakers.values(document.pk, one)
                | hidden.values(document, document.version, one.span)
                for one in plans[document.pk]
            ]
            new += bring_in_step(updates, document, rows[document.pk], plans[document.pk], values, hidden)
    bulk.create(new)
    meetings |= {row.meeting_id for row in [*new, *chain.from_iterable(rows.values())]}
    return {pk for pk in meetings if pk}


def bring_in_step(
    updates: Updates,
    document: Document,
    rows: list[Quote],
    plans: list[Planned],
    values: list[dict[str, Any]],
    hidden: Hidden,
) -> list[Quote]:
    """Let one document's rows say what was planned; returns the rows that are new, not yet saved."""
    matched = match(document.version, rows, plans)
    for row, said in zip(matched, values, strict=True):
        if row:
            updates.set(row, said)
    kept = {row.pk for row in matched if row}
    for row in rows:
        if row.pk not in kept:
            span = span_of(row.key) if row.shortened else Span(row.start, row.end)
            updates.set(row, {"current": False} | hidden.values(document, row.version, span))
    return [Quote(document=document, **said) for row, said in zip(matched, values, strict=True) if row is None]


def speakers_of(documents: Collection[Document]) -> set[int]:
    """Those held to be the speakers now, whether the text mentions them or a person decided so."""
    rows = Quote.objects.filter(document__in=documents).exclude(speaker=None).order_by()
    return set(rows.values_list("speaker", flat=True).distinct())


def decisions_on_quotes(documents: Collection[Document]) -> dict[int, OnQuotes]:
    """By document, what people decided of the quotes of its text."""
    return {
        document.pk: some
        for document, some in zip(
            documents, on_quotes([(document.path, document.version) for document in documents]), strict=True
        )
    }


def plan(document: Document, record: Record, decided: OnQuotes) -> list[Planned]:
    """The reading's quotes with the standing corrections applied, in the order of the text."""
    if document.silent:
        return []
    plans = [Planned(quote.span, quote.span, quote) for quote in record.quotes]
    for key, corrections in decided:
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


def plan_alone(document: Document, record: Record) -> list[Planned]:
    """The quotes of one document, were this what its text says."""
    return plan(document, record, decisions_on_quotes([document])[document.pk])


def speakers_read(document: Document) -> dict[str, dict[str, str] | None]:
    """{field: whom the text gives as the speaker} of the quotes whose speaker a person decided."""
    plans = [planned for planned in plan_alone(document, told(document)) if planned.decided and planned.read]
    slugs = slugs_of(document) if plans else {}
    return {one.decided.field: speaker_read(one.read, slugs) for one in plans if one.decided and one.read}


def slugs_of(document: Document) -> dict[str, str]:
    """{a name in the text: whose it is held to be}."""
    return dict(document.mentions.filter(person__isnull=False).values_list("name__name", "person__slug"))


def speaker_read(read: QuoteRead, slugs: Mapping[str, str]) -> dict[str, str] | None:
    """Whom the text gives as the speaker, as corrections hold it; None where it is nobody who is known."""
    name = read.speaker.value
    if read.speaker_kind == "organization" and name:
        return {"organization": name}
    return {"person": slugs[name]} if name and name in slugs else None


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
        "version_id": document.version_id,
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
    """What of the documents' quotes is withheld, or too long for the terms of their publishers; asked once for all."""

    def __init__(self, documents: Collection[Document], rows: Mapping[int, list[Quote]]) -> None:
        """`rows` are the quotes of each document, by its id."""
        texts: dict[tuple[int, int], tuple[str, str]] = {}
        for document in documents:
            for version in (document.version, *(row.version for row in rows.get(document.pk, ()))):
                texts[document.pk, version.pk] = document.path, version.text
        self.places = dict(zip(texts, withholding.places_hidden(list(texts.values())), strict=True))
        publishers = {document.publisher for document in documents}
        self.longest = {publisher: withholding.longest_quote(publisher) for publisher in publishers}

    def values(self, document: Document, version: DocumentVersion, span: Span) -> dict[str, Any]:
        """Whether the quote is withheld, and its words as far as they may be shown."""
        kept = withholding.shortened(version.text, span, self.longest[document.publisher])
        return {
            "withheld": withholding.touches(span, self.places[document.pk, version.pk]),
            "start": kept.start,
            "end": kept.end,
            "text": version.text[kept.start : kept.end],
            "shortened": kept != span,
        }


class Speakers:
    """Who the documents' speakers are held to be, fetched at once for all their quotes."""

    def __init__(self, plans: Mapping[int, list[Planned]]) -> None:
        """`plans` are those of each document, by its id."""
        rows = Mention.objects.filter(document__in=plans, name__isnull=False, person__isnull=False)
        named = list(rows.order_by("pk").values_list("document", "name__name", "person"))
        self.persons = {(document, name): person for document, name, person in named}
        self.names = {(document, person): name for document, name, person in named}
        every = list(chain.from_iterable(plans.values()))
        slugs = {slug for planned in every if (slug := said_of(planned, "person"))}
        people = Person.objects.filter(slug__in=slugs).select_related("merged_into")
        self.decided = {row.slug: row.merged_into or row for row in people}
        self.bodies = bodies.ids_of(map(body_of, every))
        persons = {*self.persons.values(), *(row.pk for row in self.decided.values())}
        self.hidden = withholding.persons_withheld(persons) if every else set()

    def values(self, document: int, planned: Planned) -> dict[str, Any]:
        """The speaker fields: what a person decided, else what was read."""
        if body := body_of(planned):
            return told_speaker(body[:300], body=self.bodies[body])
        person: int | None
        if planned.decided is not None:
            who = self.decided.get(said_of(planned, "person") or "")
            person = who.pk if who else None
            name = self.names.get((document, who.pk), who.name) if who else ""
        else:
            name = (planned.read.speaker.value or "")[:300] if planned.read else ""
            person = self.persons.get((document, name))
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
