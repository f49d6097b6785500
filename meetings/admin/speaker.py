"""Who said this? One page for the correction that is needed most: whoever the text names is one click away."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from meetings import corrections, writing
from meetings.admin.quotes import speaker
from meetings.admin.text_review.page import back_from
from meetings.admin.widgets import organization_field, organizations_offered, person_field
from meetings.models import Person, Quote
from meetings.views.quote import surroundings

BESIDE = ("document", "version", "meeting", "speaker", "speaker_organization")
HEAVY = ("version__raw", "version__reading", "document__hints")


class SpeakerForm(forms.Form):
    """A person or an organization; neither means that it is not known."""

    person = person_field(Quote, "speaker", required=False, label="Person")
    body = organization_field("or an organization")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("person") and data.get("body"):
            self.add_error("body", "Choose a person or an organization, not both: empty one of the two.")
        return data


def current(quote: Quote) -> dict[str, str] | None:
    return speaker(quote.speaker, quote.speaker_organization.name if quote.speaker_organization else "")


def named(quote: Quote) -> list[Person]:
    """Whom the text names, those first who take part in the meeting."""
    seated = set(quote.meeting.participants.values_list("person", flat=True)) if quote.meeting else set()
    people = Person.objects.filter(mentions__document=quote.document_id, merged_into=None).distinct()
    rows = people.select_related("country").order_by("name", "pk")
    return sorted(rows, key=lambda person: person.pk not in seated)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is sent is checked and written in one turn; who was overtaken by somebody else is told."""
    if not request.user.has_perm("meetings.change_quote"):
        raise PermissionDenied
    with transaction.atomic():
        if request.method == "POST":
            writing.take_turn()
        quote = get_object_or_404(Quote.objects.filter(current=True).select_related(*BESIDE).defer(*HEAVY), pk=pk)
        form = SpeakerForm(request.POST if request.method == "POST" else None)
        if form.is_valid() and decided(request, quote, form):
            return HttpResponseRedirect(back_from(request) or quote.get_absolute_url())
        return render(request, "admin/review/speaker.html", context(request, quote, form))


def decided(request: HttpRequest, quote: Quote, form: SpeakerForm) -> bool:
    """Write the decision; says no where the speaker is another by now than the page showed."""
    if request.POST.get("seen") != json.dumps(current(quote)):
        messages.warning(request, "The speaker was changed meanwhile. Look again.")
        return False
    person, body = form.cleaned_data["person"], form.cleaned_data["body"]
    value = speaker(person, body)
    said: Any = {"author": request.user, "reason": request.POST.get("reason", "")[:1000], "version": quote.version}
    field = f"quotes/{quote.key}/speaker"
    corrections.correct("document", quote.document.path, field, value, before=current(quote), **said)
    messages.success(request, f"The speaker now: {person or body or 'not known'}.")
    return True


def context(request: HttpRequest, quote: Quote, form: SpeakerForm) -> dict[str, Any]:
    return {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "title": "Who said this?",
        "quote": quote,
        "people": named(quote),
        "seen": json.dumps(current(quote)),
        "back": back_from(request) or quote.get_absolute_url(),
        "form": form,
        "media": form.media,
        "organizations": organizations_offered(),
        **surroundings(quote),
    }
