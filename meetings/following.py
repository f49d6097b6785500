"""Following the change log: what must be read again since a process last looked, without ever missing a commit.

    follower = Follower()                       # or Follower(position), a position that was kept
    with follower.catch_up() as changed:        # one consistent view of the log and of the objects
        if changed is None:
            ...                                 # read everything
        else:
            ...                                 # read these objects again

The position moves on when the block ends without an exception. One thread at a time may catch up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection, transaction

from meetings.models import Change, ChangeLog

Object = tuple[str, int]
"""A kind that the log speaks of, and the id of the object."""


class Position(NamedTuple):
    """How far a process has read; two strings, so that it can be kept as JSON."""

    database: str
    """The identity of the database: another one after a restore."""
    seen: str
    """PostgreSQL: the snapshot of what was visible. SQLite: the last row, as id, kind, object and time."""


class Stale(Exception):
    """The log does not tell what changed since the position: it is of another database, or was pruned."""


@dataclass(frozen=True, slots=True)
class News:
    """Objects to read again, those among them whose change may still be rolled back, and the position after both."""

    changed: frozenset[Object]
    tentative: frozenset[Object]
    position: Position


class Follower:
    """Where one process stands in the change log; `kinds` are the kinds it wants to hear of, all if none."""

    def __init__(self, position: Position | None = None, kinds: Collection[str] = ()) -> None:
        self.position = position
        self.kinds = frozenset(kinds)
        self.tentative: frozenset[Object] = frozenset()

    @contextmanager
    def catch_up(self) -> Iterator[frozenset[Object] | None]:
        """The objects to read again, within the transaction in which to read them; None: read everything.

        Within a transaction of the caller's own, what it changed itself is told again until it has ended, and once
        more after that, because it may have been rolled back.
        """
        log = LOGS[connection.vendor]()
        with log.view():
            changed, news = self._news(log)
            yield changed
        self.position, self.tentative = news.position, news.tentative

    def is_current(self) -> bool:
        """Nothing changed since: a quick look, for which no transaction is opened."""
        changed, news = self._news(LOGS[connection.vendor]())
        if changed == frozenset():
            self.position, self.tentative = news.position, news.tentative
        return changed == frozenset()

    def _news(self, log: Log) -> tuple[frozenset[Object] | None, News]:
        if self.position is not None:
            with suppress(Stale):
                news = log.news(self.position)
                return self._wanted(news.changed | self.tentative), news
        return None, log.news(None)

    def _wanted(self, found: frozenset[Object]) -> frozenset[Object]:
        return frozenset(one for one in found if one[0] in self.kinds) if self.kinds else found


class Log:
    """How one kind of database tells what changed."""

    def news(self, since: Position | None) -> News:
        """What changed since; of no position, only what this transaction may have changed itself. Raises Stale."""
        raise NotImplementedError

    @contextmanager
    def view(self) -> Iterator[None]:
        """A transaction in which log and objects are of one moment; within an open one, just that."""
        if connection.in_atomic_block:
            yield
            return
        with self._transaction():
            yield

    def _transaction(self) -> AbstractContextManager[None]:
        raise NotImplementedError


class PostgreSQL(Log):
    """Transactions commit in any order: a change is news if its transaction is not visible in the last snapshot.

    What the open transaction changed itself stays news until it has ended: its position is as of its beginning.
    """

    NOW = """
        SELECT concat_ws('/', control.system_identifier, checkpoint.timeline_id, log.tableoid, log.key,
                         (SELECT oid FROM pg_database WHERE datname = current_database())),
               pg_current_snapshot()::text,
               pg_current_xact_id_if_assigned()::text,
               pg_snapshot_xmin(seen) <= log.pruned::text::xid8
               OR pg_snapshot_xmax(seen) > pg_snapshot_xmax(pg_current_snapshot())
        FROM meetings_changelog log, pg_control_system() control, pg_control_checkpoint() checkpoint,
             CAST(%s AS pg_snapshot) seen"""
    """The database's identity, what is visible, which transaction this is if it has written anything, and whether the
    log no longer reaches back to what was `seen`."""
    CHANGED = """
        SELECT DISTINCT kind, object_id, transaction::text
        FROM meetings_change, CAST(%s AS pg_snapshot) seen
        WHERE transaction >= pg_snapshot_xmin(seen) AND NOT pg_visible_in_snapshot(transaction, seen)"""

    def news(self, since: Position | None) -> News:
        with connection.cursor() as cursor:
            cursor.execute(self.NOW, [since and since.seen])
            database, now, own, behind = cursor.fetchone()
            now = without(now, int(own)) if own else now
            if since and (behind or since.database != database):
                raise Stale
            cursor.execute(self.CHANGED, [since.seen if since else now])
            rows = cursor.fetchall()
        changed = frozenset((kind, number) for kind, number, _ in rows)
        tentative = frozenset((kind, number) for kind, number, writer in rows if writer == own)
        return News(changed if since else tentative, tentative, Position(database, now))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def without(snapshot: str, own: int) -> str:
    """A snapshot as of the beginning of a transaction, which PostgreSQL's own may take to be over."""
    xmin, _, running = snapshot.split(":")
    others = [one for one in running.split(",") if one and int(one) < own]
    return f"{min(int(xmin), own)}:{own}:{','.join(others)}"


class SQLite(Log):
    """A single writer: the id of the last row suffices, if that row is still the same one.

    The last rows may be those of the open transaction itself: then the position stays where it is.
    """

    def __init__(self) -> None:
        self.open = connection.in_atomic_block  # before a view is

    def news(self, since: Position | None) -> News:
        log = ChangeLog.objects.get()
        if since is None:
            since = Position(str(log.key), str(log.pruned) if self.open else self._last(log.pruned))
        elif since.database != str(log.key) or not self._reaches(since.seen, log.pruned):
            raise Stale
        rows = list(Change.objects.filter(id__gt=number_of(since.seen)).order_by("id"))
        changed = frozenset((row.kind, row.object_id) for row in rows)
        if self.open:
            return News(changed, changed, since)
        return News(changed, frozenset(), since._replace(seen=seen(rows[-1])) if rows else since)

    def _last(self, pruned: int) -> str:
        last = Change.objects.order_by("id").last()
        return seen(last) if last else str(pruned)

    def _reaches(self, position: str, pruned: int) -> bool:
        """The log still has all rows after the position, and the row there is the one that was read."""
        number = number_of(position)
        row = Change.objects.filter(id=number).first()
        return number >= pruned and (number == pruned or (row is not None and seen(row) == position))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One that only reads: it must not wait for the writer, as write transactions here do when they begin."""
        with ExitStack() as stack:
            usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # type: ignore[attr-defined]
            try:
                stack.enter_context(transaction.atomic())
            finally:
                connection.transaction_mode = usual  # type: ignore[attr-defined]
            yield


def seen(row: Change) -> str:
    """A row of the log, told apart from another that has its id after a restore."""
    return f"{row.pk} {row.kind} {row.object_id} {row.at:%Y-%m-%dT%H:%M:%S.%f}"


def number_of(position: str) -> int:
    return int(position.split(" ")[0])


LOGS: dict[str, type[Log]] = {"postgresql": PostgreSQL, "sqlite": SQLite}
