"""Addresses at which something is that is not shown: withheld (410), or not given out by the terms of its publisher."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from meetings.models import Document, DocumentVersion, Meeting, Person, PublisherTerms, Quote, Takedown
from meetings.resolving.withholding import texts_withheld
from meetings.takedowns import rests_on_withheld, takedown_of


class Withheld(Exception):
    """What is asked for is withheld, under this takedown if it is known."""

    def __init__(self, takedown: Takedown | None = None) -> None:
        super().__init__()
        self.takedown = takedown


class NotGivenOut(Exception):
    """The terms of the publisher do not allow what is asked for."""

    def __init__(self, document: Document, terms: PublisherTerms) -> None:
        super().__init__()
        self.document, self.terms = document, terms


class Refusals:
    """The middleware that answers in words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Withheld):
            response = render(request, "410.html", {"takedown": error.takedown}, status=410)
        elif isinstance(error, NotGivenOut):
            context = {"document": error.document, "terms": error.terms}
            response = render(request, "meetings/not_given_out.html", context, status=403)
        else:
            return None
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "no-cache"  # a takedown can be withdrawn, terms can change
        return response


def mind_document(document: Document) -> None:
    """Raises Withheld."""
    if document.withheld:
        raise Withheld(takedown_of(document))


def mind_text(version: DocumentVersion) -> None:
    """Raises Withheld: an older text of a document that is shown may be that of one that is not."""
    if takedown := texts_withheld([version]).get(version.pk):
        raise Withheld(takedown)


def mind_quote(quote: Quote) -> None:
    """Raises Withheld. `document` must be there."""
    mind_document(quote.document)
    if quote.version_id != quote.document.version_id:
        mind_text(quote.version)
    if quote.withheld:
        raise Withheld(takedown_of(quote))


def mind_person(person: Person) -> None:
    """Raises Withheld, also for those whom only a withheld document names."""
    if person.withheld:
        raise Withheld(takedown_of(person))
    if rests_on_withheld(person):
        raise Withheld


def mind_meeting(meeting: Meeting) -> None:
    """Raises Withheld where all that told of the meeting is withheld."""
    if meeting.account_count:
        return
    told = Document.objects.filter(Q(accounts__meeting=meeting) | Q(accounts__home=meeting), withheld=True)
    if document := told.select_related("version").first():
        raise Withheld(takedown_of(document))
