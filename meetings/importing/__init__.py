"""Texts in, readings kept: one writer for the command, the upload in the admin and the tests.

`import_paths` imports files and folders, `store` one text whose bytes are at hand.
"""

from __future__ import annotations

from collections.abc import Iterable

from meetings.extraction.record import Hints
from meetings.importing.hints import BadHint, checked
from meetings.importing.ledger import Counts, Ledger, Outcome
from meetings.importing.running import Options, WorkerDied, run
from meetings.importing.sources import Source, find
from meetings.importing.storing import store
from meetings.importing.working import lay

__all__ = [
    "BadHint",
    "Counts",
    "Hints",
    "Ledger",
    "Options",
    "Outcome",
    "Source",
    "WorkerDied",
    "checked",
    "find",
    "import_paths",
    "lay",
    "run",
    "store",
]


def import_paths(paths: Iterable[str], options: Options | None = None) -> Ledger:
    """Import files, folders and patterns. A text that cannot be read is an outcome, never an exception."""
    ledger = Ledger()
    for outcome in run(find(paths), options or Options()):
        ledger.add(outcome)
    return ledger
