"""Merging and splitting: several decisions that belong together are written, and undone, as one act of a person.

All that is written are corrections and judgements. Whoever withdraws them has the rows back under the same ids.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, product
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from meetings import writing
from meetings.corrections import correct, judge
from meetings.models import Account, Correction, Judgement, Meeting, Mention, Person, PersonName
from meetings.resolving import homes
from meetings.resolving.people import free_slug

KEYS: dict[str, tuple[Any, str]] = {"person": (Person, "slug"), "meeting": (Meeting, "key")}


@transaction.atomic
def merge(kind: str, rows: Sequence[Any], *, author: User | None = None, reason: str = "") -> list[Judgement]:
    """Hold these persons or meetings to be one, the oldest. Raises ValidationError where something keeps them apart."""
    writing.take_turn()
    model, key = KEYS[kind]
    first, *others = sorted(rows, key=lambda row: row.pk)
    made = [
        judge(kind, getattr(first, key), getattr(other, key), Judgement.Verdict.SAME, author=author, reason=reason)
        for other in others
    ]
    found = model.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", "merged_into")
    if len({heir or pk for pk, heir in found}) > 1:
        raise ValidationError(
            "They were not merged: a verdict that they are different stands between them, or no text tells of one of "
            "them. Look into their history, and withdraw that verdict first."
        )
    return made


@transaction.atomic
def split_person(
    person: Person,
    names: Collection[PersonName],
    mentions: Collection[Mention],
    other: Person | None = None,
    *,
    author: User | None = None,
    reason: str = "",
) -> Person:
    """Let these spellings, and these mentions in single texts, be somebody else's: `other`, or somebody new.

    Raises ValidationError where nothing would be left of the person, or of their address.
    """
    writing.take_turn()
    stay = person.names.exclude(pk__in=[name.pk for name in names]).select_related("home")
    check_split(person, names, mentions, stay)
    other = other or newcomer(names[0].name if isinstance(names, list) and names else person.name)
    said: dict[str, Any] = {"author": author, "reason": reason}
    strangers = sorted({name.home.slug for name in stay if name.home} | {person.slug})
    for name in names:
        before = {"person": name.home.slug if name.home else person.slug}
        value = {"person": other.slug, "from": strangers}
        correct("person", person.slug, homes.field_of(name), value, before=before, **said)
    before, value = {"person": person.slug}, {"person": other.slug}
    for mention in mentions:
        correct("document", mention.document.path, f"people/{mention}/person", value, before=before, **said)
    other.refresh_from_db()
    return other


def is_split(correction: Correction) -> bool:
    """Whether the correction says whose spelling or mention something is, as `split_person` does."""
    of_mention = correction.field.startswith("people/") and correction.field.endswith("/person")
    return of_mention or (correction.kind == "person" and correction.field.startswith("names/"))


def check_split(
    person: Person, names: Collection[PersonName], mentions: Collection[Mention], stay: QuerySet[PersonName]
) -> None:
    """Raises ValidationError where nothing is chosen, or nothing that is found in texts would stay."""
    if not names and not mentions:
        raise ValidationError("Choose the spellings, or the texts, that mean somebody else.")
    if names and not stay.filter(home=person, mentions__isnull=False).exists():
        raise ValidationError(
            "Leave at least one spelling that is still found in texts and was first known under this address."
        )


def newcomer(name: str) -> Person:
    return Person.objects.create(name=name, slug=free_slug(name))


@transaction.atomic
def split_meeting(
    meeting: Meeting, accounts: Collection[Account], *, author: User | None = None, reason: str = ""
) -> Meeting:
    """Let these accounts tell of another meeting, together. Raises ValidationError where none or all are chosen."""
    writing.take_turn()
    chosen = sorted(accounts, key=lambda account: account.pk)
    stay = list(meeting.accounts.filter(position__isnull=False).exclude(pk__in=[row.pk for row in chosen]))
    if not chosen or not stay:
        raise ValidationError("Choose the accounts that tell of another meeting, and leave at least one.")
    said: dict[str, Any] = {"author": author, "reason": reason}
    for one, other in pairwise(chosen):
        judge("meeting", one.home.key, other.home.key, Judgement.Verdict.SAME, **said)
    for one, other in product(chosen, stay):
        judge("meeting", one.home.key, other.home.key, Judgement.Verdict.DIFFERENT, **said)
    chosen[0].refresh_from_db()
    return chosen[0].meeting
