"""Many rows corrected at once: a preview of each change, one reason, one moment, and one way back.

What is to be set comes from a choice of rows in a list (here) or from a table (`admin.tables`). Either way each row is
a form filled in as if a person had changed just these fields, so that the same values are refused, and the same
corrections written, as on the page of the row.
"""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from meetings import corrections, roles, writing
from meetings.admin.base import DeskAdmin
from meetings.admin.forms import Edit, FactForm, plain
from meetings.admin.history import after, in_words
from meetings.importing.ledger import plural
from meetings.models import Correction
from meetings.resolving.documents import ALONE

MOST, MOST_ALONE = 100, 2_000
"""Changes at once: what rests on most fields is resolved again, on some nothing does."""
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row: what it says and what it would say, as the row's page names them."""

    row: Any
    label: str
    before: str
    after: str
    edit: Edit


@dataclass(slots=True)
class Proposal:
    """All that would be changed, and all that stands against it, in words."""

    changes: list[Change] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, admin: DeskAdmin, where: str, row: Any, values: Mapping[str, str]) -> None:
        """What it would mean to write these values into the row's form; `where` names the row in an error."""
        if closed := admin.why_closed(row):
            self.errors.append(f"{where}: {closed}")
            return
        form = filled(admin.form, row, values)
        if not form.is_valid():
            for name, wrong in form.errors.items():
                self.errors += [f"{where}, {name}: {message}" for message in wrong]
            return
        for edit in form.edits():
            told = edit.field in form.fields
            before, after = (shown(form, edit.field), shown(form, edit.field, new=True)) if told else ("", "")
            self.changes.append(Change(row, edit.field, before, after, edit))

    @property
    def problem(self) -> str:
        """That these are more changes than can be made at once."""
        alone = all(change.edit.kind == Correction.Kind.DOCUMENT and change.label in ALONE for change in self.changes)
        most = MOST_ALONE if alone else MOST
        if len(self.changes) <= most:
            return ""
        return f"These are {len(self.changes):,} changes and at most {most:,} can be made at once: choose fewer rows."

    @property
    def seal(self) -> str:
        """What a person who confirms has seen."""
        told = [(change.edit.subject, change.label, change.before, change.after) for change in self.changes]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def write(self, author: Any, reason: str) -> dt.datetime | None:
        return corrections.correct_together(
            Correction(
                **{
                    name: getattr(change.edit, name)
                    for name in ("kind", "subject", "field", "value", "before", "action")
                },
                author=author,
                reason=reason,
            )
            for change in self.changes
        )


def filled(form_class: type[FactForm], row: Any, values: Mapping[str, str]) -> FactForm:
    """The row's form as a browser would send it, with these fields alone."""
    form = form_class(instance=row)
    data: dict[str, str] = {}
    for name in values:
        now = form.fields[name].prepare_value(form.initial.get(name))
        data[form[name].html_initial_name] = "" if now is None else str(now)
        data[name] = values[name]
    form = form_class(data, instance=row)
    for name in form.fields.keys() - values.keys():
        del form.fields[name]
    return form


def shown(form: FactForm, name: str, new: bool = False) -> str:
    """What a field said, or what it is to say: states and choices by their names."""
    value = plain(form.cleaned_data[name] if new else form.initial.get(name))
    field: Any = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        value = dict(field.choices).get(value, value)  # type: ignore[arg-type]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


class ManyAdmin(DeskAdmin):
    """The action on chosen rows, the page that undoes what was done at one moment, and what tables use, too."""

    set_together: tuple[str, ...] = ()
    """Fields that can be set for chosen rows."""

    def get_actions(self, request: HttpRequest) -> Any:
        found: dict[str, Any] = super().get_actions(request)
        if self.set_together and self.has_change_permission(request):
            found["set_values"] = (set_values, "set_values", f"Set {' or '.join(self.set_together)} …")
        return found

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.together)
        name = f"meetings_{self.opts.model_name}_together"
        return [path("together/<int:moment>/", view, name=name), *super().get_urls()]

    def values_form(self, request: HttpRequest) -> forms.Form:
        """The fields to be set; what is left empty is left alone."""
        fields: dict[str, forms.Field] = {}
        for name in self.set_together:
            of_row: Any = copy.deepcopy(self.form.base_fields[name])
            of_row.required, of_row.initial = False, None
            if hasattr(of_row, "choices"):
                of_row.choices = [("", "leave as it is"), *(one for one in of_row.choices if one[0])]
            fields[name] = of_row
        form_class = type("ValuesForm", (forms.Form,), fields)
        asked = any(name in request.POST for name in self.set_together)
        return form_class(request.POST if asked else None)

    def set_values(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Ask for the values, show what they would change, write it."""
        rows = list(queryset.order_by("pk")[: MOST_ALONE + 1])
        if len(rows) > MOST_ALONE:
            messages.error(request, f"Choose at most {MOST_ALONE:,} rows. Nothing was changed.")
            return None
        form = self.values_form(request)
        values = {name: request.POST[name] for name in self.set_together if request.POST.get(name)}
        proposal = Proposal()
        if form.is_valid():
            for row in rows:
                proposal.add(self, str(row), row, values)
        carried = [("action", "set_values"), *(("_selected_action", str(row.pk)) for row in rows), *values.items()]
        ready = form.is_bound and not form.errors and bool(values)
        if ready and (done := self.confirmed(request, proposal)):
            return done
        context = {"form": form, "count": len(rows), "chosen": carried[: len(rows) + 1], "ready": ready}
        return self.preview(request, proposal, carried, "Set for chosen rows", context)

    def confirmed(self, request: HttpRequest, proposal: Proposal) -> HttpResponse | None:
        """Write what was seen and confirmed; what is something else by now is shown again."""
        seal = request.POST.get("seal", "")
        if not seal or proposal.errors or proposal.problem or not proposal.changes:
            return None
        if seal != proposal.seal:
            messages.warning(request, "Something changed meanwhile. Look again.")
            return None
        moment = proposal.write(request.user, request.POST.get("reason", "")[:1000])
        address = reverse(f"admin:meetings_{self.opts.model_name}_together", args=[microseconds(moment)])
        words = 'Saved: {}. <a href="{}">Look at them, or undo them all</a>.'
        messages.success(request, format_html(words, plural(len(proposal.changes), "correction"), address))
        return HttpResponseRedirect(reverse(f"admin:meetings_{self.opts.model_name}_changelist"))

    def preview(
        self,
        request: HttpRequest,
        proposal: Proposal,
        carried: Iterable[tuple[str, str]],
        title: str,
        context: dict[str, Any],
        template: str = "admin/many/preview.html",
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "proposal": proposal,
            "carried": list(carried),
            "reason": request.POST.get("reason", ""),
            "media": self.media,
            **context,
        }
        return TemplateResponse(request, template, context)

    def together(self, request: HttpRequest, moment: int) -> HttpResponse:
        """The corrections of one moment, and the button that withdraws them all."""
        found = self.made_at(moment)
        own = all(row.author_id == request.user.pk for row in found) and self.has_change_permission(request)
        may_withdraw = own or request.user.has_perm("meetings.change_correction")
        if not may_withdraw and not request.user.has_perm("meetings.view_correction"):
            raise PermissionDenied
        if request.method == "POST":
            if not may_withdraw:
                raise PermissionDenied
            return self.undo(request, found)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Corrections made together",
            "entries": [(row, in_words(row.before), after(row)) for row in found],
            "first": found[0],
            "standing": sum(row.withdrawn_at is None for row in found),
            "may_withdraw": may_withdraw,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/many/together.html", context)

    def made_at(self, moment: int) -> list[Correction]:
        """The corrections of a moment in microseconds. Raises Http404."""
        try:
            at = EPOCH + dt.timedelta(microseconds=moment)
        except OverflowError:
            raise Http404 from None
        rows = Correction.objects.filter(at=at, kind=self.opts.model_name).select_related("author")
        found = list(rows.order_by("pk"))
        if not found:
            raise Http404
        return found

    @transaction.atomic
    def undo(self, request: HttpRequest, found: list[Correction]) -> HttpResponse:
        writing.take_turn()
        mine = [row.pk for row in found if roles.may_withdraw(request.user, row)]
        standing = Correction.objects.filter(pk__in=mine, withdrawn_at=None)
        count = corrections.withdraw_together(standing, request.user)  # type: ignore[arg-type]
        messages.success(request, f"{count} withdrawn; what the texts say, or other decisions, stands again.")
        return HttpResponseRedirect(reverse(f"admin:meetings_{self.opts.model_name}_changelist"))


def set_values(own: ManyAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
    return own.set_values(request, queryset)


def microseconds(moment: dt.datetime | None) -> int:
    """A moment as it stands in an address."""
    return ((moment or EPOCH) - EPOCH) // dt.timedelta(microseconds=1)
