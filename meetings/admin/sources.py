"""What texts and other sources give, to be looked at: none of it is edited here."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from meetings.admin.base import ReadOnlyAdmin, SureFilter
from meetings.models import (
    Account,
    Change,
    Country,
    DocumentVersion,
    Edition,
    Mention,
    Organization,
    PersonName,
    Reference,
)
from meetings.templatetags.highlight import marked


def readable(value: Any) -> SafeString:
    """Plain data with line breaks."""
    return format_html('<pre class="data" tabindex="0">{}</pre>', json.dumps(value, ensure_ascii=False, indent=1))


class SourceAdmin(ReadOnlyAdmin):
    class Media:
        css = {"all": ["admin-desk.css"]}


@admin.register(DocumentVersion)
class DocumentVersionAdmin(SourceAdmin):
    """The bytes, the text and the reading of it."""

    list_display = ("__str__", "encoding", "size", "rules", "read_at")
    list_filter = ("encoding", "rules")
    search_fields = ("sha256", "documents__path")
    fields = ("sha256", "encoding", "taken", "size", "rules", "read_at", "shown_text", "shown_reading")

    def get_queryset(self, request: HttpRequest) -> QuerySet[DocumentVersion]:
        rows = super().get_queryset(request).annotate(bytes=Length("raw"))
        return rows.defer("raw", "text", "reading")

    @admin.display(description="bytes", ordering="bytes")
    def size(self, version: Any) -> int:
        return version.bytes

    @admin.display(description="text")
    def shown_text(self, version: DocumentVersion) -> SafeString:
        return format_html('<div class="source-text" dir="auto" tabindex="0">{}</div>', marked(version.text, ()))

    @admin.display(description="reading")
    def shown_reading(self, version: DocumentVersion) -> SafeString:
        return readable(version.reading)


@admin.register(Edition)
class EditionAdmin(SourceAdmin):
    list_display = ("document", "number", "version", "seen_at")
    list_select_related = ("document", "version")
    search_fields = ("document__path", "document__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return super().get_queryset(request).defer("version__raw", "version__text", "version__reading")


@admin.register(Account)
class AccountAdmin(SourceAdmin):
    list_display = ("document", "number", "date", "meeting", "in_text")
    list_filter = (("position", admin.EmptyFieldListFilter),)
    list_select_related = ("document", "meeting")
    search_fields = ("document__path", "document__title", "meeting__title")
    fields = ("document", "number", "position", "date", "meeting", "home", "shown_reading")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Account]:
        return super().get_queryset(request).defer("reading")

    @admin.display(description="still told", boolean=True)
    def in_text(self, account: Account) -> bool:
        return account.position is not None

    @admin.display(description="reading")
    def shown_reading(self, account: Account) -> SafeString:
        return readable(account.reading)


@admin.register(Reference)
class ReferenceAdmin(SourceAdmin):
    list_display = ("__str__", "document", "meeting", "rule", "confidence")
    list_filter = (SureFilter, ("meeting", admin.EmptyFieldListFilter), "rule")
    list_select_related = ("document", "meeting")
    search_fields = ("document__path", "document__title", "date")


@admin.register(Mention)
class MentionAdmin(SourceAdmin):
    list_display = ("__str__", "person", "document", "office", "rule", "confidence")
    list_filter = (SureFilter, ("country", admin.EmptyFieldListFilter), "rule")
    list_select_related = ("name", "person", "country", "document")
    search_fields = ("name__name", "country__name", "document__path")


@admin.register(PersonName)
class PersonNameAdmin(SourceAdmin):
    list_display = ("name", "country", "language", "person", "home")
    list_filter = ("language",)
    list_select_related = ("person", "home")
    search_fields = ("name", "person__name")


@admin.register(Country)
class CountryAdmin(SourceAdmin):
    list_display = ("name", "code", "region")
    list_filter = ("region",)
    search_fields = ("name", "code", "long_name")


@admin.register(Organization)
class OrganizationAdmin(SourceAdmin):
    search_fields = ("name",)


@admin.register(Change)
class ChangeAdmin(SourceAdmin):
    list_display = ("id", "kind", "object_id", "at")
    list_filter = ("kind",)
    ordering = ("-id",)
