"""Bring rows in step with what they should be, touching only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def update(row: models.Model, values: Mapping[str, Any]) -> bool:
    """Set the values and save where one differs; says whether it did."""
    changed = [field for field, value in values.items() if getattr(row, field) != value]
    for field in changed:
        setattr(row, field, values[field])
    if changed:
        row.save()
    return bool(changed)


def reconcile(
    model: type[Row], existing: Mapping[Any, Row], wanted: Mapping[Any, Mapping[str, Any]], *, delete: bool = True
) -> dict[Any, Row]:
    """Create what is missing, update what differs, delete what is not wanted; returns the rows wanted, by key."""
    gone = [row.pk for key, row in existing.items() if key not in wanted]
    if gone and delete:
        model._default_manager.filter(pk__in=gone).delete()
    rows = {key: existing[key] for key in wanted if key in existing}
    for key, row in rows.items():
        update(row, wanted[key])
    new = {key: model(**values) for key, values in wanted.items() if key not in existing}
    model._default_manager.bulk_create(new.values())
    return rows | new
