"""How a reader's suggestion is kept, and how it is settled; the review queue is told of both.

A suggestion is no decision: nothing that readers see changes by it. Of the network address only a keyed hash is kept,
which nobody without the site's secret key can try addresses against, and that for an hour, to count by.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from meetings.models import Doubt, Meeting, Quote, Suggestion
from meetings.models.doubt import weight_of

COUNTED = dt.timedelta(hours=1)
SHOWN = 80
"""So many letters of a suggestion say which it is."""


class TooMany(Exception):
    """So many came lately that no more are taken for now."""

    def __init__(self, wait: dt.timedelta) -> None:
        self.wait = wait


def sender_of(address: str | None) -> str:
    """The same for the same address on one day; empty where the address is not known."""
    if not address:
        return ""
    return salted_hmac("meetings.suggesting", f"{timezone.now():%Y-%m-%d} {address}", algorithm="sha256").hexdigest()


@transaction.atomic
def suggest(row: Meeting | Quote, address: str | None, **said: Any) -> Suggestion:
    """Keep what a reader said (`field`, `was`, `should`, `why`, `name`, `email`, `language`).

    The same sent twice is one suggestion. Raises TooMany where the limits of the settings are reached.
    """
    about = {"meeting": row} if isinstance(row, Meeting) else {"quote": row}
    sender, now = sender_of(address), timezone.now()
    Suggestion.objects.filter(at__lt=now - COUNTED).exclude(sender="").update(sender="")
    same = Suggestion.objects.waiting().filter(sender=sender, field=said["field"], should=said["should"], **about)
    if (already := same.first()) is not None:
        return already
    lately = Suggestion.objects.filter(at__gte=now - COUNTED)
    if sender and lately.filter(sender=sender).count() >= settings.SUGGESTIONS_PER_HOUR:
        raise TooMany(COUNTED)
    if Suggestion.objects.filter(at__gte=now - dt.timedelta(days=1)).count() >= settings.SUGGESTIONS_PER_DAY:
        raise TooMany(dt.timedelta(days=1))
    made = Suggestion.objects.create(sender=sender, **about, **said)
    tell_queue(made)
    return made


@transaction.atomic
def settle(suggestion: Suggestion, state: str, by: User | None, word: str = "") -> None:
    """It was taken over or dismissed; the reader's mailbox is forgotten."""
    suggestion.state, suggestion.settled_by, suggestion.settled_at = state, by, timezone.now()
    suggestion.word, suggestion.email = word, ""
    suggestion.save(update_fields=["state", "settled_by", "settled_at", "word", "email"])
    tell_queue(suggestion)


def tell_queue(suggestion: Suggestion) -> None:
    """One doubt a subject, with what waits there as its causes; none where nothing does."""
    about, subject = suggestion.subject
    named: dict[str, Any] = {"kind": Doubt.Kind.SUGGESTION, "about": about, "subject": subject, "other": ""}
    causes = [cause(one) for one in Suggestion.objects.waiting().about(about, subject)]
    if not causes:
        Doubt.objects.filter(**named).delete()
        return
    values = {"causes": causes, "weight": weight_of(Doubt.Kind.SUGGESTION, len(causes))}
    Doubt.objects.update_or_create(**named, defaults=values)


def cause(suggestion: Suggestion) -> str:
    should = suggestion.should
    return f"{suggestion}: {should if len(should) <= SHOWN else should[: SHOWN - 1] + '…'}"
