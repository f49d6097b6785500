"""Meetings and quotes in other formats, by suffix at their own address: `.bib`, `.ris`, `.json`, `.ics`."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views import View

from meetings.calendars import calendar
from meetings.citing import bibtex, plain, ris
from meetings.exports.records import Batch, quote_told
from meetings.models import Document, Meeting, Participant, Quote
from meetings.showing import hide_speaker
from meetings.views import citations
from meetings.views.linked_data import Absolute
from meetings.views.permanent import permanent
from meetings.views.refusals import mind_meeting, mind_quote

TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/json",
    "ics": "text/calendar",
}
NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "JSON", "ics": "iCalendar"}
Data = dict[str, Any]


class Format(NamedTuple):
    """A link to the same thing in another format."""

    name: str
    url: str
    type: str


def of_meeting(meeting: Meeting) -> list[Format]:
    """The formats in which a meeting can be had. A calendar knows no part of a date."""
    known = [suffix for suffix in TYPES if suffix != "ics" or is_day(meeting)]
    return [Format(NAMES[suffix], meeting_address(meeting, suffix), TYPES[suffix]) for suffix in known]


def of_quote(quote: Quote) -> list[Format]:
    return [Format(NAMES[suffix], quote_address(quote, suffix), TYPES[suffix]) for suffix in ("bib", "ris", "json")]


def quote_address(quote: Quote, suffix: str) -> str:
    return reverse("meetings:quote_as", args=[quote.pk, suffix])


def is_day(meeting: Meeting) -> bool:
    return meeting.date_from is not None and meeting.date_from == meeting.date_to


def meeting_address(meeting: Meeting, suffix: str) -> str:
    return reverse("meetings:meeting_as", args=[meeting.pk, meeting.slug or "meeting", suffix])


def answer(content: str, name: str, suffix: str) -> HttpResponse:
    response = HttpResponse(content, content_type=f"{TYPES[suffix]}; charset=utf-8")
    response["Content-Disposition"] = f'{"inline" if suffix == "json" else "attachment"}; filename="{name}.{suffix}"'
    response["X-Robots-Tag"] = "noindex"
    return response


class MeetingAs(View):
    """A meeting in one format. Old titles and merged meetings lead on, as on the page."""

    def get(self, request: HttpRequest, pk: str, suffix: str, slug: str | None = None) -> HttpResponse:
        found = get_object_or_404(Meeting.objects.select_related("place_country", "merged_into__place_country"), pk=pk)
        meeting = found.merged_into or found
        mind_meeting(meeting)
        address = meeting_address(meeting, suffix)
        if request.path != address:
            return redirect(address, permanent=True)
        told = TellsOfMeeting(meeting, permanent(request))
        return answer(getattr(told, suffix)(), f"meeting-{meeting.pk}", suffix)


class TellsOfMeeting:
    """A meeting as text in each format, in a fixed number of queries."""

    def __init__(self, meeting: Meeting, absolute: Absolute) -> None:
        self.meeting, self.absolute = meeting, absolute
        current = Document.objects.filter(accounts__meeting=meeting, accounts__position__isnull=False)
        self.documents = list(current.distinct().order_by("published_key", "pk"))

    def bib(self) -> str:
        return bibtex(citations.works(self.meeting, self.documents, self.absolute))

    def ris(self) -> str:
        return ris(citations.works(self.meeting, self.documents, self.absolute))

    def ics(self) -> str:
        """Raises Http404 where no one day is known."""
        meeting = self.meeting
        if meeting.date_from is None or not is_day(meeting):
            raise Http404("No day is known on which they met.")
        url = self.absolute(meeting.get_absolute_url())
        sources = [str(citations.source(document, self.absolute)) for document in self.documents]
        return calendar(
            uid=self.absolute(reverse("meetings:meeting", kwargs={"pk": meeting.pk})),  # titles change, numbers do not
            day=meeting.date_from,
            stamp=timezone.now(),
            summary=str(meeting),
            location=", ".join(str(part) for part in (meeting.place, meeting.place_country) if part),
            description="\n".join([*(str(seat) for seat in self.seats()), *sources]),
            url=url,
        )

    def json(self) -> str:
        """What holds of the meeting, and what each document tells, in the form of an export."""
        meeting, batch = self.meeting, Batch(self.documents)
        return pretty(
            {
                "id": meeting.pk,
                "url": self.absolute(meeting.get_absolute_url()),
                "title": meeting.title or None,
                "date": meeting.date or None,
                "format": meeting.format,
                "place": meeting.place or None,
                "place_country": meeting.place_country_id,
                "reviewed": meeting.reviewed,
                "participants": [self.seat(row) for row in self.seats()],
                "documents": [batch.record(one) | self.source(one) for one in self.documents],
                "citation": plain(citations.of_meeting(meeting, self.documents, self.absolute)),
            }
        )

    def seats(self) -> list[Participant]:
        rows = self.meeting.participants.select_related("person", "country", "organization")
        return list(rows.order_by("order", "pk"))

    def seat(self, row: Participant) -> Data:
        return {
            "name": row.person.name if row.person else None,
            "office": row.office or None,
            "country": row.country_id,
            "organization": row.organization.name if row.organization else None,
            "person": row.person.slug if row.person else None,
            "url": self.absolute(row.person.get_absolute_url()) if row.person else None,
        }

    def source(self, document: Document) -> Data:
        return {
            "publisher": document.publisher or None,
            "source_url": document.source_url or None,
            "url": self.absolute(document.get_absolute_url()),
        }


class QuoteAs(View):
    """A quote in one format."""

    def get(self, request: HttpRequest, pk: int, suffix: str) -> HttpResponse:
        rows = Quote.objects.select_related(
            "document__version", "meeting", "speaker__merged_into", "speaker_organization"
        )
        quote, absolute = get_object_or_404(rows, pk=pk), permanent(request)
        mind_quote(quote)
        hide_speaker(quote)
        works = citations.quoted(quote, absolute)
        content = bibtex(works) if suffix == "bib" else ris(works) if suffix == "ris" else quote_json(quote, absolute)
        return answer(content, f"quote-{pk}", suffix)


def quote_json(quote: Quote, absolute: Absolute) -> str:
    meeting = quote.meeting
    return pretty(
        quote_told(quote)
        | {
            "id": quote.pk,
            "url": absolute(quote.get_absolute_url()),
            "language": quote.language or None,
            "current": quote.current,
            "document": {"path": quote.document.path, "url": absolute(quote.document.get_absolute_url())},
            "meeting": {"id": meeting.pk, "url": absolute(meeting.get_absolute_url())} if meeting else None,
            "citation": plain(citations.of_quote(quote, absolute)),
        }
    )


def pretty(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
