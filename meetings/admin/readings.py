"""Decisions and readings of a row: what each source says, what a person decided, and one click to settle it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from meetings import corrections, writing
from meetings.admin.reading_rows import Readings, Row
from meetings.models import Correction


class ReadingsAdmin(admin.ModelAdmin):
    """The page, and what its buttons do."""

    def readings_of(self, obj: Any) -> Readings:
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.readings)
        name = f"meetings_{self.opts.model_name}_readings"
        return [path("<path:object_id>/readings/", view, name=name), *super().get_urls()]

    def readings_address(self, obj: Any) -> str:
        return reverse(f"admin:meetings_{self.opts.model_name}_readings", args=[obj.pk])

    def readings(self, request: HttpRequest, object_id: str) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        may_decide = self.has_change_permission(request, row)
        if not may_decide and (request.method == "POST" or not self.has_view_permission(request, row)):
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request, row)
        found = self.readings_of(row)
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": "Decisions and readings",
            "columns": found.columns,
            "rows": found.rows,
            "may_decide": may_decide,
        }
        return TemplateResponse(request, "admin/review/readings.html", context)

    @transaction.atomic
    def decide(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Take a value, confirm what is shown, or follow the texts; unless it changed since the page was opened."""
        writing.take_turn()
        found = self.readings_of(obj)
        row = {row.field: row for row in found.rows}.get(request.POST.get("field", ""))
        act, value = request.POST.get("act", ""), request.POST.get("value", "")
        if row and row.field.startswith("participants/") and not request.user.has_perm("meetings.change_participant"):
            raise PermissionDenied
        if row is None or row.shown != request.POST.get("seen", ""):
            messages.warning(request, "This changed meanwhile. Look again.")
        elif act == "follow" and row.decided and row.decided.action != Correction.Action.ADDED:
            corrections.withdraw(row.decided, request.user)  # type: ignore[arg-type]
        elif act == "confirm" and row.whole:
            self.settle(request, found, row, row.shown, Correction.Action.CONFIRMED)
        elif act == "take" and value in row.offered:
            self.settle(request, found, row, value, Correction.Action.SET)
        return HttpResponseRedirect(self.readings_address(obj))

    def settle(self, request: HttpRequest, found: Readings, row: Row, value: str, action: str) -> None:
        """Write the decision. What the texts read was seen here: it is no disagreement any more."""
        said: Any = {"action": action, "before": row.kept(row.read), "author": request.user, "version": found.version}
        older = row.decided
        if older and (older.subject, older.field) != (found.subject, row.field) and older.action != "added":
            corrections.withdraw(older, request.user)  # type: ignore[arg-type]
        corrections.correct(found.kind, found.subject, row.field, row.kept(value), **said)
