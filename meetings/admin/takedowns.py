"""Withholding, and deleting for good: each after a page that says what goes out of sight, and what stays."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from meetings import deleting, takedowns
from meetings.admin.decisions import DecisionAdmin, StandingFilter
from meetings.admin.identity import LISTED
from meetings.corrections import withdraw
from meetings.models import Document, Meeting, Mention, Participant, Person, PublisherTerms, Quote, Takedown

MODELS: dict[str, Any] = {
    "document": Document.objects.select_related("version"),
    "quote": Quote.objects.select_related("document", "version"),
    "person": Person.objects.all(),
}
MOST = 200
"""More rows than this in one takedown are a slip of the hand."""
Listing = list[tuple[str, int, list[str]]]
"""(what, how many, the first of them)."""


def listing(going: list[deleting.Going]) -> Listing:
    found = ((one.what, one.rows.count(), [str(row) for row in one.rows[:LISTED]]) for one in going)
    return [(what, number, first) for what, number, first in found if number]


def out_of_sight(row: Any) -> Listing:
    """What goes out of sight with a row."""
    if isinstance(row, Document):
        names = ("Quotes", "Meetings that nobody else tells of", "Persons who are named nowhere else")
        going = [one for one in deleting.what_goes(row) if one.what in names]
        return listing([*going, deleting.Going("The same text under other names", deleting.same_text(row))])
    if isinstance(row, Person):
        seats = Participant.objects.filter(person=row, meeting__merged_into=None)
        return listing(
            [
                deleting.Going(
                    "Meetings that will say “name withheld”", Meeting.objects.filter(pk__in=seats.values("meeting"))
                ),
                deleting.Going("Quotes that will say “name withheld”", Quote.objects.listed().filter(speaker=row)),
                deleting.Going(
                    "Texts that go on naming them",
                    Document.objects.filter(pk__in=Mention.objects.filter(person=row).values("document")),
                ),
            ]
        )
    return []


class WithholdForm(forms.Form):
    reason = forms.CharField(
        label="Why?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 80}),
        help_text="Who asked for it, and on what ground. Kept with the decision, for the desk.",
    )
    public = forms.BooleanField(
        label="Tell readers this reason",
        required=False,
        help_text="At the address readers are told that something was withheld; with this also why, in these words.",
    )


class Withholdable(admin.ModelAdmin):
    """Rows that can be withheld, alone or several at once."""

    actions: tuple[str, ...] = ("withhold",)

    @admin.action(description="Withhold from readers…", permissions=["withhold"])
    def withhold(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        ids = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
        if len(ids) > MOST:
            messages.error(request, f"Select at most {MOST}. Nothing was changed.")
            return None
        return HttpResponseRedirect(withhold_address(str(self.opts.model_name), ids))

    def has_withhold_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("meetings.add_takedown")

    def withhold_address(self, request: HttpRequest, obj: Any) -> str:
        """Where the row can be withheld, by those who may."""
        open_to = not obj.withheld and self.has_withhold_permission(request)
        return withhold_address(str(self.opts.model_name), [obj.pk]) if open_to else ""

    def withheld_notice(self, obj: Any) -> str:
        if not obj.withheld:
            return ""
        takedown = takedowns.takedown_of(obj)
        since = f" since {takedown.at:%-d %B %Y}, because: {takedown.reason}" if takedown else ""
        return f"Withheld from readers{since} (History withdraws it)"


def withhold_address(kind: str, ids: list[int]) -> str:
    query = urlencode({"id": ids}, doseq=True)
    return f"{reverse('admin:meetings_takedown_withhold', args=[kind])}?{query}"


@admin.register(Takedown)
class TakedownAdmin(DecisionAdmin):
    list_display = ("title", "withdraw_now", "kind", "reason", "public", "at", "author")
    list_filter = (StandingFilter, "kind", "public", ("author", admin.RelatedOnlyFieldListFilter))
    search_fields = ("subject", "title", "reason", "words")
    fields = (
        "kind",
        "title",
        "subject",
        "words",
        "reason",
        "public",
        ("author", "at"),
        ("withdrawn_by", "withdrawn_at"),
    )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("withhold/<slug:kind>/", view(self.withhold_view), name="meetings_takedown_withhold"),
            path("<int:pk>/withdraw/", view(require_POST(self.withdraw_view)), name="meetings_takedown_withdraw"),
            *super().get_urls(),
        ]

    @admin.display(description="withdraw")
    def withdraw_now(self, takedown: Takedown) -> SafeString | str:
        if takedown.withdrawn_at:
            return "withdrawn"
        address = reverse("admin:meetings_takedown_withdraw", args=[takedown.pk])
        words = '<button type="submit" class="button" formaction="{}" aria-label="Withdraw: {}">Withdraw</button>'
        return format_html(words, address, takedown)

    def get_list_display(self, request: HttpRequest) -> Any:
        may = self.has_withdraw_permission(request)
        return [name if may or name != "withdraw_now" else "standing" for name in self.list_display]

    def withdraw_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_withdraw_permission(request):
            raise PermissionDenied
        takedown = Takedown.objects.filter(pk=pk, withdrawn_at=None).first()
        if takedown is None:
            messages.info(request, "That is withdrawn already.")
        else:
            withdraw(takedown, request.user)  # type: ignore[arg-type]
            messages.success(request, f"Shown again: “{takedown}”.")
        return HttpResponseRedirect(reverse("admin:meetings_takedown_changelist"))

    def withhold_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        """A page that says what goes out of sight; sent, it goes."""
        if not request.user.has_perm("meetings.add_takedown"):
            raise PermissionDenied
        ids = [int(one) for one in request.GET.getlist("id")[:MOST] if one.isdecimal() and len(one) < 19]
        rows = list(MODELS[kind].filter(pk__in=ids).order_by("pk")) if kind in MODELS else []
        if not rows:
            raise Http404("There is nothing of this kind to withhold.")
        form = WithholdForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            made = takedowns.withhold(rows, author=request.user, **form.cleaned_data)  # type: ignore[arg-type]
            number = f"{len(made)} withheld" if made else "Withheld already"
            messages.success(request, f"{number}. To show it again, withdraw the takedown.")
            return HttpResponseRedirect(reverse("admin:meetings_takedown_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "opts": rows[0]._meta,
            "title": "Withhold from readers?",
            "kind": kind,
            "rows": [(row, out_of_sight(row)) for row in rows],
            "form": form,
        }
        return TemplateResponse(request, "admin/takedown/withhold.html", context)


class Deletable(admin.ModelAdmin):
    """A document can be deleted for good, by those who hold that permission, after a page that lists what goes."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("meetings.delete_document")

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not self.has_delete_permission(request):
            raise PermissionDenied
        document = self.get_object(request, object_id)
        if document is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if request.method == "POST" and request.POST.get("understood"):
            return self.deleted(request, document)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": document,
            "title": "Delete for good?",
            "going": listing(deleting.what_goes(document)),
            "staying": listing(deleting.what_stays(document)),
            "takedowns": Takedown.objects.standing().filter(subject=document.path).exclude(kind="person"),
            "withhold_address": "" if document.withheld else withhold_address("document", [document.pk]),
            "asked": request.method == "POST",
        }
        return TemplateResponse(request, "admin/takedown/delete.html", context)

    def deleted(self, request: HttpRequest, document: Document) -> HttpResponse:
        self.log_deletions(request, Document.objects.filter(pk=document.pk))
        deleting.delete(document)
        messages.success(request, f"“{document}” was deleted for good.")
        return HttpResponseRedirect(reverse("admin:meetings_document_changelist"))


class TermsForm(forms.ModelForm):
    class Meta:
        model = PublisherTerms
        fields = ("publisher", "shows", "note")
        widgets = {
            "publisher": forms.TextInput(attrs={"list": "publishers", "class": "vTextField"}),
            "note": forms.Textarea(attrs={"rows": 3, "cols": 80}),
        }


@admin.register(PublisherTerms)
class PublisherTermsAdmin(admin.ModelAdmin):
    """How much of each publisher's texts is shown; quotes are shortened, or made whole again, at once."""

    form = TermsForm
    list_display = ("publisher", "shows", "note")
    list_filter = ("shows",)
    search_fields = ("publisher",)
    change_form_template = "admin/takedown/terms.html"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        known = Document.objects.exclude(publisher="").order_by("publisher")
        context["publishers"] = known.values_list("publisher", flat=True).distinct()[:500]
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: PublisherTerms, form: Any, change: bool) -> None:
        before = form.initial.get("publisher")
        super().save_model(request, obj, form, change)
        takedowns.follow_terms({obj.publisher, before or obj.publisher})

    def delete_model(self, request: HttpRequest, obj: PublisherTerms) -> None:
        super().delete_model(request, obj)
        takedowns.follow_terms({obj.publisher})
