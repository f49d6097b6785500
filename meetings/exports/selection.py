"""Which documents are exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from meetings.edtf import bounds
from meetings.models import Account, Document, Meeting, Mention, Participant, Person


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents: those that tell of one meeting that fits `countries` (any of them), `since` and `until`
    (EDTF; partial dates mean their first and last day), name `person`, and are in one of the languages by one of
    the publishers. What is left empty narrows nothing."""

    countries: tuple[str, ...] = ()
    person: Person | None = None
    since: str = ""
    until: str = ""
    languages: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()

    def documents(self) -> QuerySet[Document]:
        """The documents in the order of their paths; a text under two names under both."""
        rows = Document.objects.shown()
        if self.countries or self.since or self.until:
            rows = rows.filter(telling(self.accounts()))
        if self.person:
            seats = Account.objects.filter(position__isnull=False, meeting__participants__person=self.person)
            named = Mention.objects.filter(person=self.person)
            rows = rows.filter(telling(seats) | telling(named))
        if self.languages:
            rows = rows.filter(language__in=self.languages)
        if self.publishers:
            rows = rows.filter(publisher__in=self.publishers)
        return rows.order_by("path")

    def accounts(self) -> QuerySet[Account]:
        """What current texts tell of meetings of these states and days."""
        meetings = Meeting.objects.listed()
        if self.countries:
            seats = Participant.objects.filter(country__in=self.countries)
            meetings = meetings.filter(pk__in=seats.values("meeting"))
        if self.since:
            meetings = meetings.filter(date_to__gte=bounds(self.since).lower)
        if self.until:
            meetings = meetings.filter(date_from__lte=bounds(self.until).upper)
        return Account.objects.filter(position__isnull=False, meeting__in=meetings)


def telling(rows: QuerySet[Any]) -> Q:
    """Documents that these rows belong to, and those that have the same text under another name."""
    documents = rows.order_by().values("document")
    return Q(pk__in=documents) | Q(same_text_as__in=documents)
