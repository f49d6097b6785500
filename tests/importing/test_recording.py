"""What the command did stands beside the uploads."""

from __future__ import annotations

import io
import os
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from meetings.importing import running, storing
from meetings.importing.recording import recorded
from meetings.models import Import

from .conftest import Put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("extraction")]

ONE = "Askar Meder received Ilse Brandt. “We are friends.”"


def run(*args: object, **options: Any) -> None:
    out = io.StringIO()
    call_command("import_records", *map(str, args), stdout=out, stderr=out, **options)


def test_an_import_is_recorded_with_its_files(put: Put, texts: Any) -> None:
    put("a.txt", ONE)
    put("b.txt", "")
    put("c.png", "")
    with pytest.raises(CommandError):
        run(texts, publisher="Ministry")
    batch = Import.objects.get()
    assert (batch.origin, batch.stage, batch.state, batch.author, batch.what, batch.hints) == (
        *("command", "keep", "done", None, str(texts)),
        {"publisher": "Ministry"},
    )
    assert list(batch.files.values_list("number", "path", "status", "message", "meetings", "people", "quotes")) == [
        (
            1,
            "a.txt",
            "new",
            "en, publication date unknown (published.no-date-line), 1 meeting, 2 people, 1 quote",
            1,
            2,
            1,
        ),
        (2, f"{texts}/b.txt", "error", "is empty; remove it, or put the text into it", 0, 0, 0),
        (3, "1 file", "ignored", "only .txt, .md and .html are read (.png 1)", 0, 0, 0),
    ]


def test_what_was_as_before_is_counted_and_by_itself_leaves_no_record(put: Put, texts: Any) -> None:
    put("a.txt", ONE)
    put("a.png", "")
    run(texts)
    run(texts)
    assert Import.objects.count() == 1
    put("b.txt", f"{ONE} 2")
    run(texts)
    batch = Import.objects.first()
    assert batch is not None
    assert (batch.unchanged, batch.total) == (1, 3)
    assert list(batch.files.values_list("path", "status")) == [("b.txt", "new"), ("1 file", "ignored")]


def test_names_that_are_no_text_are_recorded_all_the_same(put: Put, texts: Any) -> None:
    put("a.txt", ONE)
    folder = texts.parent / os.fsdecode(b"\xff\n")
    texts.rename(folder)
    run(folder)
    assert Import.objects.get().what == f"{texts.parent}/\\udcff\\n"


def test_a_dry_run_leaves_no_record(put: Put, texts: Any) -> None:
    put("a.txt", ONE)
    run(texts, dry_run=True)
    assert not Import.objects.exists()


@pytest.mark.parametrize("together", [1, 2])
@pytest.mark.parametrize(
    ("error", "message"),
    [(OperationalError("disk full"), "disk full."), (KeyboardInterrupt(), "The program was ended.")],
)
def test_what_ended_it_is_recorded(
    put: Put, texts: Any, monkeypatch: pytest.MonkeyPatch, error: BaseException, message: str, together: int
) -> None:
    put("a.txt", ONE)
    put("b.txt", f"{ONE} 2")
    outcome = storing.outcome

    def breaking(key: str, *rest: Any) -> Any:
        if key == "b.txt":
            raise error
        return outcome(key, *rest)

    monkeypatch.setattr(running, "TOGETHER", together)
    monkeypatch.setattr(storing, "outcome", breaking)
    with pytest.raises((CommandError, SystemExit)):
        run(texts)
    batch = Import.objects.get()
    assert (batch.state, batch.message) == ("interrupted", message)
    assert list(batch.files.values_list("path", flat=True)) == (["a.txt"] if together == 1 else [])


def test_who_hears_no_more_leaves_an_interrupted_record() -> None:
    from meetings.extraction.record import Hints
    from meetings.importing.ledger import Outcome

    outcomes = recorded([Outcome("a.txt", "new", ""), Outcome("b.txt", "new", "")], ["texts"], Hints(), 2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert Import.objects.get().state == "interrupted"
