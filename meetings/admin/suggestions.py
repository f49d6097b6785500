"""What readers suggest: taken over into the form of what it is about, or dismissed with a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_POST

from meetings import suggesting, writing
from meetings.admin.base import DeskAdmin, ReadOnlyAdmin, link
from meetings.admin.forms import Edit
from meetings.models import Correction, Doubt, Format, Person, Suggestion

LONGEST_REASON = 1000
Field = Suggestion.Field


def take_over(suggestion: Suggestion) -> str:
    """The address of the form, filled in as the reader suggests."""
    row = suggestion.row
    page = reverse(f"admin:meetings_{row._meta.model_name}_change", args=[row.pk])
    return f"{page}?suggestion={suggestion.pk}"


def proposed(suggestion: Suggestion) -> dict[str, Any]:
    """What the form is filled with: words as they were written, names and labels where they are known."""
    should = suggestion.should.strip()
    found: dict[str, Any] = {}
    if suggestion.field in (Field.TITLE, Field.DATE, Field.PLACE, Field.WORDS):
        found[suggestion.field] = should
    elif suggestion.field == Field.FORMAT:
        found["format"] = format_called(should, suggestion.language)
    elif suggestion.field == Field.SPEAKER:
        found["speaker"] = person_called(should)
    return {name: value for name, value in found.items() if value} | {"reason": reason(suggestion)}


def format_called(label: str, language: str) -> str | None:
    with override(language):
        labels = {str(choice.label).casefold(): choice.value for choice in Format}
    return labels.get(label.casefold())


def person_called(name: str) -> int | None:
    """The one person of that name; None where it is nobody's or several persons'."""
    rows = Person.objects.filter(names__name__iexact=name, merged_into=None).distinct()
    found = list(rows.values_list("pk", flat=True)[:2])
    return found[0] if len(found) == 1 else None


def reason(suggestion: Suggestion) -> str:
    by = f" by {suggestion.name}" if suggestion.name else ""
    words = f"Suggestion {suggestion.pk}{by}: {' '.join(suggestion.why.split()) or 'no source given'}"
    return words[:LONGEST_REASON]


class TakesSuggestions(DeskAdmin):
    """A form that a suggestion can be taken over into: `?suggestion=NUMBER`."""

    def suggestion(self, request: HttpRequest, obj: Any = None) -> Suggestion | None:
        """The waiting suggestion that the address names; if a row is given, only one on that row."""
        number = request.GET.get("suggestion", "")
        rows = Suggestion.objects.waiting().select_related("meeting__merged_into", "quote__document")
        found = rows.filter(pk=number).first() if number.isascii() and number.isdecimal() else None
        return found if found and obj in (None, found.row) else None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        suggestion = self.suggestion(request, obj) if obj is not None else None
        return type(form.__name__, (form,), {"proposed": proposed(suggestion)}) if suggestion else form

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        obj = kwargs.get("obj")
        context["suggestion"] = self.suggestion(request, obj) if obj is not None else None
        return super().render_change_form(request, context, *args, **kwargs)

    def write(self, request: HttpRequest, form: Any, edits: Iterable[Edit]) -> list[Correction]:
        """The first correction that the form makes settles the suggestion."""
        written = super().write(request, form, edits)
        suggestion = self.suggestion(request) if written else None
        if suggestion and form.instance.pk == suggestion.row.pk:
            suggesting.settle(suggestion, Suggestion.State.TAKEN, request.user)  # type: ignore[arg-type]
            messages.success(request, f"{suggestion} was taken over.")
        return written

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back to what else readers suggest."""
        response = super().response_change(request, obj)
        if "suggestion" not in request.GET or "_continue" in request.POST:
            return response
        if (waiting := self.suggestion(request)) is not None:
            messages.warning(request, f"Nothing was changed, so {waiting} still waits.")
        return HttpResponseRedirect(next_one())


@require_POST
@transaction.atomic
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """The record stays as it is; the word says why, to the staff."""
    if not request.user.has_perm("meetings.change_suggestion"):
        raise PermissionDenied
    writing.take_turn()
    suggestion = get_object_or_404(Suggestion, pk=pk)
    if suggestion.state != Suggestion.State.WAITING:
        messages.warning(request, f"{suggestion} was settled meanwhile: {suggestion.get_state_display().lower()}.")
    else:
        word = request.POST.get("word", "").strip()[:300]
        suggesting.settle(suggestion, Suggestion.State.DISMISSED, request.user, word)  # type: ignore[arg-type]
        messages.success(request, f"{suggestion} was dismissed.")
    return HttpResponseRedirect(next_one())


def next_one() -> str:
    """The address of what waits next among the suggestions, or of the empty queue."""
    doubt = Doubt.objects.filter(kind=Doubt.Kind.SUGGESTION).first()
    address = reverse("review:item", args=[doubt.pk]) if doubt else reverse("review:queue")
    return f"{address}?kind={Doubt.Kind.SUGGESTION}"


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    """All of them, the settled ones too; they are settled in the review queue."""

    list_display = ("id", "at", "state", "about", "field", "should", "name", "settled_by", "word")
    list_filter = ("state", "field")
    list_select_related = ("meeting__merged_into", "quote", "settled_by")
    search_fields = ("should", "why", "name", "word")
    fields = (
        "about",
        "field",
        ("was", "should"),
        "why",
        ("name", "email", "language", "at"),
        ("state", "settled_by", "settled_at"),
        "word",
    )
    readonly_fields = ("about",)

    class Media:
        css = {"all": ["admin-desk.css"]}

    @admin.display(description="about")
    def about(self, suggestion: Suggestion) -> SafeString | str:
        return link(suggestion.row)
