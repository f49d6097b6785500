"""An upload is read, then kept; it can be stopped, lost and continued, and one process works at a time."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from meetings import deleting
from meetings.extraction.record import Hints
from meetings.importing import background, lay, storing, working
from meetings.importing.archives import Given
from meetings.importing.ledger import Outcome
from meetings.importing.working import ask, claim, discard, held_up, leave, stop, work
from meetings.models import Document, Import, ImportedFile
from meetings.models.intake import SILENCE

from .conftest import StandIn

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.django_db

ONE = "Askar Meder received Ilse Brandt. “We are friends.”"
REFUSED = Outcome("a.zip: ../evil.txt", "error", "its path leads out of its folder; rename it")


@pytest.fixture(autouse=True)
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "TOGETHER", 1)


def laid(*texts: str, hints: Hints | None = None) -> Import:
    """An upload of texts a.txt, b.txt, …, and of one that is refused."""
    names = "abcdefgh"
    given = [Given(f"{names[number]}.txt", text.encode()) for number, text in enumerate(texts)]
    return lay(["a.zip"], [*given, REFUSED], hints or Hints())


def standing(batch: Import) -> tuple[str, str]:
    batch.refresh_from_db()
    return batch.stage, batch.standing


def results(batch: Import) -> list[tuple[str, str, str]]:
    return list(batch.files.order_by("number").values_list("path", "stage", "status"))


def worked(batch: Import) -> Import:
    mine = claim(batch.pk)
    assert mine is not None
    work(mine)
    batch.refresh_from_db()
    return batch


@pytest.mark.usefixtures("extraction")
def test_nothing_is_kept_by_reading_and_what_was_read_is_kept_by_keeping() -> None:
    batch = worked(laid(ONE, ONE, "", hints=Hints(publisher="Ministry")))
    assert standing(batch) == ("read", "done")
    read = [("a.txt", "read", "new"), ("b.txt", "read", "same text"), ("c.txt", "read", "error")]
    assert results(batch) == [*read, (REFUSED.path, "read", "error")]
    assert not Document.objects.exists()
    assert batch.files.get(number=1).found == {
        "title": None,
        "published": None,
        "language": "en",
        "meetings": [
            {
                "date": "2021-04-08",
                "format": "talks",
                "place": "Astana",
                "place_country": "KZ",
                "participants": [
                    {"name": "Askar Meder", "office": "", "country": ""},
                    {"name": "Ilse Brandt", "office": "", "country": ""},
                ],
                "more": 0,
            }
        ],
        "quotes": ["We are friends."],
    }
    ask(batch, "keep")
    assert standing(worked(batch)) == ("keep", "done")
    kept = [("a.txt", "keep", "new"), ("b.txt", "keep", "same text"), ("c.txt", "keep", "error")]
    assert results(batch) == [*kept, (REFUSED.path, "read", "error")]
    assert list(Document.objects.order_by("path").values_list("path", "publisher")) == [
        ("a.txt", "Ministry"),
        ("b.txt", "Ministry"),
    ]
    assert not ImportedFile.objects.filter(raw__isnull=False).exists()


@pytest.mark.usefixtures("extraction")
def test_what_is_discarded_leaves_nothing_but_the_record() -> None:
    batch = worked(laid(ONE))
    discard(batch)
    assert standing(batch) == ("read", "discarded")
    assert not Document.objects.exists()
    assert not ImportedFile.objects.filter(raw__isnull=False).exists()
    assert claim(batch.pk) is None


@pytest.mark.usefixtures("extraction")
def test_what_is_at_hand_is_not_discarded_before_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = worked(laid(ONE, f"{ONE} 2"))
    ask(batch, "keep")
    at_once: list[bool] = []
    with monkeypatch.context() as patch:
        stopping_after(batch, 1, patch, lambda: (stop(batch), at_once.append(discard(batch))))
        worked(batch)
    assert (at_once, standing(batch)) == ([False], ("keep", "stopped"))
    assert batch.files.filter(raw__isnull=False).count() == 2
    assert discard(batch)
    assert standing(batch) == ("keep", "discarded")


@pytest.mark.parametrize(("end", "state"), [(stop, "stopped"), (discard, "discarded")])
def test_what_is_ended_while_it_is_being_taken_up_stays_so(
    end: Any, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = laid(ONE), laid(f"{ONE} 2")
    todo = working.todo
    monkeypatch.setattr(working, "todo", lambda batch: (batch == one and end(one), todo(batch))[1])
    assert claim() == two
    assert standing(one) == ("read", state)


@pytest.mark.usefixtures("extraction")
def test_what_is_deleted_for_good_goes_from_the_results_too() -> None:
    batch = worked(laid(ONE, f"{ONE} 2"))
    ask(batch, "keep")
    worked(batch)
    again = laid("Askar Meder received Ilse Brandt again.")
    deleting.delete(Document.objects.get(path="a.txt"))
    assert [path for path, *_ in results(batch)] == ["b.txt", REFUSED.path]
    assert [path for path, *_ in results(again)] == ["a.txt", REFUSED.path]


def stopping_after(batch: Import, number: int, monkeypatch: pytest.MonkeyPatch, end: Any) -> None:
    """Let `end` happen once that many files of the stage are done."""
    store_result = ImportedFile.save
    done: list[int] = []

    def save(file: ImportedFile, *args: Any, **kwargs: Any) -> None:
        store_result(file, *args, **kwargs)
        done.append(file.number)
        if len(done) == number:
            end()

    monkeypatch.setattr(ImportedFile, "save", save)


@pytest.mark.parametrize("stage", ["read", "keep"])
def test_stopped_after_the_file_at_hand_and_continued(
    stage: str, extraction: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = laid(ONE, f"{ONE} 2", f"{ONE} 3")
    if stage == "keep":
        worked(batch)
        ask(batch, "keep")
    with monkeypatch.context() as patch:
        stopping_after(batch, 2, patch, lambda: stop(batch))
        worked(batch)
    assert standing(batch) == (stage, "stopped")
    assert [file.path for file in working.todo(batch)] == ["c.txt"]
    assert Document.objects.count() == (2 if stage == "keep" else 0)
    read_before = len(extraction.hints)
    ask(batch, stage)
    assert standing(worked(batch)) == (stage, "done")
    assert len(extraction.hints) == read_before + 1
    assert Document.objects.count() == (3 if stage == "keep" else 0)


@pytest.mark.usefixtures("extraction")
@pytest.mark.parametrize(("together", "most_bytes"), [(2, 10_000), (10, len(ONE.encode()) + 1)])
def test_the_files_at_hand_are_done_to_the_end(together: int, most_bytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "TOGETHER", together)
    monkeypatch.setattr(working, "TOGETHER_BYTES", most_bytes)
    batch = laid(ONE, f"{ONE} 2", f"{ONE} 3")
    stopping_after(batch, 1, monkeypatch, lambda: stop(batch))
    worked(batch)
    assert [file.path for file in working.todo(batch)] == ["c.txt"]


@pytest.mark.usefixtures("extraction")
@pytest.mark.parametrize(
    ("error", "message"),
    [
        (KeyboardInterrupt(), "The program was ended."),
        (SystemExit(143), "The program was ended."),
        (OperationalError("disk full"), "disk full."),
    ],
)
def test_what_ends_the_work_is_written_down(
    error: BaseException, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = laid(ONE, f"{ONE} 2")

    def end() -> None:
        raise error

    with monkeypatch.context() as patch:
        stopping_after(batch, 1, patch, end)
        if isinstance(error, Exception):
            worked(batch)
        else:
            with pytest.raises(type(error)):
                worked(batch)
    assert standing(batch) == ("read", "interrupted")
    assert batch.message == message
    ask(batch, "read")
    assert standing(worked(batch)) == ("read", "done")
    assert batch.message == ""


@pytest.mark.usefixtures("extraction")
def test_a_copy_of_what_was_read_before_an_interruption_is_still_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = laid(ONE, ONE)
    with monkeypatch.context() as patch:
        stopping_after(batch, 1, patch, lambda: stop(batch))
        worked(batch)
    ask(batch, "read")
    assert results(worked(batch))[:2] == [("a.txt", "read", "new"), ("b.txt", "read", "same text")]


@pytest.mark.usefixtures("extraction")
def test_who_died_without_a_word_is_noticed_and_does_no_harm_if_it_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = laid(ONE, f"{ONE} 2", f"{ONE} 3")
    lost = claim(batch.pk)
    assert lost is not None
    assert standing(batch) == ("read", "running")
    Import.objects.update(sign_at=timezone.now() - SILENCE - dt.timedelta(seconds=1))
    assert standing(batch) == ("read", "interrupted")
    ask(batch, "read")
    worked(batch)
    work(lost)
    assert standing(batch) == ("read", "done")


@pytest.mark.usefixtures("extraction")
def test_stopped_and_continued_at_once_no_second_process_does_the_files_at_hand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch = laid(ONE, f"{ONE} 2", f"{ONE} 3")
    second: list[Import | None] = []

    def stop_and_continue() -> None:
        stop(batch)
        ask(batch, "read")
        assert held_up()
        second.extend([claim(), claim(batch.pk)])

    with monkeypatch.context() as patch:
        stopping_after(batch, 1, patch, stop_and_continue)
        worked(batch)
    assert second == [None, None]
    assert standing(batch) == ("read", "waiting")
    assert not held_up()
    assert standing(worked(batch)) == ("read", "done")


@pytest.mark.usefixtures("extraction")
def test_who_waits_for_a_process_to_leave_begins_once_it_has_left(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = laid(ONE)
    mine = claim(batch.pk)
    assert mine is not None
    stop(batch)
    ask(batch, "read")
    monkeypatch.setattr(time, "sleep", lambda seconds: leave(mine))
    call_command("work_imports")
    assert standing(batch) == ("read", "done")


@pytest.mark.usefixtures("extraction")
def test_who_was_stopped_and_is_lost_holds_up_nobody_for_long() -> None:
    batch = laid(ONE)
    claim(batch.pk)
    stop(batch)
    assert claim(laid(f"{ONE} 2").pk) is None
    Import.objects.filter(pk=batch.pk).update(sign_at=timezone.now() - SILENCE - dt.timedelta(seconds=1))
    ask(batch, "read")
    assert standing(worked(batch)) == ("read", "done")


def test_one_process_works_at_a_time_and_takes_what_waits_longest() -> None:
    one, two = laid(ONE), laid(f"{ONE} 2")
    mine = claim()
    assert mine == one
    assert claim() is None
    assert claim(two.pk) is None
    Import.objects.filter(pk=two.pk).update(sign_at=timezone.now() - 2 * SILENCE)
    assert standing(two) == ("read", "waiting")
    Import.objects.filter(pk=one.pk).update(state="done")
    assert standing(two) == ("read", "interrupted")
    assert claim() == two


@pytest.mark.usefixtures("extraction")
def test_the_command_works_through_all_that_waits() -> None:
    batches = [laid(ONE), laid(f"{ONE} 2")]
    call_command("work_imports")
    assert [standing(batch) for batch in batches] == [("read", "done"), ("read", "done")]


@pytest.mark.usefixtures("extraction")
def test_one_broken_import_does_not_hold_up_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    batches = [laid(ONE), laid(f"{ONE} 2")]
    with monkeypatch.context() as patch:
        stopping_after(batches[0], 1, patch, lambda: 1 / 0)
        call_command("work_imports")
    assert [standing(batch) for batch in batches] == [("read", "interrupted"), ("read", "done")]
    assert Import.objects.get(pk=batches[0].pk).message == "ZeroDivisionError: division by zero. Please report this."


@pytest.mark.usefixtures("extraction")
def test_a_text_that_breaks_the_rules_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    batch = worked(laid(ONE, f"{ONE} 2"))
    monkeypatch.setattr(working, "TOGETHER", 5)
    told = storing.outcome

    def breaking(key: str, *rest: Any) -> Outcome:
        return 1 / 0 if key == "a.txt" else told(key, *rest)  # type: ignore[return-value]

    monkeypatch.setattr(storing, "outcome", breaking)
    ask(batch, "keep")
    worked(batch)
    assert results(batch)[:2] == [("a.txt", "keep", "error"), ("b.txt", "keep", "new")]


@pytest.mark.usefixtures("extraction")
def test_small_imports_are_done_at_once_large_ones_by_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []
    monkeypatch.setattr(background, "start", lambda: started.append(True))
    small = laid(ONE)
    background.carry_on(small)
    assert (standing(small), started) == (("read", "done"), [])
    monkeypatch.setattr(background, "AT_ONCE", 1)
    many = laid(ONE, f"{ONE} 2")
    background.carry_on(many)
    assert (standing(many), started) == (("read", "waiting"), [True])
    monkeypatch.setattr(background, "AT_ONCE_BYTES", len(ONE.encode()))
    long = laid(ONE * 9)
    background.carry_on(long)
    assert (standing(long), started) == (("read", "waiting"), [True, True])


@pytest.mark.usefixtures("extraction")
def test_what_came_in_while_a_small_import_was_done_at_once_is_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[int]] = []
    monkeypatch.setattr(background, "start", lambda: started.append([batch.pk for batch in working.waiting()]))
    small, later = laid(ONE), []

    def upload() -> None:
        later.append(laid(ONE * 9).pk)
        call_command("work_imports")

    stopping_after(small, 1, monkeypatch, upload)
    background.carry_on(small)
    assert (standing(small), started) == (("read", "done"), [later])


@pytest.mark.usefixtures("extraction")
def test_who_waits_for_an_import_from_the_command_line_begins_once_that_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = Import.objects.create(origin="command", stage="keep", state="running")
    batch = laid(ONE)
    monkeypatch.setattr(time, "sleep", lambda seconds: Import.objects.filter(pk=command.pk).update(state="done"))
    call_command("work_imports")
    assert standing(batch) == ("read", "done")


@pytest.mark.usefixtures("extraction")
def test_an_import_takes_the_same_number_of_queries_for_each_file(django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    numbers = []
    for count in (2, 4, 6):
        batch = laid(*(f"{ONE} {number}" for number in range(count)))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            worked(batch)
        numbers.append(len(queries))
    assert numbers[2] - numbers[1] == numbers[1] - numbers[0]


SCRIPT = """
import time, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from meetings.extraction.record import Hints
from meetings.importing import background, lay
from meetings.importing.archives import Given
from meetings.models import Import
batch = lay(["a.txt"], [Given("a.txt", b"Askar Meder received Ilse Brandt.")], Hints())
background.start()
for _ in range(6000):  # ten minutes: it comes soon, or not at all
    time.sleep(0.1)
    batch.refresh_from_db()
    if batch.state == "done":
        break
print(batch.stage, batch.state)
"""


@pytest.mark.sqlite
def test_the_process_that_is_started_finds_its_database(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "diplomacy.settings",
        "SECRET_KEY": "only for tests",
    }
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1:] == ["read done"], done.stderr
