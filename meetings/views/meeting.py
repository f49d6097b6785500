"""One meeting: what its sources together say, what each says, and their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views import View

from meetings.extraction import record
from meetings.extraction.record import Finding
from meetings.highlighting import HIDDEN
from meetings.models import (
    Account,
    Correction,
    Country,
    Document,
    Format,
    Meeting,
    Mention,
    Organization,
    Participant,
    Quote,
    Reference,
)
from meetings.resolving.decisions import Decisions
from meetings.search import Search
from meetings.showing import show
from meetings.views import citations, sources, suffixes
from meetings.views.beside import beside
from meetings.views.comparing import Said, Telling, sole, told_once
from meetings.views.linked_data import event, script
from meetings.views.neighbours import neighbours
from meetings.views.permanent import permanent
from meetings.views.refusals import mind_meeting
from meetings.views.sought import hit_marks, search_of
from meetings.views.sources import Evidence, Source


@dataclass(slots=True)
class Fact:
    """One resolved value, the words it rests on and the decision of a person that stands for it."""

    name: str
    value: str
    evidence: list[Evidence] = field(default_factory=list)
    decided: Correction | None = None
    only: int = 0
    """The one source of several that tells it, else 0."""


@dataclass(slots=True)
class Seat:
    """One participant with the words that name them."""

    row: Participant
    evidence: list[Evidence] = field(default_factory=list)
    decided: Correction | None = None
    only: int = 0
    """The one source of several by which they took part, else 0."""
    mentioned: bool = False
    """Whether other sources name them, though not as taking part."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One quote of the meeting in the list."""

    row: Quote
    source: int
    only: bool
    """Whether no other source reports it."""
    in_text: bool
    """Whether its words are shown where they stand."""
    decided: Correction | None


@dataclass(slots=True)
class Delegation:
    """Those who acted for one state or body, or for none that a text names."""

    country: Country | None
    organization: Organization | None
    seats: list[Seat]


class MeetingDetail(View):
    def get(self, request: HttpRequest, pk: str, slug: str | None = None) -> HttpResponse:
        rows = Meeting.objects.select_related("place_country", "merged_into")
        meeting = get_object_or_404(rows, pk=pk)
        mind_meeting(meeting.merged_into or meeting)
        address = (meeting.merged_into or meeting).get_absolute_url()
        if request.path != address:
            query = request.META["QUERY_STRING"]
            return redirect(f"{address}?{query}" if query else address, permanent=True)
        page, absolute = MeetingPage(meeting, search_of(request.GET)), permanent(request)
        context = page.context() | {
            "canonical": request.build_absolute_uri(address),
            "lasting": absolute(address),
            "beside": beside(page.sources(), request.GET),
            "linked_data": script(event(meeting, page.participants, page.texts, absolute)),
            "citation": citations.of_meeting(meeting, page.texts, absolute),
            "formats": suffixes.of_meeting(meeting),
        }
        return render(request, "meetings/meeting_detail.html", context)


class MeetingPage:
    """All that the page of a meeting shows, in a fixed number of queries."""

    def __init__(self, meeting: Meeting, search: Search | None = None) -> None:
        self.meeting, self.search = meeting, search

    def context(self) -> dict[str, Any]:
        recalls = [row for row in self.references if row.meeting_id != self.meeting.pk]
        return {
            "meeting": self.meeting,
            "sought": self.search,
            "facts": self.facts(),
            "delegations": self.delegations(),
            "quotes": [self.heard(quote) for quote in self.quotes],
            "tellings": [self.telling(account) for account in self.accounts],
            "several": len(self.documents) > 1,
            "recalled_by": self.recalled_by(),
            "recalls": sources.with_parties(recalls, self.mentions, self.named[1]),
            **neighbours(self.meeting, self.participants),
        }

    @cached_property
    def accounts(self) -> list[Account]:
        """The accounts of current texts, in the order in which the texts came."""
        rows = self.meeting.accounts.filter(position__isnull=False)
        rows = rows.select_related("document__version", "home").defer("document__version__raw")
        found = list(rows.order_by("document__published_key", "document_id", "number"))
        self.terms = show((account.document, account.document.version) for account in found)
        return found

    @cached_property
    def documents(self) -> list[int]:
        return list(dict.fromkeys(account.document_id for account in self.accounts))

    @cached_property
    def texts(self) -> list[Document]:
        """The sources, in the order of their numbers."""
        first = {account.document_id: account.document for account in reversed(self.accounts)}
        return [first[pk] for pk in self.documents]

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
    def named(self) -> tuple[list[Mention], set[tuple[int, str]]]:
        rows = Mention.objects.filter(document__in=self.documents)
        return sources.named(rows.select_related("name", "person", "country").order_by("pk"))

    @property
    def mentions(self) -> list[Mention]:
        return self.named[0]

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
            name: Fact(name, value, self.evidence(name, value), self.decisions.fields.get(name), self.only(name))
            for name, value in values.items()
        }

    def only(self, name: str) -> int:
        """The number of the one source of several that tells a fact at all, else 0."""
        told = [self.number(account) for account, finding in self.findings(name) if finding.value]
        return sole(told, len(self.documents))

    @cached_property
    def quotes_once(self) -> dict[int, int]:
        return told_once(self.quotes, self.texts, self.all_quotes)

    def heard(self, quote: Quote) -> Heard:
        number = self.documents.index(quote.document_id) + 1
        decided = self.quote_decisions.get((quote.document.path, quote.version_id, quote.key))
        text = self.texts[number - 1].version.text
        in_text = not HIDDEN.search(text, quote.start, quote.end)
        return Heard(quote, number, quote.pk in self.quotes_once, in_text, decided)

    @cached_property
    def quote_decisions(self) -> dict[tuple[str, int | None, str], Correction]:
        """The latest decision on each quote, by document, version and key."""
        paths = {account.document.path for account in self.accounts}
        rows = Correction.objects.standing().filter(kind="document", subject__in=paths, field__startswith="quotes/")
        return {(row.subject, row.version_id, row.field.split("/")[1]): row for row in rows}

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
            if told := self.told[account.pk]:
                yield account, getattr(told, name)

    @cached_property
    def told(self) -> dict[int, record.Meeting | None]:
        """What each account tells."""
        return {account.pk: sources.telling_of(account) for account in self.accounts}

    def delegations(self) -> list[Delegation]:
        """Participants by the state or body they acted for, in the order in which the first of each is named."""
        sides = list(dict.fromkeys(map(side_of, self.seats)))
        seats = sorted(self.seats, key=lambda seat: sides.index(side_of(seat)))
        found = []
        for _side, group in groupby(seats, key=side_of):
            several = list(group)
            row = several[0].row
            found.append(Delegation(row.country, None if row.country else row.organization, several))
        return found

    @cached_property
    def seats(self) -> list[Seat]:
        return [self.seat(row) for row in self.participants]

    def seat(self, row: Participant) -> Seat:
        if row.person is None:
            return Seat(row)
        words = self.naming.get(row.person.pk, [])
        parts = self.decisions.under("participants").get(row.person.slug, {})
        only = sole([one.number for one in words], len(self.documents))
        mentioned = len(self.mentioned_in.get(row.person.pk, ())) > 1
        return Seat(row, words, next(iter(parts.values()), None), only, mentioned)

    @cached_property
    def mentioned_in(self) -> dict[int, set[int]]:
        """The documents that name a person, by the person's id."""
        found: dict[int, set[int]] = {}
        for mention in self.mentions:
            if mention.person_id:
                found.setdefault(mention.person_id, set()).add(mention.document_id)
        return found

    @cached_property
    def naming(self) -> dict[int, list[Evidence]]:
        """For each participant, how each account names them."""
        found: dict[int, list[Evidence]] = {}
        for account in self.accounts:
            for place, participant, person in self.named_by(account):
                words = sources.evidence(account, place, participant.name, self.number(account))
                found.setdefault(person, []).append(words)
        return found

    def named_by(self, account: Account) -> Iterator[tuple[str, record.Participant, int]]:
        """The participants of an account: the end of their anchor, what is told, and who they are held to be."""
        told = self.told[account.pk]
        for number, participant in enumerate(told.participants if told else ()):
            if person := self.persons.get((account.document_id, participant.name.value or "")):
                yield f"p{number}", participant, person

    @cached_property
    def persons(self) -> dict[tuple[int, str], int]:
        return {(m.document_id, m.name.name): m.person_id for m in self.mentions if m.name and m.person_id}

    def telling(self, account: Account) -> Telling:
        told = self.told[account.pk]
        resolved = {"date": self.meeting.date, "format": self.meeting.format, "place": self.meeting.place}
        found = {name: getattr(told, name) for name in resolved} if told else {}
        facts = [said(account, name, finding, resolved[name]) for name, finding in found.items()]
        named = {person for _place, _told, person in self.named_by(account)}
        others = [one for row in self.participants if (one := row.person) and one.pk in self.naming.keys() - named]
        own = [quote for quote in self.quotes if quote.document_id == account.document_id]
        return Telling(
            account,
            self.number(account),
            facts,
            seats=len(named),
            only_here=[one for seat in self.seats if (one := seat.row.person) and seat.only and one.pk in named],
            mentioned=[one for one in others if account.document_id in self.mentioned_in.get(one.pk, ())],
            missing=[one for one in others if account.document_id not in self.mentioned_in.get(one.pk, ())],
            quotes=len(own),
            quotes_only_here=sum(quote.pk in self.quotes_once for quote in own),
        )

    def alone(self, account: Account) -> set[str]:
        """The facts and participants that this account alone tells, by the end of their anchors."""
        facts = {name for name in sources.FACTS if self.only(name) == self.number(account)}
        facts -= {"place_country"} if "place" in facts else set()  # the same words, as a rule: marked once
        seats = {
            place
            for place, _told, person in self.named_by(account)
            if len(self.documents) > 1 and self.mentioned_in.get(person) == {account.document_id}
        }
        return facts | seats

    def sources(self) -> list[Source]:
        numbers = {quote.pk: n for n, quote in enumerate(self.quotes, start=1)}
        entries = {one.pk: f"#person-{one.slug}" for row in self.participants if (one := row.person)}
        return [self.source(text, rank, numbers, entries) for rank, text in enumerate(self.texts, start=1)]

    def source(self, document: Any, rank: int, numbers: dict[int, int], entries: dict[int, str]) -> Source:
        def own(rows: Iterable[Any]) -> list[Any]:
            return [row for row in rows if row.document_id == document.pk]

        quotes = [quote for quote in own(self.all_quotes) if quote.version_id == document.version_id]
        marks = [
            *sources.furniture_marks(sources.reading_of(document.version)),
            *sources.reference_marks(own(self.references)),
            *sources.quote_marks(quotes, numbers, self.quotes_once),
            *(
                mark
                for account in own(self.accounts)
                for mark in sources.account_marks(account, "fact-", self.alone(account))
            ),
            *sources.mention_marks(own(self.mentions), entries),
            *hit_marks(self.search, document.pk, document.version.text, document.language, own(self.mentions)),
        ]
        return Source(document, document.version.text, marks, rank, self.terms.get(document.pk))

    def recalled_by(self) -> list[Reference]:
        rows = self.meeting.recalled_by.exclude(document__in=self.documents)
        return list(rows.select_related("document").order_by("-document__published_key", "pk"))


def side_of(seat: Seat) -> tuple[str | None, int | None]:
    """What a participant is grouped by: the state, else the body."""
    row = seat.row
    return row.country_id, None if row.country_id else row.organization_id


def said(account: Account, name: str, finding: Finding, resolved: str) -> Said:
    """What an account says of a fact, in words."""
    value = finding.value or ""
    differs = value != resolved
    if name == "format" and value:
        value = str(dict(Format.choices).get(value, value))
    return Said(name, value, finding.rule, sources.evidence(account, name, finding).href, differs)
