"""What the admin's pages have in common: nothing is deleted, and an edit becomes corrections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from meetings import corrections, roles, writing
from meetings.admin.forms import Edit, FactForm, FactFormSet
from meetings.admin.history import Entry
from meetings.admin.meanwhile import Meanwhile, typed
from meetings.admin.widgets import organizations_offered
from meetings.models import Correction
from meetings.models.doubt import UNSURE


def link(row: models.Model | None, words: str = "") -> SafeString | str:
    """A link to the row's page in the admin."""
    if row is None:
        return "–"
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, words or row)


class KeptAdmin(admin.ModelAdmin):
    """Rows that come from texts: none is added or deleted by hand."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def view_on_site(self, obj: Any) -> str | None:
        """Straight to the public page, for what has one."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") else None

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return self.view_on_site(obj) if obj is not None else None


class ReadOnlyAdmin(KeptAdmin):
    """Rows that are looked at."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DeskAdmin(KeptAdmin):
    """Rows whose shown values can be corrected."""

    form = FactForm
    stands_in: dict[str, str] = {}
    """Fields of the form that are none of the row, and what to show in their place to those who may only look."""

    class Media:
        css = {"all": ["admin-desk.css"]}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or not self.why_closed(obj))

    def why_closed(self, obj: Any) -> str:
        """Why this row cannot be corrected, if so: a correction of it would be seen nowhere."""
        return ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """While a form is being saved it has its turn, so that two people's corrections come one after the other."""
        page = request.resolver_match.url_name if request.resolver_match else ""
        saving = request.method == "POST" and str(page).endswith("_change")
        if saving:
            writing.take_turn()
        return super().get_queryset(request)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(name, {**options, "fields": viewed(options["fields"], self.stands_in)}) for name, options in fieldsets]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        self.write(request, form, form.edits())

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.save(commit=False)
        self.write(request, form, formset.edits() if isinstance(formset, FactFormSet) else ())

    def write(self, request: HttpRequest, form: Any, edits: Iterable[Edit]) -> list[Correction]:
        """Write each as a correction; the rows are resolved again by that."""
        reason = form.cleaned_data.get("reason", "")
        return [edit.write(request.user, reason) for edit in list(edits)]  # type: ignore[arg-type]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What was typed into a form is shown once more when its row was closed meanwhile."""
        obj = self.get_object(request, object_id) if request.method == "POST" else None
        if obj is not None and self.why_closed(obj) and super().has_change_permission(request):
            return self.closed(request, obj)
        return super().change_view(request, object_id, form_url, extra_context)

    def closed(self, request: HttpRequest, obj: Any) -> HttpResponse:
        fields = {name: field for one in (self, *self.inlines) for name, field in one.form.base_fields.items()}
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": obj,
            "title": "Not saved",
            "why": self.why_closed(obj),
            "heir": link(getattr(obj, "merged_into", None)),
            "typed": typed(request.POST, fields),
        }
        return TemplateResponse(request, "admin/review/closed.html", context, status=403)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What others changed meanwhile, and nobody contests, is told too."""
        super().save_related(request, form, formsets, change)
        for one in meanwhile_of([form, *formsets]):
            messages.info(request, f"{one.label}: {one}")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = kwargs.get("obj")
        context["opened"] = timezone.now().isoformat()
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        context["meanwhile"] = meanwhile_of([context["adminform"].form, *formsets])
        context["organizations"] = organizations_offered()
        context["notice"] = self.why_closed(obj) if obj is not None else ""
        context["review_address"] = self.review_address(obj) if obj is not None else ""
        context["readings_address"] = self.readings_address(obj) if obj is not None else ""
        context["split_address"] = self.split_address(request, obj) if obj is not None else ""
        context["withhold_address"] = self.withhold_address(request, obj) if obj is not None else ""
        context["withheld"] = self.withheld_notice(obj) if obj is not None else ""
        return super().render_change_form(request, context, *args, **kwargs)

    def split_address(self, request: HttpRequest, obj: Any) -> str:
        """Where the row can be split into two, by those who may."""
        return ""

    def withhold_address(self, request: HttpRequest, obj: Any) -> str:
        """Where the row can be withheld from readers, by those who may."""
        return ""

    def withheld_notice(self, obj: Any) -> str:
        """That and why readers do not see the row, if so."""
        return ""

    def review_address(self, obj: Any) -> str:
        """Where the row's text and record stand beside each other."""
        return ""

    def readings_address(self, obj: Any) -> str:
        """Where decisions and readings of the row stand side by side."""
        return ""

    def history_of(self, obj: Any) -> list[Entry]:
        """All that was decided on this row, the latest first."""
        raise NotImplementedError

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj is not None and not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        entries = self.history_of(obj) if obj is not None else []
        if request.method == "POST":
            self.withdraw(request, entries)
            return HttpResponseRedirect(request.path)
        may = {entry.id for entry in entries if roles.may_withdraw(request.user, entry.decision)}
        context = {"entries": entries, "may_withdraw": may, **(extra_context or {})}
        return super().history_view(request, object_id, context)

    def withdraw(self, request: HttpRequest, entries: list[Entry]) -> None:
        """End the decision of one entry, by who may; what was withdrawn meanwhile stays so."""
        chosen = next((entry for entry in entries if entry.id == request.POST.get("withdraw")), None)
        if chosen is None or chosen.decision.withdrawn_at is not None:
            messages.warning(request, "This changed meanwhile. Look again.")
            return
        if not roles.may_withdraw(request.user, chosen.decision):
            raise PermissionDenied
        corrections.withdraw(chosen.decision, request.user)  # type: ignore[arg-type]
        messages.success(request, "1 withdrawn; what the texts say, or other decisions, stands again.")


def meanwhile_of(sent: Iterable[Any]) -> list[Meanwhile]:
    """What others changed while these forms and formsets were open."""
    return [one for some in sent for one in getattr(some, "meanwhile", ())]


class DeskInline(admin.TabularInline):
    """Rows under a form, corrected with it: whoever may correct them may also add and remove them."""

    form = FactForm
    formset = FactFormSet
    extra = 0
    stands_in: dict[str, str] = {}

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_fields(request, obj)
        return fields if self.has_change_permission(request, obj) else viewed(fields, self.stands_in)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        desk = self.admin_site.get_model_admin(self.parent_model)
        closed = isinstance(desk, DeskAdmin) and obj is not None and desk.why_closed(obj)
        return not closed and super().has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


def viewed(fields: Iterable[Any], stands_in: dict[str, str]) -> list[Any]:
    """The fields for somebody who may only look."""
    names = [stands_in.get(name, name) if isinstance(name, str) else name for name in fields if name != "reason"]
    return [name for name in names if name]


def shown_first(own: admin.SimpleListFilter, changelist: Any, choices: Iterable[Any]) -> list[Any]:
    """The choices of a filter that shows, unasked, what readers see."""
    query = changelist.get_query_string(remove=[own.parameter_name])
    return [{"selected": own.value() is None, "query_string": query, "display": "Yes"}, *list(choices)[1:]]


class ShownFilter(admin.SimpleListFilter):
    """What readers see, unless asked for the rest."""

    title = "shown to readers"
    parameter_name = "shown"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("merged", "No: merged into another"), ("untold", "No: in no current text"), ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        return shown_first(self, changelist, super().choices(changelist))

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "all":
            return queryset
        if self.value() == "merged":
            return queryset.exclude(merged_into=None)
        if self.value() == "untold":
            return queryset.filter(merged_into=None).exclude(pk__in=queryset.model.objects.listed().values("pk"))
        return queryset.listed()


class SureFilter(admin.SimpleListFilter):
    """Findings that the rules themselves are not sure of."""

    title = "sure"
    parameter_name = "sure"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "To be looked at")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(confidence__lt=UNSURE) if self.value() == "no" else queryset
