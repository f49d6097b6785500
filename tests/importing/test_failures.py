"""What could not be read waits in the review queue until it is read, or a person lets it be."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from meetings import corrections, importing, resolving
from meetings.extraction.record import Hints
from meetings.models import Doubt, Failure

from .conftest import Put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("extraction")]

EMPTY = "is empty; remove it, or put the text into it"


def run(*args: object, **options: Any) -> None:
    with contextlib.suppress(CommandError):
        call_command("import_records", *map(str, args), stdout=io.StringIO(), stderr=io.StringIO(), **options)


def queue() -> list[tuple[str, str, list[str]]]:
    return list(Doubt.objects.filter(kind="import").values_list("about", "subject", "causes"))


def test_a_file_that_cannot_be_read_is_in_the_queue_until_it_is_read(put: Put, texts: Path) -> None:
    put("b/a.txt", "")
    run(texts)
    assert queue() == [("document", "b/a.txt", [EMPTY])]
    resolving.resolve_all()
    assert queue() == [("document", "b/a.txt", [EMPTY])]
    put("b/a.txt", b"\0\1\2")
    run(texts)
    assert [message for _, _, [message] in queue()] == [Failure.objects.get().message] != [EMPTY]
    put("b/a.txt")
    run(texts)
    assert (queue(), Failure.objects.count()) == ([], 0)


def test_a_file_that_is_as_it_was_before_the_error_is_forgotten_too(put: Put, texts: Path) -> None:
    put("a.txt")
    run(texts)
    put("a.txt", "")
    run(texts)
    assert queue() == [("document", "a.txt", [EMPTY])]
    put("a.txt")
    run(texts)
    assert queue() == []


def test_one_text_by_itself(texts: Path) -> None:
    importing.store("a.txt", b"", Hints())
    assert queue() == [("document", "a.txt", [EMPTY])]
    importing.store("a.txt", b"Askar Meder received Ilse Brandt.", Hints())
    assert queue() == []


def test_slips_of_the_hand_and_dry_runs_are_not_kept(put: Put, texts: Path) -> None:
    run(texts / "none.txt")
    put("a.txt", "")
    run(texts, dry_run=True)
    assert not Failure.objects.exists()


def test_what_a_person_lets_be_comes_back_with_another_error(put: Put, texts: Path) -> None:
    put("a.txt", "")
    run(texts)
    made = corrections.leave(Doubt.objects.get(kind="import"))
    assert queue() == []
    run(texts)
    assert queue() == []
    put("a.txt", b"\0\1\2")
    run(texts)
    assert len(queue()) == 1
    put("a.txt", "")
    run(texts)
    assert queue() == []
    corrections.withdraw(made, None)
    assert queue() == [("document", "a.txt", [EMPTY])]


def test_a_long_name_is_kept_as_far_as_there_is_room(put: Put, texts: Path) -> None:
    folder = "/".join(["n" * 100] * 6)
    put(f"{folder}/a.txt", "")
    run(texts)
    assert [len(subject) for _, subject, _ in queue()] == [500]
