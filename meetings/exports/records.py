"""One record a document. Names, offices and dates are the text's own; where somebody corrected a value, it is theirs.

    {"path": …, "language": …, "published": …, "title": …,
     "meetings": [{"id": 7, "date": …, "format": …, "place": …, "place_country": …,
                   "participants": [{"name": …, "office": …, "country": …, "organization": …, "person": slug}]}],
     "quotes": [{"speaker": …, "start": 0, "end": 9, "text": …, "person": slug}],
     "mentioned_people": [name], "mentioned_countries": [code],
     "references": [{"date": …, "parties": [name or code]}],
     "people": {name: slug of everyone in mentioned_people}}

What is not known is None. Dates are EDTF, languages BCP 47, states ISO 3166-1 alpha-2; `start` and `end` count code
points of the text as it came. `id` is the meeting's, over all documents, and a slug the person's, over all spellings.
What is withheld is left out; quotes are as long as the terms of their publisher allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet

from meetings.models import Account, Correction, Document, Mention, Person, Quote, Reference
from meetings.resolving.decisions import Decisions, added, removed
from meetings.resolving.encounters import decisions_on

BATCH = 100
"""Documents whose rows are read together, by a fixed number of queries."""

MEETING_FIELDS = {"date": "date", "format": "format", "place": "place", "place_country": "place_country_id"}
"""Field of an account and of a record: attribute of the resolved meeting, which holds the corrected value."""

SEAT = ("office", "country", "organization")


class Exported(NamedTuple):
    document: Document
    record: dict[str, Any]


def exported(documents: QuerySet[Document]) -> Iterator[Exported]:
    """Documents with their records, read in batches: memory does not grow with their number."""
    rows = documents.defer("hints").iterator(chunk_size=BATCH)
    while some := list(islice(rows, BATCH)):
        batch = Batch(some)
        for document in some:
            yield Exported(document, batch.record(document))


class Batch:
    """The rows of some documents, by document."""

    def __init__(self, documents: list[Document]) -> None:
        tellers = {teller(document) for document in documents}
        accounts = Account.objects.filter(document__in=tellers, position__isnull=False)
        mentions = Mention.objects.filter(document__in=tellers).select_related("name", "person")
        quotes = Quote.objects.listed().filter(document__in=tellers).select_related("speaker", "speaker_organization")
        references = Reference.objects.filter(document__in=tellers)
        self.accounts = by_document(accounts.select_related("meeting").order_by("position"))
        told = list(mentions.order_by("pk"))
        self.hidden = {(row.document_id, row.name.name) for row in told if row.withheld and row.name}
        self.mentions = by_document(row for row in told if not row.withheld)
        self.quotes = by_document(quotes.order_by("start", "end"))
        self.references = by_document(references.order_by("start", "end", "pk"))
        self.decisions = decisions_on({row.meeting_id for rows in self.accounts.values() for row in rows})
        slugs = {slug for decided in self.decisions.values() for slug in decided.under("participants")}
        self.corrected = {
            person.slug: person.merged_into or person
            for person in Person.objects.filter(slug__in=slugs).select_related("merged_into")
            if not (person.merged_into or person).withheld
        }

    def record(self, document: Document) -> dict[str, Any]:
        """The record of one document."""
        pk = teller(document)
        persons = {row.name.name: row.person for row in self.mentions[pk] if row.name and row.person}
        meetings = [self.meeting(account, persons) for account in self.accounts[pk]]
        people = others_named(self.mentions[pk], meetings)
        return {
            "path": document.path,
            "language": document.language or None,
            "published": document.published or None,
            "title": document.title or None,
            "meetings": meetings,
            "quotes": [quote_told(row) for row in self.quotes[pk]],
            "mentioned_people": list(people),
            "mentioned_countries": sorted(row.country_id for row in self.mentions[pk] if row.country_id),
            "references": [{"date": row.date or None, "parties": self.parties(row)} for row in self.references[pk]],
            "people": people,
        }

    def parties(self, row: Reference) -> list[str]:
        return [party for party in row.parties if (row.document_id, party) not in self.hidden]

    def meeting(self, account: Account, persons: dict[str, Person]) -> dict[str, Any]:
        told, decisions = account.record, self.decisions[account.meeting_id]
        fields = {
            name: (getattr(account.meeting, attribute) if decided(decisions, name) else getattr(told, name).value)
            or None
            for name, attribute in MEETING_FIELDS.items()
        }
        seats = [
            {"name": seat.name.value}
            | {name: getattr(seat, name).value or None for name in SEAT}
            | {"person": persons[seat.name.value].slug}
            for seat in told.participants
            if seat.name.value in persons
        ]
        return {"id": account.meeting_id, **fields, "participants": self.seats_decided(seats, decisions, persons)}

    def seats_decided(
        self, seats: list[dict[str, Any]], decisions: Decisions, persons: dict[str, Person]
    ) -> list[dict[str, Any]]:
        """The participants, with those whom people added, without those whom they removed."""
        for slug, corrections in decisions.under("participants").items():
            person = self.corrected.get(slug)
            if person is None:
                continue
            theirs = [seat for seat in seats if seat["person"] == person.slug]
            if removed(corrections):
                seats = [seat for seat in seats if seat["person"] != person.slug]
                continue
            if added(corrections) and not theirs:
                name = next((name for name, one in persons.items() if one.pk == person.pk), person.name)
                theirs = [{"name": name, **dict.fromkeys(SEAT), "person": person.slug}]
                seats = seats + theirs
            for seat in theirs:
                seat.update({name: corrections[name].value or None for name in SEAT if name in corrections})
        return seats


def teller(document: Document) -> int:
    """The id of the document that has the rows of this one's text."""
    return document.same_text_as_id or document.pk


def by_document(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.document_id].append(row)
    return found


def decided(decisions: Decisions, field: str) -> bool:
    row = decisions.fields.get(field)
    return row is not None and row.action in (Correction.Action.SET, Correction.Action.CONFIRMED)


def others_named(mentions: list[Mention], meetings: list[dict[str, Any]]) -> dict[str, str | None]:
    """{name: person's slug} of those who took part in no meeting, in the order in which the text names them."""
    seats = [seat for meeting in meetings for seat in meeting["participants"]]
    taken = {seat["name"] for seat in seats} | {seat["person"] for seat in seats if seat["person"]}
    slugs = {
        row.name.name: row.person.slug if row.person else None
        for row in sorted(mentions, key=lambda row: (row.spans[:1] or [[0, 0]], row.pk))
        if row.name
    }
    return {name: slug for name, slug in slugs.items() if name not in taken and slug not in taken}


def quote_told(row: Quote) -> dict[str, Any]:
    body, person = row.speaker_organization, row.speaker
    return {
        "speaker": row.speaker_name or (body.name if body else None) or (person.name if person else None),
        "start": row.start,
        "end": row.end,
        "text": row.text,
        "person": person.slug if person else None,
    }
