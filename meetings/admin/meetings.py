"""Meetings, with who took part and what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join

from meetings.admin import history, reading_rows
from meetings.admin.base import DeskInline, ShownFilter, link
from meetings.admin.forms import Edit, FactForm, plain, why
from meetings.admin.identity import MeetingSplitForm, SameOrDifferent
from meetings.admin.meanwhile import Gone
from meetings.admin.quotes import MeetingQuoteInline
from meetings.admin.reading_rows import Readings
from meetings.admin.readings import ReadingsAdmin
from meetings.admin.suggestions import TakesSuggestions
from meetings.admin.tables import TableAdmin
from meetings.admin.widgets import country_field, know, organization_field, person_field
from meetings.models import Correction, Doubt, Meeting, Participant, Person

DATE = re.compile(r"([0-9]{4}|XXXX)(-[0-9]{2}){0,2}", re.ASCII)
DATE_HELP = "2021-04-08, 2018-05, 2021, or XXXX-05-28 where the year is unknown. Empty: date unknown."


def mind_date(value: str) -> str:
    """EDTF knows more forms than these; the reading room shows no others."""
    if value and not DATE.fullmatch(value):
        raise ValidationError("Write the date as %(forms)s", params={"forms": DATE_HELP})
    return value


class MeetingForm(FactForm):
    place_country = country_field(label="Country of the place")
    reason = why()

    class Meta:
        model = Meeting
        fields = ("date", "format", "place", "place_country", "title", "reviewed")
        widgets = {"title": forms.Textarea(attrs={"rows": 2, "cols": 80})}
        help_texts = {"date": DATE_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        know(self, "place_country")
        if "title" in self.fields:
            self.fields["title"].required = True
            self.fields["title"].help_text = "To have the texts' own headline back, withdraw the correction (History)."

    def clean_date(self) -> str:
        return mind_date(self.cleaned_data["date"])

    def place_of(self, name: str) -> tuple[str, str, str]:
        return "meeting", self.instance.key, name

    def edits(self) -> Iterator[Edit]:
        for name in self.changed_data:
            if name not in self.unstamped:
                yield self.edit(name, plain(self.cleaned_data[name]))
        if "reviewed" in self.changed_data and self.cleaned_data["reviewed"]:
            yield from self.settled()

    def settled(self) -> Iterator[Edit]:
        """Who has checked the meeting has seen what is doubtful in it."""
        for doubt in Doubt.objects.filter(about="meeting", subject=self.instance.key, other="").order_by("pk"):
            action = Correction.Action.CONFIRMED
            yield Edit("meeting", doubt.subject, f"reviewed/{doubt.kind}", doubt.causes, action=action)


class ParticipantForm(FactForm):
    parent: Meeting
    person = person_field(help_text="Somebody new? Add their name to the mentions of a document first.")
    country = country_field()
    body = organization_field()
    together = (("person", "office", "country", "body"),)

    class Meta:
        model = Participant
        fields = ("person", "office", "country")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        self.initial["body"] = row.organization.name if row.pk and row.organization else ""
        if row.pk:
            know(self, "person", "country")
            self.slug = row.person.slug

    def touched(self) -> set[str]:
        """Who changes the person takes the seat as it is shown."""
        return super().touched() if "person" in self.changed_data else set(self.changed_data)

    def taken_with(self, name: str) -> set[str]:
        """What else was typed of the seat is kept."""
        return {name}

    @classmethod
    def place_of_gone(cls, row: Gone) -> str:
        person = Person.objects.filter(pk=row.shown.get("person") or 0).first()
        return f"participants/{person.slug}" if person else ""

    def place_of(self, name: str) -> tuple[str, str, str]:
        field = {"person": "", "body": "/organization"}.get(name, f"/{name}")
        return "meeting", self.parent.key, f"participants/{self.slug}{field}"

    def edits(self) -> Iterator[Edit]:
        if "person" in self.changed_data:
            if self.instance.pk:
                yield from self.removal()
            yield from self.addition(self.cleaned_data["person"])
            return
        for name in self.changed_data:
            yield self.edit(name, plain(self.cleaned_data[name]))

    def addition(self, person: Person) -> Iterator[Edit]:
        """The person takes part, in the seat that the form tells of."""
        self.slug = person.slug
        yield self.edit("person", None, before=None, action=Correction.Action.ADDED)
        for name in ("office", "country", "body"):
            if self.cleaned_data.get(name):
                yield self.edit(name, plain(self.cleaned_data[name]), before=None)

    def removal(self) -> Iterator[Edit]:
        seat = {name: self.initial.get(name) for name in ("office", "country", "body") if self.initial.get(name)}
        yield self.edit("person", None, before=seat or None, action=Correction.Action.REMOVED)


class ParticipantInline(DeskInline):
    model = Participant
    form = ParticipantForm
    fields = ("person", "office", "country", "body")
    stands_in = {"body": "organization"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participant]:
        """Those whose name is withheld have their seat by the takedown alone."""
        rows = super().get_queryset(request).exclude(person=None)
        return rows.select_related("person", "country", "organization")


class YearFilter(admin.AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Any:
        for choice in super().choices(changelist):
            yield {**choice, "display": "Unknown" if choice["display"] == "0" else choice["display"]}


@admin.register(Meeting)
class MeetingAdmin(SameOrDifferent, ReadingsAdmin, TakesSuggestions, TableAdmin):
    form = MeetingForm
    set_together = ("format",)
    table_key = "key"
    table_fields = ("title", "date", "format", "place", "place_country")
    table_told = ("reviewed", "participants")
    change_list_template = "admin/meetings/meeting/change_list.html"
    kind = "meeting"
    split_form = MeetingSplitForm
    list_display = ("date", "title", "format", "where", "accounts_told", "quotes_told", "reviewed")
    list_display_links = ("date", "title")
    list_filter = (
        ShownFilter,
        "reviewed",
        "format",
        ("year", YearFilter),
        ("place_country", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("place_country",)
    search_fields = ("title", "place", "key", "participants__person__name")
    search_help_text = "Title, place, participant or file name"
    readonly_fields = ("sources", "merged")
    fieldsets = (
        (None, {"fields": ("title", "date", "format", ("place", "place_country"), "reviewed", "reason")}),
        ("Where it comes from", {"fields": ("sources", "merged")}),
    )
    inlines = (ParticipantInline, MeetingQuoteInline)

    def for_table(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        people = Participant.objects.select_related("person")
        return rows.prefetch_related(Prefetch("participants", people))

    def told_participants(self, meeting: Meeting) -> str:
        return "; ".join(seat.name for seat in meeting.participants.all())

    def readings_of(self, obj: Any) -> Readings:
        return reading_rows.of_meeting(obj)

    @admin.display(description="place", ordering="place")
    def where(self, meeting: Meeting) -> str:
        return ", ".join(str(part) for part in (meeting.place, meeting.place_country) if part)

    @admin.display(description="accounts", ordering="account_count")
    def accounts_told(self, meeting: Meeting) -> int:
        return meeting.account_count

    @admin.display(description="quotes", ordering="quote_count")
    def quotes_told(self, meeting: Meeting) -> int:
        return meeting.quote_count

    @admin.display(description="told in")
    def sources(self, meeting: Meeting) -> str:
        accounts = meeting.accounts.filter(position__isnull=False).select_related("document").order_by("pk")
        return format_html_join("", "{}<br>", ((link(account.document),) for account in accounts)) or "–"

    @admin.display(description="merged into")
    def merged(self, meeting: Meeting) -> str:
        return link(meeting.merged_into)

    def why_closed(self, meeting: Meeting) -> str:
        if meeting.merged_into_id:
            return "This meeting is held to be the same as another one: correct that one (“merged into”, below)."
        return "" if meeting.account_count else "No current text tells of this meeting; it is not shown to readers."

    def history_of(self, meeting: Meeting) -> list[history.Entry]:
        return history.of_meeting(meeting)
