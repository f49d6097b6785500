"""Which rows have which value of one facet: a bitmap a value, with the primary keys of the rows.

Counts are exact. Values are visited in the order of their totals, and the rest is left alone once it cannot be among
the commonest any more; where only few rows are left, their values are counted row by row.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import heapreplace
from itertools import chain
from typing import Any

from pyroaring import BitMap

MANY = 1000
"""With more values than this, those of a row are found without asking every bitmap."""
MOST = 2**32
"""A total that no value is beyond."""
FEW = 10_000
"""Up to so many rows are counted one by one."""


class Values:
    """The bitmaps of one facet; without the rows that have no value."""

    def __init__(self, rows: dict[Any, BitMap], by_row: ByRow | None = None) -> None:
        self.rows = rows
        self.by_row = by_row
        self._ranked: list[tuple[Any, BitMap, int]] | None = None
        self.touched: set[Any] = set()

    @classmethod
    def of(cls, rows: dict[Any, BitMap]) -> Values:
        return cls(rows, ByRow.of(rows) if len(rows) > MANY else None)

    def state(self) -> list[Any]:
        """All of it as plain data."""
        rows = [[value, found.serialize()] for value, found in self.rows.items()]
        return [rows, self.by_row and self.by_row.state(self.rows)]

    @classmethod
    def restored(cls, state: list[Any]) -> Values:
        rows = {value: BitMap.deserialize(found) for value, found in state[0]}
        return cls(rows, ByRow.restored(state[1]) if state[1] else None)

    def replace(self, pks: BitMap, found: dict[Any, BitMap]) -> None:
        """The rows have the values found now, and no others."""
        candidates = self.rows if self.by_row is None else {value for pk in pks for value in self.by_row.of_row(pk)}
        old = [value for value in candidates if self.rows[value].intersect(pks)]
        for value in old:
            self.rows[value] -= pks
            if not self.rows[value]:
                del self.rows[value]
        for value, rows in found.items():
            self.rows.setdefault(value, BitMap()).update(rows)
        if self.by_row is not None:
            self.by_row.replace(pks, found)
        self.touched.update(old, found)

    def having(self, values: Collection[Any], all_of: bool = False) -> BitMap:
        """The rows with any of the values, or with all of them."""
        wanted = [self.rows.get(value, BitMap()) for value in values]
        return BitMap.intersection(*wanted) if all_of else BitMap.union(*wanted)

    def counts(self, within: BitMap, values: Iterable[Any]) -> dict[Any, int]:
        """How many of the rows have each of these values, 0 included."""
        none = BitMap()
        return {value: within.intersection_cardinality(self.rows.get(value, none)) for value in values}

    def all_counts(self, within: BitMap) -> dict[Any, int]:
        """How many of the rows have each value that one of them has."""
        if self.by_row is not None and len(within) <= FEW:
            return self.by_row.counts(within)
        found = ((value, within.intersection_cardinality(rows)) for value, rows in self.rows.items())
        return {value: count for value, count in found if count}

    def commonest(self, within: BitMap, limit: int) -> dict[Any, int]:
        """The same of at most `limit` values, the commonest, of equal ones the least."""
        if self.by_row is not None and len(within) <= FEW:
            return greatest(self.by_row.counts(within), limit)
        best = [0] * limit
        found: dict[Any, int] = {}
        for value, rows, total in self._in_order():
            if total < best[0]:
                break
            count = within.intersection_cardinality(rows)
            if count and count >= best[0]:
                heapreplace(best, count)
                found[value] = count
        return greatest(found, limit)

    def _in_order(self) -> Iterator[tuple[Any, BitMap, int]]:
        """Values with their totals, the greatest first; before them all those that changed since they were sorted."""
        if self._ranked is None or len(self.touched) > MANY:
            self.touched.clear()
            ranked = [(value, rows, len(rows)) for value, rows in self.rows.items()]
            self._ranked = sorted(ranked, key=lambda one: -one[2])
        touched, none = self.touched, BitMap()
        if not touched:
            return iter(self._ranked)
        first = ((value, self.rows.get(value, none), MOST) for value in touched)
        return chain(first, (one for one in self._ranked if one[0] not in touched))


def greatest(counts: dict[Any, int], limit: int) -> dict[Any, int]:
    """The greatest counts, the greatest first; of equal ones that of the least value."""
    least = sorted(counts.values(), reverse=True)[limit - 1] if len(counts) > limit else 0
    candidates = sorted((-count, value) for value, count in counts.items() if count >= least)
    return {value: -count for count, value in candidates[:limit]}


class ByRow:
    """The values of each row, one after another in one array; of rows that changed since, beside it."""

    def __init__(self, values: list[Any], starts: array[int], flat: array[int]) -> None:
        self.values, self.starts, self.flat = values, starts, flat
        self.changed: dict[int, list[Any]] = {}
        self.elsewhere = BitMap()

    @classmethod
    def of(cls, rows: dict[Any, BitMap]) -> ByRow:
        return cls(list(rows), *flattened(list(rows.values())))

    def state(self, rows: dict[Any, BitMap]) -> list[Any]:
        """As plain data, with the changes in their place."""
        whole = ByRow.of(rows) if self.changed else self
        return [whole.values, whole.starts.tobytes(), whole.flat.tobytes()]

    @classmethod
    def restored(cls, state: list[Any]) -> ByRow:
        return cls(state[0], array("I", state[1]), array("I", state[2]))

    def of_row(self, pk: int) -> Sequence[Any]:
        if pk in self.changed:
            return self.changed[pk]
        return [self.values[number] for number in self._numbers(pk)]

    def replace(self, pks: BitMap, found: dict[Any, BitMap]) -> None:
        self.elsewhere |= pks
        self.changed |= {pk: [] for pk in pks}
        for value, rows in found.items():
            for pk in rows:
                self.changed[pk].append(value)

    def counts(self, within: BitMap) -> dict[Any, int]:
        numbers = Counter(chain.from_iterable(map(self._numbers, within - self.elsewhere)))
        found = Counter({self.values[number]: count for number, count in numbers.items()})
        found.update(chain.from_iterable(self.changed[pk] for pk in within & self.elsewhere))
        return dict(found)

    def _numbers(self, pk: int) -> array[int]:
        return self.flat[self.starts[pk] : self.starts[pk + 1]] if pk + 1 < len(self.starts) else array("I")


def flattened(bitmaps: list[BitMap]) -> tuple[array[int], array[int]]:
    """The numbers of the bitmaps that each row is in, row after row, and where those of a row begin."""
    last = max((rows.max() for rows in bitmaps if rows), default=-1)
    starts = array("I", bytes(4 * (last + 2)))
    for rows in bitmaps:
        for pk in rows:
            starts[pk + 1] += 1
    for pk in range(last + 1):
        starts[pk + 1] += starts[pk]
    flat, ends = array("I", bytes(4 * starts[-1])), starts[:]
    for number, rows in enumerate(bitmaps):
        for pk in rows:
            flat[ends[pk]] = number
            ends[pk] += 1
    return starts, flat
