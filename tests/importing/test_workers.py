"""Several processes, with extraction itself: a stand-in would stay in this process."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from meetings import importing
from meetings.extraction import extract
from meetings.extraction.record import Hints
from meetings.importing import Options, WorkerDied, reading, running, sources, storing
from meetings.models import Document, Meeting, Person, Quote

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


class Odd(Exception):
    """Cannot be sent to another process as it is."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def fail_once(raw: bytes, *rest: Any) -> Any:
    if b"number 1" in raw:
        raise Odd("words", "apart")
    return reading.read(raw, *rest)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_text_that_cannot_be_read_leaves_those_read_beside_it(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, workers: int
) -> None:
    for number in range(3):
        put(f"{number:02}.txt", TEXT.format(number=number))
    monkeypatch.setattr(running, "read", fail_once)
    ledger = importing.import_paths([str(texts)], Options(workers=workers))
    assert [outcome.status for outcome in ledger.outcomes] == ["new", "error", "new"]
    assert "Odd: words apart" in ledger.outcomes[1].message
    assert "in fail_once" in caplog.text


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were opened, by workers in this process."""
    found: list[str] = []
    file_bytes = sources.file_bytes
    monkeypatch.setattr(sources, "file_bytes", lambda path: found.append(path) or file_bytes(path))
    monkeypatch.setattr(running, "pool", lambda workers: running.InProcess())
    return found


@pytest.mark.django_db
def test_few_files_are_read_ahead(put: Put, texts: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        put(f"{number:02}.txt", TEXT.format(number=number))
    monkeypatch.setattr(running, "TOGETHER", 3)
    monkeypatch.setattr(running, "AHEAD", 8)
    outcomes = running.run(importing.find([str(texts)]), Options(workers=2))
    next(outcomes)
    assert len(opened) == 3 + 8


@pytest.mark.django_db
def test_fewer_large_files_are_read_ahead(
    put: Put, texts: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        put(f"{number:02}.txt", TEXT.format(number=number))
    monkeypatch.setattr(running, "AHEAD_BYTES", 4 * len(TEXT))
    next(running.run(importing.find([str(texts)]), Options(workers=2)))
    assert len(opened) == 5


@pytest.mark.django_db
def test_long_files_are_kept_before_more_are_read(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        put(f"{number:02}.txt", TEXT.format(number=number))
    together: list[int] = []
    save_all = storing.save_all
    monkeypatch.setattr(storing, "save_all", lambda texts, **_: together.append(len(texts)) or save_all(texts))
    monkeypatch.setattr(running, "MOST_BYTES", len(TEXT) + 1)
    importing.import_paths([str(texts)])
    assert together == [2, 1]


@pytest.mark.django_db(transaction=True)
def test_a_text_that_cannot_be_kept_leaves_the_others(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        put(f"{number:02}.txt", TEXT.format(number=number))
    told = storing.outcome
    monkeypatch.setattr(storing, "outcome", lambda key, *rest: {"00.txt": told, "02.txt": told}[key](key, *rest))
    ledger = importing.import_paths([str(texts)])
    assert [outcome.status for outcome in ledger.outcomes] == ["new", "error", "new"]
    assert ledger.outcomes[1].path == str(texts / "01.txt")
    assert sorted(Document.objects.values_list("path", flat=True)) == ["00.txt", "02.txt"]


def dies_of_the_sixth(raw: bytes, *rest: Any) -> reading.Reading:
    if b"number 5." in raw:
        os._exit(1)
    return reading.read(raw, *rest)


@pytest.mark.django_db(transaction=True)
def test_the_text_that_a_worker_dies_of_is_named_and_those_before_it_are_kept(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        put(f"{number:02}.txt", TEXT.format(number=number))
    monkeypatch.setattr(running, "read", dies_of_the_sixth)
    with pytest.raises(WorkerDied, match=r"05\.txt"):
        importing.import_paths([str(texts)], Options(workers=2))
    assert [one.path for one in Document.objects.order_by("path")] == [f"{number:02}.txt" for number in range(5)]


@pytest.mark.django_db(transaction=True)
def test_what_was_read_before_a_worker_died_is_kept(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        put(f"{number:02}.txt", TEXT.format(number=number))
    read = running.read

    def die_late(raw: bytes, *rest: Any) -> Any:
        if b"number 2" in raw:
            raise BrokenProcessPool
        return read(raw, *rest)

    monkeypatch.setattr(running, "read", die_late)
    with pytest.raises(WorkerDied):
        importing.import_paths([str(texts)])
    assert sorted(Document.objects.values_list("path", flat=True)) == ["00.txt", "01.txt"]


@pytest.mark.django_db
def test_what_was_read_before_the_pool_broke_while_texts_were_kept_is_kept(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        put(f"{number:02}.txt", TEXT.format(number=number))
    executor, save_all = running.pool(1), storing.save_all
    broken: list[BaseException | None] = []

    def save_and_break(some: Any, **more: Any) -> Any:
        if not broken:
            broken.append(executor.submit(os._exit, 1).exception())  # after all that was asked of it before
        return save_all(some, **more)

    monkeypatch.setattr(storing, "save_all", save_and_break)
    monkeypatch.setattr(running, "pool", lambda workers: executor)
    monkeypatch.setattr(running, "TOGETHER", 1)
    monkeypatch.setattr(running, "AHEAD", 2)
    with pytest.raises(WorkerDied, match=r"03\.txt"):
        importing.import_paths([str(texts)], Options(workers=2))
    assert sorted(Document.objects.values_list("path", flat=True)) == ["00.txt", "01.txt", "02.txt"]


def rows_of_import(texts: Path, options: Options | None = None) -> list[Any]:
    """Import and take back; what was there in between, by names that last."""
    with transaction.atomic():
        importing.import_paths([str(texts)], options)
        people = Person.objects.order_by("slug").values_list("slug", "name", "office", "meeting_count", "quote_count")
        meetings = Meeting.objects.order_by("key").values_list("key", "title", "account_count", "merged_into__key")
        quotes = Quote.objects.order_by("document__path", "start").values_list("text", "speaker__slug", "meeting__key")
        rows = [list(people), list(meetings), list(quotes)]
        transaction.set_rollback(True)
    return rows


def found_either_way(texts: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many persons, meetings and quotes there are, which must be the same if texts are kept together or not."""
    together = rows_of_import(texts)
    monkeypatch.setattr(running, "TOGETHER", 1)
    assert rows_of_import(texts) == together
    return [len(some) for some in together]


@pytest.mark.django_db
def test_together_or_one_by_one(put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is resolved of texts kept together is what would be of each after the other."""
    for number in range(4):
        text = TEXT.replace("Askar Meder", "A. Meder") if number == 0 else TEXT
        put(f"{number:02}.txt", text.format(number=number))
    put("copy.txt", TEXT.format(number=3))
    assert found_either_way(texts, monkeypatch) == [2, 4, 4]


@pytest.mark.django_db
def test_together_or_one_by_one_where_some_are_stored_already(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New texts stand between changed ones, copies, and one that takes the text of another."""

    def told(number: int, names: str = "Ilse Brandt") -> str:
        return TEXT.replace("8 April", f"{number + 1} April").replace("Ilse Brandt", names).format(number=number)

    for number in range(4):
        put(f"{number:02}.txt", told(number))
    importing.import_paths([str(texts)])
    put("00.txt", told(0, "Olga Fennel"))
    put("01.txt", told(2))
    for number in range(5, 8):
        put(f"00-{number}.txt", told(number, "I. Brandt"))
        put(f"02-{number}.txt", told(number // 2))
    assert found_either_way(texts, monkeypatch) == [3, 7, 7]


@pytest.mark.django_db
def test_the_rows_do_not_depend_on_the_number_of_workers(
    put: Put, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Short texts, which come back soon, stand behind long ones."""
    for number in range(12):
        name = ("Askar Meder", "A. Meder", "Asqar Meder")[number % 3]
        text = TEXT.replace("Askar Meder", name).format(number=number)
        put(f"{number:02}.txt", text + "\nThe weather was fine.\n" * (200 if number % 4 == 0 else 0))
    monkeypatch.setattr(running, "TOGETHER", 5)
    one, two, three = (rows_of_import(texts, Options(workers=number)) for number in (1, 2, 3))
    assert one == two == three
    assert len(one[2]) == 12
