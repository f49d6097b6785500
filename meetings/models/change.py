"""The log from which derived indexes catch up: a row means only "read this object again"."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.functions import Now
from django.utils import timezone


class TransactionId(models.BigIntegerField):
    """The writing transaction's id: PostgreSQL's `xid8`; SQLite, with its single writer, needs none."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "xid8" if connection.vendor == "postgresql" else super().db_type(connection)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        return str(value) if isinstance(value, int) and connection.vendor == "postgresql" else value

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
        old = self.filter(at__lt=timezone.now() - keep)
        column = "transaction" if connections[self.db].vendor == "postgresql" else "id"
        with transaction.atomic(using=self.db):
            last = old.order_by(f"-{column}").values_list(column, flat=True).first()
            if last is None:
                return 0
            ChangeLog.objects.using(self.db).filter(pruned__lt=last).update(pruned=last)
            return old.filter(**{f"{column}__lte": last}).delete()[0]


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


class ChangeLogQuerySet(models.QuerySet["ChangeLog"]):
    def renew(self) -> None:
        """What was derived from this database so far is worth nothing any more: the log does not tell the whole."""
        self.update_or_create(pk=ChangeLog.ONLY, defaults={"key": uuid.uuid4()})


class ChangeLog(models.Model):
    """One row: which log this is, and how far it was pruned."""

    ONLY = 1

    key = models.UUIDField(default=uuid.uuid4, help_text="A new one tells every index to begin anew.")
    pruned = models.BigIntegerField(
        default=0, help_text="The greatest transaction (PostgreSQL) or id (SQLite) of which rows were deleted."
    )

    objects = ChangeLogQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="change_log_is_one_row")]

    def __str__(self) -> str:
        return str(self.key)
