"""The log from which derived indexes catch up: a row means only "read this object again"."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.functions import Now
from django.utils import timezone


class TransactionId(models.BigIntegerField):
    """The writing transaction's id: PostgreSQL's `xid8`; SQLite, with its single writer, needs none."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "xid8" if connection.vendor == "postgresql" else super().db_type(connection)

    def from_db_value(self, value: Any, *args: Any) -> int | None:
        return None if value is None else int(value)


class CurrentTransactionId(models.Func):
    """`pg_current_xact_id()`, or 0 where transactions have no ids."""

    template = "0"
    output_field = TransactionId()

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> tuple[str, list[Any]]:
        return "pg_current_xact_id()", []


class ChangeQuerySet(models.QuerySet["Change"]):
    def prune(self, keep: dt.timedelta = dt.timedelta(days=7)) -> int:
        """Delete rows older than `keep`; an index that slept longer is rebuilt. Returns how many went."""
        return self.filter(at__lt=timezone.now() - keep).delete()[0]


class Change(models.Model):
    """Written by the database's own triggers (`meetings/triggers.py`), in the transaction of the change.

    Ids commit out of order on PostgreSQL: readers compare `transaction` with their last snapshot, not the id.
    """

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    transaction = TransactionId(db_default=CurrentTransactionId())
    at = models.DateTimeField(db_default=Now(), db_index=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        indexes = [models.Index(fields=["transaction"], name="change_by_transaction")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
