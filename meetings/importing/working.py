"""An import that lies in the database is carried on: file by file, so that it can be stopped, lost and continued.

The row of an import is its place in the queue, too: what waits, who works and how far it is stand there alone, so
that no second list of tasks can say otherwise. One process works at a time. It gives a sign after every few files, and
leaves as soon as the row no longer names it or is no longer at work; only then another may begin.
"""

from __future__ import annotations

import hashlib
import logging
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Length
from django.utils import timezone

from meetings import writing
from meetings.extraction.record import Hints
from meetings.importing import saved_pages
from meetings.importing.archives import Given
from meetings.importing.hints import compact
from meetings.importing.ledger import Outcome, shown
from meetings.importing.running import Options, WorkerDied, run
from meetings.importing.sources import Source
from meetings.models import Change, Import, ImportedFile
from meetings.models.intake import SILENCE

logger = logging.getLogger(__name__)

TOGETHER, TOGETHER_BYTES = 10, 200_000
"""So few files of so few bytes are done together, in about a second: as long does who stops the work wait."""

State, Stage = Import.State, Import.Stage


@dataclass(frozen=True, slots=True)
class Laid(Source):
    """A file whose bytes lie in the database; `path` is its name too."""

    pk: int

    def bytes(self) -> bytes:
        raw = ImportedFile.objects.values_list("raw", flat=True).get(pk=self.pk)
        if raw is None:
            raise FileNotFoundError("discarded")
        return bytes(raw)


@transaction.atomic
def lay(what: Iterable[str], found: Iterable[Given | Outcome], hints: Hints, author: User | None = None) -> Import:
    """Put what was handed over into the database, to be read; what cannot be has its outcome at once.

    `what` are the names under which it came.
    """
    batch = Import.objects.create(
        origin=Import.Origin.UPLOAD, stage=Stage.READ, what=listed(what), hints=compact(hints), author=author
    )
    for number, item in enumerate(found, 1):
        if isinstance(item, Outcome):
            row = result(ImportedFile(batch=batch, number=number, path=item.path, stage=Stage.READ), item)
        else:
            row = ImportedFile(batch=batch, number=number, path=item.key, raw=item.raw)
            batch.total += 1
        row.save(force_insert=True)
    batch.save(update_fields=["total"])
    return batch


def listed(what: Iterable[str]) -> str:
    """What was given, one name a line, as any database takes it."""
    return "\n".join(shown(name) for name in what)


def result(file: ImportedFile, outcome: Outcome) -> ImportedFile:
    file.status, file.message, file.found = outcome.status, outcome.message, outcome.found
    file.meetings, file.people, file.quotes = outcome.counts
    return file


def todo(batch: Import) -> QuerySet[ImportedFile]:
    """The files that the stage under way has yet to see."""
    return batch.files.filter(raw__isnull=False).exclude(stage=batch.stage).order_by("number").defer("raw")


def ask(batch: Import, stage: str) -> None:
    """Let the import wait for its turn at this stage, or continue there.

    A process that has yet to leave it keeps its name there; one that gave no sign for long has lost it.
    """
    lost = When(sign_at__lte=timezone.now() - SILENCE, then=Value(""))
    Import.objects.filter(pk=batch.pk).update(
        stage=stage,
        state=State.WAITING,
        runner=Case(lost, default=F("runner")),
        message="",
        sign_at=timezone.now(),
        began_at=None,
    )
    batch.refresh_from_db()


def stop(batch: Import) -> bool:
    """End the work after the files at hand; says whether there was any to end."""
    active = Import.objects.filter(pk=batch.pk, state__in=(State.WAITING, State.RUNNING))
    return bool(active.update(state=State.STOPPED))


def leave(batch: Import) -> None:
    """Let others begin."""
    Import.objects.filter(pk=batch.pk, runner=batch.runner).update(runner="")


def waiting() -> QuerySet[Import]:
    """The uploads that wait for somebody to work on them."""
    return Import.objects.filter(state=State.WAITING, origin=Import.Origin.UPLOAD)


def held_up() -> bool:
    """Whether an upload waits for somebody who takes none up after their own work: a process that is yet to leave what
    was stopped, or an import from the command line. Who works on an upload goes on to the next."""
    at_work = Import.objects.worked_on()
    goes_on = at_work.filter(state=State.RUNNING, origin=Import.Origin.UPLOAD)
    return waiting().exists() and at_work.exists() and not goes_on.exists()


@transaction.atomic
def discard(batch: Import) -> bool:
    """Keep nothing of what is not kept yet; says whether nobody is at work on it, else it is left as it is."""
    free = bool(Import.objects.filter(pk=batch.pk).at_rest().update(state=State.DISCARDED))
    if free:
        batch.files.update(raw=None)
    return free


@transaction.atomic
def claim(pk: int | None = None) -> Import | None:
    """Take the turn of the import that waits longest, or of this one; None if nothing waits, or somebody is at work."""
    writing.take_turn()
    batch = (waiting() if pk is None else waiting().filter(pk=pk)).order_by("sign_at", "pk").first()
    if batch is None or Import.objects.worked_on().exists():
        return None
    done, now = batch.total - todo(batch).count(), timezone.now()
    begun = {"state": State.RUNNING, "runner": uuid.uuid4().hex, "began_at": now, "sign_at": now, "began_with": done}
    if not waiting().filter(pk=batch.pk).update(**begun):
        return claim(pk)  # a person stopped or discarded it just now: they wait for no turn
    batch.refresh_from_db()
    return batch


def work(batch: Import) -> None:
    """Carry on a claimed import to the end of its stage, or until it is stopped or taken over.

    What ends it otherwise is written down as an interruption; errors are logged.
    """
    try:
        if all(mine(batch) for _ in progress(batch)):
            finish(batch)
    except Exception as error:
        logger.exception("import %s was interrupted", batch.pk)
        interrupt(batch, error)
    except BaseException as error:
        interrupt(batch, error)
        raise
    finally:
        with suppress(DatabaseError):
            leave(batch)


def mine(batch: Import) -> bool:
    """Give a sign; no where the row no longer names this process."""
    own = Import.objects.filter(pk=batch.pk, runner=batch.runner, state=State.RUNNING)
    return bool(own.update(sign_at=timezone.now()))


def progress(batch: Import) -> Iterator[int]:
    """Do the files of this stage, some at a time; tells how many, once their results stand in the database."""
    options = Options(msgspec.convert(batch.hints, Hints), dry_run=batch.stage == Stage.READ)
    seen = met_before(batch)
    for files in at_hand(batch):
        sources = [Laid(file.path, file.path, file.pk) for file in files]
        for file, outcome in zip(files, run(sources, options, seen), strict=True):
            result(file, outcome).stage = batch.stage
            file.save(update_fields=["stage", "status", "message", "found", "meetings", "people", "quotes"])
        yield len(files)


def at_hand(batch: Import) -> Iterator[list[ImportedFile]]:
    """The files to do, some at a time."""
    some: list[Any] = []
    size = 0
    for file in list(todo(batch).annotate(bytes=Length("raw"))):
        some.append(file)
        size += file.bytes
        if len(some) >= TOGETHER or size > TOGETHER_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def met_before(batch: Import) -> dict[str, str]:
    """The new texts of the part that was read before an interruption: see `storing.preview`."""
    if batch.stage != Stage.READ or not batch.began_with:
        return {}
    read = batch.files.filter(stage=Stage.READ, status__in=("new", "changed"), raw__isnull=False)
    seen: dict[str, str] = {}
    for file in read.order_by("number").iterator(chunk_size=20):
        taken = saved_pages.taken_by() if saved_pages.is_page(file.path) else ""
        seen[hashlib.sha256(bytes(file.raw or b"")).hexdigest() + taken] = file.path
    return seen


@transaction.atomic
def finish(batch: Import) -> None:
    own = Import.objects.filter(pk=batch.pk, runner=batch.runner, state=State.RUNNING)
    if not own.update(state=State.DONE, runner="", sign_at=timezone.now()):
        return
    if batch.stage == Stage.KEEP:
        batch.files.update(raw=None)
        Change.objects.prune()


def interrupt(batch: Import, error: BaseException) -> None:
    """Write down why the work ended; where the database itself is gone, its silence tells."""
    own = Import.objects.filter(pk=batch.pk, runner=batch.runner, state=State.RUNNING)
    with suppress(DatabaseError):
        own.update(state=State.INTERRUPTED, runner="", message=reason(error))


def reason(error: BaseException) -> str:
    if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
        return "The program was ended."
    if isinstance(error, DatabaseError | WorkerDied):
        return f"{error}."
    return f"{type(error).__name__}: {error}. Please report this."
