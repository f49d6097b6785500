"""Several processes, with extraction itself: a stand-in would stay in this process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from meetings import importing
from meetings.extraction import extract
from meetings.extraction.record import Hints
from meetings.importing import Options, WorkerDied, running
from meetings.models import Document, Quote

from .conftest import Put

TEXT = """Askar Meder received Ilse Brandt

Vellin, 8 April 2021

President of Kazakhstan Askar Meder received Foreign Minister of Germany Ilse Brandt. It was meeting number {number}.

“We are old friends, and we shall remain so,” said Askar Meder.
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("workers", [1, 2])
def test_several_workers_do_what_one_does(put: Put, texts: Path, workers: int) -> None:
    for number in range(9):
        put(f"{number:02}.txt", TEXT.format(number=number))
    put("bad.txt", b"")
    put("copy.txt", TEXT.format(number=3))
    hints = Hints(publisher="Vellania")
    ledger = importing.import_paths([str(texts)], Options(hints, workers))
    outcomes = [(Path(outcome.path).name, outcome.status) for outcome in ledger.outcomes]
    new = [f"{number:02}.txt" for number in range(9)]
    assert outcomes == [*((name, "new") for name in new), ("bad.txt", "error"), ("copy.txt", "same text")]
    documents = Document.objects.order_by("pk").select_related("version")
    assert [document.path for document in documents] == [*new, "copy.txt"]
    for document in documents:
        assert document.version.record == extract(document.version.text, hints=hints)
    assert {quote.document.path for quote in Quote.objects.select_related("document")} == set(new)


def die(*args: Any) -> None:
    os._exit(1)


@pytest.mark.django_db
def test_a_worker_that_dies_stops_the_import(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt")
    monkeypatch.setattr(running, "read", die)
    with pytest.raises(WorkerDied, match=r"a worker process ended unexpectedly at .*a.txt or soon after"):
        importing.import_paths([str(texts)], Options(workers=2))


@pytest.mark.django_db
def test_few_files_are_read_ahead(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        put(f"{number:02}.txt", TEXT.format(number=number))
    opened: list[str] = []
    file_bytes = running.file_bytes
    monkeypatch.setattr(running, "file_bytes", lambda path: opened.append(path) or file_bytes(path))
    monkeypatch.setattr(running, "pool", lambda workers: running.InProcess())
    outcomes = running.run(importing.find([str(texts)]), Options(workers=2))
    next(outcomes)
    assert len(opened) == 1 + 2 * running.AHEAD
