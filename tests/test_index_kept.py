"""The index on disk and at the command line."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone
from pyroaring import BitMap

from meetings.facets import MEETINGS, Chosen
from meetings.index import INDEX, Index, snapshots, tallies
from meetings.index.listed import ListIndex
from meetings.models import Change, ChangeLog, Meeting, Organization, Person
from tests.factories import make_meeting, make_participant, make_person, make_some_meetings

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.django_db(transaction=True)


def listed(index: Index) -> set[int]:
    with index.current():
        return set(index.lists["meeting"].members)


def holdings(index: Index) -> list[Any]:
    """All that an index says, to compare with another."""
    return [
        (one.members, {name: values.rows for name, values in one.values.items()}, pages(one))
        for one in index.lists.values()
    ]


def pages(one: Any) -> list[list[int]]:
    return [order.page(one.members, 0, 100) for order in one.orders.values()]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often an index was built from the whole database."""
    times: list[int] = []
    build = Index.build

    def counted(self: Index) -> None:
        times.append(1)
        build(self)

    monkeypatch.setattr(Index, "build", counted)
    return times


def test_a_new_process_goes_on_where_another_was(tmp_path: Path, built: list[int]) -> None:
    make_some_meetings(3)
    listed(Index(tmp_path / "deep" / "index"))
    later = make_meeting([make_person("Late Guest", "KZ")])
    Meeting.objects.filter(pk=Meeting.objects.earliest("pk").pk).update(format="call")
    second, fresh = Index(tmp_path / "deep" / "index"), Index()

    assert later.pk in listed(second)
    assert len(built) == 1
    listed(fresh)
    assert holdings(second) == holdings(fresh)
    assert [one.name for one in tmp_path.rglob("*")] == ["deep", "index"]


@pytest.mark.parametrize(("hours", "is_kept"), [(23, False), (25, True)])
def test_what_changed_is_kept_once_a_day(tmp_path: Path, built: list[int], hours: int, is_kept: bool) -> None:
    path = tmp_path / "index"
    make_some_meetings(3)
    running = Index(path)
    listed(running)
    kept = path.stat().st_mtime - 3600 * hours
    os.utime(path, (kept, kept))
    later = make_meeting([make_person("Late Guest", "KZ")])
    assert later.pk in listed(running)
    assert (path.stat().st_mtime != kept) == is_kept
    Change.objects.update(at=timezone.now() - dt.timedelta(days=8))
    Change.objects.prune()
    assert listed(Index(path)) == listed(running)
    assert len(built) == (1 if is_kept else 2)


def test_of_a_file_that_cannot_be_written_no_part_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise OSError("No space left on device")

    make_some_meetings(3)
    monkeypatch.setattr(os, "replace", fail)
    listed(Index(tmp_path / "index"))
    assert list(tmp_path.iterdir()) == []
    assert "No space left" in caplog.text


@pytest.mark.parametrize("damage", ["nothing", "cut", "changed", "other version"])
def test_a_damaged_file_is_ignored(tmp_path: Path, built: list[int], damage: str) -> None:
    meeting = make_meeting()
    path = tmp_path / "index"
    listed(Index(path))
    content = path.read_bytes()
    path.write_bytes(
        {
            "nothing": b"",
            "cut": content[:-1],
            "changed": content[:200] + bytes([content[200] ^ 1]) + content[201:],
            "other version": content.replace(b"index %d" % snapshots.VERSION, b"index 0", 1),
        }[damage]
    )

    assert listed(Index(path)) == {meeting.pk}
    assert len(built) == 2
    assert path.read_bytes() == content


def test_a_file_of_another_database_is_ignored(tmp_path: Path, built: list[int]) -> None:
    make_meeting()
    listed(Index(tmp_path / "index"))
    ChangeLog.objects.renew()
    Meeting.objects.update(account_count=0)
    Change.objects.all().delete()

    assert listed(Index(tmp_path / "index")) == set()
    assert len(built) == 2


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is it tried again with each change."""
    (tmp_path / "file").touch()
    index, first = Index(tmp_path / "file" / "index"), make_meeting()
    assert listed(index) == {first.pk}

    def saved(*_: object) -> bool:
        raise AssertionError("tried again")

    monkeypatch.setattr(snapshots, "save", saved)
    second = make_meeting()
    assert listed(index) == {first.pk, second.pk}


def test_what_may_still_be_rolled_back_is_not_kept(tmp_path: Path) -> None:
    index = Index(tmp_path / "index")
    with transaction.atomic():
        make_meeting()
        listed(index)
        index.save()
        transaction.set_rollback(True)

    assert listed(Index(tmp_path / "index")) == set()


def test_checked_and_rebuilt_at_the_command_line(built: list[int]) -> None:
    meeting = make_meeting(format="talks")
    said = io.StringIO()
    call_command("check_index", stdout=said)
    assert said.getvalue() == "The index says what the database says.\n"

    with INDEX.current() as index:
        index.lists["meeting"].values["format"].rows["talks"] = BitMap()
        index.lists["meeting"].members.clear()
    told = io.StringIO()
    with pytest.raises(CommandError, match="rebuild_index"):
        call_command("check_index", stderr=told)
    assert told.getvalue().splitlines()[:2] == [
        f"meeting: 1 rows are listed wrongly, such as {meeting.pk}",
        "meeting format talks: 0 rows, not 1",
    ]

    said = io.StringIO()
    call_command("rebuild_index", stdout=said)
    assert said.getvalue().splitlines()[0] == "meeting: 1 rows"
    call_command("check_index", stdout=io.StringIO())


def test_a_database_in_a_file(tmp_path: Path) -> None:
    """As a new process meets it, with no connection yet."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "INDEX_PATH": str(tmp_path / "index"),
        "DJANGO_SETTINGS_MODULE": "diplomacy.settings",
    }
    for command in ("migrate", "check_index", "check_index"):
        done = subprocess.run(
            [sys.executable, "manage.py", command], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    assert done.stdout == "The index says what the database says.\n"
    assert (tmp_path / "index").exists()


@pytest.mark.parametrize("turn", ["CREATE", "TRUNCATE"])
@pytest.mark.postgresql
def test_a_table_emptied_at_once_is_noticed(turn: str) -> None:
    make_meeting()
    index = Index()
    assert len(listed(index)) == 1
    if turn == "TRUNCATE":
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE meetings_meeting CASCADE")
    assert len(listed(index)) == Meeting.objects.count()


def test_names_are_those_of_now() -> None:
    person = make_person("Old Name", slug="guest")
    organization = Organization.objects.create(name="Old League")
    make_participant(make_meeting(), person, organization=organization)

    def names() -> list[str]:
        found = tallies(MEETINGS, Chosen())
        return [one.label for name in ("person", "organization") for one in found[name]]

    assert names() == ["Old Name", "Old League"]
    Person.objects.update(name="New Name")
    Organization.objects.update(name="New League")
    assert names() == ["New Name", "New League"]


def test_very_many_changes_are_read_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index()
    listed(index)
    monkeypatch.setattr("meetings.index.REBUILD", 3)
    made = {make_meeting().pk for _ in range(5)}

    assert listed(index) == made
    assert len(index.lists["meeting"].matching(Chosen({"format": ("other",)}))) == 5
    assert index.lists["meeting"].listing is MEETINGS


def test_counts_are_kept_while_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting, index, asked = make_meeting(format="call"), Index(), []
    whole = ListIndex._counted
    monkeypatch.setattr(ListIndex, "_counted", lambda self, *what: asked.append(what) or whole(self, *what))
    facet = next(one for one in MEETINGS.facets if one.name == "format")

    def counted(**values: tuple[str, ...]) -> dict[str, int]:
        with index.current():
            return index.lists["meeting"].counts(facet, Chosen(values), 9)

    assert counted() == counted(format=("call",)) == counted() == {"call": 1}
    assert counted(format=("talks",)) == {"call": 1, "talks": 0}
    assert len(asked) == 1
    assert counted(year=("2000",)) == {}
    Meeting.objects.filter(pk=meeting.pk).update(format="talks")
    assert counted() == {"talks": 1}
    assert len(asked) == 3
