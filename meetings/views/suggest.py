"""Something wrong? A reader tells the archive, and can look later at what became of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from diplomacy.network import client_address
from meetings import suggesting
from meetings.cldr import listed
from meetings.forms import SuggestionForm
from meetings.models import Meeting, Quote, Suggestion
from meetings.templatetags.reading_room import edtf
from meetings.views.refusals import Withheld, mind_meeting, mind_quote


def receipts() -> Signer:
    """Only who sent a suggestion has the address that tells of it."""
    return Signer(salt="suggestion")


def unlisted(response: HttpResponse) -> HttpResponse:
    """Nothing for search engines."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@method_decorator(never_cache, name="dispatch")
class Suggest(View):
    """The form about one row; subclasses say which it is and what it says now."""

    http_method_names = ["get", "head", "post"]

    def row(self, pk: int) -> Meeting | Quote:
        """Raises Http404 or Withheld where readers are shown none."""
        raise NotImplementedError

    def now(self, row: Any) -> dict[str, str]:
        """What the row says, field by field, in the reader's language."""
        raise NotImplementedError

    def get(self, request: HttpRequest, pk: int, slug: str | None = None) -> HttpResponse:
        row = self.row(pk)
        if request.path != f"{row.get_absolute_url()}suggest/":
            return redirect(f"{row.get_absolute_url()}suggest/", permanent=True)
        chosen = request.GET.get("field", "")
        return self.page(row, SuggestionForm(row.get_absolute_url(), self.now(row), chosen=chosen))

    def post(self, request: HttpRequest, pk: int, slug: str | None = None) -> HttpResponse:
        row = self.row(pk)
        form = SuggestionForm(row.get_absolute_url(), self.now(row), request.POST)
        if not form.is_valid():
            return self.page(row, form, status=422)
        said = {name: form.cleaned_data[name] for name in ("field", "should", "why", "name", "email")}
        with override(settings.LANGUAGE_CODE):
            said["was"] = self.now(row)[said["field"]]
        try:
            made = suggesting.suggest(row, client_address(request), language=get_language(), **said)
        except suggesting.TooMany as refusal:
            return self.refused(row, form, refusal.wait)
        return HttpResponseRedirect(reverse("meetings:suggested", args=[receipts().sign(str(made.pk))]))

    def refused(self, row: Meeting | Quote, form: SuggestionForm, wait: dt.timedelta) -> HttpResponse:
        form.add_error(
            None, _("So many suggestions came lately that no more are taken for now. Please try again later.")
        )
        response = self.page(row, form, status=429)
        response.headers["Retry-After"] = str(int(wait.total_seconds()))
        return response

    def page(self, row: Meeting | Quote, form: SuggestionForm, status: int = 200) -> HttpResponse:
        context = {"row": row, "form": form, "is_quote": isinstance(row, Quote)}
        return unlisted(render(self.request, "meetings/suggest.html", context, status=status))


class SuggestOnMeeting(Suggest):
    def row(self, pk: int) -> Meeting:
        asked = get_object_or_404(Meeting.objects.select_related("merged_into"), pk=pk)
        mind_meeting(asked.merged_into or asked)
        shown = Meeting.objects.listed().select_related("place_country")
        return get_object_or_404(shown, pk=(asked.merged_into or asked).pk)

    def now(self, row: Meeting) -> dict[str, str]:
        people = [seat.name for seat in row.participants.select_related("person")]
        place = [str(part) for part in (row.place, row.place_country) if part]
        return {
            "date": edtf(row.date),
            "place": ", ".join(place),
            "format": row.get_format_display(),
            "participants": listed(people) if people else "",
            "title": str(row),
            "other": "",
        }


class SuggestOnQuote(Suggest):
    def row(self, pk: int) -> Quote:
        rows = Quote.objects.select_related("document", "speaker", "speaker_organization").filter(current=True)
        quote = get_object_or_404(rows.defer("document__hints"), pk=pk)
        mind_quote(quote)
        return quote

    def now(self, row: Quote) -> dict[str, str]:
        speaker = str(row.speaker or row.speaker_organization or row.speaker_name or row.unnamed)
        return {"speaker": speaker, "words": row.text, "other": ""}


@method_decorator(never_cache, name="dispatch")
class Suggested(View):
    """Thanks, with the number, and what became of it."""

    def get(self, request: HttpRequest, receipt: str) -> HttpResponse:
        try:
            pk = receipts().unsign(receipt)
        except BadSignature:
            raise Http404 from None
        rows = Suggestion.objects.select_related("meeting__merged_into", "quote__document")
        suggestion = get_object_or_404(rows, pk=pk)
        context = {"suggestion": suggestion, "back": way_back(suggestion)}
        return unlisted(render(request, "meetings/suggested.html", context))


def way_back(suggestion: Suggestion) -> str:
    """The address of what the suggestion is on; empty where that is withheld by now: an address tells its title."""
    try:
        if suggestion.quote:
            mind_quote(suggestion.quote)
        elif suggestion.meeting:
            mind_meeting(suggestion.meeting.merged_into or suggestion.meeting)
    except Withheld:
        return ""
    return suggestion.row.get_absolute_url()
