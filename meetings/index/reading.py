"""What the database says of the rows of a list, as bitmaps."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from pyroaring import BitMap

from meetings.facets import Facet, Listing
from meetings.index.columns import Column
from meetings.vocabularies import batched

MONTH = "month"
CHUNK = 10_000


def pks_by_value() -> defaultdict[Any, array[int]]:
    return defaultdict(lambda: array("I"))


@dataclass
class Found:
    """The rows that are listed, and by facet those with each value; by `MONTH`, the year and month as yyyymm."""

    members: array[int] = field(default_factory=lambda: array("I"))
    values: defaultdict[str, defaultdict[Any, array[int]]] = field(default_factory=lambda: defaultdict(pks_by_value))

    def bitmaps(self, name: str, members: BitMap) -> dict[Any, BitMap]:
        found = ((value, BitMap(pks) & members) for value, pks in self.values[name].items() if value is not None)
        return {value: rows for value, rows in found if rows}


def read(listing: Listing, columns: Mapping[str, Column], pks: BitMap | None = None) -> Found:
    """All rows of the list, or those of the primary keys given; what they are sorted by goes into `columns`."""
    found = Found()
    for rows in narrowed(listing.rows(), "pk", pks):
        _read_own(found, listing, columns, rows)
    through = {facet.through for facet in listing.facets if facet.through is not None}
    for source in through:
        facets = [facet for facet in listing.facets if facet.through is source]
        for rows in narrowed(source(), facets[0].link, pks):
            _read_through(found, facets, rows)
    return found


def narrowed(rows: QuerySet[Any], column: str, pks: BitMap | None) -> Iterator[QuerySet[Any]]:
    rows = rows.order_by()
    if pks is None:
        yield rows
        return
    for some in batched(pks):
        yield rows.filter(**{f"{column}__in": some})


def _read_own(found: Found, listing: Listing, columns: Mapping[str, Column], rows: QuerySet[Any]) -> None:
    own = [facet for facet in listing.facets if facet.through is None]
    rows = rows.annotate(**{facet.column: facet.computed for facet in own if facet.computed is not None})
    sinks = [found.values[facet.name] for facet in own]
    for pk, *values in rows.values_list("pk", *(facet.column for facet in own), *columns).iterator(CHUNK):
        found.members.append(pk)
        for sink, value in zip(sinks, values, strict=False):
            sink[value].append(pk)
        for column, value in zip(columns.values(), values[len(sinks) :], strict=True):
            column[pk] = value
    if listing.date:
        _add_months(found, columns[listing.date])


def _add_months(found: Found, dates: Column) -> None:
    months = found.values[MONTH]
    months.clear()
    for pk in found.members:
        months[dates[pk] // 100].append(pk)


def _read_through(found: Found, facets: list[Facet], rows: QuerySet[Any]) -> None:
    sinks = [found.values[facet.name] for facet in facets]
    for pk, *values in rows.values_list(facets[0].link, *(facet.column for facet in facets)).iterator(CHUNK):
        for sink, value in zip(sinks, values, strict=True):
            sink[value].append(pk)
