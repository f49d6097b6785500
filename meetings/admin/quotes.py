"""Quotes: whose they are, and where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from meetings.admin import history, reading_rows
from meetings.admin.base import DeskInline, SureFilter, link, shown_first
from meetings.admin.forms import Edit, FactForm, why
from meetings.admin.meanwhile import Gone
from meetings.admin.reading_rows import Readings
from meetings.admin.readings import ReadingsAdmin
from meetings.admin.spans import WordsField, locate, mind_others, mind_span, mind_whole, mind_words
from meetings.admin.suggestions import TakesSuggestions
from meetings.admin.takedowns import Withholdable
from meetings.admin.widgets import choice, know, organization_field, person_field
from meetings.extraction.record import Span
from meetings.highlighting import excerpt
from meetings.models import Correction, Document, Edition, Person, Quote
from meetings.templatetags.highlight import shown

SPAN = {"start", "end", "words"}
HEAVY = ("version__raw", "version__text", "version__reading", "document__hints")


def speaker(person: Person | None, body: str) -> dict[str, str] | None:
    """Who speaks, as corrections hold it; None leaves it open."""
    if person:
        return {"person": person.slug}
    return {"organization": body} if body else None


class QuoteForm(FactForm):
    """Whose words these are, and which words."""

    speaker = person_field(Quote, "speaker", required=False)
    body = organization_field("or organization")
    unstamped = ("reason", "remove", "document", "seen")
    together: tuple[tuple[str, ...], ...] = (("start", "end"), ("speaker", "body"))

    class Meta:
        model = Quote
        fields = ("start", "end")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        self.initial["body"] = row.speaker_organization.name if row.pk and row.speaker_organization else ""
        self.initial["words"] = " ".join(row.text.split()) if row.pk else ""
        self.speaker_before = speaker(row.speaker, self.initial["body"]) if row.pk else None
        if row.pk:
            know(self, "speaker")

    def place_of(self, name: str) -> tuple[str, str, str]:
        field = {"": "", "speaker": "/speaker", "body": "/speaker"}.get(name, "/span")
        return "document", self.instance.document.path, f"quotes/{self.instance.key}{field}"

    @classmethod
    def place_of_gone(cls, row: Gone) -> str:
        quote = Quote.objects.filter(pk=row.pk).first()
        return f"quotes/{quote.key}" if quote else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("speaker") and data.get("body"):
            self.add_error("body", "Choose a person or an organization, not both: empty one of the two.")
        if self.touched() & SPAN and not self.errors:
            try:
                mind_whole(self.instance)
                data["start"], data["end"] = self.span()
            except ValidationError as error:
                self.add_error("words" if "words" in self.fields else "start", error)
        return data

    def text(self) -> str:
        return str(self.instance.version.text)

    def span(self) -> Span:
        """By the words, if these were changed, else by the offsets."""
        data, text = self.cleaned_data, self.text()
        offsets = bool({"start", "end"} & set(self.changed_data))
        words = data.get("words") if "words" in self.changed_data else ""
        if words and not offsets:
            span = locate(words, text, near=self.initial.get("start"))
        else:
            span = mind_span(data.get("start"), data.get("end"), text)
        if words and offsets:
            mind_words(words, span, text)
        mind_others(self.instance.document, span, self.instance.pk)
        return span

    def edits(self) -> Iterator[Edit]:
        version = self.instance.version
        data = self.cleaned_data
        if {"speaker", "body"} & set(self.changed_data):
            value = speaker(data.get("speaker"), data.get("body", ""))
            yield self.edit("speaker", value, before=self.speaker_before, version=version)
        before = [self.initial.get("start"), self.initial.get("end")]
        if self.touched() & SPAN and [data["start"], data["end"]] != before:
            yield self.edit("start", [data["start"], data["end"]], before=before, version=version)

    def removal(self) -> Iterator[Edit]:
        before = self.initial["words"]
        yield self.edit("", None, before=before, action=Correction.Action.REMOVED, version=self.instance.version)


class QuoteChangeForm(QuoteForm):
    words = WordsField(help_text="Copy more or fewer words from the text (“In context”), or set start and end.")
    remove = forms.BooleanField(label="This is no quote: remove it", required=False)
    reason = why()

    together = (("start", "end", "words"), ("speaker", "body"))

    def touched(self) -> set[str]:
        """Who removes a quote must have seen it as it is."""
        removing = "remove" in self.changed_data
        return {name for group in self.together for name in group} if removing else super().touched()

    def edits(self) -> Iterator[Edit]:
        return self.removal() if self.cleaned_data.get("remove") else super().edits()


class NewQuoteForm(QuoteForm):
    """A quote that no reading found."""

    words = WordsField(required=False, help_text="Copied from the text; or give start and end.")
    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    """The text (its id) in which the person at the form counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = getattr(self.parent, "version_id", None)

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - {"seen"})

    def of_document(self) -> Document | None:
        return self.parent if isinstance(self.parent, Document) else self.cleaned_data.get("document")

    def text(self) -> str:
        return str(self.instance.document.version.text)

    def clean(self) -> dict[str, Any]:
        document = self.of_document()
        if document is None:
            return self.cleaned_data
        self.instance.document = document
        data = super().clean()
        if not self.touched() & SPAN:
            self.add_error("words", "Give the words, or start and end.")
        if data.get("seen") not in (None, document.version_id):
            self.add_error(None, "The text was renewed meanwhile. Look again: open the page anew.")
        return data

    def edits(self) -> Iterator[Edit]:
        data, document = self.cleaned_data, self.instance.document
        self.instance.key = f"{data['start']}-{data['end']}"
        value = speaker(data.get("speaker"), data.get("body", ""))
        yield self.edit("", value, before=None, action=Correction.Action.ADDED, version=document.version)
        for name, now in (("speaker", value), ("start", [data["start"], data["end"]])):
            kind, subject, field = self.place_of(name)
            if Correction.objects.standing().filter(kind=kind, subject=subject, field=field).exists():
                yield self.edit(name, now, before=None, version=document.version)


class QuoteAddForm(NewQuoteForm):
    """The same on a page of its own."""

    document = choice(Edition, "document", Document.objects.told())
    reason = why()


class CurrentFilter(admin.SimpleListFilter):
    """Quotes that readers see, unless asked for the rest."""

    title = "shown to readers"
    parameter_name = "shown"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "No"), ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        return shown_first(self, changelist, super().choices(changelist))

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "all":
            return queryset
        shown = queryset.listed()
        return shown if self.value() is None else queryset.exclude(pk__in=shown.values("pk"))


class SpeakerFilter(admin.SimpleListFilter):
    title = "speaker"
    parameter_name = "speaker_known"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "Unknown"), ("person", "A person"), ("organization", "An organization")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "no":
            return queryset.filter(speaker=None, speaker_organization=None)
        if self.value() == "person":
            return queryset.exclude(speaker=None)
        return queryset.exclude(speaker_organization=None) if self.value() else queryset


class QuoteInline(DeskInline):
    """The quotes that a reading or a person found."""

    model = Quote
    form = QuoteForm
    fields = ("words_said", "speaker", "body", "start", "end", "read_by")
    readonly_fields = ("words_said", "read_by")
    stands_in = {"body": "speaker_organization"}
    verbose_name_plural = "quotes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        rows = super().get_queryset(request).filter(current=True)
        rows = rows.select_related("document", "version", "speaker", "speaker_organization").defer(*HEAVY)
        return rows.order_by("document_id", "start")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="words")
    def words_said(self, quote: Quote) -> str:
        return format_html('<a href="{}">{}</a>', address(quote), quote.text)

    @admin.display(description="rule, confidence")
    def read_by(self, quote: Quote) -> str:
        return f"{quote.rule}, {quote.confidence:.2f}"


class MeetingQuoteInline(QuoteInline):
    fk_name = "meeting"


class NewQuoteInline(DeskInline):
    """Quotes that no reading found."""

    model = Quote
    form = NewQuoteForm
    fk_name = "document"
    extra = 1
    fields = ("words", "start", "end", "speaker", "body", "seen")
    verbose_name = "new quote"
    verbose_name_plural = "add quotes"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        return super().get_queryset(request).none()


def address(quote: Quote) -> str:
    return reverse("admin:meetings_quote_change", args=[quote.pk])


@admin.register(Quote)
class QuoteAdmin(Withholdable, ReadingsAdmin, TakesSuggestions):
    form = QuoteChangeForm
    list_display = ("__str__", "said_by", "language", "confidence", "document")
    list_filter = (CurrentFilter, SureFilter, "language", SpeakerFilter, "rule", "withheld")
    search_fields = ("text", "speaker_name", "speaker__name", "document__path")
    search_help_text = "Words, speaker or file name"
    readonly_fields = ("source", "meeting_told", "context", "speaker_name", "language", "rule", "confidence", "current")
    stands_in = {"body": "speaker_organization", "words": "text", "remove": ""}
    fieldsets = (
        (None, {"fields": ("words", ("start", "end"), "speaker", "body", "remove", "reason")}),
        ("In context", {"fields": ("context", "source", "meeting_told")}),
        ("As it was read", {"fields": (("speaker_name", "language"), ("rule", "confidence"), "current")}),
    )
    add_fieldsets = ((None, {"fields": ("document", "words", ("start", "end"), "speaker", "body", "reason")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Quote]:
        return super().get_queryset(request).defer(*HEAVY)

    list_select_related = ("document", "speaker", "speaker_organization")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("meetings.change_quote")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = QuoteAddForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.add_fieldsets if obj is None else super().get_fieldsets(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return () if obj is None else super().get_readonly_fields(request, obj)

    def save_model(self, request: HttpRequest, obj: Quote, form: Any, change: bool) -> None:
        written = self.write(request, form, form.edits())
        rows = Quote.objects.filter(document=obj.document_id, current=True)
        row = rows.filter(pk=obj.pk).first() if change else rows.get(start=obj.start, end=obj.end)
        obj.pk = row.pk if row else obj.pk
        if row and any(correction.field.endswith("/span") for correction in written):
            messages.info(request, f"The quote now reads: “{row.text}”")

    def readings_of(self, obj: Any) -> Readings:
        return reading_rows.of_quote(obj)

    def review_address(self, obj: Any) -> str:
        return reverse("review:document", args=[obj.document_id]) + f"#quote-{obj.pk}"

    def why_closed(self, quote: Quote) -> str:
        return "" if quote.current else "This quote was removed, or no current text has it; it is not shown to readers."

    def history_of(self, quote: Quote) -> list[history.Entry]:
        return history.of_quote(quote)

    @admin.display(description="speaker", ordering="speaker_name")
    def said_by(self, quote: Quote) -> str:
        return str(quote.speaker or quote.speaker_organization or quote.speaker_name or "–")

    @admin.display(description="document")
    def source(self, quote: Quote) -> SafeString | str:
        return link(quote.document)

    @admin.display(description="meeting")
    def meeting_told(self, quote: Quote) -> SafeString | str:
        return link(quote.meeting)

    @admin.display(description="the text around it")
    def context(self, quote: Quote) -> SafeString:
        parts = [mark_safe(shown(part)) for part in excerpt(quote.version.text, quote.start, quote.end)]
        return format_html('<div class="source-text excerpt" dir="auto">{}<mark>{}</mark>{}</div>', *parts)
