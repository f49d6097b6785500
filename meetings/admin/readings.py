"""Decisions and readings of a meeting: what each account says, what a person decided, and one click to settle it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from meetings import corrections, writing
from meetings.models import Correction, Meeting, Person
from meetings.resolving import encounters
from meetings.resolving.grouping import Named

FIELDS = ("title", "date", "format", "place", "place_country")


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what each account reads (in the order of the accounts), all of them together, and what was decided."""

    field: str
    label: str
    told: tuple[str, ...]
    read: str
    decided: Correction | None

    @property
    def shown(self) -> str:
        return str(self.decided.value or "") if self.decided else self.read

    @property
    def offered(self) -> list[str]:
        """What can be taken in place of what is shown."""
        return [value for value in dict.fromkeys((self.read, *self.told)) if value and value != self.shown]


def rows_of(meeting: Meeting) -> tuple[list[encounters.Told], list[Row]]:
    """The accounts, and a row for each field of the meeting and of its participants' seats."""
    accounts = encounters.told_of({meeting.pk}).get(meeting.pk, [])
    if not accounts:
        return [], []
    decisions = encounters.decisions_on({meeting.pk})[meeting.pk]
    read = encounters.fields_read(accounts)
    found = []
    for name in FIELDS:
        told = tuple(said(some, name) for some in accounts)
        found.append(Row(name, name.replace("_", " "), told, read[name] or "", decisions.fields.get(name)))
    return accounts, found + seats_of(accounts, decisions.fields)


def said(told: encounters.Told, name: str) -> str:
    if name == "title":
        return told.title
    return getattr(told.account.record, name).value or ""


def seats_of(accounts: list[encounters.Told], decided: dict[str, Correction]) -> list[Row]:
    persons = Named(some.account for some in accounts)
    each = [encounters.seats_told([some], persons) for some in accounts]
    together = encounters.seats_told(accounts, persons)
    people = Person.objects.in_bulk(together)
    found = []
    for person, seat in together.items():
        for name, value in seat.values().items():
            told = tuple((one[person].values()[name] or "") if person in one else "" for one in each)
            field = f"participants/{people[person].slug}/{name}"
            if any(told) or field in decided:
                label = f"{people[person]}: {name}"
                found.append(Row(field, label, told, value or "", decided.get(field)))
    return found


class ReadingsAdmin(admin.ModelAdmin):
    """The page, and what its buttons do."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.readings)
        return [path("<path:object_id>/readings/", view, name="meetings_meeting_readings"), *super().get_urls()]

    def readings_address(self, obj: Any) -> str:
        return reverse("admin:meetings_meeting_readings", args=[obj.pk])

    def readings(self, request: HttpRequest, object_id: str) -> HttpResponse:
        meeting = self.get_object(request, object_id)
        if meeting is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        may_decide = self.has_change_permission(request, meeting)
        if not may_decide and (request.method == "POST" or not self.has_view_permission(request, meeting)):
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request, meeting)
        accounts, rows = rows_of(meeting)
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": meeting,
            "title": "Decisions and readings",
            "accounts": accounts,
            "rows": rows,
            "may_decide": may_decide,
        }
        return TemplateResponse(request, "admin/review/readings.html", context)

    @transaction.atomic
    def decide(self, request: HttpRequest, meeting: Meeting) -> HttpResponse:
        """Take a value, confirm what is shown, or follow the texts; unless it changed since the page was opened."""
        writing.take_turn()
        rows = {row.field: row for row in rows_of(meeting)[1]}
        row = rows.get(request.POST.get("field", ""))
        act, value = request.POST.get("act", ""), request.POST.get("value", "")
        if row and row.field.startswith("participants/") and not request.user.has_perm("meetings.change_participant"):
            raise PermissionDenied
        if row is None or row.shown != request.POST.get("seen", ""):
            messages.warning(request, "This changed meanwhile. Look again.")
        elif act == "follow" and row.decided:
            corrections.withdraw(row.decided, request.user)  # type: ignore[arg-type]
        elif act == "confirm" or (act == "take" and value in row.offered):
            action = Correction.Action.CONFIRMED if act == "confirm" else Correction.Action.SET
            value = row.shown if act == "confirm" else value
            # What the texts read was seen here: it is no disagreement any more.
            said: Any = {"action": action, "before": row.read, "author": request.user}
            corrections.correct("meeting", meeting.key, row.field, value, **said)
        return HttpResponseRedirect(reverse("admin:meetings_meeting_readings", args=[meeting.pk]))
