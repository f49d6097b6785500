"""Bring rows in step with what they should be, touching only what differs, with one statement for a whole table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

from django.db import models

from meetings import bulk

Row = TypeVar("Row", bound=models.Model)


class Updates:
    """Values set in rows that are stored, and written together at the end of the `with`: those rows of a table in which
    the same fields changed by one statement, so that no field is written that did not change.

    A statement names a row once: who sets values in a second copy of one finds the first written before.
    """

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], dict[Any, models.Model]] = defaultdict(dict)
        self.fields: dict[type[models.Model], dict[Any, set[str]]] = defaultdict(lambda: defaultdict(set))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.write()

    def set(self, row: models.Model, values: Mapping[str, Any]) -> bool:
        """Set the values; says whether one differed."""
        changed = [field for field, value in values.items() if getattr(row, field) != value]
        if not changed:
            return False
        model = type(row)
        if self.rows[model].get(row.pk, row) is not row:
            self.write()
        for field in changed:
            setattr(row, field, values[field])
        self.rows[model][row.pk] = row
        self.fields[model][row.pk].update(changed)
        return True

    def write(self) -> None:
        for model, rows in self.rows.items():
            alike: dict[frozenset[str], list[models.Model]] = defaultdict(list)
            for pk, row in rows.items():
                alike[frozenset(self.fields[model][pk] | followed(row))].append(row)
            for fields, some in alike.items():
                bulk.update(some, fields)
        self.rows.clear()
        self.fields.clear()


def followed(row: models.Model) -> set[str]:
    """Set the fields that follow from others, if the row has such; returns those that changed."""
    names = getattr(row, "FOLLOWING", ())
    before = {name: getattr(row, name) for name in names}
    if names:
        row.follow()  # type: ignore[attr-defined]
    return {name for name, value in before.items() if getattr(row, name) != value}


def reconcile(model: type[Row], existing: Mapping[Any, Row], wanted: Mapping[Any, bulk.Values]) -> None:
    """Create what is missing, update what differs, delete what is not wanted: values of the rows wanted, by key."""
    gone = [row.pk for key, row in existing.items() if key not in wanted]
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    with Updates() as updates:
        for key, values in wanted.items():
            if key in existing:
                updates.set(existing[key], values)
    bulk.insert(model, [values for key, values in wanted.items() if key not in existing])
