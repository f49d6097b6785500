"""Persons and their spellings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from meetings.admin import history, reading_rows
from meetings.admin.base import ShownFilter, link
from meetings.admin.forms import Edit, FactForm, plain, why
from meetings.admin.identity import PersonSplitForm, SameOrDifferent
from meetings.admin.reading_rows import Readings
from meetings.admin.readings import ReadingsAdmin
from meetings.admin.tables import TableAdmin
from meetings.admin.takedowns import Withholdable
from meetings.models import Person, PersonName

ONLY_LIVING = ("person", "speaker")
"""Foreign keys that lead to persons as they are held to be now."""


class PersonForm(FactForm):
    reason = why()

    class Meta:
        model = Person
        fields = ("name", "wikidata")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "wikidata" in self.fields:
            self.fields["wikidata"].validators.append(
                RegexValidator(r"\AQ[1-9][0-9]*\Z", "Write it as Q and digits: Q1234.")
            )

    def place_of(self, name: str) -> tuple[str, str, str]:
        return "person", self.instance.slug, name

    def edits(self) -> Iterator[Edit]:
        for name in self.changed_data:
            if name != "reason":
                yield self.edit(name, plain(self.cleaned_data[name]))


class NameInline(admin.TabularInline):
    """The spellings met in texts."""

    model = PersonName
    fk_name = "person"
    fields = readonly_fields = ("name", "country", "language", "first_of")
    extra = 0
    can_delete = False
    verbose_name_plural = "spellings met in texts"

    def get_queryset(self, request: HttpRequest) -> QuerySet[PersonName]:
        return super().get_queryset(request).select_related("home")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="first held to be")
    def first_of(self, name: PersonName) -> SafeString | str:
        return link(name.home)


@admin.register(Person)
class PersonAdmin(SameOrDifferent, Withholdable, ReadingsAdmin, TableAdmin):
    form = PersonForm
    table_key = "slug"
    table_fields = ("name", "wikidata")
    table_told = ("country", "office")
    kind = "person"
    split_form = PersonSplitForm
    actions = (*SameOrDifferent.actions, *Withholdable.actions)
    list_display = ("name", "office", "country", "meetings", "quotes", "documents", "wikidata")
    list_filter = (ShownFilter, ("country", admin.RelatedOnlyFieldListFilter), "withheld")
    list_select_related = ("country",)
    search_fields = ("name", "names__name", "slug")
    search_help_text = "Any spelling of the name"
    readonly_fields = ("slug", "office", "country", "meeting_count", "quote_count", "document_count", "merged")
    fieldsets = (
        (None, {"fields": ("name", "wikidata", "reason")}),
        (
            "What follows from the records",
            {"fields": ("slug", ("office", "country"), ("meeting_count", "quote_count", "document_count"), "merged")},
        ),
    )
    inlines = (NameInline,)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        rows, many = super().get_search_results(request, queryset, search_term)
        asked = request.resolver_match and request.resolver_match.url_name == "autocomplete"
        if asked and request.GET.get("field_name") in ONLY_LIVING:
            rows = rows.filter(merged_into=None)
        return rows, many

    def readings_of(self, obj: Any) -> Readings:
        return reading_rows.of_person(obj)

    @admin.display(ordering="meeting_count")
    def meetings(self, person: Person) -> int:
        return person.meeting_count

    @admin.display(ordering="quote_count")
    def quotes(self, person: Person) -> int:
        return person.quote_count

    @admin.display(ordering="document_count")
    def documents(self, person: Person) -> int:
        return person.document_count

    @admin.display(description="merged into")
    def merged(self, person: Person) -> SafeString | str:
        return link(person.merged_into)

    def why_closed(self, person: Person) -> str:
        return "This person is held to be the same as another: correct that one (“merged into”)." * bool(
            person.merged_into_id
        )

    def history_of(self, person: Person) -> list[history.Entry]:
        return history.of_person(person)
