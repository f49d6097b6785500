"""The index on disk stays in step with the database, whoever writes, and whenever a process dies."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest
import tantivy
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pyroaring import FrozenBitMap

from meetings.models import Change, ChangeLog, Document, Organization
from meetings.pruning import Pruner
from meetings.search import Search, catch_up, index, stored
from meetings.search.asking import MEMORY
from meetings.search.syntax import Query, Term
from meetings.takedowns import withhold
from tests.conftest import ROOT
from tests.factories import make_document, make_person, make_quote
from tests.readings import store, visit


def found(words: str) -> set[int]:
    return set(Search(words).ids("document"))


def folder() -> Path:
    return index.caught_up().version and index.index_in(str(index.settings.SEARCH_DIR)).folder


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine, too, the engine is done with its files when the next change is made."""
    monkeypatch.setattr(index, "MOMENT", 60)


@pytest.fixture
def one(transactional_db: None) -> Document:
    """A document, and an index that knows it."""
    document = make_document("On gas.")
    assert found("gas") == {document.pk}
    return document


@pytest.fixture
def other_writer(one: Document):
    """As if another process wrote."""
    other = stored.prepared(tantivy.Index(stored.schema(), str(folder())))
    index.index_in(str(index.settings.SEARCH_DIR))._settle()
    writer = other.writer(stored.LITTLE_MEMORY, 1)
    yield writer
    writer.rollback()
    writer.wait_merging_threads()


def entries_on_disk() -> int:
    return tantivy.Index.open(str(folder())).searcher().num_docs


def test_what_is_committed_is_written_once(one: Document) -> None:
    other = make_document("On gas and oil.")
    assert found("gas") == {one.pk, other.pk}
    assert entries_on_disk() == 3  # with the position in the change log
    other.delete()
    assert found("gas") == {one.pk}
    assert entries_on_disk() == 2


def test_queries_that_print_the_same_have_their_own_answers(one: Document) -> None:
    with_oil = make_document("On gas and oil.")
    either_way = Query(((Term("gas"),), (Term("-oil"),)))
    assert str(either_way) == "gas -oil"
    assert list(Search(either_way).ids("document")) == [with_oil.pk]
    assert found("gas -oil") == {one.pk}


@pytest.mark.parametrize("committed", [True, False])
def test_no_withheld_name_or_word_is_offered_as_meant(one: Document, committed: bool) -> None:
    for number in range(3):
        make_document(f"On gas, the text {number}.")  # the engine keeps the words of a part that is not all gone
    person, document = make_person("Aibek Tuleubekov"), make_document("On petroleum.")
    typed = ("Tuleybakpv", "speaker:Tulebkov", "petroleom")
    assert [str(Search(one).meant()) for one in typed] == ["Tuleubekov", "speaker:Tuleubekov", "petroleum"]
    with nullcontext() if committed else transaction.atomic():
        withhold([person])
        document.delete()
        assert [Search(one).meant() for one in typed] == [None] * 3


def test_answers_of_an_earlier_state_are_forgotten_and_ids_take_little_room(one: Document) -> None:
    assert isinstance(Search("gas").ids("document"), FrozenBitMap)
    found("coal")
    make_document("On oil.")
    assert found("oil")
    assert len(MEMORY.answers) == 1


def test_nothing_is_written_where_nothing_changed(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.Index, "_write", None)
    assert found("gas") == {one.pk}


def test_while_another_process_writes_the_truth_is_told_all_the_same(one: Document, other_writer) -> None:
    other = make_document("On gas and oil.")
    assert found("gas") == {one.pk, other.pk}
    assert Search("gas").total("document") == 2
    one.version.text = "On coal."
    one.version.save()
    one.save()
    assert found("gas") == {other.pk}
    assert found("coal") == {one.pk}
    other.delete()
    assert found("gas") == set()
    assert entries_on_disk() == 2


def test_a_command_says_that_another_process_writes(
    one: Document, other_writer, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("rebuild_index")
    assert "another process" in capsys.readouterr().out


def test_a_new_process_reads_what_the_last_one_wrote(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    index.index_in.cache_clear()
    monkeypatch.setattr(index.Index, "_write", None)
    assert found("gas") == {one.pk}


def test_an_index_of_another_database_is_made_anew(one: Document) -> None:
    Document.objects.all().delete()
    make_document("On coal.")
    ChangeLog.objects.renew()
    assert found("gas") == set()
    assert len(found("coal")) == 1
    assert entries_on_disk() == 2


@pytest.mark.parametrize("damage", ["meta", "everything", "gone"])
def test_a_damaged_index_is_made_anew(one: Document, damage: str) -> None:
    place = folder()
    for file in place.iterdir() if damage != "gone" else ():
        if damage == "everything" or file.name == "meta.json":
            file.write_bytes(b"{")
    if damage == "gone":
        shutil.rmtree(place)
    index.index_in.cache_clear()
    assert found("gas") == {one.pk}


def test_a_folder_deleted_under_a_running_process_is_made_anew(one: Document) -> None:
    shutil.rmtree(index.settings.SEARCH_DIR)
    other = make_document("On gas and oil.")
    assert found("gas") == {one.pk, other.pk}
    shutil.rmtree(index.settings.SEARCH_DIR)
    assert catch_up(anew=True)
    assert entries_on_disk() == 3


@pytest.mark.parametrize("hindrance", ["no folder", "not writable"])
def test_where_the_folder_cannot_be_used_the_process_has_its_own(
    transactional_db: None,
    search_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    hindrance: str,
) -> None:
    monkeypatch.setattr(index, "mkdtemp", lambda prefix: str(tmp_path))
    if hindrance == "no folder":
        search_dir.touch()
    else:
        allowed = os.access
        monkeypatch.setattr(
            os, "access", lambda path, mode: search_dir not in Path(path).parents and allowed(path, mode)
        )
    document = make_document("On gas.")
    assert found("gas") == {document.pk}
    assert catch_up()
    assert folder().parent == tmp_path
    assert "cannot be written" in caplog.text


def test_only_a_lock_of_another_process_is_waited_for(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    class Denied:
        def writer(self, *_: int) -> None:
            raise ValueError("Failed to acquire Lockfile: IoError(Os { code: 13, kind: PermissionDenied })")

    mine = index.index_in(str(index.settings.SEARCH_DIR))
    monkeypatch.setattr(mine, "index", Denied())
    with pytest.raises(ValueError, match="PermissionDenied"), mine._writer():
        pass


def test_much_is_read_in_the_background(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "SOON", 0)
    other = make_document("On gas and oil.")
    search = Search("gas")
    assert search.behind
    assert set(search.ids("document")) == {one.pk}
    index.index_in(str(index.settings.SEARCH_DIR)).background.join()
    assert found("gas") == {one.pk, other.pk}
    assert not Search("gas").behind


def in_background() -> Thread:
    thread = index.index_in(str(index.settings.SEARCH_DIR)).background
    assert thread
    thread.join()
    return thread


def test_what_counts_as_much_are_the_entries_not_the_changes(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    body = Organization.objects.create(name="Bureau of Canals")
    for number in range(4):
        make_quote(f"Word {number}.", document=one, speaker_organization=body)
    assert Search("canals").total("quote") == 4
    monkeypatch.setattr(index, "SOON", 3)
    body.name = "Bureau of Rivers"
    body.save()
    assert Search("rivers").behind
    in_background()
    search = Search("rivers")
    assert (search.behind, search.total("quote"), Search("canals").total("quote")) == (False, 4, 0)


def test_a_reader_does_not_read_all_of_a_long_log(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "SOON", 3)
    monkeypatch.setattr(index, "ROWS", 2)
    person = make_person("Person Number")
    for number in range(9):
        person.name = f"Person Number{number}"
        person.save()
    monkeypatch.setattr(index.Index, "_start", lambda self: None)
    with CaptureQueriesContext(connection) as queries:
        assert Search("gas").behind
    told = [query["sql"] for query in queries if "meetings_changelog" in query["sql"]]
    assert told
    assert all("LIMIT" in sql and "LIMIT -1" not in sql and "LIMIT NULL" not in sql for sql in told)


class Slow:
    """A writer whose files take long to merge."""

    def __init__(self, writer: tantivy.IndexWriter, merged: Event) -> None:
        self.writer, self.merged = writer, merged

    def __getattr__(self, name: str) -> object:
        return getattr(self.writer, name)

    def wait_merging_threads(self) -> None:
        self.merged.wait()
        self.writer.wait_merging_threads()


def test_a_reader_does_not_wait_for_files_to_be_merged(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, merged, makes = index.index_in(str(index.settings.SEARCH_DIR)), Event(), []
    engine = mine.index
    slow = SimpleNamespace(
        writer=lambda *size: Slow(engine.writer(*size), merged), reload=engine.reload, searcher=engine.searcher
    )
    monkeypatch.setattr(mine, "index", slow)
    monkeypatch.setattr(index, "MOMENT", 0.05)
    monkeypatch.setattr(index, "PAUSE", 60)  # however long two readers take, the second comes within it
    monkeypatch.setattr(index, "in_memory", lambda found: makes.append(1) or stored.in_memory(found))
    try:
        other = make_document("On gas and oil.")
        assert found("gas") == {one.pk, other.pk}
        third = make_document("On gas and coal.")  # what is still being merged cannot be written
        assert found("gas") == found("gas") == {one.pk, other.pk, third.pk}
        assert len(makes) == 1
    finally:
        merged.set()
        mine._settle()
    monkeypatch.setattr(mine, "index", engine)
    monkeypatch.setattr(index, "PAUSE", 0)
    assert found("gas") == {one.pk, other.pk, third.pk}
    assert entries_on_disk() == 4


def words_on_disk(prefix: str) -> dict[str, int]:
    """As the engine has them in its files, of whatever is still there or was."""
    return dict(tantivy.Index.open(str(folder())).searcher().terms_with_prefix("body", prefix))


@pytest.mark.parametrize("much", [False, True])
def test_words_of_a_takedown_do_not_stay_in_the_files(
    one: Document, monkeypatch: pytest.MonkeyPatch, much: bool
) -> None:
    document = store("a.txt", visit())
    assert found("friends") == {document.pk}
    catch_up(anew=True)
    assert words_on_disk("friends")
    monkeypatch.setattr(index, "is_much", lambda: much)
    withhold([document])
    assert not found("friends")
    if much:
        in_background()
    assert not words_on_disk("friends")
    assert found("gas") == {one.pk}


def test_another_process_cleans_the_files_where_one_died(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    document = store("a.txt", visit())
    assert found("friends") == {document.pk}
    catch_up(anew=True)
    with monkeypatch.context() as dying:
        dying.setattr(index, "is_much", lambda: True)
        dying.setattr(index.Index, "_start", lambda self: None)
        withhold([document])
        assert not found("friends")
        assert words_on_disk("friends")
    index.index_in.cache_clear()
    assert found("gas") == {one.pk}
    in_background()
    assert not words_on_disk("friends")


def test_a_process_lets_go_of_files_that_another_made_anew(one: Document) -> None:
    mine = index.index_in(str(index.settings.SEARCH_DIR))
    before = mine.searcher
    assert index.Index(Path(index.settings.SEARCH_DIR)).catch_up(anew=True)
    assert found("gas") == {one.pk}
    assert mine.searcher is not before


def test_indexes_of_other_versions_go_once_this_one_is_whole(one: Document) -> None:
    top = folder().parent
    gone, kept = ["0-0.20.1", f"{folder().name}-123-456"], ["notes", "1-draft", "999-0.20.1"]
    for name in (*gone, *kept):
        (top / name).mkdir()
        (top / name / "meta.json").touch()
    for name in ("2024-05", "2026-11-23-1"):
        (top / name).mkdir()
        kept.append(name)
    make_document("On oil.")
    assert found("oil")
    assert {each.name for each in top.iterdir()} == {folder().name, *kept}
    (top / gone[0]).mkdir()
    (top / gone[0] / "meta.json").touch()
    index.index_in.cache_clear()
    assert found("gas") == {one.pk}
    assert not (top / gone[0]).exists()


def test_the_log_is_pruned_without_any_import(one: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    pruner = Pruner()
    monkeypatch.setattr(index, "PRUNER", pruner)
    Change.objects.update(at=timezone.now() - dt.timedelta(days=9))
    old = set(Change.objects.values_list("pk", flat=True))
    make_document("On oil.")
    assert found("oil")
    assert pruner.thread
    pruner.thread.join()
    assert old
    assert not Change.objects.filter(pk__in=old).exists()
    assert Change.objects.exists()
    assert found("gas") == {one.pk}


@pytest.mark.postgresql  # the tests' SQLite database is in memory: threads share its one connection
def test_threads_search_and_write_at_once(one: Document) -> None:
    def work(number: int) -> bool:
        try:
            person = make_person(f"Person Number{number}")
            return Search(f"Number{number}").best("person", 0, 5) == [person.pk]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(24)))


WORK = """
import sys, django
django.setup()
from meetings.models import Person
from meetings.search import Search
for number in range(10):
    name = f"P{sys.argv[1]}x{number}"
    person = Person.objects.create(name=name, slug=name.lower(), document_count=1)
    assert Search(name).best("person", 0, 5) == [person.pk], name
"""
DIE = """
import os, signal, django
django.setup()
from meetings.models import Person
from meetings.search import index
Person.objects.create(name="Lost", slug="lost", document_count=1)
index.write_position = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
index.caught_up()
"""


@pytest.mark.sqlite  # a database of its own, for processes of their own
def test_several_processes_and_one_that_dies_in_the_middle_of_writing(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "SEARCH_DIR": str(tmp_path / "index"),
        "DJANGO_SETTINGS_MODULE": "diplomacy.settings",
        "PYTHONPATH": str(ROOT),
        "LOCAL": "1",
        "SECRET_KEY": "only for tests",
    }

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)

    assert start("manage.py", "migrate", "--verbosity", "0").wait() == 0
    workers = [start("-c", WORK, str(number)) for number in range(3)]
    assert [(one.wait(), one.communicate()[1]) for one in workers] == [(0, "")] * 3
    assert start("-c", DIE).wait() == -signal.SIGKILL
    last = "from meetings.search import Search; assert [Search(n).total('person') for n in ('Lost', 'P1x3')] == [1, 1]"
    again = start("-c", f"import django; django.setup(); {last}")
    assert (again.wait(), again.communicate()[1]) == (0, "")


def test_the_command_makes_it_anew(one: Document, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("rebuild_index")
    assert "search: made anew" in capsys.readouterr().out
    assert found("gas") == {one.pk}


@pytest.mark.django_db
def test_a_transaction_writes_nothing_that_may_be_rolled_back() -> None:
    make_document("On gas.")
    assert connection.in_atomic_block
    assert catch_up()
    assert len(found("gas")) == 1
    assert not list(Path(index.settings.SEARCH_DIR).rglob("*.term"))
