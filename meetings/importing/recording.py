"""What an import from the command line did, kept as an `Import` beside those of the admin.

Files that were as before are only counted, and an import of such files alone leaves no record: it changed nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress

from django.db import DatabaseError
from django.utils import timezone

from meetings import bulk
from meetings.extraction.record import Hints
from meetings.importing.hints import compact
from meetings.importing.ledger import Outcome
from meetings.importing.working import listed, reason, result
from meetings.models import Import, ImportedFile

OFTEN = 1.0
"""Seconds after which what was met since is written down: a process that is killed loses no more of its record."""
TOGETHER = 100
"""Files that are written down at once."""


def recorded(outcomes: Iterable[Outcome], what: Iterable[str], hints: Hints, total: int) -> Iterator[Outcome]:
    """The same outcomes, written down as they come, some at a time."""
    record = Recorder(what, hints, total)
    try:
        for outcome in outcomes:
            record.add(outcome)
            yield outcome
    except BaseException as error:
        with suppress(DatabaseError):
            record.interrupt(reason(error))
        raise
    record.end(Import.State.DONE)


class Recorder:
    """Begins its record with the first file that is news, or with an interruption."""

    def __init__(self, what: Iterable[str], hints: Hints, total: int) -> None:
        self.batch: Import | None = None
        self.given = {"what": listed(what), "hints": compact(hints), "total": total, "began_at": timezone.now()}
        self.ignored: list[Outcome] = []
        self.files: list[ImportedFile] = []
        self.unchanged = self.number = 0
        self.signed = time.monotonic()

    def add(self, outcome: Outcome) -> None:
        if outcome.status == "unchanged":
            self.unchanged += 1
        elif outcome.status == "ignored" and self.batch is None:
            self.ignored.append(outcome)
        else:
            self.write(outcome)
        if len(self.files) >= TOGETHER or time.monotonic() - self.signed > OFTEN:
            self.save()

    def write(self, outcome: Outcome) -> None:
        batch = self.begun()
        self.number += 1
        file = ImportedFile(batch=batch, number=self.number, path=outcome.path, stage=Import.Stage.KEEP)
        self.files.append(result(file, outcome))

    def begun(self) -> Import:
        if self.batch is None:
            state = {"stage": Import.Stage.KEEP, "state": Import.State.RUNNING}
            self.batch = Import.objects.create(origin=Import.Origin.COMMAND, **state, **self.given)
            for ignored in self.ignored:
                self.write(ignored)
        return self.batch

    def save(self, **changes: object) -> None:
        if self.batch:
            bulk.create(self.files)
            self.files.clear()
            now = {"sign_at": timezone.now(), "unchanged": self.unchanged}
            Import.objects.filter(pk=self.batch.pk).update(**now, **changes)
        self.signed = time.monotonic()

    def interrupt(self, message: str) -> None:
        self.begun()
        self.end(Import.State.INTERRUPTED, message)

    def end(self, state: str, message: str = "") -> None:
        self.save(state=state, message=message)
