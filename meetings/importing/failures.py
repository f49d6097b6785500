"""Files that could not be read are remembered until they are: the review queue shows them."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from meetings import writing
from meetings.importing.ledger import Outcome
from meetings.models import Failure
from meetings.resolving import doubts

LONGEST = Failure._meta.get_field("path").max_length


def note(outcome: Outcome) -> Outcome:
    """Remember the error of a file. What is no file of a text, such as a path that leads nowhere, is let go."""
    if outcome.status == "error" and outcome.key:
        remember(outcome.key[:LONGEST], outcome.message)
    return outcome


@transaction.atomic
def remember(path: str, message: str) -> None:
    writing.take_turn()
    Failure.objects.update_or_create(path=path, defaults={"message": message, "at": timezone.now()})
    doubts.write_failures([path])


@transaction.atomic
def forget(key: str) -> None:
    """The file can be read after all."""
    writing.take_turn()
    were_read([key])


def were_read(keys: Collection[str]) -> None:
    """The same for several files, inside the transaction that keeps their readings."""
    if Failure.objects.filter(path__in=keys).delete()[0]:
        doubts.write_failures(keys)
