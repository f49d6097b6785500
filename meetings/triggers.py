"""Database triggers that write the change log, so that raw SQL, `update()` and `bulk_create()` are logged too.

PostgreSQL logs once a statement, from its transition tables; SQLite once a row. They are installed after every
`migrate`, because SQLite loses a table's triggers when a migration rebuilds the table.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

WATCHED = {
    "meetings_meeting": ("meeting", "id"),
    "meetings_participant": ("meeting", "meeting_id"),
    "meetings_account": ("meeting", "meeting_id"),
    "meetings_quote": ("quote", "id"),
    "meetings_document": ("document", "id"),
    "meetings_mention": ("document", "document_id"),
    "meetings_reference": ("document", "document_id"),
    "meetings_person": ("person", "id"),
}
"""Table: what kind of object must be read again when a row of it changes, and the column that holds its id."""

SIDES = {"INSERT": ("NEW",), "UPDATE": ("NEW", "OLD"), "DELETE": ("OLD",)}

FUNCTION = """
CREATE OR REPLACE FUNCTION meetings_log_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        EXECUTE format('INSERT INTO meetings_change (kind, object_id) SELECT DISTINCT %L, %I FROM new_rows',
                       TG_ARGV[0], TG_ARGV[1]);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        EXECUTE format('INSERT INTO meetings_change (kind, object_id) SELECT DISTINCT %L, %I FROM old_rows%s',
                       TG_ARGV[0], TG_ARGV[1],
                       CASE WHEN TG_OP = 'UPDATE' THEN format(' EXCEPT SELECT %L, %I FROM new_rows',
                                                              TG_ARGV[0], TG_ARGV[1]) ELSE '' END);
    END IF;
    RETURN NULL;
END
$body$"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers anew on this database."""
    statements = postgresql_statements() if connection.vendor == "postgresql" else sqlite_statements()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def postgresql_statements() -> list[str]:
    statements = [FUNCTION]
    for table, (kind, column) in WATCHED.items():
        for event, sides in SIDES.items():
            rows = " ".join(f"{side} TABLE AS {side.lower()}_rows" for side in sides)
            name = f"{table}_log_{event.lower()}"
            statements += [
                f"DROP TRIGGER IF EXISTS {name} ON {table}",
                f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION meetings_log_change('{kind}', '{column}')",
            ]
    return statements


def sqlite_statements() -> list[str]:
    statements = []
    for table, (kind, column) in WATCHED.items():
        for event, sides in SIDES.items():
            name = f"{table}_log_{event.lower()}"
            log = " ".join(
                f"INSERT INTO meetings_change (kind, object_id) SELECT '{kind}', {side}.{column}"
                + (f" WHERE NEW.{column} <> OLD.{column};" if (event, side) == ("UPDATE", "OLD") else ";")
                for side in sides
            )
            statements += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {log} END",
            ]
    return statements
