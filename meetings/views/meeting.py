"""One meeting: what its sources together say, what each says, and their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views import View

from meetings.extraction.record import Finding
from meetings.models import (
    Account,
    Correction,
    Country,
    Format,
    Meeting,
    Mention,
    Organization,
    Participant,
    Quote,
    Reference,
)
from meetings.resolving.decisions import Decisions
from meetings.views import sources
from meetings.views.sources import Evidence, Source

NEIGHBOURS = 3
"""So many earlier and later meetings of the same two states are shown."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one source says itself, other than what holds of the meeting; "" where it does not say."""

    name: str
    value: str
    rule: str
    number: int
    href: str = ""

    @property
    def label(self) -> str:
        return sources.fact_label(self.name)


@dataclass(slots=True)
class Fact:
    """One resolved value, the words it rests on and the decision of a person that stands for it."""

    name: str
    value: str
    evidence: list[Evidence] = field(default_factory=list)
    decided: Correction | None = None


@dataclass(slots=True)
class Seat:
    """One participant with the words that name them."""

    row: Participant
    evidence: list[Evidence] = field(default_factory=list)
    decided: Correction | None = None


@dataclass(slots=True)
class Delegation:
    """Those who acted for one state or body, or for none that a text names."""

    country: Country | None
    organization: Organization | None
    seats: list[Seat]


@dataclass(slots=True)
class Telling:
    """One source of the page and what it says otherwise."""

    account: Account
    number: int
    differences: list[Difference]


class MeetingDetail(View):
    def get(self, request: HttpRequest, pk: str, slug: str | None = None) -> HttpResponse:
        rows = Meeting.objects.select_related("place_country", "merged_into")
        meeting = get_object_or_404(rows, pk=pk)
        address = (meeting.merged_into or meeting).get_absolute_url()
        if request.path != address:
            return redirect(address, permanent=True)
        return render(request, "meetings/meeting_detail.html", MeetingPage(meeting).context())


class MeetingPage:
    """All that the page of a meeting shows, in a fixed number of queries."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting

    def context(self) -> dict[str, Any]:
        recalls = [row for row in self.references if row.meeting_id != self.meeting.pk]
        return {
            "meeting": self.meeting,
            "facts": self.facts(),
            "delegations": self.delegations(),
            "quotes": [(quote, self.documents.index(quote.document_id) + 1) for quote in self.quotes],
            "tellings": [self.telling(account) for account in self.accounts],
            "sources": self.sources(),
            "recalled_by": self.recalled_by(),
            "recalls": sources.with_parties(recalls, self.mentions),
            **self.neighbours(),
        }

    @cached_property
    def accounts(self) -> list[Account]:
        """The accounts of current texts, in the order in which the texts came."""
        rows = self.meeting.accounts.filter(position__isnull=False)
        rows = rows.select_related("document__version", "home").defer("document__version__raw")
        return list(rows.order_by("document__published_key", "document_id", "number"))

    @cached_property
    def documents(self) -> list[int]:
        return list(dict.fromkeys(account.document_id for account in self.accounts))

    @cached_property
    def participants(self) -> list[Participant]:
        rows = self.meeting.participants.select_related("person", "country", "organization")
        return list(rows.order_by("order", "pk"))

    @cached_property
    def all_quotes(self) -> list[Quote]:
        """The quotes of these texts, those of other meetings too: the texts are shown whole."""
        rows = Quote.objects.listed().filter(document__in=self.documents)
        rows = rows.select_related("speaker", "speaker_organization", "document").defer("document__hints")
        ranks = {pk: rank for rank, pk in enumerate(self.documents)}
        return sorted(rows, key=lambda quote: (ranks[quote.document_id], quote.start, quote.pk))

    @cached_property
    def quotes(self) -> list[Quote]:
        return [quote for quote in self.all_quotes if quote.meeting_id == self.meeting.pk]

    @cached_property
    def mentions(self) -> list[Mention]:
        rows = Mention.objects.filter(document__in=self.documents)
        return list(rows.select_related("name", "person", "country").order_by("pk"))

    @cached_property
    def references(self) -> list[Reference]:
        rows = Reference.objects.filter(document__in=self.documents)
        return list(rows.select_related("meeting", "document").order_by("document", "start"))

    @cached_property
    def decisions(self) -> Decisions:
        return Decisions.on("meeting", {self.meeting.key} | {account.home.key for account in self.accounts})

    def facts(self) -> dict[str, Fact]:
        meeting = self.meeting
        values = {
            "date": meeting.date,
            "format": meeting.format,
            "place": meeting.place,
            "place_country": meeting.place_country_id or "",
        }
        return {
            name: Fact(name, value, self.evidence(name, value), self.decisions.fields.get(name))
            for name, value in values.items()
        }

    def evidence(self, name: str, value: str) -> list[Evidence]:
        """The words of each account that say the value; where there is none, the rules that say why."""
        return [
            sources.evidence(account, name, finding, self.number(account))
            for account, finding in self.findings(name)
            if (finding.value or "") == value
        ]

    def number(self, account: Account) -> int:
        """The number of an account's text among the sources of the page."""
        return self.documents.index(account.document_id) + 1

    def findings(self, name: str) -> Iterable[tuple[Account, Finding]]:
        for account in self.accounts:
            if told := sources.telling_of(account):
                yield account, getattr(told, name)

    def delegations(self) -> list[Delegation]:
        """Participants by the state or body they acted for, in the order in which the first of each is named."""
        words = self.naming()
        seats = [Seat(row, words.get(row.person_id, []), self.seat_decided(row)) for row in self.participants]
        sides = list(dict.fromkeys(map(side_of, seats)))
        seats.sort(key=lambda seat: sides.index(side_of(seat)))
        found = []
        for _side, group in groupby(seats, key=side_of):
            several = list(group)
            row = several[0].row
            found.append(Delegation(row.country, None if row.country else row.organization, several))
        return found

    def seat_decided(self, row: Participant) -> Correction | None:
        parts = self.decisions.under("participants").get(row.person.slug, {})
        return next(iter(parts.values()), None)

    def naming(self) -> dict[int, list[Evidence]]:
        """For each participant, how each account names them."""
        persons = {(m.document_id, m.name.name): m.person_id for m in self.mentions if m.name and m.person_id}
        found: dict[int, list[Evidence]] = {}
        for account in self.accounts:
            told = sources.telling_of(account)
            for number, participant in enumerate(told.participants if told else ()):
                person = persons.get((account.document_id, participant.name.value or ""))
                words = sources.evidence(account, f"p{number}", participant.name, self.number(account))
                if person:
                    found.setdefault(person, []).append(words)
        return found

    def telling(self, account: Account) -> Telling:
        told, number = sources.telling_of(account), self.number(account)
        resolved = {"date": self.meeting.date, "format": self.meeting.format, "place": self.meeting.place}
        found = {name: getattr(told, name) for name in resolved} if told else {}
        differences = [
            difference(account, name, finding, number)
            for name, finding in found.items()
            if (finding.value or "") != resolved[name]
        ]
        return Telling(account, number, differences)

    def sources(self) -> list[Source]:
        numbers = {quote.pk: n for n, quote in enumerate(self.quotes, start=1)}
        entries = {row.person_id: f"#person-{row.person.slug}" for row in self.participants}
        first = {account.document_id: account.document for account in reversed(self.accounts)}
        return [self.source(first[pk], rank, numbers, entries) for rank, pk in enumerate(self.documents, start=1)]

    def source(self, document: Any, rank: int, numbers: dict[int, int], entries: dict[int, str]) -> Source:
        def own(rows: Iterable[Any]) -> list[Any]:
            return [row for row in rows if row.document_id == document.pk]

        quotes = [quote for quote in own(self.all_quotes) if quote.version_id == document.version_id]
        marks = [
            *sources.furniture_marks(sources.reading_of(document.version)),
            *sources.reference_marks(own(self.references)),
            *sources.quote_marks(quotes, numbers),
            *(mark for account in own(self.accounts) for mark in sources.account_marks(account, "fact-")),
            *sources.mention_marks(own(self.mentions), entries),
        ]
        return Source(document, document.version.text, marks, rank)

    def recalled_by(self) -> list[Reference]:
        rows = self.meeting.recalled_by.exclude(document__in=self.documents)
        return list(rows.select_related("document").order_by("-document__published_key", "pk"))

    def neighbours(self) -> dict[str, Any]:
        """Where two states met: their meetings just before and after this one."""
        countries = list({row.country_id: row.country for row in self.participants if row.country}.values())
        if len(countries) != 2:
            return {"pair": None, "earlier": [], "later": []}
        one, other = sorted(countries, key=lambda country: country.pk)
        rows = Meeting.objects.listed().of_pair(one.pk, other.pk).exclude(pk=self.meeting.pk)
        key = self.meeting.date_key
        return {
            "pair": (one, other),
            "earlier": rows.filter(date_key__gt=0, date_key__lt=key).order_by("-date_key", "-pk")[:NEIGHBOURS],
            "later": rows.filter(date_key__gt=key).order_by("date_key", "pk")[:NEIGHBOURS] if key else [],
        }


def side_of(seat: Seat) -> tuple[str | None, int | None]:
    """What a participant is grouped by: the state, else the body."""
    row = seat.row
    return row.country_id, None if row.country_id else row.organization_id


def difference(account: Account, name: str, finding: Finding, number: int) -> Difference:
    value = finding.value or ""
    if name == "format" and value:
        value = str(dict(Format.choices).get(value, value))
    return Difference(name, value, finding.rule, number, sources.evidence(account, name, finding).href)
