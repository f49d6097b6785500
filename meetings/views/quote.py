"""One quote: the words, who said them, and where they stand."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views import View

from meetings.highlighting import HIDDEN, Mark, excerpt
from meetings.models import Correction, Edition, Participant, Quote
from meetings.search import Search
from meetings.showing import hide_speaker, show
from meetings.views import citations, suffixes
from meetings.views.linked_data import quotation, script
from meetings.views.permanent import permanent
from meetings.views.refusals import mind_quote
from meetings.views.sought import quote_marks, search_of
from meetings.views.sources import anchor


class QuoteDetail(View):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        quote = quote_or_404(pk)
        terms = show([(quote.document, quote.version)]).get(quote.document_id)
        edition = Edition.objects.filter(document=quote.document, version=quote.version).last()
        newest = quote.version_id == quote.document.version_id
        absolute = permanent(request)
        citation = citations.of_quote(quote, absolute)
        place = edition if edition and not newest else quote.document
        context = {
            "quote": quote,
            "terms": terms,
            "seat": seat_of(quote),
            "edition": edition,
            "newest": newest,
            "decisions": decisions_on(quote),
            "source_url": f"{place.get_absolute_url()}#{anchor(quote.document_id, f'q{pk}')}",
            "canonical": request.build_absolute_uri(quote.get_absolute_url()),
            "lasting": absolute(quote.get_absolute_url()),
            "citation": citation,
            "formats": suffixes.of_quote(quote),
            "linked_data": script(quotation(quote, citation, absolute)),
            **surroundings(quote, search_of(request.GET)),
            **neighbours(quote),
        }
        return render(request, "meetings/quote_detail.html", context)


def quote_or_404(pk: int) -> Quote:
    """The quote with its text, without the bytes. Raises Withheld."""
    rows = Quote.objects.select_related(
        "version",
        "document",
        "meeting__place_country",
        "speaker__country",
        "speaker__merged_into",
        "speaker_organization",
    )
    quote = get_object_or_404(rows.defer("version__raw", "version__reading"), pk=pk)
    mind_quote(quote)
    hide_speaker(quote)
    return quote


def seat_of(quote: Quote) -> Participant | None:
    """In what capacity the speaker took part in the meeting."""
    rows = Participant.objects.select_related("country", "organization")
    return rows.filter(meeting=quote.meeting_id, person=quote.speaker_id).first() if quote.speaker_id else None


def decisions_on(quote: Quote) -> list[Correction]:
    rows = Correction.objects.standing().filter(kind="document", subject=quote.document.path)
    field = f"quotes/{quote.key}"
    return list(rows.filter(Q(field=field) | Q(field__startswith=f"{field}/")).filter(version=quote.version_id))


def surroundings(quote: Quote, search: Search | None = None) -> dict[str, Any]:
    """The quote between its paragraphs, marked, as are the words in it that were searched for; and the question."""
    text = quote.version.text
    if text[quote.start : quote.end] != quote.text:
        return {}
    before, words, after = excerpt(text, quote.start, quote.end)
    asked = quote.question_span
    return {
        "context": before + words + after,
        "cut_before": bool(text[: quote.start - len(before)].strip()),
        "cut_after": bool(text[quote.end + len(after) :].strip()),
        "marks": [Mark(len(before), len(before) + len(words), "quote"), *quote_marks(search, quote, len(before))],
        "sought": search,
        "question": text[asked[0] : asked[1]] if asked and not HIDDEN.search(text, *asked) else "",
    }


def neighbours(quote: Quote) -> dict[str, Any]:
    """The quotes before and after this one in its text, and its place among them."""
    rows = Quote.objects.listed().filter(document=quote.document_id).order_by("start", "pk")
    keys = list(rows.values_list("pk", flat=True)) if quote.current else []
    if quote.pk not in keys:
        return {}
    place = keys.index(quote.pk)
    return {
        "place": place + 1,
        "total": len(keys),
        "previous": keys[place - 1] if place else None,
        "next": keys[place + 1] if place + 1 < len(keys) else None,
    }
