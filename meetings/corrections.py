"""How a person's decision is written: a correction or a judgement, and what it bears on resolved again, at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from meetings import resolving, takedowns, writing
from meetings.models import Correction, DocumentVersion, Doubt, Judgement, Takedown


@transaction.atomic
def correct(
    kind: str,
    subject: str,
    field: str,
    value: Any = None,
    *,
    action: str = Correction.Action.SET,
    before: Any = None,
    author: User | None = None,
    reason: str = "",
    version: DocumentVersion | None = None,
) -> Correction:
    """Write one correction (fields and value shapes: `Correction`) and resolve its subject again."""
    writing.take_turn()
    correction = Correction(kind=kind, subject=subject, field=field, value=value, action=action, before=before)
    correction.author, correction.reason, correction.version = author, reason, version
    let_stand(correction)
    resolving.resolve_subject(kind, subject)
    return correction


@transaction.atomic
def correct_together(corrections: Iterable[Correction]) -> dt.datetime | None:
    """Let these stand and resolve each subject once; returns their moment, by which they are found and withdrawn.

    None where there are none.
    """
    writing.take_turn()
    moment, made = timezone.now(), list(corrections)
    for correction in made:
        correction.at = moment
        let_stand(correction)
    resolving.resolve_together((row.kind, row.subject, row.field) for row in made)
    return moment if made else None


@transaction.atomic
def withdraw_together(corrections: Iterable[Correction], author: User | None) -> int:
    """End several decisions at once, the latest first; returns how many stood until now."""
    writing.take_turn()
    standing = sorted((row for row in corrections if row.withdrawn_at is None), key=lambda row: -row.pk)
    for row in standing:
        row.withdraw(author)
    resolving.resolve_together((row.kind, row.subject, row.field) for row in standing)
    return len(standing)


def leave(doubt: Doubt, *, author: User | None = None, reason: str = "") -> Correction:
    """Note that a person looked at what raises the doubt and leaves it as it is."""
    field, action = f"reviewed/{doubt.kind}", Correction.Action.CONFIRMED
    return correct(doubt.about, doubt.subject, field, doubt.causes, action=action, author=author, reason=reason)


def let_stand(correction: Correction) -> None:
    """Save a correction in the place of the one of its field that stood until now, which stays in the history.

    Fields of quotes are named by spans, which are the same only in the same `version`.
    """
    field = correction.field
    older = Correction.objects.standing().filter(kind=correction.kind, subject=correction.subject, field=field)
    for row in older.filter(version=correction.version) if field.startswith("quotes/") else older:
        row.withdraw(correction.author)
    correction.save()


@transaction.atomic
def judge(kind: str, one: str, other: str, verdict: str, *, author: User | None = None, reason: str = "") -> Judgement:
    """Write one verdict on identity (persons by slug, meetings by key) and resolve both again."""
    writing.take_turn()
    one, other = sorted((one, other))
    for older in Judgement.objects.standing().filter(kind=kind, one=one, other=other):
        older.withdraw(author)
    judgement = Judgement.objects.create(kind=kind, one=one, other=other, verdict=verdict, author=author, reason=reason)
    resolving.resolve_subject(kind, one)
    resolving.resolve_subject(kind, other)
    return judgement


@transaction.atomic
def withdraw(decision: Correction | Judgement | Takedown, author: User | None) -> None:
    """End a decision; what the texts say stands again."""
    if isinstance(decision, Takedown):
        takedowns.withdraw(decision, author)
        return
    writing.take_turn()
    decision.withdraw(author)
    subjects = [decision.subject] if isinstance(decision, Correction) else [decision.one, decision.other]
    for subject in subjects:
        resolving.resolve_subject(decision.kind, subject)
