"""Which rows have which value of one facet: a bitmap a value, with the primary keys of the rows.

Counts are exact. Values are visited in the order of their totals, and the rest is left alone once it cannot be among
the commonest any more; where only few rows are left, their values are counted row by row.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heapreplace
from itertools import chain
from typing import Any, TypeAlias

from pyroaring import BitMap

from meetings.index.rows import Kept, Rows, bitmap

MANY = 1000
"""With more values than this, those of a row are found without asking every bitmap."""
MOST = 2**32
"""A total that no value is beyond."""
FEW = 12_000
"""Up to so many rows are counted one by one."""
DEEP = 8
"""Few rows have more values than this."""

Place: TypeAlias = "tuple[array[int], BitMap]"
"""The numbers of values by primary key, and the rows that have one."""


class Values:
    """The bitmaps of one facet; without the rows that have no value."""

    def __init__(self, rows: Rows, by_row: ByRow | None = None) -> None:
        self.rows = rows
        self.by_row = by_row
        self._ranked: list[tuple[Any, Kept, int]] | None = None
        self.touched: set[Any] = set()

    @classmethod
    def of(cls, rows: dict[Any, BitMap]) -> Values:
        return cls(Rows.of(rows), ByRow.of(rows) if len(rows) > MANY else None)

    def state(self) -> list[Any]:
        """All of it as plain data."""
        return [self.rows.state(), self.by_row and self.by_row.state(self.rows)]

    @classmethod
    def restored(cls, state: list[Any]) -> Values:
        return cls(Rows.restored(state[0]), ByRow.restored(state[1]) if state[1] else None)

    def replace(self, pks: BitMap, found: dict[Any, BitMap]) -> None:
        """The rows have the values found now, and no others."""
        candidates = self.rows if self.by_row is None else {value for pk in pks for value in self.by_row.of_row(pk)}
        old = [value for value in candidates if self.rows[value].intersect(pks)]
        for value in old:
            self.rows[value] -= pks
            if not self.rows[value]:
                del self.rows[value]
        for value, rows in found.items():
            self.rows[value] = self.rows.get(value, BitMap()) | rows
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

    def all_counts(self, within: BitMap, others: BitMap | None = None) -> dict[Any, int]:
        """How many of the rows have each value that one of them has. `others` is as for `commonest`."""
        if self.by_row is not None and len(within) <= FEW:
            return self.by_row.counts(within)
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
        if self.by_row is not None and len(within) <= FEW:
            return self.by_row.commonest(within, limit)
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


class ByRow:
    """The values of each row as numbers: the first of all rows in one array, the second in another, and so on, each
    with the rows that have one; those of the few rows that have very many in lists. What changed since is kept beside.
    """

    def __init__(self, values: list[Any], places: list[Place], deep: dict[int, list[int]]) -> None:
        self.values, self.places, self.deep = values, places, deep
        self.at_depth = BitMap(deep)
        self.changed: dict[int, list[Any]] = {}
        self.elsewhere = BitMap()

    @classmethod
    def of(cls, rows: Mapping[Any, BitMap]) -> ByRow:
        return cls(list(rows), *placed(list(rows.values())))

    def state(self, rows: Mapping[Any, BitMap]) -> list[Any]:
        """As plain data, with the changes in their place."""
        whole = ByRow.of(rows) if self.changed else self
        places = [[numbers.tobytes(), having.serialize()] for numbers, having in whole.places]
        return [whole.values, places, whole.deep]

    @classmethod
    def restored(cls, state: list[Any]) -> ByRow:
        values, places, deep = state
        kind = kind_of(len(values))
        return cls(values, [(array(kind, numbers), BitMap.deserialize(having)) for numbers, having in places], deep)

    def of_row(self, pk: int) -> Sequence[Any]:
        if pk in self.changed:
            return self.changed[pk]
        numbers = [numbers[pk] for numbers, having in self.places if pk in having]
        return [self.values[number] for number in (*numbers, *self.deep.get(pk, ()))]

    def replace(self, pks: BitMap, found: dict[Any, BitMap]) -> None:
        self.elsewhere |= pks
        self.changed |= {pk: [] for pk in pks}
        for value, rows in found.items():
            for pk in rows:
                self.changed[pk].append(value)

    def counts(self, within: BitMap) -> dict[Any, int]:
        found = Counter({self.values[number]: count for number, count in self._numbers(within).items()})
        found.update(chain.from_iterable(self.changed[pk] for pk in within & self.elsewhere))
        return dict(found)

    def commonest(self, within: BitMap, limit: int) -> dict[Any, int]:
        if within.intersect(self.elsewhere):
            return greatest(self.counts(within), limit)
        numbers = self._numbers(within)
        least = least_of(numbers.values(), limit)
        return greatest({self.values[number]: count for number, count in numbers.items() if count >= least}, limit)

    def _numbers(self, within: BitMap) -> Counter[int]:
        """How many of the rows that did not change have the value of each number."""
        kept, numbers = within - self.elsewhere, Counter[int]()
        for place, having in self.places:
            numbers.update(map(place.__getitem__, (kept & having).to_array()))
        for pk in kept & self.at_depth:
            numbers.update(self.deep[pk])
        return numbers


def kind_of(values: int) -> str:
    """Of arrays: two bytes for the number of a value where that will do."""
    return "H" if values <= 2**16 else "I"


def placed(bitmaps: list[BitMap]) -> tuple[list[Place], dict[int, list[int]]]:
    """The numbers of the bitmaps that each row is in: the first ones together, then the second ones, and so on, as far
    as arrays with room for every row are worth it; and the rest.
    """
    kind, length = kind_of(len(bitmaps)), max((rows.max() + 1 for rows in bitmaps if rows), default=0)
    places: list[Place] = []
    deep: dict[int, list[int]] = {}
    for number, rows in enumerate(bitmaps):
        depth = 0
        while rows and depth < DEEP:
            if depth == len(places):
                places.append((array(kind, bytes(array(kind).itemsize * length)), BitMap()))
            numbers, having = places[depth]
            new = rows - having
            for pk in new:
                numbers[pk] = number
            having.update(new)
            rows, depth = rows - new, depth + 1
        for pk in rows:
            deep.setdefault(pk, []).append(number)
    return places, deep
