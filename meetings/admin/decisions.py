"""The log of what people decided. Nothing in it is edited or deleted; a decision ends by being withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from meetings import roles
from meetings.admin.base import ReadOnlyAdmin
from meetings.admin.history import after, in_words
from meetings.admin.identity import name_of
from meetings.admin.widgets import any_meeting_field, anybody_field
from meetings.corrections import judge, withdraw
from meetings.models import Correction, Judgement


class StandingFilter(admin.SimpleListFilter):
    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Standing"), ("no", "Withdrawn")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(withdrawn_at__isnull=self.value() == "yes") if self.value() else queryset


class DecisionAdmin(ReadOnlyAdmin):
    """A list to read, and the one thing to do with it."""

    class Media:
        css = {"all": ["admin-desk.css"]}

    actions = ("withdraw",)
    list_select_related = ("author", "withdrawn_by")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"meetings.change_{self.opts.model_name}")

    @admin.action(description="Withdraw", permissions=["withdraw"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        with transaction.atomic():
            chosen = list(queryset.filter(withdrawn_at=None).order_by("-pk"))
            decisions = [decision for decision in chosen if roles.may_withdraw(request.user, decision)]
            for decision in decisions:
                withdraw(decision, request.user)  # type: ignore[arg-type]
        if len(decisions) < len(chosen):
            messages.error(request, "A split can be withdrawn only by those who may split: it was left as it is.")
        count = len(decisions)
        messages.success(request, f"{count} withdrawn; what the texts say, or other decisions, stands again.")

    @admin.display(description="standing", boolean=True, ordering="withdrawn_at")
    def standing(self, decision: Correction | Judgement) -> bool:
        return decision.withdrawn_at is None


@admin.register(Correction)
class CorrectionAdmin(DecisionAdmin):
    list_display = ("at", "standing", "author", "subject", "field", "before_shown", "after_shown", "reason")
    list_filter = (StandingFilter, "kind", "action", ("author", admin.RelatedOnlyFieldListFilter))
    search_fields = ("subject", "field", "reason")
    search_help_text = "Whom or what it is about, field or reason"
    fields = (
        ("kind", "subject"),
        "field",
        ("before_shown", "after_shown"),
        "reason",
        ("author", "at"),
        ("withdrawn_by", "withdrawn_at"),
    )

    @admin.display(description="from")
    def before_shown(self, correction: Correction) -> str:
        return in_words(correction.before)

    @admin.display(description="to")
    def after_shown(self, correction: Correction) -> str:
        return after(correction)


class JudgementForm(forms.ModelForm):
    """Two persons or two meetings, and what is held of them."""

    one_person = anybody_field(label="Person")
    other_person = anybody_field(label="and person")
    one_meeting = any_meeting_field(label="Meeting")
    other_meeting = any_meeting_field(label="and meeting")

    class Meta:
        model = Judgement
        fields = ("verdict", "reason")
        widgets = {"reason": forms.Textarea(attrs={"rows": 2, "cols": 80})}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        persons = [data.get("one_person"), data.get("other_person")]
        meetings = [data.get("one_meeting"), data.get("other_meeting")]
        pair = persons if any(persons) else meetings
        if not all(pair) or (any(persons) and any(meetings)):
            raise ValidationError("Choose two persons, or two meetings.")
        if pair[0] == pair[1]:
            raise ValidationError("Choose two different ones: these are the same row already.")
        self.pair = pair
        self.instance.kind = Judgement.Kind.PERSON if any(persons) else Judgement.Kind.MEETING
        return data


@admin.register(Judgement)
class JudgementAdmin(DecisionAdmin):
    form = JudgementForm
    list_display = ("at", "standing", "author", "one", "verdict", "other", "reason")
    list_filter = (StandingFilter, "kind", "verdict", ("author", admin.RelatedOnlyFieldListFilter))
    search_fields = ("one", "other", "reason")
    fields = (
        ("kind", "verdict"),
        ("one", "other"),
        "reason",
        ("author", "at"),
        ("withdrawn_by", "withdrawn_at"),
    )
    add_fieldsets = (
        ("Either two persons", {"fields": ("one_person", "other_person")}),
        ("or two meetings", {"fields": ("one_meeting", "other_meeting")}),
        ("What is held of them", {"fields": ("verdict", "reason")}),
    )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("meetings.add_judgement")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.add_fieldsets if obj is None else super().get_fieldsets(request, obj)

    def save_model(self, request: HttpRequest, obj: Judgement, form: Any, change: bool) -> None:
        one, other = (name_of(row) for row in form.pair)
        made = judge(obj.kind, one, other, obj.verdict, author=request.user, reason=obj.reason)  # type: ignore[arg-type]
        obj.pk, obj.one, obj.other = made.pk, made.one, made.other
