"""Encounters that a text recalls or announces, and the meetings that they turn out to be, whichever came in first."""

from __future__ import annotations

from django.db.models import Q

from meetings.models import Account, Correction, Document, Meeting, Mention, Participant, Reference
from meetings.resolving import documents
from meetings.resolving.rows import reconcile, update


def write(document: Document) -> None:
    """Bring a document's references in step."""
    wanted = {}
    for read in documents.told(document).references:
        values = {
            "document": document,
            "start": read.span.start,
            "end": read.span.end,
            "date": read.date.value or "",
            "parties": list(read.parties),
            "meeting_id": meeting_meant(document.pk, read.date.value or "", read.parties),
            "rule": read.rule,
            "confidence": read.confidence,
        }
        wanted[read.span.start, read.span.end, read.parties] = values
    existing = {(row.start, row.end, tuple(row.parties)): row for row in document.references.all()}
    reconcile(Reference, existing, wanted)


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
    for row in Reference.objects.filter(Q(meeting__in=meetings) | meant).order_by("pk"):
        update(row, {"meeting_id": meeting_meant(row.document_id, row.date, tuple(row.parties))})


def meeting_meant(document: int, date: str, parties: tuple[str, ...]) -> int | None:
    """The one listed meeting between these parties of that date; None where there is none, or more than one.

    Its date is the resolved one, or any that a text tells, unless a person decided it.
    """
    if not date or not date[:4].isdigit():
        return None
    names = Mention.objects.filter(document=document, person__isnull=False, name__name__in=parties)
    persons = dict(names.values_list("name__name", "person"))
    decided = Correction.objects.standing().filter(kind=Correction.Kind.MEETING, field="date").values("subject")
    told = Q(accounts__date__startswith=date, accounts__position__isnull=False) & ~Q(key__in=decided)
    then = Q(date__startswith=date) | told
    found = Meeting.objects.listed().filter(then).exclude(accounts__document=document)
    for party in parties:
        if party in persons:
            found = found.filter(participants__person=persons[party])
        else:
            found = found.filter(participants__country=party)
    ids = list(found.values_list("pk", flat=True).distinct()[:2])
    return ids[0] if len(ids) == 1 else None
