"""Verdicts on identity: merging, after a page that lists what moves; keeping apart; and splitting again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from meetings import merging, writing
from meetings.admin.forms import why
from meetings.admin.widgets import person_field
from meetings.corrections import judge
from meetings.models import (
    Account,
    Correction,
    Judgement,
    Meeting,
    Mention,
    Participant,
    Person,
    PersonName,
    Quote,
    Takedown,
)

MOST = 20
"""More rows than this in one verdict are a slip of the hand."""
LISTED = 10
"""So many of what moves are named, the rest counted."""


def name_of(row: Any) -> str:
    """By what verdicts name a row."""
    return row.slug if isinstance(row, Person) else row.key


class SameOrDifferent(admin.ModelAdmin):
    """The three verdicts, and the way back. A verdict stands until it is withdrawn, and imports keep to it."""

    kind: str
    split_form: type[SplitForm]
    actions: tuple[str, ...] = ("same", "different", "unsure")

    @admin.action(description="These are the same (the oldest stays, the others lead there)", permissions=["judge"])
    def same(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        rows = self.chosen(request, queryset)
        if not rows or "confirmed" not in request.POST:
            return self.confirmation(request, rows) if rows else None
        try:
            merging.merge(self.kind, rows, author=request.user, reason=request.POST.get("reason", "")[:1000])  # type: ignore[arg-type]
        except ValidationError as error:
            messages.error(request, error.message)
            return None
        self.say(request, Judgement.Verdict.SAME)
        return None

    def confirmation(self, request: HttpRequest, rows: list[Any]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Merge?",
            "stays": rows[0],
            "rows": rows,
            "others": [(row, what_moves(row)) for row in rows[1:]],
        }
        return TemplateResponse(request, "admin/review/merge.html", context)

    @admin.action(description="These are different (each stays by itself)", permissions=["judge"])
    def different(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.judge(request, combinations(self.chosen(request, queryset), 2), Judgement.Verdict.DIFFERENT)

    @admin.action(description="Nobody can tell whether these are the same (do not ask again)", permissions=["judge"])
    def unsure(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.judge(request, combinations(self.chosen(request, queryset), 2), Judgement.Verdict.UNSURE)

    def has_judge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("meetings.add_judgement")

    def chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[Any]:
        rows = list(queryset.order_by("pk")[: MOST + 1])
        if 2 <= len(rows) <= MOST:
            return rows
        messages.error(request, f"Select two or more, at most {MOST}. Nothing was changed.")
        return []

    @transaction.atomic
    def judge(self, request: HttpRequest, pairs: Iterable[tuple[Any, Any]], verdict: str) -> None:
        judged = 0
        for one, other in pairs:
            judge(self.kind, name_of(one), name_of(other), verdict, author=request.user)  # type: ignore[arg-type]
            judged += 1
        if judged:
            self.say(request, verdict)

    def say(self, request: HttpRequest, verdict: str) -> None:
        words = {"same": "are held to be the same", "different": "are kept apart", "unsure": "are not asked about"}
        messages.success(request, f"They {words[verdict]} from now on; to undo it, withdraw the judgement.")

    def get_urls(self) -> list[URLPattern]:
        name = f"meetings_{self.opts.model_name}_split"
        return [path("<path:object_id>/split/", self.admin_site.admin_view(self.split), name=name), *super().get_urls()]

    def split_address(self, request: HttpRequest, obj: Any) -> str:
        """Of what may be two: a person with several mentions, a meeting with several accounts."""
        several = obj.document_count if isinstance(obj, Person) else obj.account_count
        if several < 2 or obj.merged_into_id or not self.has_judge_permission(request):
            return ""
        return reverse(f"admin:meetings_{self.opts.model_name}_split", args=[obj.pk])

    def split(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A page to choose what is somebody else's, or tells of another meeting."""
        if not self.has_judge_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            writing.take_turn()
            row = self.get_object(request, object_id)
            if row is None or row.merged_into_id:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
            form = self.split_form(row, request.POST if request.method == "POST" else None)
            other = form.split(request.user) if form.is_valid() else None
        if other is not None:
            messages.success(request, f"Split. “{other}” stands by itself; to undo it, withdraw the decisions.")
            return HttpResponseRedirect(reverse(f"admin:meetings_{self.opts.model_name}_change", args=[other.pk]))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": "Split",
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/review/split.html", context)


def what_moves(row: Any) -> list[tuple[str, int, list[str]]]:
    """All that a merge takes along: (what, how many, the first of them)."""
    queries = moving_with_person(row) if isinstance(row, Person) else moving_with_meeting(row)
    return [(what, rows.count(), [str(one) for one in rows[:LISTED]]) for what, rows in queries]


def moving_with_person(person: Person) -> list[tuple[str, QuerySet[Any]]]:
    seats = Participant.objects.filter(person=person, meeting__merged_into=None).order_by("-meeting__date_key", "pk")
    return [
        ("Spellings", person.names.order_by("name", "country")),
        ("Meetings", Meeting.objects.filter(pk__in=seats.values("meeting"))),
        ("Quotes", Quote.objects.listed().filter(speaker=person)),
        ("Texts that name them", Mention.objects.filter(person=person).select_related("name", "country")),
        ("Addresses that already lead there", person.merged.order_by("pk")),
        ("Decisions", Correction.objects.standing().filter(kind="person", subject=person.slug)),
        ("Takedowns, under which whoever stays is withheld too", takedowns_on(person)),
    ]


def takedowns_on(person: Person) -> QuerySet[Takedown]:
    return Takedown.objects.standing().filter(kind=Takedown.Kind.PERSON, subject=person.slug)


def moving_with_meeting(meeting: Meeting) -> list[tuple[str, QuerySet[Any]]]:
    accounts = meeting.accounts.filter(position__isnull=False)
    return [
        ("Accounts", accounts.select_related("document").defer("reading")),
        ("Participants", meeting.participants.select_related("person")),
        ("Quotes", Quote.objects.listed().filter(meeting=meeting)),
        ("References to it", meeting.recalled_by.all()),
        ("Addresses that already lead there", meeting.merged.order_by("pk")),
        ("Decisions", Correction.objects.standing().filter(kind="meeting", subject=meeting.key)),
    ]


class Rows(forms.ModelMultipleChoiceField):
    """Boxes to tick."""

    widget = forms.CheckboxSelectMultiple


class NameRows(Rows):
    def label_from_instance(self, name: Any) -> str:
        return f"{name.name} ({name.country})" if name.country else name.name


class MentionRows(Rows):
    def label_from_instance(self, mention: Any) -> str:
        return f"“{mention}” in {mention.document}"


class AccountRows(Rows):
    def label_from_instance(self, account: Any) -> str:
        told = ", ".join(filter(None, (account.date or "undated", account.document.publisher)))
        return f"{account.document} ({told})"


class SplitForm(forms.Form):
    """What of the row belongs elsewhere."""

    def __init__(self, row: Any, data: Any = None) -> None:
        super().__init__(data)
        self.row = row

    def split(self, author: Any) -> Any:
        """Write the decisions; what was split off, or None where that cannot be, which the form then says."""
        try:
            return self.write({"author": author, "reason": self.cleaned_data["reason"]})
        except ValidationError as error:
            self.add_error(None, error)
            return None

    def write(self, said: dict[str, Any]) -> Any:
        raise NotImplementedError


class PersonSplitForm(SplitForm):
    names = NameRows(PersonName.objects.none(), required=False, label="These spellings are somebody else’s everywhere")
    mentions = MentionRows(Mention.objects.none(), required=False, label="In these texts somebody else is meant")
    other = person_field(required=False, label="Who?", help_text="Empty: somebody who is not known yet.")
    reason = why()

    def __init__(self, person: Person, data: Any = None) -> None:
        super().__init__(person, data)
        names: Any = self.fields["names"]
        mentions: Any = self.fields["mentions"]
        names.queryset = PersonName.objects.filter(person=person, mentions__isnull=False).distinct()
        rows = Mention.objects.filter(person=person, name__isnull=False).select_related("name", "document")
        mentions.queryset = rows.order_by("-document__published_key", "pk").defer("document__hints")

    def clean_other(self) -> Person | None:
        other = self.cleaned_data["other"]
        if other == self.row:
            raise ValidationError("This is the same person: choose another, or nobody.")
        return other

    def write(self, said: dict[str, Any]) -> Person:
        data = self.cleaned_data
        return merging.split_person(self.row, list(data["names"]), list(data["mentions"]), data["other"], **said)


class MeetingSplitForm(SplitForm):
    accounts = AccountRows(Account.objects.none(), required=False, label="These accounts tell of another meeting")
    reason = why()

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        super().__init__(meeting, data)
        accounts: Any = self.fields["accounts"]
        told = meeting.accounts.filter(position__isnull=False).select_related("document", "home")
        accounts.queryset = told.order_by("document__publisher", "pk")

    def write(self, said: dict[str, Any]) -> Meeting:
        return merging.split_meeting(self.row, list(self.cleaned_data["accounts"]), **said)
