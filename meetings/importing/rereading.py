"""Stored texts read again with the present rules: no file is needed; offsets and decisions stand."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import translate
from typing import Any

import msgspec
from django.db import transaction

from meetings import resolving, writing
from meetings.extraction import rules_version
from meetings.extraction.record import Record
from meetings.importing import storing
from meetings.importing.differences import Difference, differences
from meetings.importing.reading import find
from meetings.models import Document
from meetings.resolving import encounters, quotes
from meetings.resolving.decisions import Decisions

logger = logging.getLogger(__name__)

BATCH = 20
"""Texts that are read before they are written together; a run that is stopped loses no more than these."""


@dataclass(slots=True)
class Reread:
    """One text as it is read now. `error` says why it could not be."""

    document: Document
    record: dict[str, Any] = field(default_factory=dict)
    found: list[Difference] = field(default_factory=list)
    stands: set[str] = field(default_factory=set)
    """Of what differs, the fields that a person decided: what is shown of them stays."""
    error: str = ""


def chosen(paths: Iterable[str]) -> list[int]:
    """Documents (ids) by name, by folder or by pattern; all without one. Raises LookupError for what names none."""
    known = dict(Document.objects.told().order_by("pk").values_list("path", "pk"))
    wanted: set[int] = set()
    for path in paths:
        pattern = re.compile(translate(path))
        inside = path.rstrip("/") + "/"
        mine = {pk for name, pk in known.items() if name == path or name.startswith(inside) or pattern.match(name)}
        if not mine:
            raise LookupError(path)
        wanted |= mine
    return [pk for pk in known.values() if pk in wanted or not paths]


def outdated(pks: Iterable[int]) -> list[int]:
    """Those of them that other rules have read."""
    rows = Document.objects.exclude(version__rules=rules_version()).values_list("pk", flat=True)
    wanted = set(rows)
    return [pk for pk in pks if pk in wanted]


def reread(pks: list[int], apply: bool = False) -> Iterator[Reread]:
    """Read these documents again, one after the other; with `apply`, keep what was read, a batch at once."""
    for start in range(0, len(pks), BATCH):
        rows = Document.objects.filter(pk__in=pks[start : start + BATCH]).select_related("version")
        batch = [read_again(document) for document in rows.defer("version__raw").order_by("pk").iterator(BATCH)]
        if apply:
            keep([one for one in batch if not one.error])
        yield from batch


def read_again(document: Document) -> Reread:
    try:
        record = find(document.version.text, document.known)
    except Exception as error:
        logger.exception("%s could not be read again", document.path)
        return Reread(document, error=f"could not be read again ({type(error).__name__}: {error}); please report this")
    now = msgspec.convert(record, Record)
    found = list(differences(document.version.record, now))
    return Reread(document, record, found, decided(document) if found else set())


@transaction.atomic
def keep(batch: list[Reread]) -> None:
    """Keep these readings and resolve what they bear on. A text that was imported meanwhile is read already."""
    writing.take_turn()
    rows = Document.objects.filter(pk__in=[one.document.pk for one in batch])
    now = dict(rows.values_list("pk", "version"))
    changed = []
    for one in batch:
        version = one.document.version
        if now.get(one.document.pk) == version.pk:
            before = version.reading
            storing.keep_record(version, one.record)
            changed += [version.pk] if before != one.record else []
    told = Document.objects.filter(version__in=changed).select_related("version").order_by("pk")
    if changed:
        resolving.resolve(told)


def decided(document: Document) -> set[str]:
    """The fields of the record, as differences name them, that a person decided."""
    record = document.version.record
    fields = set(Decisions.on("document", [document.path]).fields)
    plans = [plan for plan in quotes.plan_alone(document, record) if plan.decided and plan.read]
    fields |= {f"quotes/{quotes.key_of(plan.key)}/speaker" for plan in plans}
    accounts = document.accounts.filter(position__isnull=False).values_list("position", "meeting")
    on_meetings = encounters.decisions_on({meeting for _, meeting in accounts})
    names = document.mentions.filter(person__isnull=False).values_list("name__name", "person__slug")
    for position, meeting in accounts:
        mine = on_meetings[meeting].fields
        fields |= {f"meetings/{position}/{name}" for name in mine}
        for name, slug in names:
            seats = [one.removeprefix(f"participants/{slug}") for one in mine if part_of(one, slug)]
            fields |= {f"meetings/{position}/participants/{name}{rest}" for rest in seats}
    return fields


def part_of(field: str, slug: str) -> bool:
    return field == f"participants/{slug}" or field.startswith(f"participants/{slug}/")
