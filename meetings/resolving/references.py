"""Encounters that a text recalls or announces, and the meetings that they turn out to be, whichever came in first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Count, Min, Q, QuerySet, Value

from meetings.edtf import bounds
from meetings.extraction.record import Reference as ReferenceRead
from meetings.models import Account, Correction, Document, Format, Meeting, Mention, Participant, Reference
from meetings.resolving import documents
from meetings.resolving.rows import Updates, reconcile

AT_ONCE = 50
"""Questions put to the database in one query; SQLite takes 500."""
DAY = len("2021-04-08")
VISIT = "reference.visit"
Persons = dict[tuple[int, str], int]
"""{(document, name): person}."""


class Traits(NamedTuple):
    """By what references may name a meeting: its dates, and the persons (ids) and states (codes) who took part."""

    dates: set[str]
    parties: set[int | str]


class Asked(NamedTuple):
    """Which encounter a document (its id) means: its date as told, and the names or states of those who took part."""

    document: int
    date: str
    parties: tuple[str, ...]
    visit: bool
    """Whether somebody was, or will be, in the state that is named."""


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
    return Asked(document.pk, read.date.value or "", read.parties, read.rule == VISIT)


def traits_of(meetings: set[int], left: Mapping[int, Iterable[str]] | None = None) -> list[Traits]:
    """Of each of these meetings as it is now. Its dates are the resolved one and those told: day, month and year.

    `left`: {meeting: what is told by accounts that told of it until now}.
    """
    gone = ((meeting, date) for meeting, dates in (left or {}).items() for date in dates)
    resolved = Meeting.objects.filter(pk__in=meetings).order_by().values_list("pk", "date")
    told = Account.objects.filter(meeting__in=meetings).order_by().values_list("meeting", "date")
    seats = Participant.objects.filter(meeting__in=meetings).order_by().values_list("meeting", "person", "country")
    found: dict[int, Traits] = defaultdict(lambda: Traits(set(), set()))
    for meeting, date in chain(resolved, told, gone):
        if date[:4].isdigit():
            found[meeting].dates.update(date[:length] for length in (4, 7, DAY))
    for meeting, person, country in seats:
        found[meeting].parties.update(party for party in (person, country) if party)
    return list(found.values())


def look_again(meetings: set[int], before: list[Traits]) -> None:
    """After these meetings changed, who can have meant one of them `before`, or can mean it now?

    Whoever means one of them, and whoever names the date and the parties of one.
    """
    present: dict[str, list[set[int | str]]] = defaultdict(list)
    for dates, parties in [*before, *traits_of(meetings)]:
        for date in dates:
            present[date].append(parties)
    dated = Reference.objects.filter(date__in=present).order_by()
    rows = dated.values_list("pk", "document", "date", "parties", "rule")
    named = {pk: Asked(document, date, tuple(parties), rule == VISIT) for pk, document, date, parties, rule in rows}
    persons = persons_named(named.values())
    again = [pk for pk, one in named.items() if any(parties_of(one, persons) <= there for there in present[one.date])]
    changed = Reference.objects.filter(Q(meeting__in=meetings) | Q(pk__in=again)).order_by("pk")
    asked = {row: Asked(row.document_id, row.date, tuple(row.parties), row.rule == VISIT) for row in changed}
    found = meetings_meant(asked.values())
    with Updates() as updates:
        for row, one in asked.items():
            updates.set(row, {"meeting_id": found.get(one)})


def meetings_meant(asked: Iterable[Asked]) -> dict[Asked, int]:
    """The one listed meeting between these parties of that date; left out where there is none, or more than one."""
    dated = [one for one in dict.fromkeys(asked) if one.date[:4].isdigit()]
    persons = persons_named(dated)
    days: list[Asked] = []
    spans: list[Asked] = []
    for one in dated:
        (days if len(one.date) == DAY and one.parties and not one.visit else spans).append(one)
    return of_days(days, persons) | of_spans(spans, persons)


def of_days(asked: list[Asked], persons: Persons) -> dict[Asked, int]:
    """The same where the day is told: whoever of all these parties met on one of these days is fetched at once."""
    parties = {one: parties_of(one, persons) for one in asked}
    present: dict[str, dict[int, set[int | str | None]]] = defaultdict(lambda: defaultdict(set))
    for date, meeting, person, country in seats_on({one.date for one in asked}, set(chain(*parties.values()))):
        present[date][meeting] |= {person, country}
    met = {meeting for several in present.values() for meeting in several}
    own = Account.objects.filter(meeting__in=met, document__in={one.document for one in asked}).order_by()
    told = set(own.values_list("meeting", "document"))
    found = {}
    for one, wanted in parties.items():
        full = [pk for pk, there in present[one.date].items() if wanted <= there and (pk, one.document) not in told]
        if len(full) == 1:
            found[one] = full[0]
    return found


def seats_on(days: set[str], parties: set[int | str]) -> Iterable[tuple[str, int, int | None, str | None]]:
    """(day, meeting, person, state) of these persons and states in the listed meetings of these days."""
    who = Q(person__in=[one for one in parties if isinstance(one, int)])
    who |= Q(country__in=[one for one in parties if isinstance(one, str)])
    told = meetings_on(days)
    seats = Participant.objects.filter(who, meeting__in=told).order_by()
    for meeting, person, country in seats.values_list("meeting", "person", "country"):
        yield from ((day, meeting, person, country) for day in told[meeting])


def meetings_on(days: set[str]) -> dict[int, set[str]]:
    """{listed meeting: those of these days on which it is held to have been, or a text tells it was}.

    Which of them are listed is seen here: without statistics SQLite would begin with all that are not merged.
    """
    columns = ("meeting", "date", "meeting__merged_into", "meeting__account_count")
    resolved = Meeting.objects.filter(date_key__in={bounds(day).key for day in days}, date__in=days).order_by()
    told = Account.objects.filter(date__in=days, position__isnull=False).order_by()
    told = told.exclude(meeting__key__in=dates_decided())
    found: dict[int, set[str]] = defaultdict(set)
    for meeting, day, heir, accounts in chain(
        resolved.values_list("pk", "date", "merged_into", "account_count"), told.values_list(*columns)
    ):
        if heir is None and accounts:
            found[meeting].add(day)
    return found


def dates_decided() -> QuerySet[Correction, Any]:
    """The keys of the meetings whose date a person decided."""
    return Correction.objects.standing().filter(kind=Correction.Kind.MEETING, field="date").values("subject")


def of_spans(dated: list[Asked], persons: Persons) -> dict[Asked, int]:
    """The same where a month or a year is told, which may hold more meetings than can be fetched; and for visits."""
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


def parties_of(asked: Asked, persons: Persons) -> set[int | str]:
    """Who took part in what is meant: persons (ids), and states (codes) or names that are nobody's."""
    return {persons.get((asked.document, party), party) for party in asked.parties}


def persons_named(asked: Collection[Asked]) -> Persons:
    """{(document, name): person} of the parties that are names there."""
    parties = {party for one in asked for party in one.parties}
    rows = Mention.objects.filter(document__in={one.document for one in asked}, name__name__in=parties)
    named = rows.filter(person__isnull=False).values_list("document", "name__name", "person")
    return {(document, name): person for document, name, person in named if person}


def candidates(asked: Asked, persons: Persons) -> QuerySet[Meeting]:
    """The listed meetings that may be meant, those told by the same text left out.

    Their date is the resolved one, or any that a text tells, unless a person decided it. Of a visit to a state they
    are those that were there: not the visit that its president paid in turn, and no call.
    """
    told = Q(accounts__date__startswith=asked.date, accounts__position__isnull=False) & ~Q(key__in=dates_decided())
    then = Q(date__startswith=asked.date) | told
    found = Meeting.objects.listed().filter(then).exclude(accounts__document=asked.document)
    for party in asked.parties:
        person = persons.get((asked.document, party))
        found = found.filter(participants__person=person) if person else found.filter(participants__country=party)
    states = [party for party in asked.parties if (asked.document, party) not in persons]
    if asked.visit and states:
        there = Q(place_country__in=states) | Q(place_country=None)
        found = found.filter(there).exclude(format__in=(Format.CALL, Format.VIDEO))
    return found
