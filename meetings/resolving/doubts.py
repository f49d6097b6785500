"""What of documents and meetings wants a person's eyes; pairs that may be one are in `pairs`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q

from meetings.extraction.record import Finding
from meetings.extraction.record import Meeting as MeetingRead
from meetings.models import Account, Correction, Document, Doubt, Failure, Meeting, Mention, Quote
from meetings.models.doubt import UNSURE, weight_of
from meetings.resolving import disagreements
from meetings.resolving.rows import reconcile

Causes = dict[tuple[str, str, str], list[str]]
"""{(kind of doubt, "document" or "meeting", its key): what raises it, in words}."""
SINGLE = (Doubt.Kind.DISAGREEMENT, Doubt.Kind.DATE, Doubt.Kind.SPEAKER, Doubt.Kind.CONFIDENCE, Doubt.Kind.PUBLISHED)
SHOWN = 80
"""So many letters of a quote say which it is."""


def write(documents: Collection[Document], meetings: set[int]) -> None:
    """Bring the doubts on these documents and meetings (ids) in step."""
    paths = {document.pk: document.path for document in documents}
    keys = dict(Meeting.objects.filter(pk__in=meetings).values_list("pk", "key"))
    causes: Causes = defaultdict(list)
    of_documents(causes, [document for document in documents if not document.silent])
    of_meetings(causes, meetings)
    for kind, subject, cause in disagreements.found(documents, meetings):
        causes[Doubt.Kind.DISAGREEMENT, kind, subject].append(cause)
    mine = Q(about="document", subject__in=paths.values()) | Q(about="meeting", subject__in=keys.values())
    rows = Doubt.objects.filter(mine, kind__in=SINGLE)
    existing = {(row.kind, row.about, row.subject): row for row in rows}
    seen = looked_at(paths.values(), keys.values())
    wanted = {key: values(*key, found) for key, found in causes.items() if not set(found) <= seen.get(key, set())}
    reconcile(Doubt, existing, wanted)


def write_failures(paths: Collection[str]) -> None:
    """Bring the doubts on files that could not be read in step; texts of these names may not be there at all."""
    rows = Doubt.objects.filter(kind=Doubt.Kind.IMPORT, about="document", subject__in=paths)
    existing = {(row.kind, row.about, row.subject): row for row in rows}
    failed = Failure.objects.filter(path__in=paths).values_list("path", "message")
    causes = {(Doubt.Kind.IMPORT.value, "document", path): [message] for path, message in failed}
    seen = looked_at(paths, ())
    wanted = {key: values(*key, found) for key, found in causes.items() if not set(found) <= seen.get(key, set())}
    reconcile(Doubt, existing, wanted)


def values(kind: str, about: str, subject: str, causes: list[str]) -> dict[str, object]:
    weight = weight_of(kind, len(causes))
    return {"kind": kind, "about": about, "subject": subject, "causes": causes, "weight": weight}


def looked_at(paths: Iterable[str], keys: Iterable[str]) -> dict[tuple[str, str, str], set[str]]:
    """The causes that a person has looked at and left as they are."""
    mine = Q(kind="document", subject__in=list(paths)) | Q(kind="meeting", subject__in=list(keys))
    rows = Correction.objects.standing().filter(mine, field__startswith="reviewed/")
    return {(row.field.removeprefix("reviewed/"), row.kind, row.subject): set(row.value or ()) for row in rows}


def of_documents(causes: Causes, documents: list[Document]) -> None:
    """No date; quotes that nobody is known to have said; quotes and names that were not surely read."""
    paths = {document.pk: document.path for document in documents}
    for document in documents:
        if not document.published:
            causes[Doubt.Kind.PUBLISHED, "document", document.path].append("no date of publication")
    quotes = Quote.objects.listed().filter(document__in=paths).order_by("document", "start")
    unknown = quotes.filter(speaker=None, speaker_organization=None, speaker_withheld=False)
    for pk, words in unknown.values_list("document", "text"):
        causes[Doubt.Kind.SPEAKER, "document", paths[pk]].append(words[:SHOWN])
    for pk, words in quotes.filter(confidence__lt=UNSURE).values_list("document", "text"):
        causes[Doubt.Kind.CONFIDENCE, "document", paths[pk]].append(f"quote: {words[:SHOWN]}")
    names = Mention.objects.filter(document__in=paths, confidence__lt=UNSURE).order_by("document", "pk")
    for pk, name, country in names.values_list("document", "name__name", "country__name"):
        causes[Doubt.Kind.CONFIDENCE, "document", paths[pk]].append(f"mention: {name or country}")


def of_meetings(causes: Causes, meetings: set[int]) -> None:
    """No date or year; facts that an account does not surely read, where nobody decided them."""
    listed = dict(Meeting.objects.listed().filter(pk__in=meetings).values_list("pk", "key"))
    for key, date in Meeting.objects.filter(pk__in=listed, year=0).values_list("key", "date"):
        causes[Doubt.Kind.DATE, "meeting", key].append(date or "no date")
    decided = set(
        Correction.objects.standing()
        .filter(kind="meeting", subject__in=listed.values())
        .values_list("subject", "field")
    )
    for account in Account.objects.filter(meeting__in=listed, position__isnull=False).order_by("pk"):
        key = listed[account.meeting_id]
        for name, finding in findings(account.record):
            if finding.value and finding.confidence < UNSURE and (key, name) not in decided:
                causes[Doubt.Kind.CONFIDENCE, "meeting", key].append(f"{name}: {finding.value}")


def findings(told: MeetingRead) -> Iterable[tuple[str, Finding]]:
    """What an account says, by the name under which people read it."""
    for name in ("date", "format", "place", "place_country"):
        yield name, getattr(told, name)
    for seat in told.participants:
        yield "participant", seat.name
        yield f"country of {seat.name.value}", seat.country
