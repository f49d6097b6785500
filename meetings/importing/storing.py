"""The one writer of texts and readings: for the command, the upload in the admin and the tests.

Writes DocumentVersion, Document (version, hints, same_text_as) and Edition; all other rows are resolved from them.
A text under several names is told by one document, read with that document's hints; the others point to it by
`same_text_as`. Who tells it goes on telling it, else the oldest of those that have it does.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, NamedTuple

import msgspec
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from meetings import bulk, resolving, writing
from meetings.extraction import rules_version
from meetings.extraction.record import Hints
from meetings.importing import failures, front_matter, saved_pages
from meetings.importing.hints import compact
from meetings.importing.ledger import Outcome, Status, brief, describe, shown
from meetings.importing.reading import Reading, Unreadable, find, hints_again, read
from meetings.importing.sources import name_problem
from meetings.models import Document, DocumentVersion, Edition, Failure

NO_CHANGE = "as it was when last read"


@dataclass(frozen=True, slots=True)
class Known:
    """What was stored under a name."""

    sha256: str
    encoding: str
    taken: str
    rules: str
    hints: Hints
    failed: bool
    """Whether a later import could not read the file."""


def store(key: str, raw: bytes, hints: Hints) -> Outcome:
    """Read and keep one text under a name. A text that cannot be read is an outcome; any other error is raised."""
    return failures.note(stored_or_not(key, raw, hints))


def stored_or_not(key: str, raw: bytes, hints: Hints) -> Outcome:
    if problem := name_problem(key):
        return Outcome(shown(key), "error", problem, key=shown(key))
    known, page = look_up([key]).get(key), saved_pages.is_page(key)
    if is_unchanged(known, raw, hints, page):
        if known and known.failed:
            failures.forget(key)
        return Outcome(key, "unchanged", NO_CHANGE)
    try:
        return save(key, raw, read(raw, hints, encoding_met(known, raw), page))
    except Unreadable as error:
        return Outcome(key, "error", str(error), key=key)


def look_up(keys: Iterable[str]) -> dict[str, Known]:
    """What is stored under these names, without bytes, texts and readings."""
    columns = ("path", "version__sha256", "version__encoding", "version__taken", "version__rules", "hints", "failed")
    failed = Exists(Failure.objects.filter(path=OuterRef("path")))
    rows = Document.objects.filter(path__in=keys).annotate(failed=failed).values_list(*columns)
    return {
        path: Known(sha256, encoding, taken, rules, msgspec.convert(hints, Hints), failed)
        for path, sha256, encoding, taken, rules, hints, failed in rows
    }


def is_unchanged(known: Known | None, raw: bytes, hints: Hints, page: bool = False) -> bool:
    """Whether these bytes were read already, with these hints, by these rules, their text taken by the same library."""
    if known is None or known.rules != rules_version() or known.sha256 != digest(raw):
        return False
    if known.taken != (saved_pages.taken_by() if page else ""):
        return False
    try:
        return hints_again(raw.decode(known.encoding), hints, page) == known.hints
    except (front_matter.BadFrontMatter, saved_pages.BadPage):
        return False


def encoding_met(known: Known | None, raw: bytes) -> str | None:
    """The encoding in which these very bytes were stored: offsets in use count in the text that it gives."""
    return known.encoding if known and known.sha256 == digest(raw) else None


def digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


class Read(NamedTuple):
    """A text that was read and is to be kept under a name."""

    key: str
    raw: bytes
    reading: Reading


def save(key: str, raw: bytes, reading: Reading) -> Outcome:
    """Keep a reading: all of it with all rows that it bears on, or nothing."""
    return save_all([Read(key, raw, reading)])[0]


@transaction.atomic
def save_all(texts: Iterable[Read], *, more: bool = False) -> list[Outcome]:
    """Keep several readings: all of them with all rows that they bear on, or nothing.

    They are resolved together, because most questions to the database take as long for many texts as for one.

    `more` are to come: what lists show of persons named in many texts is left to `resolving.catch_up`.
    """
    writing.take_turn()
    touched: dict[int, Document] = {}
    outcomes: list[Outcome] = []
    several = list(texts)
    alone = unheard_of(several) if len(several) > 1 else set()
    for is_alone, group in groupby(several, lambda text: text.key in alone):
        some = list(group)
        outcomes += keep_new(some, touched) if is_alone else [keep(*text, touched) for text in some]
    failures.were_read([text.key for text in several])
    resolving.resolve([touched[pk] for pk in sorted(touched)], trust=True, more=more)
    return outcomes


def unheard_of(texts: list[Read]) -> set[str]:
    """The names of those texts whose name and bytes occur once, here and in the database: nothing else is said of
    them, and they say nothing of others."""
    names = Counter(text.key for text in texts)
    marks = Counter(digest(text.raw) for text in texts)
    known = set(Document.objects.filter(path__in=names).order_by().values_list("path", flat=True))
    stored = DocumentVersion.objects.filter(sha256__in=marks).order_by().values_list("sha256", flat=True)
    known |= {text.key for text in texts if marks[digest(text.raw)] > 1 or names[text.key] > 1}
    same = set(stored)
    return {text.key for text in texts if digest(text.raw) not in same} - known


def keep_new(texts: list[Read], touched: dict[int, Document]) -> list[Outcome]:
    """What `keep` does, for many texts that are unheard of."""
    versions = [new_version(text.raw, text.reading) for text in texts]
    bulk.create(versions)
    documents = [
        Document(path=text.key, version=version, hints=compact(text.reading.hints))
        for text, version in zip(texts, versions, strict=True)
    ]
    bulk.create(documents)
    bulk.create(Edition(document=one, version=one.version, number=1) for one in documents)
    touched.update((document.pk, document) for document in documents)
    return [outcome(text.key, None, "new", "", text.reading) for text in texts]


def keep(key: str, raw: bytes, reading: Reading, touched: dict[int, Document]) -> Outcome:
    """Keep a reading without the rows that are resolved from it; adds to `touched` the documents that must be resolved
    again, by id."""
    document = Document.objects.select_for_update().filter(path=key).first()
    before = document.version if document else None
    status, why = status_of(document, digest(raw), reading)
    version = version_of(raw, reading)
    document = document or Document(path=key)
    document.version, document.hints = version, compact(reading.hints)
    document.save()
    touched[document.pk] = document
    if before != version:
        number = document.editions.count() + 1 if before else 1
        Edition.objects.create(document=document, version=version, number=number)
        touched.update(elect(before) if before else {})
    record = reading.record if reading.text == version.text else find(version.text, reading.hints)
    touched.update(elect(version, {document.pk: record}, newcomer=document.pk if before != version else None))
    return outcome(key, path_of(touched[document.pk].same_text_as), status, why, reading)


def status_of(document: Document | None, sha256: str, reading: Reading) -> tuple[Status, str]:
    """What becomes of a document by this reading, and why a text that did not change is read again."""
    if document is None:
        return "new", ""
    if document.version.sha256 != sha256:
        return "changed", ""
    why = []
    if document.version.taken != reading.taken:
        why.append(f"text taken by {document.version.taken}, now {reading.taken}")
    if document.version.rules != reading.rules:
        why.append(f"rules {document.version.rules}, now {reading.rules}")
    ours, theirs = asdict(document.known), asdict(reading.hints)
    for key in ours:
        if ours[key] != theirs[key]:
            why.append(f"{key} {ours[key] or 'not given'}, now {theirs[key] or 'not given'}")
    return "read again", "; ".join(why)


def stored(sha256: str, reading: Reading) -> DocumentVersion | None:
    """The text that is stored of these bytes, as this library takes it or as another took it too.

    Offsets count in it, so it never changes: where another library takes another text from a page, that is another
    version.
    """
    same = DocumentVersion.objects.filter(sha256=sha256)
    if version := same.filter(taken=reading.taken).first():
        return version
    return same.exclude(taken="").filter(text=reading.text).first() if reading.taken else None


def version_of(raw: bytes, reading: Reading) -> DocumentVersion:
    """The stored text of these bytes, noted as this library's work and not taken again; made if there is none."""
    if version := stored(digest(raw), reading):
        if version.taken != reading.taken:
            version.taken = reading.taken
            version.save(update_fields=["taken"])
        return version
    version = new_version(raw, reading)
    version.save()
    return version


def new_version(raw: bytes, reading: Reading) -> DocumentVersion:
    return DocumentVersion(
        sha256=digest(raw),
        raw=raw,
        encoding=reading.encoding,
        taken=reading.taken,
        text=reading.text,
        reading=reading.record,
        rules=reading.rules,
        read_at=timezone.now(),
    )


def elect(
    version: DocumentVersion, records: Mapping[int, dict[str, Any]] | None = None, newcomer: int | None = None
) -> dict[int, Document]:
    """Let one of the documents that have this text now tell it, and the others point there.

    Who tells it goes on telling it, because its quotes have their addresses; else the oldest does.

    `records` holds readings made with a document's present hints, by its id. Returns {id: document} of those that
    must be resolved again: their part changed, or their text was read again.
    """
    holders = Document.objects.filter(version=version).order_by("pk")
    first = next((one for one in holders if one.same_text_as_id is None and one.pk != newcomer), holders.first())
    if first is None:
        return {}
    touched = {copy.pk: copy for copy in holders.exclude(pk=first.pk).exclude(same_text_as=first)}
    for copy in touched.values():
        point(copy, version, first)
    read_now = records or {}
    if first.same_text_as_id or first.pk in read_now or version.rules != rules_version():
        point(first, version, None)
        keep_record(version, read_now.get(first.pk) or find(version.text, first.known))
        touched[first.pk] = first
    return touched


def point(document: Document, version: DocumentVersion, teller: Document | None) -> None:
    document.version, before = version, document.same_text_as_id
    document.same_text_as = teller
    if document.same_text_as_id != before:
        document.save(update_fields=["same_text_as"])


def keep_record(version: DocumentVersion, record: dict[str, Any]) -> None:
    if version.reading is record and version.rules == rules_version():
        return  # the text came in with this very reading
    version.reading, version.rules, version.read_at = record, rules_version(), timezone.now()
    version.save(update_fields=["reading", "rules", "read_at"])


def path_of(document: Document | None) -> str | None:
    return document.path if document else None


def outcome(key: str, teller: str | None, status: Status, why: str, reading: Reading) -> Outcome:
    """The line of the ledger. A text that another document (its path) tells counts there, not twice."""
    if teller:
        again = f"{why}; " if why else ""
        message = f"{again}the text of {teller}, kept once"
        return Outcome(key, status if why else "same text", message, found=brief(reading.record, reading.hints))
    message, counts = describe(reading.record, reading.hints)
    told = f"{message} ({why})" if why else message
    return Outcome(key, status, told, counts, brief(reading.record, reading.hints))


def preview(key: str, raw: bytes, reading: Reading, seen: dict[str, str]) -> Outcome:
    """What `save` would say; writes nothing. `seen` is {sha256 and library: the teller's path} of the run's new texts,
    and grows."""
    sha256 = digest(raw)
    document = Document.objects.filter(path=key).select_related("version", "same_text_as").first()
    status, why = status_of(document, sha256, reading)
    version = stored(sha256, reading)
    if document and document.version == version:
        return outcome(key, path_of(document.same_text_as), status, why, reading)
    stored_at = Document.objects.filter(version=version, same_text_as=None).first() if version else None
    teller = path_of(stored_at) or seen.get(sha256 + reading.taken)
    seen.setdefault(sha256 + reading.taken, key)
    return outcome(key, teller, status, why, reading)
