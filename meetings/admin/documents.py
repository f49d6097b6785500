"""Documents: what is known of a source, whom its text names, what it quotes. The text itself is only shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget, AdminURLFieldWidget
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from meetings.admin import history, reading_rows
from meetings.admin.base import DeskInline, link
from meetings.admin.forms import Edit, FactForm, plain, why
from meetings.admin.meetings import DATE_HELP, mind_date
from meetings.admin.quotes import NewQuoteInline, QuoteInline, address
from meetings.admin.reading_rows import Readings
from meetings.admin.readings import ReadingsAdmin
from meetings.admin.tables import TableAdmin
from meetings.admin.takedowns import Deletable, Withholdable
from meetings.admin.widgets import country_field, know
from meetings.alignment import occurrences
from meetings.highlighting import Mark
from meetings.models import Correction, Document, Mention
from meetings.templatetags.highlight import marked

LANGUAGE = RegexValidator(r"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z", "Write it as en, ru or uz-Cyrl.")


class DocumentForm(FactForm):
    source_url = forms.URLField(
        label="Address of the source",
        required=False,
        max_length=1000,
        assume_scheme="https",
        widget=AdminURLFieldWidget,
    )
    country = country_field(
        label="Country of the publisher", help_text="The state whose authority or press published it."
    )
    reason = why()

    class Meta:
        model = Document
        fields = ("title", "publisher", "country", "source_url", "language", "published")
        widgets = {"title": forms.Textarea(attrs={"rows": 2, "cols": 80})}
        help_texts = {"published": DATE_HELP, "language": "en, ru, uz-Cyrl …"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        know(self, "country")
        if "language" in self.fields:
            self.fields["language"].validators.append(LANGUAGE)

    def clean_published(self) -> str:
        return mind_date(self.cleaned_data["published"])

    def place_of(self, name: str) -> tuple[str, str, str]:
        return "document", self.instance.path, name

    def edits(self) -> Iterator[Edit]:
        for name in self.changed_data:
            if name != "reason":
                yield self.edit(name, plain(self.cleaned_data[name]))


class MentionForm(FactForm):
    """A person or a state that the text names; those there are can be removed, others can be added."""

    parent: Document
    new_name = forms.CharField(label="Person's name", required=False, max_length=200, widget=AdminTextInputWidget)
    country = country_field(label="or country")

    class Meta:
        model = Mention
        fields = ("country",)

    def place_of(self, name: str) -> tuple[str, str, str]:
        return "document", self.parent.path, name

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        name, country = data.get("new_name"), data.get("country")
        if bool(name) == bool(country) and not self.errors:
            raise ValidationError("Give a person's name or a country, one of the two in each row.")
        if name and self.parent.mentions.filter(name__name=name).exists():
            raise ValidationError("“%(name)s” is among the mentions already.", params={"name": name})
        return data

    def edits(self) -> Iterator[Edit]:
        name, country = self.cleaned_data.get("new_name"), self.cleaned_data.get("country")
        field, value = (f"people/{name}", self.spans(name)) if name else (f"countries/{plain(country)}", None)
        yield self.edit(field, value, action=Correction.Action.ADDED, version=self.parent.version)

    def spans(self, name: str) -> dict[str, Any]:
        """Where the text has the name, letter for letter."""
        return {"spans": [[at, at + len(name)] for at in occurrences(name, self.parent.version.text)]}


class KnownMentionForm(MentionForm):
    def clean(self) -> dict[str, Any]:
        return self.cleaned_data

    def removal(self) -> Iterator[Edit]:
        row = self.instance
        field = f"people/{row.name.name}" if row.name else f"countries/{row.country_id}"
        yield self.edit(field, None, before=str(row), action=Correction.Action.REMOVED, version=self.parent.version)


class MentionInline(DeskInline):
    """Mentions as they stand. Whoever is removed here is removed from the document's meetings and quotes too."""

    model = Mention
    form = KnownMentionForm
    fields = readonly_fields = ("named", "held_to_be", "country", "office", "places", "rule", "confidence")
    verbose_name_plural = "mentions (to remove a person here is to remove them from this text's meetings and quotes)"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).select_related("name", "person", "country")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="named in the text")
    def named(self, mention: Mention) -> str:
        return str(mention)

    @admin.display(description="held to be")
    def held_to_be(self, mention: Mention) -> SafeString | str:
        return link(mention.person)

    @admin.display(description="places")
    def places(self, mention: Mention) -> int:
        return len(mention.spans)


class NewMentionInline(DeskInline):
    model = Mention
    form = MentionForm
    extra = 1
    fields = ("new_name", "country")
    verbose_name = "new mention"
    verbose_name_plural = "add mentions"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).none()


class DocumentQuoteInline(QuoteInline):
    fk_name = "document"


@admin.register(Document)
class DocumentAdmin(Deletable, Withholdable, ReadingsAdmin, TableAdmin):
    form = DocumentForm
    set_together = ("publisher", "language")
    table_key = "path"
    table_fields = ("title", "publisher", "country", "source_url", "language", "published")
    list_display = ("__str__", "review", "publisher", "language", "published", "path", "added_at")
    list_filter = (
        "language",
        "publisher",
        ("country", admin.RelatedOnlyFieldListFilter),
        ("same_text_as", admin.EmptyFieldListFilter),
        "withheld",
    )
    search_fields = ("title", "path", "publisher", "source_url")
    search_help_text = "Title, file name, publisher or address"
    readonly_fields = ("path", "text", "text_as_it_came", "same_text", "added_at")
    fieldsets = (
        (None, {"fields": ("title", ("publisher", "country"), "source_url", ("language", "published"), "reason")}),
        ("The text", {"fields": ("text",)}),
        ("The file", {"fields": ("path", "text_as_it_came", "same_text", "added_at")}),
    )
    inlines = (DocumentQuoteInline, NewQuoteInline, MentionInline, NewMentionInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return super().get_queryset(request).defer("hints")

    def get_inlines(self, request: HttpRequest, obj: Document | None) -> Any:
        """What a text names and quotes is corrected where it is told, not under its other names."""
        return () if obj and obj.same_text_as_id else super().get_inlines(request, obj)

    @admin.display(description="text")
    def text(self, document: Document) -> SafeString:
        quotes = document.quotes.listed().order_by("start")
        marks = [
            Mark(quote.start, quote.end, "quote", href=address(quote), label=str(number))
            for number, quote in enumerate(quotes, 1)
        ]
        return format_html(
            '<div class="source-text" dir="auto" tabindex="0">{}</div>', marked(document.version.text, marks)
        )

    @admin.display(description="text and record")
    def review(self, document: Document) -> SafeString:
        address = reverse("review:document", args=[document.pk])
        return format_html('<a href="{}" aria-label="Review: {}">Review</a>', address, document)

    def readings_of(self, obj: Any) -> Readings:
        return reading_rows.of_document(obj)

    def review_address(self, obj: Any) -> str:
        return reverse("review:document", args=[obj.pk])

    @admin.display(description="as it came")
    def text_as_it_came(self, document: Document) -> SafeString | str:
        return link(document.version, "bytes, text and reading")

    @admin.display(description="same text as")
    def same_text(self, document: Document) -> SafeString | str:
        return link(document.same_text_as)

    def history_of(self, document: Document) -> list[history.Entry]:
        return history.of_document(document)
