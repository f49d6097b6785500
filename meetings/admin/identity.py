"""Verdicts on identity from a list: these are the same, these are different."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from meetings.corrections import judge
from meetings.models import Judgement, Person

MOST = 20
"""More rows than this in one verdict are a slip of the hand."""


def name_of(row: Any) -> str:
    """By what verdicts name a row."""
    return row.slug if isinstance(row, Person) else row.key


class SameOrDifferent(admin.ModelAdmin):
    """The two actions. A verdict stands until it is withdrawn, and imports keep to it."""

    kind: str
    actions = ("same", "different")

    @admin.action(description="These are the same (the oldest stays, the others lead there)", permissions=["judge"])
    def same(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        rows = self.chosen(request, queryset)
        self.judge(request, ((rows[0], other) for other in rows[1:]), Judgement.Verdict.SAME)

    @admin.action(description="These are different (each stays by itself)", permissions=["judge"])
    def different(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self.judge(request, combinations(self.chosen(request, queryset), 2), Judgement.Verdict.DIFFERENT)

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
            words = "held to be the same" if verdict == Judgement.Verdict.SAME else "kept apart"
            messages.success(request, f"They are {words} from now on; to undo it, withdraw the judgement.")
