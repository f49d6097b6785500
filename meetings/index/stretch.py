"""A stretch of a list, found by the row that it comes after or before: what is put in earlier does not shift it.

A place is written as what the row is sorted by and its primary key, `20210408.17`. It holds whether or not there is
such a row any more, and no row before it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyroaring import BitMap

from meetings.index.listed import ListIndex

END = "end"
"""Before this come the last rows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows after a place, before one, or else the page of a number."""

    after: str = ""
    before: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some rows of `total`, by their primary keys, with the places of the first and the last.

    `start` rows come before. `after` is the place asked for, as far as it was one to come after.
    """

    pks: list[int]
    start: int
    total: int
    first: str = ""
    last: str = ""
    after: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.pks)


def stretch(mine: ListIndex, sort: str, rows: BitMap, size: int, asked: Asked) -> Stretch:
    """At most `size` rows of a selection. Raises ValueError if there are none there, or it is no place."""
    order, after = mine.orders[sort], asked.after
    if asked.number != 1:
        after = after or place_before(mine, sort, rows, size * (asked.number - 1))
    if after:
        start, pks = order.after(rows, key_of(mine, sort, after), size)
    elif asked.before and asked.before != END:
        start, pks = order.before(rows, key_of(mine, sort, asked.before), size)
    else:
        start = max(len(rows) - size, 0) if asked.before else 0
        pks = order.page(rows, start, start + size)
    if pks:
        return Stretch(pks, start, len(rows), place_of(mine, sort, pks[0]), place_of(mine, sort, pks[-1]), after)
    if asked != Asked():
        raise ValueError("There are no rows there.")
    return Stretch([], 0, 0)


def place_before(mine: ListIndex, sort: str, rows: BitMap, number: int) -> str:
    """The place of a row of which so many rows are no later."""
    for pk in mine.orders[sort].page(rows, number - 1, number) if number > 0 else ():
        return place_of(mine, sort, pk)
    raise ValueError("There are not so many rows.")


def place_of(mine: ListIndex, sort: str, pk: int) -> str:
    columns = mine.listing.sorts[sort].columns
    return ".".join(str(one) for one in (*(mine.columns[name][pk] for name in columns), pk))


def key_of(mine: ListIndex, sort: str, place: str) -> Any:
    """What rows are compared by. Raises ValueError if it is no place of this order."""
    columns = mine.listing.sorts[sort].columns
    head, _, pk = place.rpartition(".")
    pairs = zip(columns, head.split(".", len(columns) - 1), strict=True)
    return mine.listing.sorts[sort].key(int(pk), *(mine.columns[name].read(value) for name, value in pairs))
