"""Database triggers that write the change log, so that raw SQL, `update()` and `bulk_create()` are logged too.

PostgreSQL logs once a statement, from its transition tables; SQLite once a row. They are installed after every
`migrate`, because SQLite loses a table's triggers when a migration rebuilds the table.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

WATCHED = {
    "meetings_meeting": {"meeting": "id"},
    "meetings_participant": {"meeting": "meeting_id"},
    "meetings_account": {"meeting": "meeting_id", "document": "document_id"},
    "meetings_quote": {"quote": "id", "document": "document_id"},
    "meetings_document": {"document": "id"},
    "meetings_mention": {"document": "document_id"},
    "meetings_reference": {"document": "document_id"},
    "meetings_person": {"person": "id"},
    "meetings_personname": {"person": "person_id"},
    "meetings_organization": {"organization": "id"},
    "meetings_publisherterms": {"terms": "id"},
    "meetings_takedown": {"takedown": "id"},
}
"""Table: what kinds of object must be read again when a row of it changes, and the column that holds the id of each."""

SIDES = {"INSERT": ("NEW",), "UPDATE": ("NEW", "OLD"), "DELETE": ("OLD",)}

FUNCTION = """
CREATE OR REPLACE FUNCTION meetings_log_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    FOR i IN 0 .. TG_NARGS - 1 BY 2 LOOP
        IF TG_OP <> 'DELETE' THEN
            EXECUTE format('INSERT INTO meetings_change (kind, object_id) SELECT DISTINCT %1$L, %2$I FROM new_rows '
                           'WHERE %2$I IS NOT NULL', TG_ARGV[i], TG_ARGV[i + 1]);
        END IF;
        IF TG_OP <> 'INSERT' THEN
            EXECUTE format('INSERT INTO meetings_change (kind, object_id) SELECT DISTINCT %1$L, %2$I FROM old_rows '
                           'WHERE %2$I IS NOT NULL%3$s', TG_ARGV[i], TG_ARGV[i + 1],
                           CASE WHEN TG_OP = 'UPDATE' THEN format(' EXCEPT SELECT %L, %I FROM new_rows',
                                                                  TG_ARGV[i], TG_ARGV[i + 1]) ELSE '' END);
        END IF;
    END LOOP;
    RETURN NULL;
END
$body$"""

TRUNCATED = """
CREATE OR REPLACE FUNCTION meetings_log_truncated() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO meetings_changelog (id, key, pruned) VALUES (1, gen_random_uuid(), 0)
        ON CONFLICT (id) DO UPDATE SET key = excluded.key;
    RETURN NULL;
END
$body$"""
"""A table that is emptied at once has no rows to log: everything derived begins anew."""


def install(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers anew on this database."""
    statements = postgresql_statements() if connection.vendor == "postgresql" else sqlite_statements()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def postgresql_statements() -> list[str]:
    statements = [FUNCTION, TRUNCATED]
    for table, kinds in WATCHED.items():
        arguments = ", ".join(f"'{part}'" for kind in kinds.items() for part in kind)
        for event, sides in SIDES.items():
            rows = " ".join(f"{side} TABLE AS {side.lower()}_rows" for side in sides)
            statements += postgresql_trigger(table, event, f"change({arguments})", f"REFERENCING {rows}")
        statements += postgresql_trigger(table, "TRUNCATE", "truncated()")
    return statements


def postgresql_trigger(table: str, event: str, call: str, transition: str = "") -> list[str]:
    name = f"{table}_log_{event.lower()}"
    return [
        f"DROP TRIGGER IF EXISTS {name} ON {table}",
        f"CREATE TRIGGER {name} AFTER {event} ON {table} {transition} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION meetings_log_{call}",
    ]


def sqlite_statements() -> list[str]:
    statements = []
    for table, kinds in WATCHED.items():
        for event, sides in SIDES.items():
            name = f"{table}_log_{event.lower()}"
            log = " ".join(
                f"INSERT INTO meetings_change (kind, object_id) SELECT '{kind}', {side}.{column}"
                f" WHERE {side}.{column} IS NOT NULL"
                + (f" AND NEW.{column} IS NOT OLD.{column};" if (event, side) == ("UPDATE", "OLD") else ";")
                for kind, column in kinds.items()
                for side in sides
            )
            statements += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN {log} END",
            ]
    return statements
