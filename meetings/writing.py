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
