"""All that was read from one text, field by field: the value, its words, the rule and how sure it is, or why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View

from meetings.extraction.record import Finding, Meeting, Participant, Person, Quote, Record, Reference, Span
from meetings.highlighting import quotable
from meetings.models import Country, DocumentVersion, Format
from meetings.showing import record_of, show
from meetings.templatetags.reading_room import edtf, language_name
from meetings.views.document import document_or_404, edition_or_404, editions_of, text_of
from meetings.views.sources import FACTS, fact_label

MOST = 500
"""Rows of a section that are shown; a text that names more has them in its record, which can be exported."""
OWN = ("title", "published", "language")
TOLD = ("date", "published", "language", "format", "country", "place_country")
"""Fields whose values the interface puts into words."""
SEAT = ("name", "office", "country", "organization")


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the record. `value` is "" where nothing was found, and `rule` then says why."""

    label: str
    value: str
    rule: str
    confidence: float
    words: str = ""
    of_text: bool = True
    """Whether the value is words of the text, in its language, rather than of the interface."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the record: groups of rows, such as a participant's name, office and state; `number` of them in all."""

    id: str
    title: str
    groups: list[list[Row]]
    number: int

    @property
    def left_out(self) -> int:
        return self.number - len(self.groups)


class DocumentReading(View):
    def get(self, request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
        document = document_or_404(pk)
        editions = editions_of(document)
        edition = edition_or_404(editions, editions[0].number if number is None else number)
        version = document.version if edition.version_id == document.version_id else text_of(edition)
        terms = show([(document, version)]).get(document.pk)
        record = record_of(document, version)
        context = {
            "document": document,
            "edition": edition,
            "newest": edition == editions[0],
            "version": version,
            "terms": terms,
            "sections": list(Findings(record, version).sections()) if record else [],
        }
        return render(request, "meetings/document_reading.html", context)


class Findings:
    """A record as rows of words."""

    def __init__(self, record: Record, version: DocumentVersion) -> None:
        self.record, self.version = record, version

    @cached_property
    def states(self) -> Mapping[str, str]:
        return {one.pk: str(one) for one in Country.objects.all()}

    def sections(self) -> Iterator[Section]:
        record = self.record
        fields = [
            self.row(fact_label(name), getattr(record, name), name) for name in ("title", "published", "language")
        ]
        yield self.section("document", _("The document"), [fields])
        for number, meeting in enumerate(record.meetings, start=1):
            yield from self.meeting(number, meeting)
        if not record.meetings:
            yield self.section("meeting", _("Meetings"), [])
        quotes = [self.quote(quote) for quote in record.quotes[:MOST]]
        yield self.section("quotes", _("Quotes"), quotes, len(record.quotes))
        yield self.section("people", _("People"), [self.seat(one) for one in record.people[:MOST]], len(record.people))
        yield self.section("countries", _("Countries"), [self.countries()] if record.countries else [])
        rows = [self.reference(one) for one in record.references[:MOST]]
        yield self.section("references", _("Other meetings it recalls"), rows, len(record.references))

    def section(self, id: str, title: str, groups: list[list[Row]], number: int | None = None) -> Section:
        return Section(id, title, groups, len(groups) if number is None else number)

    def meeting(self, number: int, meeting: Meeting) -> Iterator[Section]:
        facts = [self.row(fact_label(name), getattr(meeting, name), name) for name in FACTS]
        yield self.section(f"meeting-{number}", _("Meeting %(number)s") % {"number": number}, [facts])
        title = _("Participants of meeting %(number)s") % {"number": number}
        people = [self.seat(one) for one in meeting.participants[:MOST]]
        yield self.section(f"participants-{number}", title, people, len(meeting.participants))

    def seat(self, one: Participant | Person) -> list[Row]:
        labels = (_("Name"), _("Office"), _("Country"), _("Organization"))
        return [self.row(label, getattr(one, name), name) for label, name in zip(labels, SEAT, strict=True)]

    def quote(self, quote: Quote) -> list[Row]:
        words = quotable(quote.text, 0, len(quote.text), longest=200)  # of any publisher so much may be shown
        return [
            Row(_("Words"), f"“{words}”", quote.rule, quote.confidence),
            self.row(_("Speaker"), quote.speaker, "name"),
        ]

    def countries(self) -> list[Row]:
        return [
            Row(self.states.get(one.value, one.value), self.words(one.spans) or one.value, one.rule, one.confidence)
            for one in self.record.countries[:MOST]
        ]

    def reference(self, one: Reference) -> list[Row]:
        parties = ", ".join(self.states.get(party, party) for party in one.parties)
        return [
            Row(_("Parties"), parties, one.rule, one.confidence, self.words([one.span])),
            self.row(_("Meeting date"), one.date, "date"),
        ]

    def row(self, label: str, finding: Finding, name: str) -> Row:
        value = self.shown(name, finding.value) if finding.value else ""
        of_text = name not in TOLD
        return Row(label, value, finding.rule, finding.confidence, self.words(finding.spans), of_text)

    def shown(self, name: str, value: str) -> str:
        """A value as people write it."""
        if name in ("date", "published"):
            return edtf(value)
        if name == "language":
            return language_name(value)
        if name == "format":
            return str(dict(Format.choices).get(value, value))
        return self.states.get(value, value) if name in ("country", "place_country") else value

    def words(self, spans: list[Span] | tuple[Span, ...]) -> str:
        return quotable(self.version.text, *spans[0]) if spans else ""
