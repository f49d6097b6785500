"""One source: its text with all that was read from it, what was not found and why, and its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from meetings.extraction.record import Finding, Record
from meetings.highlighting import Mark, quotable
from meetings.models import (
    Account,
    Correction,
    Country,
    Document,
    DocumentVersion,
    Edition,
    Format,
    Mention,
    Person,
    PublisherTerms,
    Quote,
    Reference,
)
from meetings.resolving.decisions import Decisions
from meetings.resolving.withholding import texts_withheld
from meetings.search import Search
from meetings.showing import hide_speaker, is_whole, show
from meetings.views import sources
from meetings.views.refusals import mind_document, mind_text
from meetings.views.sought import hit_marks, search_of
from meetings.views.sources import FACTS, Source, anchor

MOST_EDITIONS = 5
"""Versions that the page of a document names; all have a page of their own."""
METADATA = ("title", "published", "language", "publisher", "country", "source_url")
READ_AS = {"country": "home"}
"""Where the reading calls a field by another name."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked for in the text: what was found and where, or why not."""

    name: str
    value: str
    finding: Finding
    id: str
    href: str = ""
    words: str = ""

    @property
    def label(self) -> str:
        return sources.fact_label(self.name)


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the document's own, and who said so: the text, a hint at import, or a person."""

    name: str
    value: str
    found: Finding | None = None
    hinted: bool = False
    decided: Correction | None = None

    @property
    def href(self) -> str:
        """Where the value leads, if it is an address of the web; others, such as `javascript:`, are only shown."""
        return sources.web_address(self.value)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting that the text tells of."""

    account: Account
    found: list[Found]
    others: list[Account]
    """What other documents tell of it."""


class DocumentDetail(View):
    """The newest version, or, at an address of its own, the one that is asked for."""

    def get(self, request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
        if {"version", "raw"} & set(request.GET):
            return moved(request, pk)
        document = document_or_404(pk)
        editions = editions_of(document)
        edition = edition_or_404(editions, editions[0].number if number is None else number)
        version = document.version if edition.version_id == document.version_id else text_of(edition)
        terms = show([(document, version)]).get(document.pk)
        page = DocumentPage(document, version, terms, search_of(request.GET)).context() | {"whole": is_whole(version)}
        versions = {"edition": edition, "editions": shown(editions)[:MOST_EDITIONS]}
        return render(request, "meetings/document_detail.html", page | versions)


def moved(request: HttpRequest, pk: int) -> HttpResponse:
    """Versions and bytes once stood at `?version=N` and `?raw=1`."""
    number = request.GET.get("version")
    if number is not None and not (number.isdecimal() and len(number) < 10):
        raise Http404("This document has no such version.")
    place = [pk] if number is None else [pk, int(number)]
    name = "source" if request.GET.get("raw") == "1" else "document"
    return redirect(f"meetings:{name}" if number is None else f"meetings:version_{name}", *place, permanent=True)


def document_or_404(pk: int) -> Document:
    """The document with its newest text, without the bytes. Raises Withheld."""
    rows = Document.objects.select_related("version", "same_text_as", "country").defer("version__raw")
    document = get_object_or_404(rows, pk=pk)
    mind_document(document)
    return document


def editions_of(document: Document) -> list[Edition]:
    """Its versions, newest first, without bytes, text and reading."""
    rows = Edition.objects.filter(document=document).select_related("version")
    return list(rows.defer("version__raw", "version__text", "version__reading").order_by("-number"))


def edition_or_404(editions: list[Edition], number: int) -> Edition:
    for edition in editions:
        if edition.number == number:
            return edition
    raise Http404("This document has no such version.")


def shown(editions: list[Edition]) -> list[Edition]:
    """Those versions whose text is not withheld."""
    versions = DocumentVersion.objects.filter(pk__in=[edition.version_id for edition in editions])
    withheld = texts_withheld(versions.only("text"))
    return [edition for edition in editions if edition.version_id not in withheld]


def text_of(edition: Edition) -> DocumentVersion:
    """Raises Withheld."""
    version = DocumentVersion.objects.defer("raw").get(pk=edition.version_id)
    mind_text(version)
    return version


class DocumentPage:
    """All that the page of a document shows, in a fixed number of queries."""

    def __init__(
        self,
        document: Document,
        version: DocumentVersion,
        terms: PublisherTerms | None,
        search: Search | None = None,
    ) -> None:
        self.document, self.version, self.terms, self.search = document, version, terms, search
        self.newest = version.pk == document.version_id
        self.told_in = document.same_text_as or document
        self.record = sources.reading_of(version)
        owner = self.told_in.pk if self.newest else None
        quotes = Quote.objects.filter(document=self.told_in, version=version)
        quotes = quotes.listed() if self.newest else quotes.filter(withheld=False)
        quotes = quotes.select_related("speaker__merged_into", "speaker_organization", "meeting")
        self.quotes = list(quotes.order_by("start", "pk"))
        for quote in self.quotes:
            hide_speaker(quote)
        accounts = Account.objects.filter(document=owner, position__isnull=False).select_related("meeting")
        self.accounts = list(accounts.order_by("position"))
        mentions = Mention.objects.filter(document=owner).select_related("name", "person__country", "country")
        self.mentions, self.hidden = sources.named(mentions.order_by("pk"))
        references = Reference.objects.filter(document=owner).select_related("meeting")
        told = {telling.place_country.value for account in self.accounts if (telling := sources.telling_of(account))}
        self.states = {one.pk: str(one) for one in Country.objects.filter(pk__in=told - {None})}
        self.references = list(references.order_by("start"))

    def context(self) -> dict[str, Any]:
        others = self.others()
        return {
            "document": self.document,
            "version": self.version,
            "newest": self.newest,
            "sought": self.search,
            "fields": self.fields(),
            "tellings": [self.told(account, others) for account in self.accounts],
            "quotes": self.quotes,
            "people": self.people(),
            "countries": [row for row in self.mentions if row.country],
            "recalls": sources.with_parties(self.references, self.mentions, self.hidden),
            "source": Source(self.document, self.version.text, self.marks(), terms=self.terms),
            "copies": Document.objects.shown().filter(version=self.document.version_id).exclude(pk=self.document.pk),
        }

    def others(self) -> dict[int, list[Account]]:
        """What else tells of the same meetings, by meeting."""
        meetings = {account.meeting_id for account in self.accounts}
        rows = Account.objects.filter(meeting__in=meetings, position__isnull=False).exclude(document=self.told_in)
        found: dict[int, list[Account]] = {}
        for row in rows.select_related("document").defer("document__hints").order_by("document__published_key", "pk"):
            found.setdefault(row.meeting_id, []).append(row)
        return found

    def fields(self) -> list[Field]:
        decisions = Decisions.on("document", [self.document.path])
        return [
            Field(
                name,
                str(getattr(self.document, name) or ""),
                getattr(self.record, READ_AS.get(name, name), None),
                bool(getattr(self.document.known, name, None)),
                decisions.fields.get(name),
            )
            for name in METADATA
        ]

    def told(self, account: Account, others: dict[int, list[Account]]) -> Told:
        elsewhere = [] if account.meeting_id is None else others.get(account.meeting_id, [])
        return Told(account, self.found(account), elsewhere)

    def found(self, account: Account) -> list[Found]:
        told = sources.telling_of(account)
        return [self.finding(account, name, getattr(told, name)) for name in FACTS] if told else []

    def finding(self, account: Account, name: str, finding: Finding) -> Found:
        value = finding.value or ""
        if name == "format":
            value = str(dict(Format.choices).get(value, value))
        elif name == "place_country":
            value = self.states.get(value, value)
        words = quotable(self.version.text, *finding.spans[0]) if finding.spans else ""
        href = "#" + anchor(account.document_id, f"a{account.number}", name) if words else ""
        return Found(name, value, finding, f"a{account.number}-{name}", href, words)

    def people(self) -> list[tuple[Person, list[Mention]]]:
        """Persons with the spellings that the text uses for them."""
        found: dict[int, tuple[Person, list[Mention]]] = {}
        for row in self.mentions:
            if row.person:
                found.setdefault(row.person.pk, (row.person, []))[1].append(row)
        return list(found.values())

    def marks(self) -> list[Mark]:
        numbers = {quote.pk: number for number, quote in enumerate(self.quotes, start=1)}
        return [
            *sources.furniture_marks(self.record),
            *sources.reference_marks(self.references),
            *sources.quote_marks(self.quotes, numbers),
            *self.metadata_marks(self.record),
            *(mark for account in self.accounts for mark in sources.account_marks(account, f"a{account.number}-")),
            *sources.mention_marks(self.mentions, {}),
            *hit_marks(self.search, self.told_in.pk, self.version.text, self.document.language, self.mentions),
        ]

    def metadata_marks(self, record: Record | None) -> list[Mark]:
        found = [
            (name, getattr(record, READ_AS.get(name, name))) for name in ("title", "published", "country") if record
        ]
        return [
            mark
            for name, finding in found
            for mark in sources.spread(
                finding.spans[:1],
                "anchor" if name == "title" else "fact",
                anchor(self.told_in.pk, name),
                f"#field-{name}",
                sources.fact_label(name),
            )
        ]
