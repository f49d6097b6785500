"""The values of each row as numbers: the values of a selection are gathered and counted at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from pyroaring import BitMap

DEEP = 8
"""Few rows have more values than this."""
SLOW = 20
"""A value in a list takes as long as so many in an array."""
SPARE = 32
"""Room for this part more of the rows: each new one would else move them all."""
KINDS = (np.uint8, np.uint16, np.uint32)
"""The number of a value takes one byte where that will do."""

Numbers: TypeAlias = "npt.NDArray[Any]"


class Place:
    """One of the values of each row: its number by primary key, and the rows that have one."""

    def __init__(self, numbers: Numbers, having: BitMap) -> None:
        self.numbers, self.having = numbers, having

    def state(self) -> list[bytes]:
        return [self.numbers.tobytes(), self.having.serialize()]

    def of(self, rows: BitMap) -> Numbers:
        return self.numbers[indexes(rows & self.having)]


class ByRow:
    """The first values of all rows are in one array, the second ones in another, and so on; those of the few rows that
    have very many are in lists.
    """

    def __init__(self, values: list[Any], places: list[Place], deep: dict[int, list[int]]) -> None:
        self.values, self.places, self.deep = values, places, deep
        self.at_depth = BitMap(deep)
        self.room = len(places[0].numbers) if places else 0
        self._number_of: dict[Any, int] = {}
        self._rank: Numbers | None = None

    @classmethod
    def of(cls, rows: Mapping[Any, BitMap]) -> ByRow:
        found = cls(list(rows), [], {})
        found._make_room(rows.values())
        for number, some in enumerate(rows.values()):
            found._put(number, some)
        return found

    def state(self) -> list[Any]:
        """As plain data."""
        return [self.values, [place.state() for place in self.places], self.deep]

    @classmethod
    def restored(cls, state: list[Any]) -> ByRow:
        values, places, deep = state
        kind = kind_of(len(values))
        found = [(np.frombuffer(numbers, kind).copy(), BitMap.deserialize(having)) for numbers, having in places]
        return cls(values, [Place(*place) for place in found], deep)

    def of_row(self, pk: int) -> list[Any]:
        numbers = (place.numbers[pk] for place in self.places if pk in place.having)
        return [self.values[number] for number in (*numbers, *self.deep.get(pk, ()))]

    def replace(self, pks: BitMap, found: Mapping[Any, BitMap]) -> None:
        """The rows have the values found now, and no others. Room is made before anything changes."""
        self._make_room(found.values())
        for place in self.places:
            place.having -= pks
        for pk in pks & self.at_depth:
            del self.deep[pk]
        self.at_depth -= pks
        for value, rows in found.items():
            self._put(self._number(value), rows)

    def counts(self, within: BitMap) -> dict[Any, int]:
        """How many of the rows have each value that one of them has."""
        totals = self._totals(within)
        return self._named(totals, np.flatnonzero(totals).tolist())

    def commonest(self, within: BitMap, limit: int) -> dict[Any, int]:
        """The same of at most `limit` values, the commonest, of equal ones the least."""
        totals = self._totals(within)
        found = np.flatnonzero(totals > 0)  # most are 0, and equal numbers are slow to part
        counts = totals[found]
        if len(found) <= limit:
            return self._named(totals, found.tolist())
        least = np.partition(counts, -limit)[-limit]
        above, equal = found[counts > least], found[counts == least]
        missing = limit - len(above)
        if len(equal) > missing:
            equal = equal[np.argpartition(self._ranks()[equal], missing - 1)[:missing]]
        return self._named(totals, chain(above.tolist(), equal.tolist()))

    def _named(self, totals: Numbers, numbers: Iterable[int]) -> dict[Any, int]:
        return {self.values[number]: int(totals[number]) for number in numbers}

    def _totals(self, within: BitMap) -> Numbers:
        """How many of the rows have the value of each number."""
        deep = chain.from_iterable(self.deep[pk] for pk in within & self.at_depth)
        found = [place.of(within) for place in self.places]
        return np.bincount(np.concatenate([*found, np.fromiter(deep, np.intp)]), minlength=len(self.values))

    def _ranks(self) -> Numbers:
        """Where each value would stand if they were sorted."""
        if self._rank is None or len(self._rank) < len(self.values):
            order = sorted(range(len(self.values)), key=self.values.__getitem__)
            self._rank = np.empty(len(order), np.uint32)
            self._rank[order] = np.arange(len(order), dtype=np.uint32)
        return self._rank

    def _number(self, value: Any) -> int:
        if not self._number_of:
            self._number_of = {known: number for number, known in enumerate(self.values)}
        if value not in self._number_of:
            self._number_of[value] = len(self.values)
            self.values.append(value)
            kind = kind_of(len(self.values))
            for place in self.places:
                place.numbers = place.numbers.astype(kind, copy=False)
        return self._number_of[value]

    def _put(self, number: int, rows: BitMap) -> None:
        """These rows have that value, too."""
        depth = 0
        while rows and depth < DEEP:
            if depth == len(self.places):
                self.places.append(Place(np.zeros(self.room, kind_of(len(self.values))), BitMap()))
            place = self.places[depth]
            new = rows - place.having
            place.numbers[indexes(new)] = number
            place.having |= new
            rows, depth = rows - new, depth + 1
        for pk in rows:
            self.deep.setdefault(pk, []).append(number)
        self.at_depth |= rows

    def cost(self, within: BitMap) -> int:
        """About how many values are looked at to count those of a selection; in lists each takes as long as several."""
        held = sum(len(place.having) for place in self.places)
        each = held / len(self.places[0].having) if held else 0
        return int(len(within) * each) + within.intersection_cardinality(self.at_depth) * SLOW

    def _make_room(self, found: Iterable[BitMap]) -> None:
        """For these rows, and some to come."""
        pk = max((rows.max() for rows in found if rows), default=-1)
        if pk < self.room:
            return
        more = pk + 1 + pk // SPARE - self.room
        self.room += more
        for place in self.places:
            place.numbers = np.concatenate([place.numbers, np.zeros(more, place.numbers.dtype)])


def indexes(rows: BitMap) -> Numbers:
    return np.asarray(rows.to_array())


def kind_of(values: int) -> Any:
    """Of arrays that hold the numbers of so many values."""
    return next(kind for kind in KINDS if values <= np.iinfo(kind).max + 1)
