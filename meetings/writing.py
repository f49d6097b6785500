"""One writer at a time: imports and decisions take turns, so that what is resolved together stays together."""

from __future__ import annotations

from django.db import connection

LOCK = 7_046_029_254
"""The number under which the writers of this application find each other; any number that nobody else takes."""


def take_turn() -> None:
    """Wait until no other transaction writes. Held until the end of this transaction, which must be open.

    PostgreSQL needs an advisory lock for it; on SQLite a write transaction waits at its beginning anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


GROWN = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relname LIKE 'meetings\\_%%' AND pg_table_is_visible(oid)
    AND pg_relation_size(oid) > %s * current_setting('block_size')::integer * greatest(relpages, 1)
"""
TIMES = 4


def renew_statistics() -> None:
    """Let PostgreSQL look at the tables that have become several times as large since it last did.

    It plans by what it saw then: for hundreds of texts in tables that were empty it takes three times as long as it
    need. Its own service looks once a minute, if it runs at all. What somebody else looks at is passed over.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(GROWN, [TIMES])
        for (table,) in cursor.fetchall():
            cursor.execute(f"ANALYZE (SKIP_LOCKED) {table}")
