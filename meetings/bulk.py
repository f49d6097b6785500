"""Many rows written by one statement, past the preparation that Django gives to each value.

Values are plain ones, as fields hold them: no expressions. SQLite takes them as parameters, a line for each row;
PostgreSQL as one document of JSON, which it takes apart by the types of the table's columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from django.db import connection, models, transaction
from django.utils import timezone

Values = Mapping[str, Any]
"""{attribute of a model: value}; a foreign key is the id of its row."""

PLAIN = (
    *(models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField),
    *(models.ForeignKey, models.BinaryField),
)
"""Fields whose values SQLite takes as they are."""


class Column(NamedTuple):
    """A column of a table: the attribute that has its value, what it holds by default, how a value is handed over."""

    attribute: str
    name: str
    default: Callable[[], Any]
    prepared: Callable[[Any], Any] | None

    def of(self, row: Values) -> Any:
        value = row[self.attribute] if self.attribute in row else self.default()
        return self.prepared(value) if self.prepared else value


def create(rows: Iterable[models.Model]) -> None:
    """Add rows of one table that numbers them; they have their ids from then on, which ascend."""
    if not (several := list(rows)):
        return
    tell_when(several)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        add(cursor, type(several[0]), map(vars, several))
        ids = ids_added(cursor, len(several))
    for row, pk in zip(several, ids, strict=True):
        row.pk, row._state.adding, row._state.db = pk, False, connection.alias


def tell_when(rows: Sequence[models.Model]) -> None:
    """Say in the rows when they were added, as Django does: one that is saved again keeps what it has."""
    for field in rows[0]._meta.concrete_fields:
        if getattr(field, "auto_now_add", False):
            for row in rows:
                field.pre_save(row, add=True)


def insert(model: type[models.Model], rows: Sequence[Values]) -> None:
    """Add rows to a table that numbers them; what a row does not say has its default.

    Raises AttributeError where one says what the model does not have.
    """
    if unknown := set().union(*rows) - {column.attribute for column in columns(model, connection.vendor)}:
        raise AttributeError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
    if rows:
        with transaction.atomic(savepoint=False), connection.cursor() as cursor:
            add(cursor, model, rows)


def add(cursor: Any, model: type[models.Model], rows: Iterable[Values]) -> None:
    pk, *others = columns(model, connection.vendor)
    lines = [[column.of(row) for column in others] for row in rows]
    table, names = model._meta.db_table, ", ".join(f'"{column.name}"' for column in others)
    if connection.vendor == "postgresql":
        source = f'SELECT {names} FROM {told(table)} RETURNING "{pk.name}"'
        cursor.execute(f"INSERT INTO {table} ({names}) {source}", [document(others, lines)])
    else:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(others))})", lines)


def ids_added(cursor: Any, number: int) -> Sequence[int]:
    """The ids of so many rows that this cursor just added. SQLite numbers those of a transaction without a gap, and
    knows the last without a look at any table."""
    if connection.vendor == "postgresql":
        return sorted(pk for (pk,) in cursor.fetchall())
    (last,) = cursor.cursor.execute("SELECT last_insert_rowid()").fetchone()
    return range(last - number + 1, last + 1)


def update(rows: Sequence[models.Model], attributes: Iterable[str]) -> None:
    """Store these attributes of rows of one table; what is not there any more is passed over."""
    if not rows:
        return
    table, (pk, *others) = rows[0]._meta.db_table, columns(type(rows[0]), connection.vendor)
    known = {column.attribute: column for column in others}
    changed = [known[name] for name in sorted(attributes)]
    lines = [[column.of(vars(row)) for column in (*changed, pk)] for row in rows]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            values = ", ".join(f'"{column.name}" = told."{column.name}"' for column in changed)
            source = f'FROM {told(table)} AS told WHERE {table}."{pk.name}" = told."{pk.name}"'
            cursor.execute(f"UPDATE {table} SET {values} {source}", [document([*changed, pk], lines)])
        else:
            values = ", ".join(f'"{column.name}" = %s' for column in changed)
            cursor.executemany(f'UPDATE {table} SET {values} WHERE "{pk.name}" = %s', lines)


def told(table: str) -> str:
    """What PostgreSQL reads the rows of a document from."""
    return f"json_populate_recordset(NULL::{table}, %s)"


def document(parts: Sequence[Column], lines: Iterable[Sequence[Any]]) -> str:
    """The lines, which have a value for each of these columns, as JSON."""
    names = [column.name for column in parts]
    return msgspec.json.encode([dict(zip(names, line, strict=True)) for line in lines], enc_hook=str).decode()


@cache
def columns(model: type[models.Model], vendor: str) -> tuple[Column, ...]:
    """Those of the model's table, the primary key first."""
    fields = sorted(model._meta.concrete_fields, key=lambda field: not field.primary_key)
    return tuple(Column(one.attname, str(one.column), *handing_over(one, vendor)) for one in fields)


def handing_over(field: Any, vendor: str) -> tuple[Callable[[], Any], Callable[[Any], Any] | None]:
    """A field's value by default, and what is done to each before a database of this kind takes it."""
    prepared: Callable[[Any], Any] | None = None
    if vendor == "postgresql":
        prepared = hexadecimal if isinstance(field, models.BinaryField) else None
    elif not isinstance(field, PLAIN):
        prepared = lambda value: field.get_db_prep_save(value, connection)  # noqa: E731
    return timezone.now if getattr(field, "auto_now_add", False) else field.get_default, prepared


def hexadecimal(value: Any) -> str | None:
    return None if value is None else f"\\x{bytes(value).hex()}"
