"""The review queue: what most needs a person comes first, and settling one thing leads to the next."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from meetings import corrections, merging
from meetings.admin.suggestions import take_over
from meetings.models import Account, Document, Doubt, Judgement, Meeting, Person, Suggestion

PER_PAGE = 50
MODELS: dict[str, tuple[Any, str]] = {
    "document": (Document.objects.without_text(), "path"),
    "meeting": (Meeting.objects.all(), "key"),
    "person": (Person.objects.select_related("country"), "slug"),
}
"""Rows by the kind and the natural key under which doubts and decisions name them."""
WORDS = {
    "reviewed": "Left as it is; it comes back if a new reading brings something new.",
    Judgement.Verdict.SAME: "They are held to be the same from now on.",
    Judgement.Verdict.DIFFERENT: "They are kept apart from now on.",
    Judgement.Verdict.UNSURE: "Noted that nobody can tell; it will not be asked again.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A doubt with the rows it speaks of; a row is None where the database has it no longer."""

    doubt: Doubt
    one: Any
    other: Any

    @property
    def address(self) -> str:
        return reverse("review:item", args=[self.doubt.pk])

    @property
    def change(self) -> str:
        return desk("change", self.one)

    @property
    def text(self) -> str:
        """Text and record beside each other: of a meeting, those of the first text that tells of it."""
        pk = self.one.pk
        if self.doubt.about == "meeting":
            told = Account.objects.filter(meeting=self.one, position__isnull=False).order_by("pk")
            pk = told.values_list("document", flat=True).first()
        place = f"#meeting-{self.one.pk}" if self.doubt.about == "meeting" else ""
        address = reverse("review:document", args=[pk]) if pk else ""
        return f"{address}?{urlencode({'next': self.address})}{place}" if address else ""

    @property
    def readings(self) -> str:
        return desk("readings", self.one)

    @property
    def history(self) -> str:
        return desk("history", self.one)


def desk(page: str, row: Any) -> str:
    """The address of a row's page in the admin."""
    return reverse(f"admin:meetings_{row._meta.model_name}_{page}", args=[row.pk])


def for_staff(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever may see documents in the admin may see what is doubtful in them."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(request.user.has_perm(f"meetings.{right}_document") for right in ("view", "change")):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(guarded)


def may_settle(request: HttpRequest, doubt: Doubt) -> bool:
    if doubt.kind == Doubt.Kind.SUGGESTION:
        return request.user.has_perm("meetings.change_suggestion")
    right = "add_judgement" if doubt.is_pair else f"change_{doubt.about}"
    return request.user.has_perm(f"meetings.{right}")


def asked_kind(request: HttpRequest) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in Doubt.Kind.values else ""


def of_kind(kind: str) -> QuerySet[Doubt]:
    return Doubt.objects.filter(kind=kind) if kind else Doubt.objects.all()


def items(doubts: Iterable[Doubt]) -> list[Item]:
    """With their rows, fetched at once."""
    found = list(doubts)
    rows: dict[tuple[str, str], Any] = {}
    for about, (queryset, key) in MODELS.items():
        named = {name for doubt in found if doubt.about == about for name in (doubt.subject, doubt.other) if name}
        for row in queryset.filter(**{f"{key}__in": named}):
            rows[about, getattr(row, key)] = row
    return [
        Item(doubt, rows.get((doubt.about, doubt.subject)), rows.get((doubt.about, doubt.other))) for doubt in found
    ]


def kinds_counted(chosen: str) -> tuple[list[dict[str, Any]], int]:
    """The kinds as choices, and how many doubts the chosen one has."""
    counts = dict(Doubt.objects.order_by().values_list("kind").annotate(n=Count("pk")))
    total = sum(counts.values())
    every = {"label": "Everything", "count": total, "selected": not chosen, "url": reverse("review:queue")}
    kinds = [
        {"label": label, "count": counts.get(kind, 0), "selected": kind == chosen, "url": f"?kind={kind}"}
        for kind, label in Doubt.Kind.choices
    ]
    return [every, *kinds], counts.get(chosen, 0) if chosen else total


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    kind = asked_kind(request)
    kinds, count = kinds_counted(kind)
    pages = Paginator(of_kind(kind), PER_PAGE)
    pages.count = count  # counted already
    page = pages.get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": "Review queue",
        "kinds": kinds,
        "kind": kind,
        "query": f"?{urlencode({'kind': kind})}" if kind else "",
        "page": page,
        "items": items(page.object_list),
    }
    return render(request, "admin/review/queue.html", context)


def after(doubt: Doubt, kind: str) -> Doubt | None:
    """The next in the queue; behind the last comes the first, if another is left."""
    rows = of_kind(kind).exclude(pk=doubt.pk)
    behind = Q(weight__lt=doubt.weight) | Q(weight=doubt.weight, pk__gt=doubt.pk)
    return rows.filter(behind).first() or rows.first()


def onward(doubt: Doubt | None, kind: str) -> str:
    address = reverse("review:item", args=[doubt.pk]) if doubt else reverse("review:queue")
    return f"{address}?{urlencode({'kind': kind})}" if kind else address


@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, pk: int) -> HttpResponse:
    kind = asked_kind(request)
    doubt = Doubt.objects.filter(pk=pk).first()
    if doubt is None:
        messages.info(request, "That is settled already.")
        return HttpResponseRedirect(onward(of_kind(kind).first() if request.method == "POST" else None, kind))
    if request.method == "POST":
        return settle(request, doubt, kind)
    return shown(request, doubt, kind)


def shown(request: HttpRequest, doubt: Doubt, kind: str) -> HttpResponse:
    """The page of a doubt, with the reason that somebody typed there."""
    context = {
        **admin.site.each_context(request),
        "title": doubt.get_kind_display(),
        "item": items([doubt])[0],
        "seen": json.dumps(doubt.causes),
        "reason": request.POST.get("reason", ""),
        "may_settle": may_settle(request, doubt),
        "kind": kind,
        "back": onward(None, kind),
        "next": onward(after(doubt, kind), kind),
        "suggestions": suggested(doubt),
        "columns": columns(items([doubt])[0]) if doubt.is_pair else [],
    }
    return render(request, "admin/review/item.html", context)


def suggested(doubt: Doubt) -> list[tuple[Suggestion, str]]:
    """The waiting suggestions on what the doubt is about, each with the address of the form to take it over into."""
    if doubt.kind != Doubt.Kind.SUGGESTION:
        return []
    rows = Suggestion.objects.waiting().about(doubt.about, doubt.subject)
    return [(row, take_over(row)) for row in rows.select_related("meeting__merged_into", "quote")]


def settle(request: HttpRequest, doubt: Doubt, kind: str) -> HttpResponse:
    """Write the decision and go on; what changed since the page was opened is shown first."""
    if not may_settle(request, doubt):
        raise PermissionDenied
    decision = request.POST.get("decision", "")
    if request.POST.get("seen") != json.dumps(doubt.causes):
        messages.warning(request, "This changed meanwhile. Look again.")
        return shown(request, doubt, kind)
    following = after(doubt, kind)
    said: Any = {"author": request.user, "reason": request.POST.get("reason", "")[:1000]}
    if doubt.is_pair and decision in Judgement.Verdict.values:
        if not judged(request, doubt, decision, said):
            return shown(request, doubt, kind)
    elif not doubt.is_pair and doubt.kind != Doubt.Kind.SUGGESTION and decision == "reviewed":
        corrections.leave(doubt, **said)
    else:
        messages.error(request, "Choose one of the buttons.")
        return shown(request, doubt, kind)
    messages.success(request, WORDS[decision])
    return HttpResponseRedirect(onward(following, kind))


def judged(request: HttpRequest, doubt: Doubt, verdict: str, said: dict[str, Any]) -> bool:
    """Write the verdict; says no, and why, where a merge cannot be."""
    if verdict != Judgement.Verdict.SAME:
        corrections.judge(doubt.about, doubt.subject, doubt.other, verdict, **said)
        return True
    found = items([doubt])[0]
    try:
        merging.merge(doubt.about, [found.one, found.other], **said)
    except ValidationError as error:
        messages.error(request, error.message)
        return False
    return True


def columns(item: Item) -> list[dict[str, Any]]:
    """Two persons or two meetings side by side: what speaks for or against their being one."""
    describe = of_person if item.doubt.about == "person" else of_meeting
    return [describe(row) for row in (item.one, item.other) if row is not None]


def of_person(person: Person) -> dict[str, Any]:
    names = person.names.filter(mentions__isnull=False).distinct()
    seats = person.participations.filter(meeting__merged_into=None).select_related("meeting")
    return {
        "row": person,
        "change": desk("change", person),
        "facts": [
            ("Names in texts", [f"{name} ({name.country})" if name.country else str(name) for name in names]),
            ("Office", [person.office] if person.office else []),
            ("Acts for", [str(person.country)] if person.country else []),
            ("Meetings", [f"{seat.meeting.date or 'undated'}: {seat.meeting}" for seat in seats.order_by("-pk")[:5]]),
            ("Documents", [str(person.document_count)]),
            ("Quotes", [str(person.quote_count)]),
        ],
    }


def of_meeting(meeting: Meeting) -> dict[str, Any]:
    seats = meeting.participants.select_related("person")
    told = meeting.accounts.filter(position__isnull=False).select_related("document").defer("reading")
    return {
        "row": meeting,
        "change": desk("change", meeting),
        "facts": [
            ("Meeting date", [meeting.date or "not known"]),
            ("Format", [meeting.get_format_display()]),
            ("Place", [str(part) for part in (meeting.place, meeting.place_country) if part]),
            ("Participants", [str(seat) for seat in seats]),
            (
                "Told in",
                [f"{account.document} ({account.document.publisher or 'publisher unknown'})" for account in told],
            ),
        ],
    }
