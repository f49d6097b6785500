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

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import NamedTuple

from django.db import InterfaceError, OperationalError, connection, transaction

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
    """Objects to read again, those among them whose change may still be rolled back, and the position after both.

    The `mark` is the same in every process that sees the same, and another after each change; empty where that cannot
    be told because writers are at work.
    """

    changed: frozenset[Object]
    tentative: frozenset[Object]
    position: Position
    mark: str
    rows: int = 0
    """How many rows of the log said so."""


class Follower:
    """Where one process stands in the change log."""

    def __init__(self, position: Position | None = None) -> None:
        self.position = position
        self.tentative: frozenset[Object] = frozenset()
        self.mark = ""

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
        self._move(news)

    def is_current(self) -> bool:
        """Nothing changed since: a quick look, for which no transaction is opened."""
        changed, news = self._looked()
        if changed == frozenset():
            self._move(news)
        return changed == frozenset()

    def look(self, most: int) -> tuple[frozenset[Object] | None, bool]:
        """What would be told to read again, as far as `most` rows of the log say it, and whether that may not be all.

        The position stays.
        """
        changed, news = self._news(LOGS[connection.vendor](), most)
        return changed, news.rows >= most

    def _looked(self) -> tuple[frozenset[Object] | None, News]:
        """The first question on a kept connection: whether it still works, this tells as well as a question of its own
        would."""
        unproven = connection.connection is not None and not connection.health_check_done  # type: ignore[attr-defined]
        if not unproven or connection.in_atomic_block:
            return self._news(LOGS[connection.vendor](), 1)
        connection.health_check_done = True  # type: ignore[attr-defined]
        try:
            return self._news(LOGS[connection.vendor](), 1)
        except (OperationalError, InterfaceError):
            connection.close()
            return self._news(LOGS[connection.vendor](), 1)

    def _move(self, news: News) -> None:
        self.position, self.tentative, self.mark = news.position, news.tentative, news.mark

    def _news(self, log: Log, most: int | None = None) -> tuple[frozenset[Object] | None, News]:
        if self.position is not None:
            with suppress(Stale):
                news = log.news(self.position, most)
                return news.changed | self.tentative, news
        return None, log.news(None)


class Log:
    """How one kind of database tells what changed."""

    shared = False
    """Other threads use this very connection, so that no transaction can be this one's own."""

    def news(self, since: Position | None, most: int | None = None) -> News:
        """What changed since; of no position, only what this transaction may have changed itself. Raises Stale.

        Of the log some `most` rows are read, all if None: then alone the position is that after all that changed.
        """
        raise NotImplementedError

    @contextmanager
    def view(self) -> Iterator[None]:
        """A transaction in which log and objects are of one moment; within an open one, just that."""
        if connection.in_atomic_block or self.shared:
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

    NEWS = """
        SELECT DISTINCT
            concat_ws('/', control.system_identifier, checkpoint.timeline_id, log.tableoid, log.key,
                      (SELECT oid FROM pg_database WHERE datname = current_database())) AS database,
            pg_current_snapshot()::text AS now,
            pg_current_xact_id_if_assigned()::text AS own,
            pg_snapshot_xmin(seen) <= log.pruned::text::xid8
                OR pg_snapshot_xmax(seen) > pg_snapshot_xmax(pg_current_snapshot()) AS behind,
            CASE WHEN latest.transaction < pg_snapshot_xmin(pg_current_snapshot()) THEN latest.transaction::text END,
            change.kind, change.object_id, change.transaction::text
        FROM meetings_changelog log
        CROSS JOIN pg_control_system() control
        CROSS JOIN pg_control_checkpoint() checkpoint
        CROSS JOIN (SELECT CAST(%s AS pg_snapshot) AS seen) last
        CROSS JOIN LATERAL (
            SELECT coalesce((SELECT transaction FROM meetings_change ORDER BY transaction DESC LIMIT 1),
                            log.pruned::text::xid8) AS transaction
        ) latest
        LEFT JOIN LATERAL (
            (SELECT * FROM meetings_change WHERE transaction >= coalesce(%s::xid8, pg_current_xact_id_if_assigned())
             ORDER BY transaction LIMIT %s)
            UNION ALL
            (SELECT * FROM meetings_change WHERE transaction = ANY(%s::xid8[]) ORDER BY transaction LIMIT %s)
        ) change ON true"""
    """The database's identity, what is visible, which transaction this is if it has written anything, whether the log
    no longer reaches back to what was `seen`, the latest change if all before it are over; and what changed since: of
    nothing seen, in this transaction itself."""

    def news(self, since: Position | None, most: int | None = None) -> News:
        begin, running = unseen(since.seen) if since else (None, [])
        with connection.cursor() as cursor:
            cursor.execute(self.NEWS, [since and since.seen, begin, most, running, most])
            rows = cursor.fetchall()
        database, now, own, behind, latest = rows[0][:5]
        if since and (behind or since.database != database):
            raise Stale
        found = [((kind, number), writer) for *_, kind, number, writer in rows if kind is not None]
        changed = frozenset(one for one, writer in found)
        tentative = frozenset(one for one, writer in found if writer == own)
        position = Position(database, without(now, own) if own else now)
        mark = f"{database} {latest}" if latest and not own else ""
        return News(changed if since else tentative, tentative, position, mark, len(found))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def unseen(snapshot: str) -> tuple[str, list[str]]:
    """Which transactions a snapshot does not show: those from one on, and some before it that were running.

    Said in this way, an index finds their rows, however long some other transaction has been running.
    """
    _, xmax, running = snapshot.split(":")
    return xmax, [one for one in running.split(",") if one]


def without(snapshot: str, own: str) -> str:
    """A snapshot as of the beginning of a transaction, which PostgreSQL's own may take to be over."""
    xmin, _, running = snapshot.split(":")
    others = [one for one in running.split(",") if one and int(one) < int(own)]
    return f"{min(int(xmin), int(own))}:{own}:{','.join(others)}"


class SQLite(Log):
    """A single writer: the id of the last row suffices, if that row is still the same one.

    The last rows may be those of the open transaction itself: then the position stays where it is.
    """

    def __init__(self) -> None:
        self.open = connection.in_atomic_block  # before a view is
        self.shared = connection.is_in_memory_db()  # type: ignore[attr-defined]

    NEWS = """
        SELECT log.key, log.pruned, change.id, change.kind, change.object_id, change.at
        FROM meetings_changelog log
        LEFT JOIN meetings_change change ON change.id >= coalesce(%s, (SELECT max(id) FROM meetings_change))
        ORDER BY change.id LIMIT %s"""
    """Which log it is, how far it was pruned, and its rows from the one that was last seen; without that, the last."""

    def news(self, since: Position | None, most: int | None = None) -> News:
        with connection.cursor() as cursor:
            cursor.execute(self.NEWS, [number_of(since.seen) if since else None, -1 if most is None else most + 1])
            rows = cursor.fetchall()
        key, pruned = rows[0][:2]
        log = [Row(*row[2:]) for row in rows if row[2] is not None]
        if since is None:
            if self.open:
                return self.news(Position(key, str(pruned)), most)
            return settled(frozenset(), Position(key, seen(log[-1]) if log else str(pruned)))
        if since.database != key or not reaches(since.seen, pruned, log):
            raise Stale
        new = [row for row in log if row.id > number_of(since.seen)]
        changed = frozenset((row.kind, row.object_id) for row in new)
        if self.open:
            return News(changed, changed, since, "", len(new))
        return settled(changed, since._replace(seen=seen(new[-1])) if new else since, len(new))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One that only reads: it must not wait for the writer, as write transactions here do when they begin."""
        connection.ensure_connection()  # which is when the mode is set
        with ExitStack() as stack:
            usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # type: ignore[attr-defined]
            try:
                stack.enter_context(transaction.atomic())
            finally:
                connection.transaction_mode = usual  # type: ignore[attr-defined]
            yield


def settled(changed: frozenset[Object], position: Position, rows: int = 0) -> News:
    """News without an open transaction: the position says it all."""
    return News(changed, frozenset(), position, " ".join(position), rows)


class Row(NamedTuple):
    """A row of the log."""

    id: int
    kind: str
    object_id: int
    at: str


def seen(row: Row) -> str:
    """A row told apart from another that has its id after a restore."""
    return f"{row.id} {row.kind} {row.object_id} {row.at}"


def number_of(position: str) -> int:
    return int(position.split(" ")[0])


def reaches(position: str, pruned: int, log: list[Row]) -> bool:
    """The log has all rows after the position, and the row there is the one that was read."""
    number = number_of(position)
    return number >= pruned and (number == pruned or (bool(log) and seen(log[0]) == position))


LOGS: dict[str, type[Log]] = {"postgresql": PostgreSQL, "sqlite": SQLite}
