"""Where an index differs from what the database says, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from meetings import counting
from meetings.facets import Chosen
from meetings.index.listed import ListIndex

EVERYTHING = Chosen()


def faults(index: ListIndex) -> Iterator[str]:
    """One line a fault; none if all is well. The index must have caught up."""
    listing = index.listing
    rows = set(listing.rows().order_by().values_list("pk", flat=True).iterator())
    if wrong := rows ^ set(index.members):
        yield f"{listing.kind}: {len(wrong)} rows are listed wrongly, such as {min(wrong)}"
    for facet in listing.facets:
        counted = counting.counts(facet, listing, EVERYTHING)
        held = {value: len(found) for value, found in index.values[facet.name].rows.items()}
        for value in sorted(different(held, counted), key=str):
            yield f"{listing.kind} {facet.name} {value}: {held.get(value, 0)} rows, not {counted.get(value, 0)}"
    for name, order in index.orders.items():
        if order.page(index.members, 0, len(rows)) != sorted(index.members, key=order.key):
            yield f"{listing.kind}: the order {name} is wrong"


def different(one: dict[Any, int], other: dict[Any, int]) -> set[Any]:
    return {value for value in one.keys() | other.keys() if one.get(value, 0) != other.get(value, 0)}
