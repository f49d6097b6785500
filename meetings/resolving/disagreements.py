"""Where what a text says now is neither what a person decided nor anything that a person had before their eyes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Q

from meetings.models import Correction, Document, Meeting, Person
from meetings.resolving import encounters, quotes
from meetings.resolving.decisions import span_of, split_attribute
from meetings.resolving.documents import fields_read, told
from meetings.resolving.grouping import Named

DECIDED = (Correction.Action.SET, Correction.Action.CONFIRMED)
MEETING_FIELDS = ("date", "format", "place", "place_country", "title")
Found = Iterator[tuple[str, str, str]]
"""(kind, subject, what the text says now, in words)."""
Reading = Mapping[str, Any]
"""{field: what is read}."""


def found(documents: Collection[Document], meetings: set[int]) -> Found:
    """All of these documents and meetings (ids), in a number of queries that depends on decided subjects alone."""
    paths = {document.path: document for document in documents}
    rows = Correction.objects.filter(kind="document", subject__in=paths).select_related("version").order_by("pk")
    for path, log in by_subject(rows.defer("version__raw", "version__reading")).items():
        yield from (("document", path, words) for words in of_document(paths[path], log))
    homes = Meeting.objects.filter(Q(pk__in=meetings) | Q(homed_accounts__meeting__in=meetings))
    keys = homes.values_list("key", flat=True)
    decided = Correction.objects.filter(kind="meeting", subject__in=keys).exclude(field__startswith="reviewed")
    if log := list(decided.order_by("pk")):
        yield from of_meetings(meetings, log)


def by_subject(rows: Iterable[Correction]) -> dict[str, list[Correction]]:
    logs: dict[str, list[Correction]] = defaultdict(list)
    for row in rows:
        logs[row.subject].append(row)
    return logs


def compare(log: list[Correction], read: Reading) -> Iterator[str]:
    """The fields of a subject's log that are read as something new."""
    for row in log:
        if row.withdrawn_at is None and row.action in DECIDED and row.field in read:
            now = read[row.field] or ""
            seen = [one.before or "" for one in log if (one.field, one.version_id) == (row.field, row.version_id)]
            if now != (row.value or "") and now not in seen:
                yield f"{row.field}: {in_words(now)}"


def in_words(value: Any) -> str:
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value) or "nothing"


def of_document(document: Document, log: list[Correction]) -> Iterator[str]:
    record = told(document)
    read: dict[str, Any] = {**fields_read(document, record)}
    spoken = [row for row in log if row.field.startswith("quotes/")]
    if spoken and not document.silent:
        read |= quotes.speakers_read(document)
        yield from lost(document, spoken)
    yield from compare(log, read)


def lost(document: Document, log: list[Correction]) -> Iterator[str]:
    """Decisions on words that the text no longer has."""
    for row in log:
        part, _ = split_attribute(row.field.removeprefix("quotes/"), ("speaker", "span"))
        standing = row.withdrawn_at is None and row.version is not None
        if standing and quotes.carried(span_of(part), row.version, document.version) is None:
            yield f"{row.field}: these words are gone"


def of_meetings(meetings: set[int], log: list[Correction]) -> Found:
    accounts = encounters.told_of(meetings)
    persons = Named(some.account for several in accounts.values() for some in several)
    slugs = dict(Person.objects.filter(participations__meeting__in=meetings).values_list("pk", "slug"))
    keys = dict(Meeting.objects.filter(pk__in=accounts).values_list("pk", "key"))
    homes = {pk: {some.account.home.key for some in several} | {keys[pk]} for pk, several in accounts.items()}
    for pk, several in accounts.items():
        mine = [row for row in log if row.subject in homes[pk]]
        if mine:
            read = encounters.fields_read(several) | seats_read(several, persons, slugs)
            yield from (("meeting", keys[pk], words) for words in compare(mine, read))


def seats_read(accounts: list[encounters.Told], persons: Named, slugs: Mapping[int, str]) -> dict[str, str | None]:
    """Offices, states and bodies of those who take part, by the fields under which they are decided."""
    return {
        f"participants/{slugs[person]}/{name}": value
        for person, seat in encounters.seats_told(accounts, persons).items()
        if person in slugs
        for name, value in seat.values().items()
    }
