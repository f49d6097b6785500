"""The same answers as `meetings.index` gives, asked of the database itself: slow, and therefore only to check it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Count, F

from meetings.facets import Chosen, Facet, Listing, Rows


def matching(listing: Listing, chosen: Chosen, without: Facet | None = None) -> Rows:
    """The rows that have what is asked for, whatever is asked of one facet."""
    rows = chosen.within.narrow(listing.rows())
    if chosen.among is not None:
        rows = rows.filter(pk__in=list(chosen.among))
    for facet in listing.facets:
        if facet is not without and (values := chosen.values.get(facet.name)):
            keys = list(facet.vocabulary.keys(values).values())
            for wanted in [[one] for one in keys] if facet.name in chosen.all_of else [keys]:
                rows = having(facet, rows, wanted)
    return rows


def having(facet: Facet, rows: Rows, keys: Collection[Any]) -> Rows:
    """Those of the rows with any of these values, as the column holds them."""
    if facet.computed is not None:
        rows = rows.alias(**{facet.column: facet.computed})
    if facet.through is None:
        return rows.filter(**{f"{facet.column}__in": keys})
    pointing = facet.through().filter(**{f"{facet.column}__in": keys})
    return rows.filter(pk__in=pointing.order_by().values(facet.link))


def counts(facet: Facet, listing: Listing, chosen: Chosen) -> dict[Any, int]:
    """How many rows each value of a facet would give, by what the column holds."""
    rows = matching(listing, chosen, None if facet.name in chosen.all_of else facet)
    number = Count("pk")
    if facet.computed is not None:
        rows = rows.annotate(**{facet.column: facet.computed})
    if facet.through is not None:
        rows = facet.through().filter(**{f"{facet.link}__in": rows.order_by().values("pk")})
        number = Count(facet.link, distinct=True)
    if facet.optional:
        rows = rows.filter(**{f"{facet.column}__isnull": False})
    return dict(rows.order_by().values_list(facet.column).annotate(rows=number))


def by_date(listing: Listing, chosen: Chosen, year: int | None = None) -> dict[int, int]:
    """How many meetings each year has, or each month of one; 0: not known."""
    rows = matching(listing, chosen.without_dates())
    part = F("year") if year is None else F("date_key") / 100 % 100
    if year is not None:
        rows = rows.filter(year=year)
    return dict(rows.order_by().annotate(part=part).values_list("part").annotate(Count("pk")))
