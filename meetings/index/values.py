"""Which rows have which value of one facet: a bitmap a value, with the primary keys of the rows.

Counts are exact. Values are visited in the order of their totals, and the rest is left alone once it cannot be among
the commonest any more; where only few rows are left, their values are gathered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from heapq import heapreplace
from itertools import chain
from typing import Any

from pyroaring import BitMap

from meetings.index.by_row import ByRow
from meetings.index.rows import Kept, Rows, bitmap

SEVERAL = 24
"""With more values than this, those of a row are known without asking every bitmap."""
MANY = 1000
"""After more changes than this, values are sorted again."""
MOST = 2**32
"""A total that no value is beyond."""
FEW = 170_000
"""Up to so many values are sooner gathered row by row than counted with bitmaps."""


class Values:
    """The bitmaps of one facet; without the rows that have no value."""

    def __init__(self, rows: Rows, by_row: ByRow | None = None, counted: bool = True) -> None:
        """`counted`: people will ask how many rows each value has."""
        self.rows = rows
        self.by_row = by_row
        self.counted = counted
        self._know_by_row()
        self._ranked: list[tuple[Any, Kept, int]] | None = None
        self.touched: set[Any] = set()

    @classmethod
    def of(cls, rows: dict[Any, BitMap], counted: bool = True) -> Values:
        return cls(Rows.of(rows), counted=counted)

    def state(self) -> list[Any]:
        """All of it as plain data."""
        return [self.rows.state(), self.by_row and self.by_row.state(), self.counted]

    @classmethod
    def restored(cls, state: list[Any]) -> Values:
        return cls(Rows.restored(state[0]), ByRow.restored(state[1]) if state[1] else None, state[2])

    def replace(self, pks: BitMap, found: dict[Any, BitMap]) -> None:
        """The rows have the values found now, and no others."""
        candidates = {value for pk in pks for value in self.by_row.of_row(pk)} if self.by_row else self.rows
        old = [value for value in candidates if self.rows[value].intersect(pks)]
        if self.by_row:
            self.by_row.replace(pks, found)
        for value in old:
            self.rows[value] -= pks
            if not self.rows[value]:
                del self.rows[value]
        for value, rows in found.items():
            self.rows[value] = self.rows.get(value, BitMap()) | rows
        self.touched.update(old, found)
        self._know_by_row()

    def _know_by_row(self) -> None:
        if self.counted and not self.by_row and len(self.rows) > SEVERAL:
            self.by_row = ByRow.of(self.rows)

    def having(self, values: Collection[Any], all_of: bool = False) -> BitMap:
        """The rows with any of the values, or with all of them."""
        wanted = [self.rows.get(value, BitMap()) for value in values]
        if len(wanted) == 1:
            return wanted[0]
        return BitMap.intersection(*wanted) if all_of else BitMap.union(*wanted)

    def counts(self, within: BitMap, values: Iterable[Any]) -> dict[Any, int]:
        """How many of the rows have each of these values, 0 included."""
        none = BitMap()
        return {value: within.intersection_cardinality(self.rows.get(value, none)) for value in values}

    def all_counts(self, within: BitMap, others: BitMap | None = None) -> dict[Any, int]:
        """How many of the rows have each value that one of them has. `others` is as for `commonest`."""
        if gathered := self._gathered(within):
            return gathered.counts(within)
        if others:
            found = ((value, len(rows) - others.intersection_cardinality(rows)) for value, rows in self.rows.items())
        else:
            found = ((value, within.intersection_cardinality(rows)) for value, rows in self.rows.items())
        return {value: count for value, count in found if count}

    def commonest(self, within: BitMap, limit: int, others: BitMap | None = None) -> dict[Any, int]:
        """The same of at most `limit` values, the commonest, of equal ones the least.

        Where `within` has few of all rows, `others`, the rest of them, is counted in less time: it is a bitmap indeed,
        while few are lists of numbers, and to look up a number in a bitmap is quicker than to merge two lists.
        """
        if gathered := self._gathered(within):
            return greatest(gathered.commonest(within, limit), limit)
        best = [0] * limit
        found: dict[Any, int] = {}
        inside, elsewhere = within.intersection_cardinality, others and others.intersection_cardinality
        for value, plain, total in self._in_order():
            if total < best[0]:
                break
            rows = bitmap(plain) if isinstance(plain, bytes) else plain
            count = (len(rows) if total == MOST else total) - elsewhere(rows) if elsewhere else inside(rows)
            if count and count >= best[0]:
                heapreplace(best, count)
                found[value] = count
        return greatest(found, limit)

    def _gathered(self, within: BitMap) -> ByRow | None:
        """The values by row, where that is quicker for a selection."""
        return self.by_row if self.by_row and self.by_row.cost(within) <= FEW else None

    def _in_order(self) -> Iterator[tuple[Any, Kept, int]]:
        """Values with their totals, the greatest first; before them all those that changed since they were sorted."""
        if self._ranked is None or len(self.touched) > MANY:
            self.touched.clear()
            self._ranked = self.rows.totals()
        touched, none = self.touched, BitMap()
        if not touched:
            return iter(self._ranked)
        first = ((value, self.rows.get(value, none), MOST) for value in touched)
        return chain(first, (one for one in self._ranked if one[0] not in touched))


def greatest(counts: dict[Any, int], limit: int) -> dict[Any, int]:
    """The greatest counts, the greatest first; of equal ones that of the least value."""
    least = least_of(counts.values(), limit)
    candidates = sorted((-count, value) for value, count in counts.items() if count >= least)
    return {value: -count for count, value in candidates[:limit]}


def least_of(counts: Iterable[int], limit: int) -> int:
    """What a count must reach to be among so many of the greatest; most counts are small and equal."""
    seen = 0
    for count, number in sorted(Counter(counts).items(), reverse=True):
        seen += number
        if seen >= limit:
            return count
    return 0
