"""Encounters that a text recalls or announces, and the meetings that they turn out to be, whichever came in first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from django.db.models import Count, Min, Q, QuerySet, Value

from meetings.extraction.record import Reference as ReferenceRead
from meetings.models import Account, Correction, Document, Meeting, Mention, Participant, Reference
from meetings.resolving import documents
from meetings.resolving.rows import reconcile

AT_ONCE = 50
"""Questions put to the database in one query; SQLite takes 500."""


class Asked(NamedTuple):
    """Which encounter a document (its id) means: its date as told, and the names or states of those who took part."""

    document: int
    date: str
    parties: tuple[str, ...]


def write(todo: Collection[Document]) -> None:
    """Bring the references of these documents in step."""
    told = {
        (document.pk, read.span.start, read.span.end, read.parties): (read, asked_by(document, read))
        for document in todo
        for read in documents.told(document).references
    }
    meant = meetings_meant(asked for _, asked in told.values())
    wanted = {
        key: {
            "document_id": asked.document,
            "start": read.span.start,
            "end": read.span.end,
            "date": asked.date,
            "parties": list(read.parties),
            "meeting_id": meant.get(asked),
            "rule": read.rule,
            "confidence": read.confidence,
        }
        for key, (read, asked) in told.items()
    }
    rows = Reference.objects.filter(document__in=todo)
    existing = {(row.document_id, row.start, row.end, tuple(row.parties)): row for row in rows}
    reconcile(Reference, existing, wanted)


def asked_by(document: Document, read: ReferenceRead) -> Asked:
    return Asked(document.pk, read.date.value or "", read.parties)


def dates_of(meetings: set[int]) -> set[str]:
    """The dates by which references may name these meetings, as resolved or as told: day, month and year."""
    resolved = Meeting.objects.filter(pk__in=meetings).values_list("date", flat=True)
    told = Account.objects.filter(meeting__in=meetings).values_list("date", flat=True)
    return {date[:length] for date in {*resolved, *told} if date[:4].isdigit() for length in (4, 7, 10)}


def look_again(meetings: set[int], dates: set[str]) -> None:
    """After these meetings changed, who named them by one of `dates` or names them by their present ones?

    Only texts that name one of their participants, or a state that one acts for, can have meant them.
    """
    seats = Participant.objects.filter(meeting__in=meetings)
    named = Mention.objects.filter(
        Q(person__in=seats.values("person")) | Q(country__in=seats.exclude(country=None).values("country"))
    )
    meant = Q(date__in=dates | dates_of(meetings), document__in=named.values("document"))
    rows = Reference.objects.filter(Q(meeting__in=meetings) | meant).order_by("pk")
    asked = {row: Asked(row.document_id, row.date, tuple(row.parties)) for row in rows}
    found = meetings_meant(asked.values())
    stale = [row for row in asked if row.meeting_id != found.get(asked[row])]
    for row in stale:
        row.meeting_id = found.get(asked[row])
    Reference.objects.bulk_update(stale, ["meeting"])


def meetings_meant(asked: Iterable[Asked]) -> dict[Asked, int]:
    """The one listed meeting between these parties of that date; left out where there is none, or more than one."""
    dated = [one for one in dict.fromkeys(asked) if one.date[:4].isdigit()]
    persons = persons_named(dated)
    found: dict[Asked, int] = {}
    for start in range(0, len(dated), AT_ONCE):
        some = dated[start : start + AT_ONCE]
        counted = [
            candidates(one, persons)
            .annotate(asked=Value(number))
            .order_by()
            .values("asked")
            .annotate(number=Count("pk", distinct=True), first=Min("pk"))
            .values_list("asked", "number", "first")
            for number, one in enumerate(some)
        ]
        rows = counted[0].union(*counted[1:], all=True)
        found |= {some[number]: first for number, meetings, first in rows if meetings == 1}
    return found


def persons_named(asked: list[Asked]) -> dict[tuple[int, str], int]:
    """{(document, name): person} of the parties that are names there."""
    parties = {party for one in asked for party in one.parties}
    rows = Mention.objects.filter(document__in={one.document for one in asked}, name__name__in=parties)
    named = rows.filter(person__isnull=False).values_list("document", "name__name", "person")
    return {(document, name): person for document, name, person in named if person}


def candidates(asked: Asked, persons: Mapping[tuple[int, str], int]) -> QuerySet[Meeting]:
    """The listed meetings that may be meant, those told by the same text left out.

    Their date is the resolved one, or any that a text tells, unless a person decided it.
    """
    decided = Correction.objects.standing().filter(kind=Correction.Kind.MEETING, field="date").values("subject")
    told = Q(accounts__date__startswith=asked.date, accounts__position__isnull=False) & ~Q(key__in=decided)
    then = Q(date__startswith=asked.date) | told
    found = Meeting.objects.listed().filter(then).exclude(accounts__document=asked.document)
    for party in asked.parties:
        person = persons.get((asked.document, party))
        found = found.filter(participants__person=person) if person else found.filter(participants__country=party)
    return found
