"""No commit is missed, whatever the order in which transactions end."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import nullcontext
from threading import Thread
from typing import Any
from unittest.mock import patch

import psycopg
import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings.following import Follower, Object, Position
from meetings.models import Change, ChangeLog, Person


def caught_up(follower: Follower) -> set[Object] | None:
    with follower.catch_up() as changed:
        return None if changed is None else set(changed)


def person(name: str) -> Object:
    return "person", Person.objects.create(name=name, slug=name).pk


@pytest.fixture
def follower(transactional_db: None) -> Follower:
    follower = Follower()
    assert caught_up(follower) is None
    return follower


def test_what_was_committed_is_told_once(follower: Follower) -> None:
    assert caught_up(follower) == set()
    made = {person("ada"), person("ben")}
    assert not follower.is_current()
    assert caught_up(follower) == made
    assert follower.is_current()
    assert caught_up(follower) == set()


@pytest.mark.parametrize("within", [False, True])
def test_a_look_reads_no_more_of_the_log_than_it_needs_and_moves_nothing(follower: Follower, within: bool) -> None:
    with transaction.atomic() if within else nullcontext():
        made = {person(f"number-{number}") for number in range(5)}
        some, is_more = follower.look(2)
        assert (len(some or ()) < 5, is_more) == (True, True)
        assert follower.look(9) == (made, False)
        assert not follower.is_current()
        assert caught_up(follower) == made


def test_a_failure_while_reading_leaves_the_position(follower: Follower) -> None:
    made = person("ada")
    with pytest.raises(ZeroDivisionError), follower.catch_up():
        raise ZeroDivisionError
    assert caught_up(follower) == {made}


def test_a_position_is_kept_as_json(follower: Follower) -> None:
    made = person("ada")
    kept = json.loads(json.dumps(follower.position))
    assert caught_up(Follower(Position(*kept))) == {made}


def test_a_transaction_of_ones_own_sees_its_changes_until_it_ends(follower: Follower) -> None:
    with transaction.atomic():
        made = person("ada")
        assert caught_up(follower) == {made}
        assert caught_up(follower) == {made}
    assert caught_up(follower) == {made}
    assert caught_up(follower) == set()


def test_what_is_rolled_back_is_read_once_more(follower: Follower) -> None:
    with transaction.atomic():
        first = person("ada")
        with transaction.atomic():
            second = person("ben")
            assert caught_up(follower) == {first, second}
            transaction.set_rollback(True)
        assert caught_up(follower) == {first, second}
        assert caught_up(follower) == {first}
        transaction.set_rollback(True)
    assert caught_up(follower) == {first}
    assert caught_up(follower) == set()


def test_one_may_begin_within_a_transaction(transactional_db: None) -> None:
    follower = Follower()
    with transaction.atomic():
        made = person("ada")
        assert caught_up(follower) is None
        transaction.set_rollback(True)
    changed = caught_up(follower)
    assert changed is None or made in changed


def test_a_pruned_log_says_to_begin_anew(follower: Follower) -> None:
    person("ada")
    person("ben")
    Change.objects.update(at=timezone.now() - dt.timedelta(days=8))
    newest = Follower()
    assert caught_up(newest) is None
    assert Change.objects.prune() == 2
    assert caught_up(follower) is None
    assert caught_up(newest) == set()
    assert caught_up(follower) == set()


def test_a_log_that_stays_has_no_end(follower: Follower) -> None:
    made = person("ada")
    assert Change.objects.prune() == 0
    assert caught_up(follower) == {made}


def test_a_renewed_database_says_to_begin_anew(follower: Follower) -> None:
    ChangeLog.objects.renew()
    assert caught_up(follower) is None
    assert caught_up(follower) == set()


def test_a_mark_is_the_same_for_all_until_something_changes(follower: Follower) -> None:
    other = Follower()
    person("ada")
    caught_up(follower)
    caught_up(other)
    mark = follower.mark
    assert mark
    assert other.mark == mark
    assert follower.is_current()
    assert follower.mark == mark
    person("ben")
    caught_up(follower)
    assert follower.mark not in ("", mark)
    with transaction.atomic():
        person("cem")
        caught_up(follower)
        assert follower.mark == ""


@pytest.mark.sqlite
def test_an_older_copy_of_the_file_is_noticed_though_its_log_went_on(follower: Follower) -> None:
    made = person("ada")
    assert caught_up(follower) == {made}
    with connection.cursor() as cursor:
        cursor.execute("UPDATE meetings_change SET at = '2021-01-01 00:00:00.000'")
    assert caught_up(follower) is None


@pytest.mark.sqlite
def test_reading_does_not_wait_for_a_writer(follower: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    """A view of a file must not ask for the lock that a write transaction holds."""
    with monkeypatch.context() as patch:
        patch.setattr(connection, "is_in_memory_db", lambda: False)
        with follower.catch_up():
            patch.undo()
            with connection.cursor() as cursor:
                cursor.execute("SELECT * FROM meetings_changelog")
            assert connection.connection.in_transaction
    assert connection.transaction_mode == "IMMEDIATE"


# Transactions side by side, which only PostgreSQL has


@pytest.fixture
def sessions(transactional_db: None) -> Iterator[Any]:
    """Opens further connections to the test database."""
    opened: list[psycopg.Connection[Any]] = []

    def session() -> psycopg.Connection[Any]:
        opened.append(psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}))
        return opened[-1]

    yield session
    for one in opened:
        one.close()


def insert(session: psycopg.Connection[Any], name: str) -> Object:
    new, fields = Person(name=name, slug=name), [one for one in Person._meta.concrete_fields if not one.primary_key]
    columns, marks = ", ".join(f'"{one.column}"' for one in fields), ", ".join(["%s"] * len(fields))
    values = [one.get_db_prep_save(one.pre_save(new, True), connection) for one in fields]
    row = session.execute(f"INSERT INTO meetings_person ({columns}) VALUES ({marks}) RETURNING id", values).fetchone()
    assert row is not None
    return "person", row[0]


@pytest.mark.postgresql
def test_transactions_that_commit_out_of_order(follower: Follower, sessions: Any) -> None:
    early, late = sessions(), sessions()
    first, second = insert(early, "ada"), insert(late, "ben")
    late.commit()
    assert caught_up(follower) == {second}
    third = insert(late, "cem")
    assert caught_up(follower) == set()
    assert follower.mark == ""
    early.commit()
    assert caught_up(follower) == {first}
    late.commit()
    assert caught_up(follower) == {third}
    assert caught_up(follower) == set()


@pytest.mark.postgresql
def test_savepoints_and_rollbacks_elsewhere(follower: Follower, sessions: Any) -> None:
    other = sessions()
    kept = insert(other, "ada")
    other.execute("SAVEPOINT one")
    insert(other, "ben")
    other.execute("ROLLBACK TO SAVEPOINT one")
    other.execute("SAVEPOINT two")
    released = insert(other, "cem")
    other.execute("RELEASE SAVEPOINT two")
    assert caught_up(follower) == set()
    other.commit()
    assert caught_up(follower) == {kept, released}
    insert(other, "dov")
    other.rollback()
    assert caught_up(follower) == set()


@pytest.mark.postgresql
def test_raw_sql_elsewhere(follower: Follower, sessions: Any) -> None:
    made = {person("ada"), person("ben")}
    caught_up(follower)
    other = sessions()
    other.execute("UPDATE meetings_person SET office = 'Envoy'")
    other.commit()
    assert caught_up(follower) == made
    other.execute("TRUNCATE meetings_person CASCADE")
    other.commit()
    assert caught_up(follower) is None


@pytest.mark.postgresql
def test_a_connection_that_broke_is_opened_again_by_the_look(follower: Follower, sessions: Any) -> None:
    other = sessions()
    made = insert(other, "Omar Dia")
    other.commit()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        broken = cursor.fetchone()[0]
    sessions().execute("SELECT pg_terminate_backend(%s, 2000)", [broken])
    connection.health_check_done = False  # as at the beginning of each request
    assert not follower.is_current()
    assert caught_up(follower) == {made}


@pytest.mark.postgresql
def test_the_look_is_the_only_question_on_a_kept_connection(follower: Follower) -> None:
    with (
        patch.multiple(connection, health_check_enabled=True, health_check_done=False),
        CaptureQueriesContext(connection) as asked,
        patch.object(connection, "is_usable") as usable,
    ):
        assert follower.is_current()
    assert len(asked) == 1
    assert not usable.called


@pytest.mark.postgresql
def test_log_and_objects_are_of_one_moment(follower: Follower, sessions: Any) -> None:
    other = sessions()
    insert(other, "ada")
    other.commit()
    with follower.catch_up():
        missed = insert(other, "ben")
        other.commit()
        assert [one.name for one in Person.objects.all()] == ["ada"]
    assert caught_up(follower) == {missed}


@pytest.mark.postgresql
def test_many_writers_at_once(follower: Follower, sessions: Any) -> None:
    """Whatever they do, what has been told is in the end what was written."""
    made: set[Object] = set()

    def write(number: int) -> None:
        with sessions() as session:
            for turn in range(20):
                one = insert(session, f"p-{number}-{turn}")
                if turn % 3:
                    session.commit()
                    made.add(one)
                else:
                    session.rollback()

    writers = [Thread(target=write, args=[number]) for number in range(4)]
    for writer in writers:
        writer.start()
    told: set[Object] = set()
    while any(writer.is_alive() for writer in writers):
        told |= caught_up(follower) or set()
    told |= caught_up(follower) or set()
    assert len(made) == 52
    assert told == made
    connections.close_all()
